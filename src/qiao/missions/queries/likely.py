"""Other records that may tell of the same journey: those whose days meet its days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q

from qiao.missions.home import home_of
from qiao.missions.queries.claims import Asking, by_group, facts_first
from qiao.missions.queries.titles import Title, title_of, towns_abroad
from qiao.register.enums import EntityKind
from qiao.register.models import Dating, Entity, Judgement, Location, Name
from qiao.register.queries.shown import shown

MOST = 20
APART = timedelta(days=3)  # a report may count the day of departure, or only the days at work


@dataclass(frozen=True)
class LikeMission:
    """Another mission whose days meet those of this one, and what else they share."""

    entity_id: UUID
    title: Title
    dating: Dating
    days_shared: int
    towns_shared: tuple[str, ...]

    @property
    def is_likely(self) -> bool:
        """Whether it is worth asking about: days and a town in common."""
        return self.days_shared > 0 and bool(self.towns_shared)


def like_missions(
    entity: Entity, dating: Dating | None, locations: Iterable[Location], asking: Asking
) -> list[LikeMission]:
    """Missions that may be the same journey and were not judged different, the likeliest first; at most 20.

    dating, locations   when and where this one is told to have been. Without days nothing is alike.
    """
    if dating is None:
        return []
    records = _near(entity, dating, asking)
    groups = asking.groups(records - _apart(entity, records)) if records else {}
    groups = {record: group for record, group in groups.items() if group != entity.canonical_id}
    if not groups:
        return []
    names = by_group(asking.about(Name, groups), groups)
    places = by_group(asking.about(Location, groups), groups)
    days = by_group(asking.about(Dating, groups), groups)
    home = home_of(asking.member.zone)
    own = towns_abroad(locations, home)

    def line(group: UUID) -> LikeMission | None:
        where, when = places.get(group, []), shown(facts_first(days.get(group, [])))
        if when is None:
            return None
        there = towns_abroad(where, home)
        return LikeMission(
            entity_id=min(record for record, held in groups.items() if held == group),
            title=title_of(names.get(group, []), where, days[group], home=home, language=asking.language),
            dating=when.first.claim,
            days_shared=_shared(dating, when.first.claim),
            towns_shared=tuple(town.place for answer, town in there.items() if answer in own),
        )

    lines = [found for group in sorted(set(groups.values())) if (found := line(group))]
    return sorted(lines, key=lambda one: (-one.days_shared, -len(one.towns_shared), one.entity_id))[:MOST]


def _near(entity: Entity, dating: Dating, asking: Asking) -> set[UUID]:
    """Records of missions whose days meet these, or nearly."""
    told = asking.claims(Dating).filter(subject__kind=EntityKind.MISSION)
    told = told.filter(start_date__lte=_later(dating.end_date), end_date__gte=_earlier(dating.start_date))
    told = told.exclude(subject__canonical_id=entity.canonical_id)
    return set(told.order_by("-id").values_list("subject_id", flat=True)[: MOST * 4])


def _apart(entity: Entity, records: set[UUID]) -> set[UUID]:
    """Those of these records that somebody judged different from a record of this journey."""
    judged = Judgement.objects.filter(zone_id=entity.zone_id, verdict="different", withdrawn__isnull=True)
    own = Entity.objects.filter(zone_id=entity.zone_id, canonical_id=entity.canonical_id).values("id")
    pairs = judged.filter(Q(left__in=own, right__in=records) | Q(right__in=own, left__in=records))
    return {record for pair in pairs.values_list("left_id", "right_id") for record in pair}


def _shared(one: Dating, other: Dating) -> int:
    """Days that both count."""
    return max(0, (min(one.end_date, other.end_date) - max(one.start_date, other.start_date)).days + 1)


def _later(day: date) -> date:
    return day + APART if day <= date.max - APART else day


def _earlier(day: date) -> date:
    return day - APART if day >= date.min + APART else day
