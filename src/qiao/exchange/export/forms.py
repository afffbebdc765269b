"""The forms a list can be exported in."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Form(models.TextChoices):
    XLSX = "xlsx", _("Workbook (xlsx), with sources")
    CSV = "csv", _("Text table (csv)")
    VCARD = "vcf", _("Address cards (vCard 4.0)")
    VCARD_3 = "vcf3", _("Older address cards (vCard 3.0)")
    JSON = "jsonl", _("Everything, with sources (JSON lines)")
    FTM = "ftm", _("FollowTheMoney entities (JSON lines)")

    @property
    def suffix(self) -> str:
        """The end of the name of its files."""
        return {"vcf3": "vcf", "ftm": "ftm.jsonl"}.get(self.value, self.value)

    @property
    def content_type(self) -> str:
        return {
            Form.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Form.CSV: "text/csv; charset=utf-8",
            Form.VCARD: "text/vcard; charset=utf-8",
            Form.VCARD_3: "text/vcard; charset=utf-8",
            Form.JSON: "application/x-ndjson",
            Form.FTM: "application/x-ndjson",
        }[self]
