"""The form of the terms that a plan keeps to."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from qiao.missions.forms.visits import ClockField
from qiao.missions.terms import PlanTerms


class TermsForm(forms.Form):
    """Hours of the day, lunch, how many appointments, how many groups, what is scarce, how much slack."""

    departs_at = ClockField(label=_("Free in the first town from"), required=True)
    back_by = ClockField(label=_("In the last town by"), required=True)
    begins = ClockField(label=_("A day begins at"), required=True)
    ends = ClockField(label=_("In the hotel by"), required=True)
    lunch = forms.IntegerField(label=_("Lunch, minutes"), min_value=0, max_value=240)
    lunch_from = ClockField(label=_("Lunch begins from"), required=True)
    lunch_until = ClockField(label=_("to"), required=True)
    most_a_day = forms.IntegerField(label=_("Appointments a day, at most"), min_value=0, max_value=20)
    parties = forms.IntegerField(label=_("Groups that can split"), min_value=1, max_value=4)
    leg_slack = forms.IntegerField(label=_("Slack within a town, minutes a way"), min_value=0, max_value=120)
    trip_slack = forms.IntegerField(label=_("Slack between towns, minutes a way"), min_value=0, max_value=240)
    resources = forms.CharField(
        label=_("What is scarce"),
        max_length=200,
        required=False,
        help_text=_("such as interpreter:de 1, interpreter:fr 1"),
    )

    @classmethod
    def initial_of(cls, terms: PlanTerms) -> dict[str, Any]:
        """The terms as the fields show them."""
        return {**terms.kept(), "resources": ", ".join(f"{name} {count}" for name, count in terms.resources.items())}

    def clean_resources(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for part in str(self.cleaned_data["resources"]).replace("，", ",").split(","):
            name, _space, count = part.strip().rpartition(" ")
            if not part.strip():
                continue
            if not name or not count.isdecimal() or int(count) > 20:
                raise ValidationError(
                    _("Expected a name and a number, such as interpreter:de 1; found %(found)s."),
                    params={"found": part.strip()[:60]},
                )
            found[name.strip()[:40]] = int(count)
        return found

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        for first, last in (("begins", "ends"), ("lunch_from", "lunch_until")):
            if said.get(first) is not None and said.get(last) is not None and said[last] < said[first]:
                self.add_error(last, ValidationError(_("Expected a time that is not before the other.")))
        return said
