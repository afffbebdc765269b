"""The forms of a planned visit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from qiao.missions.enums import VisitStatus, WindowStatus
from qiao.missions.models import Leg
from qiao.missions.queries.timeline import clock, minutes_of


class ClockField(forms.CharField):
    """Reads a time of day as minutes after midnight; empty into None."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"required": False, "max_length": 5, **options})

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {**super().widget_attrs(widget), "placeholder": "9:30", "inputmode": "numeric", "size": 5}

    def prepare_value(self, value: Any) -> Any:
        return clock(value) if isinstance(value, int) else value

    def clean(self, value: Any) -> int | None:
        text = super().clean(value)
        if not text:
            return None
        found = minutes_of(text)
        if found is None:
            raise ValidationError(_("Expected a time such as 9:30; found %(found)s."), params={"found": text})
        return found


class DayField(forms.DateField):
    """A day, with the browser's own calendar."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            **{"required": False, "widget": forms.DateInput({"type": "date"}, format="%Y-%m-%d"), **options}
        )


class VisitForm(forms.Form):
    """What is intended of one visit; its host is chosen before."""

    place = forms.ChoiceField(label=_("Town"))
    minutes = forms.IntegerField(label=_("Minutes"), min_value=10, max_value=720, initial=60)
    prize = forms.IntegerField(
        label=_("Worth"), min_value=1, max_value=100, initial=50, help_text=_("1 to 100, against the other visits")
    )
    status = forms.ChoiceField(label=_("Agreed so far"), choices=VisitStatus.choices, initial=VisitStatus.WISHED)
    must = forms.BooleanField(label=_("Must be met"), required=False)
    needs = forms.CharField(label=_("Needs"), max_length=120, required=False, help_text=_("such as interpreter:de"))
    purpose = forms.CharField(label=_("Purpose"), max_length=500, required=False, widget=forms.Textarea({"rows": 2}))
    address = forms.CharField(label=_("Address"), max_length=300, required=False)
    contact = forms.CharField(label=_("Whom to ring at the door"), max_length=200, required=False)

    def __init__(self, *args: Any, legs: Sequence[Leg], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["place"].choices = [(leg.place, leg.town) for leg in legs]  # type: ignore[attr-defined]  # a ChoiceField

    def clean_needs(self) -> list[str]:
        said = str(self.cleaned_data["needs"]).replace("，", ",").replace("、", ",")
        return [need.strip()[:40] for need in said.split(",") if need.strip()][:6]


class WindowForm(forms.Form):
    """A time in which a host can be met."""

    day = DayField(label=_("Day"), required=True)
    opens = ClockField(label=_("from"), required=True)
    closes = ClockField(label=_("until"), required=True)
    status = forms.ChoiceField(label=_("Who says so"), choices=WindowStatus.choices[1:], initial=WindowStatus.OFFERED)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        opens, closes = said.get("opens"), said.get("closes")
        if opens is not None and closes is not None and closes <= opens:
            self.add_error("closes", ValidationError(_("Expected a time after the window opens.")))
        return said


class MoveForm(forms.Form):
    """Where a visit is put by hand; without a day it is set free."""

    day = DayField(label=_("Day"))
    start = ClockField(label=_("Time"))
    party = forms.IntegerField(min_value=0, max_value=19, required=False)
