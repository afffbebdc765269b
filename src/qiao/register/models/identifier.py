from __future__ import annotations

from django.db import models

from qiao.register.enums import IdentifierScheme
from qiao.register.models.claim import Claim


class Identifier(Claim):
    """One row says that a public register knows the subject under this number."""

    VALUES = ("scheme", "number")

    scheme = models.CharField(max_length=8, choices=IdentifierScheme)
    number = models.CharField(max_length=80)

    @property
    def question(self) -> tuple[str, ...]:
        return (self.scheme,)

    @property
    def is_exclusive(self) -> bool:
        return self.scheme != IdentifierScheme.OTHER

    def __str__(self) -> str:
        return f"{self.scheme} {self.number}"
