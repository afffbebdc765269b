"""The forms of a planned event: what it is, a point of its agenda, its matchmaking round, names pasted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from qiao.missions.forms.visits import ClockField, DayField
from qiao.missions.models import Leg
from qiao.missions.travel import find_town
from qiao.register.forms.audience import AudienceForm

LONGEST_PASTE = 200_000  # characters


class EventForm(AudienceForm):
    """What a gathering is, where and when. Of a mission it is in one of its towns, and seen by those who see it."""

    title = forms.CharField(label=_("Name"), max_length=200)
    place = forms.ChoiceField(label=_("Town"), required=False)
    town = forms.CharField(label=_("Town"), max_length=120, required=False)
    venue = forms.CharField(label=_("Venue"), max_length=300, required=False)
    day = DayField(label=_("Day"))
    start = ClockField(label=_("Begins at"), required=True)
    minutes = forms.IntegerField(label=_("Minutes"), min_value=10, max_value=1440, initial=180)
    claimed = forms.IntegerField(
        label=_("How many are said to have come"), min_value=0, max_value=1_000_000, required=False
    )
    everyone = forms.BooleanField(label=_("The whole delegation is there"), required=False, initial=True)
    field_order = ("title", "place", "town", "venue", "day", "start", "minutes", "claimed", "everyone", "audience")

    def __init__(self, *args: Any, legs: Sequence[Leg], of_mission: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        self.legs = {leg.place: leg for leg in legs}
        self.fields["place"].choices = [("", "—"), *((leg.place, leg.town) for leg in legs)]  # type: ignore[attr-defined]  # a ChoiceField
        for name in ("town", "audience") if of_mission else ("place", "everyone"):
            self.fields.pop(name, None)

    def clean(self) -> dict[str, Any]:
        """The columns of the event."""
        said = super().clean() or {}
        if "place" in self.fields:
            leg = self.legs.get(said.get("place", ""))
            said |= {"town": leg.town, "time_zone": leg.time_zone} if leg else {"town": "", "time_zone": ""}
        else:
            town = find_town(said.get("town", "")) if said.get("town") else None
            said |= {"place": town.key if town else "", "time_zone": town.time_zone if town else ""}
        return said


class AgendaForm(forms.Form):
    """One point of an agenda; the speaker is chosen by name."""

    title = forms.CharField(label=_("What"), max_length=300)
    start = ClockField(label=_("From"), required=True)
    minutes = forms.IntegerField(label=_("Minutes"), min_value=0, max_value=1440, initial=15)


class RoundForm(forms.Form):
    """How many can meet, when, how long."""

    tables = forms.IntegerField(label=_("Tables"), min_value=0, max_value=2_000)
    slots = forms.IntegerField(label=_("Slots"), min_value=0, max_value=64)
    slot_minutes = forms.IntegerField(label=_("Minutes of a slot"), min_value=5, max_value=240)
    round_start = ClockField(label=_("The first begins at"))

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        slots, length, start = said.get("slots"), said.get("slot_minutes"), said.get("round_start") or 0
        if slots and length and start + slots * length > 24 * 60:
            raise ValidationError(_("Expected slots that end on the same day; these run past midnight."))
        return said


class PasteForm(forms.Form):
    """Lines pasted."""

    lines = forms.CharField(
        label=_("Lines"),
        max_length=LONGEST_PASTE,
        widget=forms.Textarea({"rows": 8, "spellcheck": "false"}),
    )
