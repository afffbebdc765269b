"""What is to be printed, in which language, for whom; and what a delegation writes of its journey."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from qiao.missions.enums import PaperForm
from qiao.missions.forms.preparing import CURRENCIES
from qiao.missions.forms.visits import DayField


class PaperPrintForm(forms.Form):
    """One paper: its form, its language, and for a calendar the traveller it is for."""

    form = forms.ChoiceField(choices=PaperForm.choices)
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    whom = forms.UUIDField(required=False)


class ReportForm(forms.Form):
    """What live records cannot say of a journey."""

    results = forms.CharField(
        label=_("Results"),
        help_text=_("how the tasks were fulfilled; one result on a line"),
        max_length=20_000,
        required=False,
        widget=forms.Textarea({"rows": 5}),
    )
    lessons = forms.CharField(
        label=_("Lessons and suggestions"), max_length=20_000, required=False, widget=forms.Textarea({"rows": 4})
    )
    suggestions = forms.CharField(
        label=_("What follows"),
        help_text=_("the plan for what comes next"),
        max_length=20_000,
        required=False,
        widget=forms.Textarea({"rows": 4}),
    )
    deviations = forms.CharField(
        label=_("Conduct and changes of route"),
        help_text=_("what was done otherwise than approved, and why; “none” where nothing was"),
        max_length=8_000,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )
    cost = forms.DecimalField(label=_("Cost"), min_value=0, max_digits=14, decimal_places=2, required=False)
    cost_currency = forms.ChoiceField(
        label=_("Currency"), choices=[("", "—"), *((one, one) for one in CURRENCIES)], required=False
    )
    submitted_on = DayField(label=_("Handed in on"))

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("cost") is not None and not said.get("cost_currency"):
            self.add_error("cost_currency", _("Expected a currency beside the amount."))
        return said


class PhotographForm(forms.Form):
    """What a photograph shows, and when it was taken."""

    caption = forms.CharField(label=_("What it shows"), max_length=300, required=False)
    taken_on = DayField(label=_("Taken on"))
