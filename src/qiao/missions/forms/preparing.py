"""The forms with which a mission is prepared: what for, when, where, who, in whose name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from babel import Locale
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from qiao.kit.locales import locale_of
from qiao.missions.actions.plan_mission import LONGEST_JOURNEY
from qiao.missions.enums import Duty, InviterSort, MissionRoleKind, MissionState
from qiao.missions.forms.visits import DayField
from qiao.missions.models import ApprovalStep, Leg
from qiao.missions.travel import Town, find_town, town_key
from qiao.missions.travel.towns import by_country
from qiao.missions.triprules import RULE_SETS
from qiao.register.forms.audience import AudienceForm

CURRENCIES = ("CNY", "EUR", "USD", "CHF", "GBP", "JPY", "HKD")


def countries(language: str) -> list[tuple[str, str]]:
    """Codes and names of the countries, by name."""
    locale: Locale = locale_of(language)
    named = [(code, str(name)) for code, name in locale.territories.items() if len(code) == 2 and code.isalpha()]
    return [("", "—"), *sorted((one for one in named if one[0] not in ("ZZ", "EU", "EZ", "UN", "XA", "XB")), key=_name)]


def _name(one: tuple[str, str]) -> str:
    return one[1]


class PurposeForm(forms.Form):
    """What a mission is for, when it goes, under which rules, for how much."""

    departs_on = DayField(label=_("Leaves home on"), required=True)
    returns_on = DayField(label=_("Is home again on"), required=True)
    purpose = forms.CharField(label=_("Purpose"), max_length=4000, required=False, widget=forms.Textarea({"rows": 3}))
    rules = forms.ChoiceField(label=_("Trip rules"), choices=RULE_SETS.items(), required=False)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        first, last = said.get("departs_on"), said.get("returns_on")
        if first and last and last < first:
            self.add_error("returns_on", ValidationError(_("Expected a return on or after the departure.")))
        elif first and last and (last - first).days >= LONGEST_JOURNEY:
            self.add_error(
                "returns_on",
                ValidationError(
                    _("Expected at most %(most)s days; found %(found)s."),
                    params={"most": LONGEST_JOURNEY, "found": (last - first).days + 1},
                ),
            )
        return said


class NewMissionForm(PurposeForm, AudienceForm):
    """A mission that begins."""

    title = forms.CharField(label=_("Title"), max_length=200)
    towns = forms.CharField(
        label=_("Towns"),
        max_length=400,
        required=False,
        help_text=_("in the order of the journey, with commas between"),
    )
    field_order = ("title", "departs_on", "returns_on", "towns", "purpose", "rules", "audience")

    def clean_towns(self) -> list[Town]:
        said = str(self.cleaned_data["towns"])
        for sign in "，、;；→\n":
            said = said.replace(sign, ",")
        names = [name.strip() for name in said.split(",") if name.strip()][:20]
        found = [(name, find_town(name)) for name in names]
        unknown = [name for name, town in found if town is None]
        if unknown:
            raise ValidationError(
                _("Nobody knows where %(found)s is. Leave it out here and add it with its country later."),
                params={"found": ", ".join(unknown)[:120]},
            )
        return [town for _name, town in found if town is not None]


class MissionForm(PurposeForm):
    """The same of a mission that is being planned, with how far it has come and what it may cost."""

    state = forms.ChoiceField(label=_("How far it has come"), choices=MissionState.choices)
    budget = forms.DecimalField(label=_("Budget"), min_value=0, max_digits=14, decimal_places=2, required=False)
    budget_currency = forms.ChoiceField(
        label=_("Currency"), choices=[("", "—"), *((one, one) for one in CURRENCIES)], required=False
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("budget") is not None and not said.get("budget_currency"):
            self.add_error("budget_currency", ValidationError(_("Expected a currency beside the amount.")))
        return said


class LegForm(forms.Form):
    """A town of the journey: one of the gazetteer, or one of our own with its country."""

    town = forms.CharField(label=_("Town"), max_length=120)
    country = forms.ChoiceField(label=_("Country, where the town is not known"), required=False)
    arrives_on = DayField(label=_("arrives"))
    leaves_on = DayField(label=_("leaves"))
    hotel = forms.BooleanField(label=_("A night may be spent here"), required=False, initial=True)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["country"].choices = countries(get_language() or "en")  # type: ignore[attr-defined]  # a ChoiceField

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        town = find_town(said["town"]) if said.get("town") else None
        if town is None and said.get("town") and not said.get("country"):
            self.add_error("country", ValidationError(_("Nobody knows this town: say in which country it is.")))
        elif town is None and said.get("town"):
            said["found"] = None
        else:
            said["found"] = town
        if said.get("arrives_on") and said.get("leaves_on") and said["leaves_on"] < said["arrives_on"]:
            self.add_error("leaves_on", ValidationError(_("Expected a day on or after the arrival.")))
        return said

    def columns(self, position: int) -> dict[str, Any]:
        """The columns of the leg."""
        said, town = self.cleaned_data, self.cleaned_data["found"]
        told: dict[str, Any] = {
            "position": position,
            "town": said["town"],
            "arrives_on": said["arrives_on"],
            "leaves_on": said["leaves_on"],
            "hotel": said["hotel"],
        }
        if town is None:
            country = said["country"]
            return told | {"place": town_key(said["town"], country), "country": country, "time_zone": zone_of(country)}
        return told | place_columns(town)


def place_columns(town: Town) -> dict[str, Any]:
    """The columns of a leg that a known town fills."""
    return {
        "place": town.key,
        "country": town.country,
        "region": town.region,
        "time_zone": town.time_zone,
        "latitude": town.latitude,
        "longitude": town.longitude,
    }


def zone_of(country: str) -> str:
    """The time zone of a country's best-known town; UTC where nobody knows one."""
    known = by_country().get(country, ())
    return max(known, key=lambda town: town.population).time_zone if known else "UTC"


class TravellerForm(forms.Form):
    """A person who travels; they are chosen by name."""

    duty = forms.ChoiceField(label=_("Duty"), choices=Duty.choices, initial=Duty.MEMBER)
    rank = forms.CharField(label=_("Rank"), max_length=120, required=False)
    languages = forms.CharField(label=_("Languages"), max_length=60, required=False, help_text=_("such as zh, en, de"))
    joins_on = DayField(label=_("joins"))
    leaves_on = DayField(label=_("leaves"))

    def clean_languages(self) -> list[str]:
        said = str(self.cleaned_data["languages"]).replace("，", ",").replace(" ", ",")
        return [one.strip().lower()[:8] for one in said.split(",") if one.strip()][:8]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("joins_on") and said.get("leaves_on") and said["leaves_on"] < said["joins_on"]:
            self.add_error("leaves_on", ValidationError(_("Expected a day on or after the one of joining.")))
        return said


class RoleForm(forms.Form):
    """In which part a party stands behind the mission; it is chosen by name."""

    kind = forms.ChoiceField(label=_("Part"), choices=MissionRoleKind.choices)
    inviter = forms.ChoiceField(
        label=_("What the inviter is"), choices=[("", "—"), *InviterSort.choices], required=False
    )
    note = forms.CharField(label=_("Note"), max_length=300, required=False)


class StepForm(forms.Form):
    """When a step of the approval was done, and under which number."""

    done_on = DayField(label=_("done on"))
    reference = forms.CharField(label=_("number"), max_length=120, required=False)


class OwnStepForm(forms.Form):
    """A step of our own."""

    title = forms.CharField(label=_("Step"), max_length=ApprovalStep._meta.get_field("title").max_length)
    due_on = DayField(label=_("due on"))


def free_place(legs: Sequence[Leg], place: str) -> str:
    """The key of a town, numbered when the journey comes there a second time."""
    taken = {leg.place for leg in legs}
    number, key = 2, place
    while key in taken:
        key = f"{place[:56]}#{number}"
        number += 1
    return key
