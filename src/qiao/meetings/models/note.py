from __future__ import annotations

from django.db import models

from qiao.meetings.enums import NoteKind
from qiao.register.models import Claim


class Note(Claim):
    """One row is what someone wrote down of a meeting: what was said, what was shown, what comes next."""

    VALUES = ("kind", "text")

    kind = models.CharField(max_length=5, choices=NoteKind, default=NoteKind.SAID)
    text = models.TextField(max_length=8000)

    class Meta(Claim.Meta):
        pass

    @property
    def question(self) -> tuple[str, ...]:
        return (self.kind,)

    def __str__(self) -> str:
        return self.text[:60]
