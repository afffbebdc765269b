from __future__ import annotations

from django.db import models

from qiao.meetings.enums import EventKind
from qiao.register.models import EntityRow


class Event(EntityRow):
    """One row is a gathering that was held or announced; its name, day and place are claims."""

    kind = models.CharField(max_length=12, choices=EventKind, default=EventKind.OTHER)
