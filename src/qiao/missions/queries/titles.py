"""What a mission is called: the title its people gave it, else its places and month in the reader's language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext

from qiao.kit import show
from qiao.kit.instants import Moment
from qiao.missions.home import Home, home_of
from qiao.missions.models import Mission
from qiao.missions.queries.claims import Asking, by_group, facts_first
from qiao.register.models import Dating, Entity, Location, Name
from qiao.register.queries.groups import visible_records
from qiao.register.queries.labels import best_name
from qiao.register.queries.shown import shown
from qiao.register.queries.words import Piece
from qiao.zones.models import Action, Membership

PLACES_AT_MOST = 3


@dataclass(frozen=True)
class Title:
    """The words, their language when it is not the reader's, and whether a member chose them."""

    text: str
    language: str = ""
    is_own: bool = False


def titles(missions: Iterable[UUID], asking: Asking) -> dict[UUID, Title]:
    """What each of these missions is called, in a fixed number of queries."""
    groups = asking.groups(missions)
    names = by_group(asking.about(Name, groups), groups)
    where = by_group(asking.about(Location, groups), groups)
    when = by_group(asking.about(Dating, groups), groups)
    home = home_of(asking.member.zone)
    return {
        record: title_of(
            names.get(group, []), where.get(group, []), when.get(group, []), home=home, language=asking.language
        )
        for record, group in groups.items()
    }


def call_mission(member: Membership, entity: Entity, language: str) -> Piece | None:
    """What a mission without a title of its own is called in a list of other things."""
    title = titles([entity.pk], Asking(member, Moment(), language)).get(entity.pk)
    return Piece(title.text, title.language) if title else None


def renamings(member: Membership, mission: Mission) -> QuerySet[Action]:
    """The actions that gave a mission a title, as far as the member sees the titles."""
    names = Name.objects.visible_to(member).about(visible_records(mission.entity, member))
    return Action.objects.visible_to(member).filter(
        verb="rename_mission", pk__in=names.values_list("recorded_id", flat=True)
    )


def title_of(
    names: Sequence[Name], locations: Iterable[Location], datings: Iterable[Dating], *, home: Home, language: str
) -> Title:
    """The title of a mission in the reader's language; never empty."""
    own = best_name(names, language)
    if own is not None:
        return Title(own.text, own.language, is_own=True)
    towns = [show.place(name, language) for name in main_towns(locations, home)]
    when = shown(facts_first(datings))
    if not towns and when is None:
        return Title(gettext("Mission"))
    start, end = (when.first.claim.start_date, when.first.claim.end_date) if when else (None, None)
    return Title(show.journey(towns, start, end, language))


def towns_abroad(locations: Iterable[Location], home: Home) -> dict[tuple[object, ...], Location]:
    """Each town once, under the first name given; the zone's own territory is left out."""
    found: dict[tuple[object, ...], Location] = {}
    for location in facts_first(locations):
        if location.place and not home.is_here(location.place):
            found.setdefault(location.answer, location)
    return found


def main_towns(locations: Iterable[Location], home: Home) -> list[str]:
    """The towns that are told of most, in the order of the text: those named again, else the first two."""
    told = list(locations)
    towns = towns_abroad(told, home)
    on_the_map = {answer: place for answer, place in towns.items() if place.country}
    towns = on_the_map or towns  # "Europe" and names no gazetteer knows only when there is nothing else
    times = Counter(location.answer for location in told if location.answer in towns)
    again = [answer for answer in towns if times[answer] > 1]
    chosen = sorted(again, key=lambda answer: -times[answer])[:PLACES_AT_MOST] or list(towns)[:2]
    return [place.place for answer, place in towns.items() if answer in chosen]


def countries_of(locations: Iterable[Location], home: Home) -> list[str]:
    """The countries travelled to, each once; the home country only when a town of it was a stop."""
    told = [place for place in facts_first(locations) if place.country]
    towns = {place.country for place in told if place.place and not home.is_here(place.place)}
    return list(
        dict.fromkeys(
            place.country
            for place in told
            if place.country in towns or (not place.place and place.country not in home.countries)
        )
    )
