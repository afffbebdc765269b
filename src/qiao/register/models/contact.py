from __future__ import annotations

from django.db import models

from qiao.register.enums import ContactKind
from qiao.register.models.claim import Claim


class ContactPoint(Claim):
    """One row says that the subject can be reached here."""

    VALUES = ("kind", "address")

    kind = models.CharField(max_length=8, choices=ContactKind)
    address = models.CharField(max_length=300)

    def __str__(self) -> str:
        return self.address
