from __future__ import annotations

from typing import Self, TypeVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from qiao.missions.enums import InviteeStatus, WishKind
from qiao.missions.models.mission import Mission
from qiao.missions.models.visit import MINUTES
from qiao.register.models import Entity, PlainQuerySet, PlainRow
from qiao.register.models.audience import audience_allows
from qiao.zones.models import Circle, Membership

Row = TypeVar("Row", bound=models.Model, covariant=True)


def _without_or_seen(member: Membership, path: str) -> Q:
    """Rows without a mission at `path`, or with one that the member may see."""
    seen = audience_allows(member, f"{path}__entity__audience")
    return (Q(**{f"{path}__isnull": True}) | seen) if seen else seen  # an empty Q would vanish from the "or"


class PlannedEventQuerySet(PlainQuerySet["PlannedEvent"]):
    def visible_to(self, member: Membership) -> Self:
        """Events whose own circle admits the member, and whose mission, where there is one."""
        own = super().visible_to(member).filter(audience_allows(member, "audience"))
        return own.filter(_without_or_seen(member, "mission"))


class PlannedEvent(PlainRow):
    """One row is a gathering we mean to hold, on a mission or by itself.

    `place` is the key of a town (the leg's, where there is a mission). `slots` of `slot_minutes` begin at
    `round_start`; `tables` may be used at once. `claimed` is how many were said to have come; the list of invitees
    says who. `held` is the event of the register it became.
    """

    mission = models.ForeignKey(Mission, null=True, blank=True, on_delete=models.PROTECT, related_name="planned_events")
    audience = models.ForeignKey(Circle, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    place = models.CharField(max_length=60, blank=True)
    town = models.CharField(max_length=120, blank=True)
    venue = models.CharField(max_length=300, blank=True)
    time_zone = models.CharField(max_length=64, blank=True)
    day = models.DateField(null=True, blank=True)
    start = models.PositiveSmallIntegerField(default=540, validators=MINUTES)
    minutes = models.PositiveSmallIntegerField(default=180, validators=[MinValueValidator(10), MaxValueValidator(1440)])
    everyone = models.BooleanField(default=True)  # whether all parties of the delegation are there
    claimed = models.PositiveIntegerField(null=True, blank=True, validators=[MaxValueValidator(1_000_000)])
    tables = models.PositiveSmallIntegerField(default=0, validators=[MaxValueValidator(2_000)])
    slots = models.PositiveSmallIntegerField(default=0, validators=[MaxValueValidator(200)])
    slot_minutes = models.PositiveSmallIntegerField(
        default=20, validators=[MinValueValidator(5), MaxValueValidator(240)]
    )
    round_start = models.PositiveSmallIntegerField(null=True, blank=True, validators=MINUTES)
    held = models.ForeignKey(Entity, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = PlannedEventQuerySet.as_manager()

    class Meta(PlainRow.Meta):
        indexes = [
            models.Index(fields=["zone", "mission"], name="planned_event_mission"),
            models.Index(fields=["zone", "day"], name="planned_event_day"),
        ]

    def __str__(self) -> str:
        return self.title


class EventRowQuerySet(PlainQuerySet[Row]):
    def visible_to(self, member: Membership) -> Self:
        rows = super().visible_to(member).filter(audience_allows(member, "event__audience"))
        return rows.filter(_without_or_seen(member, "event__mission"))


class EventRow(PlainRow):
    """Abstract: one row belongs to a planned event and is seen by those who see it."""

    event = models.ForeignKey(PlannedEvent, on_delete=models.PROTECT, related_name="%(class)ss")

    objects = EventRowQuerySet.as_manager()

    class Meta(PlainRow.Meta):
        abstract = True
        indexes = [models.Index(fields=["zone", "event"], name="%(class)s_event")]


class AgendaItem(EventRow):
    """One row is one point of an event's agenda."""

    start = models.PositiveSmallIntegerField(validators=MINUTES)
    minutes = models.PositiveSmallIntegerField(default=15, validators=[MaxValueValidator(1440)])
    title = models.CharField(max_length=300)
    speaker = models.ForeignKey(Entity, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return self.title


class Invitee(EventRow):
    """One row says that a party is on the list of an event, and whether they came.

    `forbidden` are the slots of the round, from 0, in which they cannot be met. `present` is false for one who dropped
    out of the round.
    """

    AUDIENCES = ("party",)

    party = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=8, choices=InviteeStatus, default=InviteeStatus.LISTED)
    forbidden = models.JSONField(default=list, blank=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta(EventRow.Meta):
        indexes = [*EventRow.Meta.indexes, models.Index(fields=["zone", "party"], name="invitee_zone_party")]

    def __str__(self) -> str:
        return f"{self.party_id} {self.status}"


class Wish(EventRow):
    """One row says that one invitee must, would like to, or will not meet another at the matchmaking round."""

    AUDIENCES = ("asker__party", "asked__party")

    asker = models.ForeignKey(Invitee, on_delete=models.PROTECT, related_name="wishes")
    asked = models.ForeignKey(Invitee, on_delete=models.PROTECT, related_name="wished")
    kind = models.CharField(max_length=4, choices=WishKind, default=WishKind.LIKE)
    fixed_slot = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta(EventRow.Meta):
        constraints = [
            *EventRow.Meta.constraints,
            models.CheckConstraint(condition=~models.Q(asker=models.F("asked")), name="wish_of_two"),
        ]

    def __str__(self) -> str:
        return f"{self.asker_id} {self.kind} {self.asked_id}"
