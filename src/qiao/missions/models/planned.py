from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from qiao.missions.models.mission import Mission
from qiao.register.models import PlainRow


class PlannedRow(PlainRow):
    """Abstract: one row is something intended of a mission, seen by those who see the mission."""

    AUDIENCES: ClassVar[tuple[str, ...]] = ("mission__entity",)

    mission = models.ForeignKey(Mission, on_delete=models.PROTECT, related_name="%(class)ss")

    class Meta(PlainRow.Meta):
        abstract = True
        indexes: list[Any] = [models.Index(fields=["zone", "mission"], name="%(class)s_mission")]
