from __future__ import annotations

from django.db import models

from qiao.meetings.enums import MeetingKind
from qiao.register.models import EntityRow


class Meeting(EntityRow):
    """One row is an encounter that took place: a visit, a talk or a call. Who was there is claims."""

    kind = models.CharField(max_length=6, choices=MeetingKind)
