from __future__ import annotations

from django.db import models

from qiao.register.enums import EntityKind, SearchState
from qiao.zones.models import Action, ZoneRow


class DuplicateSearch(ZoneRow):
    """One row is one search of a zone for records that may be one thing, and how far it has come.

    It is its own background job: cursor, counts and heartbeat are committed with the batch they describe, and a
    stale heartbeat is claimed again. `since` narrows it to records of which something was recorded after.
    """

    started = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField(null=True)
    state = models.CharField(max_length=8, choices=SearchState, default=SearchState.QUEUED)
    kind = models.CharField(max_length=14, choices=EntityKind, blank=True)  # the kind it is at
    cursor = models.UUIDField(null=True)  # the last record of that kind whose batch is done
    total = models.PositiveIntegerField(default=0)
    looked = models.PositiveIntegerField(default=0)
    found = models.PositiveIntegerField(default=0)
    joined = models.PositiveIntegerField(default=0)
    heartbeat_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta(ZoneRow.Meta):
        indexes = [models.Index(fields=["zone", "state"], name="search_zone_state")]

    def __str__(self) -> str:
        return f"{self.state} {self.looked} of {self.total}"

    @property
    def is_open(self) -> bool:
        return self.state in (SearchState.QUEUED, SearchState.RUNNING)


class IdentityPolicy(ZoneRow):
    """One row says which kinds of record a zone lets Qiao judge the same unasked, where it is as good as sure."""

    organisations = models.BooleanField(default=True)
    persons = models.BooleanField(default=False)

    class Meta(ZoneRow.Meta):
        constraints = [
            *ZoneRow.Meta.constraints,
            models.UniqueConstraint(fields=["zone"], name="identity_policy_once"),
        ]

    def __str__(self) -> str:
        return f"organisations {self.organisations}, persons {self.persons}"

    def joins(self, kind: str) -> bool:
        """Whether two records of this kind may be judged the same by the machine."""
        return {EntityKind.ORGANISATION: self.organisations, EntityKind.PERSON: self.persons}.get(
            EntityKind(kind), False
        )
