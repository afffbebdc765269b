"""Correcting one proposed fact: its words, its reading, its modality and what it says beside them."""

from __future__ import annotations

from copy import deepcopy
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from qiao.engines.text.quantity import Bound, bounded
from qiao.intake import codes
from qiao.intake.enums import FactKind
from qiao.intake.models import Proposal
from qiao.intake.queries.readings import quantity_of
from qiao.kit.dates import span_of
from qiao.register.enums import Modality


def _line(label: Any, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=300, **more)


def _choice(label: Any, words: dict[str, Any]) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, required=False, choices=[("", "—"), *words.items()])


def _number(label: Any) -> forms.DecimalField:
    return forms.DecimalField(label=label, required=False, max_digits=20, decimal_places=4)


NAME = ("norm", _line(_("Full or usual name"), help_text=_("What joins this name with the others of the same party")))
DATE = ("date", _line(_("Day or days"), help_text=_("Such as 2025-06-03, or 2025-06-02/2025-06-09")))
PLACE = ("place", _line(_("Place")))
COUNTRY = (
    "country",
    forms.CharField(
        label=_("Country"), required=False, min_length=2, max_length=2, help_text=_("Two letters, such as FR")
    ),
)
FIELDS: dict[FactKind, tuple[tuple[str, forms.Field], ...]] = {
    FactKind.PERSON: (NAME, ("role", _line(_("Role"))), ("org", _line(_("Body in which the role is held")))),
    FactKind.ORGANISATION: (NAME, COUNTRY),
    FactKind.PLACE: (NAME, COUNTRY),
    FactKind.DATE: (("norm", _line(_("Day or days"), help_text=_("Such as 2025-06-03, or 2025-06-02/2025-06-09"))),),
    FactKind.EVENT: (NAME, ("kind", _choice(_("Kind of event"), codes.EVENTS)), DATE, PLACE),
    FactKind.COUNT: (
        ("count", _number(_("How many"))),
        ("bound", _choice(_("Bound"), codes.BOUNDS)),
        ("kind", _line(_("What is counted"))),
        ("unit", _line(_("Unit"))),
    ),
    FactKind.AMOUNT: (
        ("amount", _number(_("Amount"))),
        (
            "currency",
            forms.CharField(
                label=_("Currency"),
                required=False,
                min_length=3,
                max_length=3,
                help_text=_("Three letters, such as EUR"),
            ),
        ),
        ("bound", _choice(_("Bound"), codes.BOUNDS)),
        ("kind", _line(_("What it is for"))),
    ),
    FactKind.AGREEMENT: (
        ("kind", _choice(_("Kind of agreement"), codes.AGREEMENTS)),
        ("step", _choice(_("How far it came"), codes.STEPS)),
        ("count", _number(_("How many"))),
        (
            "parties",
            forms.CharField(
                label=_("Parties"),
                required=False,
                widget=forms.Textarea(attrs={"rows": 3}),
                help_text=_("One a line, our own side first"),
            ),
        ),
        DATE,
        PLACE,
    ),
    FactKind.RELATION: (
        (
            "parties",
            forms.CharField(
                label=_("Parties"),
                required=False,
                widget=forms.Textarea(attrs={"rows": 3}),
                help_text=_("One a line, the one who acts first"),
            ),
        ),
        DATE,
        PLACE,
    ),
}
PERSON_POSTS = "posts"


class ProposalForm(forms.Form):
    """The fields of one kind of fact. The words must stand in the text; the place nearest to the old one is meant."""

    words = forms.CharField(label=_("Words of the text"), strip=False, widget=forms.Textarea(attrs={"rows": 2}))
    modality = forms.ChoiceField(label=_("How it is said"), choices=Modality.choices)

    def __init__(self, data: Any = None, *, proposal: Proposal, text: str) -> None:
        self.proposal, self.text = proposal, text
        self.span = (proposal.start, proposal.end)
        super().__init__(data, initial=_initial(proposal), label_suffix="")
        for name, field in FIELDS[FactKind(proposal.kind)]:
            self.fields[name] = deepcopy(field)
        self.order_fields(["words", *(n for n, _f in FIELDS[FactKind(proposal.kind)]), "modality"])

    def clean_words(self) -> str:
        words = str(self.cleaned_data["words"]).replace("\r\n", "\n")
        found = nearest(self.text, words, self.proposal.start)
        if found is None:
            found = nearest(self.text, words.strip(), self.proposal.start)
            words = words.strip()
        if found is None:
            raise ValidationError(_("Expected words that stand in the text, letter for letter; found none such."))
        self.span = (found, found + len(words))
        return words

    def clean_norm(self) -> str:
        norm = str(self.cleaned_data["norm"]).strip()
        if self.proposal.kind == FactKind.DATE:
            return norm if norm == self.proposal.norm else _date(norm)
        return norm or str(self.cleaned_data.get("words", self.proposal.quote))

    def clean_date(self) -> str:
        said = str(self.cleaned_data["date"]).strip()
        return _date(said) if said else ""

    def clean_currency(self) -> str:
        return str(self.cleaned_data["currency"]).upper()

    def clean_country(self) -> str:
        return str(self.cleaned_data["country"]).upper()

    def clean_parties(self) -> list[str]:
        parties = [line.strip() for line in str(self.cleaned_data["parties"]).splitlines() if line.strip()]
        if self.proposal.kind == FactKind.RELATION and len(parties) < 2:
            raise ValidationError(_("Expected two parties or more, one a line."))
        return parties

    def changes(self) -> dict[str, Any]:
        """The columns of the proposal that this form sets."""
        said = self.cleaned_data
        attrs = dict(self.proposal.attrs)
        for name, _field in FIELDS[FactKind(self.proposal.kind)]:
            if name == "norm":
                continue
            _put(attrs, name, said.get(name))
        if said.get("role") != self.proposal.attrs.get("role") or said.get("org") != self.proposal.attrs.get("org"):
            attrs.pop(PERSON_POSTS, None) if self.proposal.kind == FactKind.PERSON else None
        start, end = self.span
        return {"start": start, "end": end, "norm": self._norm(attrs), "modality": said["modality"], "attrs": attrs}

    def _norm(self, attrs: dict[str, Any]) -> str:
        kind = FactKind(self.proposal.kind)
        if kind == FactKind.RELATION:
            return f"{attrs.get('kind', '')}({', '.join(attrs.get('parties', []))})"
        key = {FactKind.COUNT: "count", FactKind.AMOUNT: "amount"}.get(kind)
        if key is None:
            return str(self.cleaned_data.get("norm") or self.proposal.norm)
        if attrs.get(key) is None:
            return self.proposal.norm
        said = str(attrs.get("bound") or Bound.EXACT)
        return bounded(Decimal(str(attrs[key])), Bound(said), currency=str(attrs.get("currency", ""))).norm


def nearest(text: str, words: str, near: int) -> int | None:
    """Where the words stand in the text, closest to a place; None when they do not."""
    if not words:
        return None
    before, after = text.rfind(words, 0, near + len(words)), text.find(words, near)
    found = [place for place in (before, after) if place >= 0]
    return min(found, key=lambda place: abs(place - near), default=None)


def _date(said: str) -> str:
    if span_of(said) is None:
        raise ValidationError(_("Expected a day such as 2025-06-03, or days such as 2025-06-02/2025-06-09."))
    return said


def _put(attrs: dict[str, Any], name: str, value: Any) -> None:
    """Set an attribute, or take it away when the form leaves it empty."""
    if value in (None, "", []):
        attrs.pop(name, None)
    elif isinstance(value, Decimal):
        attrs[name] = int(value) if value == value.to_integral_value() else float(value)
    else:
        attrs[name] = value


def _initial(proposal: Proposal) -> dict[str, Any]:
    attrs = dict(proposal.attrs)
    attrs["parties"] = "\n".join(str(party) for party in attrs.get("parties", []))
    quantity = quantity_of(proposal)
    if quantity is not None:
        attrs["bound"] = quantity.bound.value
    return {**attrs, "words": proposal.quote, "norm": proposal.norm, "modality": proposal.modality}
