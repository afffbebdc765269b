"""The zone that an invented register belongs to: its members, a circle, its segments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from qiao.register.models import Segment
from qiao.zones.actions.found import found_zone
from qiao.zones.models import Circle, Membership, Role, User

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
