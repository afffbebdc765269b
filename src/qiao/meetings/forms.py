"""The form in which a meeting is entered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from qiao.meetings.actions.enter import Present
from qiao.meetings.enums import MeetingKind, Side
from qiao.register.enums import PARTIES
from qiao.register.forms.audience import AudienceForm
from qiao.register.forms.days import DaysField
from qiao.register.models import Entity

MOST_PRESENT = 100


class MeetingForm(AudienceForm):
    """`present` lists who was there as "side:id", one value each.

    `typed` looks for one more, `other` is the one chosen among those found: met, unless put on our side before.
    """

    kind = forms.ChoiceField(label=_("Kind"), choices=MeetingKind.choices, widget=forms.RadioSelect)
    days = DaysField(label=_("Day"), required=True)
    place = forms.CharField(label=_("Place"), max_length=120, required=False)
    typed = forms.CharField(label=_("Who else was there"), max_length=300, required=False)
    other = forms.UUIDField(required=False)

    def __init__(self, *args: Any, present: Sequence[str] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        self.told = _told(present)

    def put(self, side: str, party: str) -> None:
        """Put a party on the list, or take it over to this side."""
        told = {known: held for held, known in [*self.told, *_told([f"{side}:{party}"])]}
        self.told = [(held, known) for known, held in told.items()][:MOST_PRESENT]

    def present(self) -> list[Present]:
        """Those on the list whom the member may see, in its order."""
        ids = [party for _side, party in self.told]
        seen = Entity.objects.visible_to(self.member).filter(kind__in=PARTIES).in_bulk(ids)
        return [Present(seen[party], side) for side, party in self.told if party in seen]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("other"):
            self.put(Side.HOST, str(said["other"]))
        said["present"] = self.present()
        if all(one.side == Side.OURS for one in said["present"]):
            self.add_error("typed", ValidationError(_("Expected somebody who was met; nobody was put on the list.")))
        return said


def _told(values: Sequence[str]) -> list[tuple[Side, UUID]]:
    """Sides and ids; what cannot be read as such was not written by our page and is left out."""
    told = {}
    for value in values[:MOST_PRESENT]:
        side, _colon, party = value.partition(":")
        try:
            told[UUID(party)] = (Side(side), UUID(party))
        except ValueError:
            continue
    return list(told.values())
