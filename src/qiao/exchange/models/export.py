from __future__ import annotations

from django.db import models

from qiao.exchange.export.forms import Form
from qiao.zones.models import Action, ZoneRow


class Export(ZoneRow):
    """One row says that a member took a list out of the zone: which, in what form, narrowed how, how many rows.

    It names nobody: what was typed to find a party is not kept, only that something was.
    """

    listing = models.CharField(max_length=40)
    form = models.CharField(max_length=8, choices=Form)
    narrowed = models.JSONField(default=dict)
    rows = models.PositiveIntegerField()
    recorded = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="exports")

    def __str__(self) -> str:
        return f"{self.listing} {self.form} {self.rows}"
