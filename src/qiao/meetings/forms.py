"""The form in which a meeting is entered: who, when, where, what was said, what was promised."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from qiao.kit.dates import span_of
from qiao.kit.ids import id_or_none
from qiao.kit.kept_query import Among
from qiao.meetings.actions.enter import Present, Promised
from qiao.meetings.enums import MeetingKind, NoteKind, Side
from qiao.register.enums import PARTIES
from qiao.register.forms.audience import AudienceForm
from qiao.register.forms.days import DaysField
from qiao.register.models import Entity
from qiao.zones.models import Membership
from qiao.zones.queries.kept import KeptFor
from qiao.zones.queries.members import members_seen_by

MOST_PRESENT = 100
MOST_PROMISES = 12
LONGEST_PROMISE = 500


@dataclass(frozen=True, slots=True)
class PromiseSaid:
    """One row of the promises, as it was typed. `wrong_day` is what could not be read as a day."""

    ours: bool = True
    text: str = ""
    due_on: date | None = None
    owner: UUID | None = None
    wrong_day: str = ""

    @classmethod
    def read(cls, side: str, text: str, due: str, owner: str) -> PromiseSaid:
        """What the fields of one row say."""
        words = " ".join(text.replace("\0", " ").split())[:LONGEST_PROMISE]
        span = span_of(due.strip()) if due.strip() else None
        day = span[1] if span else None
        return cls(side != "theirs", words, day, id_or_none(owner), "" if day or not due.strip() else due[:20])


def _note(label: Any, *, rows: int) -> forms.CharField:
    return forms.CharField(label=label, max_length=8000, required=False, widget=forms.Textarea({"rows": rows}))


class MeetingForm(AudienceForm):
    """`present` lists who was there as "side:id", one value each.

    `typed` looks for one more, `other` is the one chosen among those found: met, unless put on our side before.
    """

    kind = forms.ChoiceField(label=_("Kind"), choices=MeetingKind.choices, widget=forms.RadioSelect)
    days = DaysField(label=_("Day"), required=True)
    place = forms.CharField(label=_("Place"), max_length=120, required=False)
    typed = forms.CharField(label=_("Who else was there"), max_length=300, required=False)
    other = forms.UUIDField(required=False)
    said = _note(_("What was said"), rows=4)
    shown = _note(_("What was shown"), rows=1)
    next = _note(_("Next step"), rows=1)

    def __init__(
        self,
        *args: Any,
        present: Sequence[str] = (),
        promises: Sequence[PromiseSaid] = (),
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.told = _told(present)
        self.promises = list(promises)[:MOST_PROMISES]

    def notes(self) -> list[tuple[NoteKind, str]]:
        """What was noted, by kind; empty notes are left out."""
        told = ((kind, str(self.cleaned_data.get(kind.value) or "").strip()) for kind in NoteKind)
        return [(kind, text) for kind, text in told if text]

    def promised(self) -> list[Promised]:
        """The promises that were filled in."""
        named = any(one.owner for one in self.promises if one.text)
        owners = {owner.pk: owner for owner in members_seen_by(self.member) if owner.active} if named else {}
        return [
            Promised(one.ours, one.text, one.due_on, owners.get(one.owner) if one.owner else None)
            for one in self.promises
            if one.text
        ]

    def put(self, side: str, party: str) -> None:
        """Put a party on the list, or take it over to this side."""
        told = {known: held for held, known in [*self.told, *_told([f"{side}:{party}"])]}
        self.told = [(held, known) for known, held in told.items()][:MOST_PRESENT]

    def present(self) -> list[Present]:
        """Those on the list whom the member may see, in its order."""
        ids = [party for _side, party in self.told]
        seen = {party.pk: party for party in _PARTIES.ask(self.member, ids=ids)}
        return [Present(seen[party], side) for side, party in self.told if party in seen]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("other"):
            self.put(Side.HOST, str(said["other"]))
        said["present"] = self.present()
        self._check_promises(said["present"])
        if all(one.side == Side.OURS for one in said["present"]):
            self.add_error("typed", ValidationError(_("Expected somebody who was met; nobody was put on the list.")))
        return said

    def _check_promises(self, present: Sequence[Present]) -> None:
        told = [one for one in self.promises if one.text]
        for one in told:
            if one.wrong_day:
                words = _("Expected a day such as 2023-06-13; found %(found)s.")
                self.add_error(None, ValidationError(words, params={"found": one.wrong_day}))
        if told and not any(one.side == Side.OURS for one in present):
            self.add_error("typed", ValidationError(_("A promise has two sides: say who of us was there.")))


def _parties(member: Membership) -> QuerySet[Entity]:
    return Entity.objects.visible_to(member).filter(Among("id"), kind__in=PARTIES)


_PARTIES = KeptFor(_parties)


def promises_said(said: Any) -> list[PromiseSaid]:
    """The rows of promises that a page sent: side, text, day and owner, one value each."""
    columns = [said.getlist(name)[:MOST_PROMISES] for name in ("p_side", "p_text", "p_due", "p_owner")]
    return [PromiseSaid.read(*row) for row in zip_longest(*columns, fillvalue="")]


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
