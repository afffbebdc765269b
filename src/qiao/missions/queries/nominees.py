"""Whom of the register a mission could call on: who is in its towns, best known and most promised first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from qiao.meetings.enums import PromiseState
from qiao.meetings.models import Attendance, Keeping
from qiao.missions.models import Leg, Mission, Visit
from qiao.missions.queries.planned import nearest
from qiao.register.enums import EntityKind
from qiao.register.models import Classification, Location
from qiao.register.queries.labels import Called, called
from qiao.zones.models import Membership

NEAR = 60  # kilometres
LOOKED_AT = 4000
SHOWN = 24


@dataclass(frozen=True)
class Nominee:
    """A party that could be visited: the town it is in or near, and what speaks for it."""

    entity_id: UUID
    name: Called
    place: str  # of the leg
    town: str
    promises: int  # open ones, of either side
    met: int
    segments: tuple[str, ...]

    @property
    def worth(self) -> int:
        """1 to 100: a first proposal, which an officer changes."""
        return min(100, 40 + 15 * min(self.promises, 2) + 10 * bool(self.segments) + 5 * min(self.met, 4))


def nominees(mission: Mission, legs: Sequence[Leg], member: Membership, language: str) -> list[Nominee]:
    """Organisations in or near the towns of a mission that it does not mean to visit yet."""
    near = _near(legs, member)
    taken = Visit.objects.visible_to(member).live().filter(mission=mission).values_list("host__canonical_id", flat=True)
    for known in taken:
        near.pop(known, None)
    ids = list(near)
    names = called(ids, language)
    promises, met, segments = _promises(ids, member), _met(ids, member), _segments(ids, member, language)
    found = [
        Nominee(one, names[one], near[one].place, near[one].town, promises[one], met[one], segments.get(one, ()))
        for one in ids
        if one in names
    ]
    return sorted(found, key=lambda one: (-one.worth, one.name.text))[:SHOWN]


def _near(legs: Sequence[Leg], member: Membership) -> dict[UUID, Leg]:
    """Organisation -> the leg whose town it is in or near."""
    told = (
        Location.objects.visible_to(member)
        .live()
        .filter(
            subject__kind=EntityKind.ORGANISATION, country__in={leg.country for leg in legs}, latitude__isnull=False
        )
    )
    found: dict[UUID, Leg] = {}
    for one, latitude, longitude in told.values_list("subject__canonical_id", "latitude", "longitude")[:LOOKED_AT]:
        leg = nearest(latitude, longitude, legs, within=NEAR)
        if leg is not None:
            found.setdefault(one, leg)
    return found


def _promises(ids: Sequence[UUID], member: Membership) -> Counter[UUID]:
    """How many promises are open, made by or to each."""
    kept = Keeping.objects.visible_to(member).live().filter(state=PromiseState.OPEN, promise__withdrawn__isnull=True)
    by = kept.filter(promise__object__canonical_id__in=ids).values_list("promise__object__canonical_id", flat=True)
    to = kept.filter(promise__to__canonical_id__in=ids).values_list("promise__to__canonical_id", flat=True)
    return Counter([*by, *to])


def _met(ids: Sequence[UUID], member: Membership) -> Counter[UUID]:
    told = Attendance.objects.visible_to(member).live().filter(object__canonical_id__in=ids)
    return Counter(told.values_list("object__canonical_id", flat=True))


def _segments(ids: Sequence[UUID], member: Membership, language: str) -> dict[UUID, tuple[str, ...]]:
    told = Classification.objects.visible_to(member).live().filter(subject__canonical_id__in=ids)
    found: dict[UUID, tuple[str, ...]] = {}
    for one in told.select_related("segment", "subject"):
        name = one.segment.name_in(language)
        held = found.get(one.subject.canonical_id, ())
        if name not in held:
            found[one.subject.canonical_id] = (*held, name)
    return found
