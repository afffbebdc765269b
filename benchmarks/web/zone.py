"""The zone that an invented register belongs to: its members, a circle, its segments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from qiao.register.actions.refresh import refresh_groups
from qiao.register.enums import PARTIES, SearchState
from qiao.register.models import DuplicateSearch, Entity, Segment
from qiao.zones.actions.act import acting_as_system
from qiao.zones.actions.found import found_zone
from qiao.zones.models import Circle, Membership, Role, User, Zone

AT_ONCE = 5_000  # groups in a transaction
SLUG = "large"
PASSWORD = "bridge-to-everywhere-2026"
MEMBERS = (
    ("director@large.example", Role.DIRECTOR),
    ("officer@large.example", Role.OFFICER),
    ("analyst@large.example", Role.ANALYST),
    ("keeper@large.example", Role.KEEPER),
)
NOW = datetime(2026, 1, 5, 9, tzinfo=UTC)


@dataclass(frozen=True)
class Made:
    """What rows refer to: ids in hexadecimal, the keys of users as numbers."""

    zone: str
    circle: str
    officer: int
    segments: dict[str, str]


def make_zone(segments: Sequence[str]) -> Made:
    """Found the zone. The keeper and the officer belong to its circle."""
    users = [User.objects.create_user(email, PASSWORD, name=email.partition("@")[0].title()) for email, _ in MEMBERS]
    director = found_zone(
        slug=SLUG, names={"en": "Large Zone", "zh-hans": "大区"}, home_names=["大区"], director=users[0], now=NOW
    )
    circle = Circle.objects.create(zone=director.zone, name="Station")
    for user, (_email, role) in list(zip(users, MEMBERS, strict=True))[1:]:
        member = Membership.objects.create(zone=director.zone, user=user, role=role)
        if role in (Role.OFFICER, Role.KEEPER):
            member.circles.add(circle)
    made = {code: Segment.objects.create(zone=director.zone, code=code, names={"en": code}) for code in segments}
    return Made(
        zone=director.zone_id.hex,
        circle=circle.pk.hex,
        officer=users[1].pk,
        segments={code: segment.pk.hex for code, segment in made.items()},
    )


def fill_search(zone: str) -> None:
    """The entries of the search, as the product writes them."""
    parties = Entity.objects.filter(zone=UUID(zone), kind__in=PARTIES, canonical=F("id")).order_by("id")
    groups = list(parties.values_list("id", flat=True))
    for start in range(0, len(groups), AT_ONCE):
        with transaction.atomic():
            refresh_groups(UUID(zone), groups[start : start + AT_ONCE])


def mark_as_searched(zone: str) -> None:
    """A search for duplicates that has looked at everything."""
    now = timezone.now()
    held = Zone.objects.get(pk=UUID(zone))
    with acting_as_system(zone=held, verb="look_for_duplicates", now=now) as act:
        DuplicateSearch.objects.create(zone=held, started=act.action, state=SearchState.DONE, finished_at=now)
