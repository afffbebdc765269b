from __future__ import annotations

from django.db import models

from qiao.register.enums import NameKind
from qiao.register.models.claim import Claim


class Name(Claim):
    """One row says that something is called so, in a language and script."""

    VALUES = ("text", "language", "kind")

    text = models.CharField(max_length=300)
    language = models.CharField(max_length=10, blank=True)  # zh-Hans, zh-Hant, en, fr, de; empty when unknown
    script = models.CharField(max_length=4, blank=True)  # ISO 15924
    kind = models.CharField(max_length=10, choices=NameKind, default=NameKind.PRINTED)

    @property
    def question(self) -> tuple[str, ...]:
        return (self.language,)

    @property
    def is_exclusive(self) -> bool:
        return self.kind == NameKind.OFFICIAL

    @property
    def source_kind(self) -> str:
        return self.evidence.source.kind

    def __str__(self) -> str:
        return self.text
