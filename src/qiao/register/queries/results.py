"""What the search box shows: whom and what the words typed may mean, by kind, each with the name that answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F
from django.utils.translation import gettext, pgettext

from qiao.engines.text.language import is_han
from qiao.engines.text.name_forms import forms_of
from qiao.engines.text.search_marks import marked
from qiao.engines.text.search_probe import Probe
from qiao.engines.text.search_rank import Way, way_of
from qiao.kit import show
from qiao.register.addresses import address_of
from qiao.register.callers import call_of
from qiao.register.enums import PARTIES, EntityKind, NameKind
from qiao.register.finders import finders
from qiao.register.kept_names import PLACE
from qiao.register.models import Entity, Label
from qiao.register.queries.found import Found, found
from qiao.register.queries.labels import Called, called
from qiao.zones.models import Membership

RECENT = 8


@dataclass(frozen=True, slots=True)
class Line:
    """One result. `title` and `matched` are cut into pieces, each with whether it answered; `how` says why it did."""

    url: str
    title: tuple[tuple[str, bool], ...]
    language: str
    matched: tuple[tuple[str, bool], ...] = ()
    matched_language: str = ""
    how: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The results of one kind, the best first."""

    title: str
    lines: tuple[Line, ...]


def results(member: Membership, typed: str, *, language: str, limit: int) -> list[Group]:
    """What answers to what was typed, at most `limit` entities and as many of each room's own things.

    Groups stand in the order of their best result; within one, results do.
    """
    probe = Probe(typed)
    answers = found(member, typed, limit=limit)
    names = called([one.entity_id for one in answers], language)
    nameless = {one.entity_id for one in answers} - names.keys()
    entities = (
        {entity.pk: entity for entity in Entity.objects.visible_to(member).filter(pk__in=nameless)} if nameless else {}
    )
    groups: dict[str, tuple[int, list[Line]]] = {}
    for answer in answers:
        held = groups.setdefault(str(EntityKind(answer.kind).label), (answer.way, []))
        title = names.get(answer.entity_id) or _called(member, answer, entities, language)
        held[1].append(_line(member, answer, title, probe, language))
    for heading, finder in finders():
        hits = finder(member, typed, language, limit)
        if hits:
            lines = [Line(hit.url, tuple(marked(hit.title, probe)), hit.language, how=hit.aside) for hit in hits]
            groups[heading] = (hits[0].standing, lines)
    ordered = sorted(groups.items(), key=lambda item: item[1][0])
    return [Group(title, tuple(lines)) for title, (_way, lines) in ordered]


def recent(member: Membership, *, language: str) -> list[Group]:
    """The parties that came into the register last, for a box in which nothing is typed yet."""
    newest = Entity.objects.visible_to(member).filter(kind__in=PARTIES, canonical=F("id")).order_by("-id")
    kinds = dict(newest.values_list("id", "kind")[:RECENT])
    labels = Label.objects.visible_to(member).filter(entity__in=kinds, language=language).exclude(text="")
    lines = [
        Line(
            address_of(member.zone.slug, kinds[label.entity_id], label.entity_id),
            ((label.text, False),),
            label.text_language,
        )
        for label in labels.order_by("-entity_id")
    ]
    return [Group(gettext("Latest in the register"), tuple(lines))] if lines else []


def _called(member: Membership, answer: Found, entities: Mapping[UUID, Entity], language: str) -> Called:
    """What a room calls a thing without a name; else its kind."""
    entity = entities.get(answer.entity_id)
    piece = call_of(member, entity, language) if entity is not None else None
    text = piece.text if piece else str(EntityKind(answer.kind).label)
    return Called(answer.canonical_id, text, piece.language if piece else "")


def _line(member: Membership, answer: Found, title: Called, probe: Probe, language: str) -> Line:
    name = answer.name
    is_shown = name.text == title.text or _answers_as_well(title.text, answer, probe)
    return Line(
        url=address_of(member.zone.slug, answer.kind, answer.entity_id),
        title=tuple(marked(title.text, probe)) if is_shown else ((title.text, False),),
        language=title.language,
        matched=() if is_shown else tuple(marked(name.text, probe)),
        matched_language=name.language,
        how=", ".join(_why(answer, probe, language, is_shown=is_shown)),
    )


def _answers_as_well(title: str, answer: Found, probe: Probe) -> bool:
    """Whether the name shown answers in the same way as the one found: then nothing need be said of that."""
    way = way_of(forms_of(title), probe)
    return way is not None and way <= (answer.way, answer.slips)


def _why(answer: Found, probe: Probe, language: str, *, is_shown: bool) -> Iterator[str]:
    """Words for what is not plain to see: what kind of name answered, in which language, and in which way."""
    words = _kinds().get(answer.name.kind)
    if words and not is_shown:
        yield words
    if answer.name.language and not is_shown:
        yield show.language(answer.name.language, language)
    if is_by_sound(answer, probe):
        yield gettext("sounds like it")
    elif answer.way in (Way.INITIALS, Way.SOME_INITIALS):
        yield gettext("initials")
    elif answer.way == Way.CLOSE:
        yield gettext("spelt nearly so")


def is_by_sound(answer: Found, probe: Probe) -> bool:
    """Whether it was the pinyin of a Han name that answered."""
    if answer.way in (Way.SOUND, Way.SOUND_BEGINS):
        return True
    return answer.way == Way.SAME and probe.joined.isascii() and any(map(is_han, answer.name.text))


def _kinds() -> Mapping[str, str]:
    return {
        NameKind.FORMER.value: gettext("former name"),
        NameKind.ALIAS.value: gettext("also called"),
        NameKind.SHORT.value: gettext("short name"),
        PLACE: pgettext("what a search found", "place"),
    }


def lines_of(groups: Iterable[Group]) -> int:
    """How many results there are in all."""
    return sum(len(group.lines) for group in groups)
