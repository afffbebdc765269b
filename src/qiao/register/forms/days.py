"""Days as people know them: a day, a month or only a year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from qiao.kit.dates import span_of
from qiao.register.enums import Precision

PRECISIONS = tuple(precision.value for precision in Precision)  # the finest first


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day of what was meant, and how precisely it was said."""

    first: date
    last: date
    precision: str


class DaysField(forms.CharField):
    """Reads 2023, 2023-06 or 2023-06-13 into Days; empty into None."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("required", False)
        options.setdefault("max_length", 10)
        super().__init__(**options)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {**super().widget_attrs(widget), "placeholder": "2023-06"}

    def clean(self, value: Any) -> Days | None:
        text = super().clean(value)
        if not text:
            return None
        span = span_of(text.replace("/", "-").replace(".", "-"))
        if span is None:
            raise ValidationError(
                _("Expected a day, a month or a year such as 2023-06-13, 2023-06 or 2023; found %(found)s."),
                params={"found": text},
            )
        return Days(*span)


def written(day: date | None, precision: str) -> str:
    """A stored day as the field wants it typed."""
    if day is None:
        return ""
    return day.isoformat()[: {"year": 4, "month": 7}.get(precision, 10)]


def coarsest(*days: Days | None) -> str:
    """The precision to keep for a span: that of its vaguer end; empty when neither is known."""
    said = [PRECISIONS.index(one.precision) for one in days if one is not None]
    return PRECISIONS[max(said)] if said else ""
