"""A tie: the relation as seen from this party, and who is on the other side."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from qiao.register.enums import EntityKind, TieKind
from qiao.register.forms.base import ClaimForm
from qiao.register.models import Claim, Entity, Tie
from qiao.register.queries.timeline import TURNED

_PERSON, _HOUSE = EntityKind.PERSON, EntityKind.ORGANISATION
# Relation -> the kinds that its subject and its object may have.
ENDS: dict[TieKind, tuple[frozenset[EntityKind], frozenset[EntityKind]]] = {
    TieKind.HOLDS_POST: (frozenset({_PERSON}), frozenset({_HOUSE})),
    TieKind.FOUNDED: (frozenset({_PERSON, _HOUSE}), frozenset({_HOUSE})),
    TieKind.SUBSIDIARY_OF: (frozenset({_HOUSE}), frozenset({_HOUSE})),
    TieKind.INVESTED_IN: (frozenset({_PERSON, _HOUSE}), frozenset({_HOUSE})),
    TieKind.LOCATED_IN: (frozenset({_HOUSE}), frozenset({_HOUSE})),
    TieKind.MEMBER_OF: (frozenset({_PERSON, _HOUSE}), frozenset({_HOUSE})),
    TieKind.STUDIED_AT: (frozenset({_PERSON}), frozenset({_HOUSE})),
    TieKind.INTRODUCED_BY: (frozenset({_PERSON, _HOUSE}), frozenset({_PERSON, _HOUSE})),
}
TURN = "turned-"


def relations(kind: str) -> list[tuple[str, Any]]:
    """The relations that a party of this kind can stand in, in both directions, with their words."""
    ours = [(tie.value, tie.label) for tie, (subjects, _objects) in ENDS.items() if kind in subjects]
    theirs = [(TURN + tie.value, TURNED[tie]) for tie, (_subjects, objects) in ENDS.items() if kind in objects]
    return sorted([*ours, *theirs], key=lambda pair: pair[0].removeprefix(TURN) != TieKind.HOLDS_POST)


class TieForm(ClaimForm):
    """`typed` looks for the other party, `other` is the one chosen among those found."""

    table = Tie
    columns = ("relation", "typed", "other", "role")

    relation = forms.ChoiceField(label=_("Relation"))
    role = forms.CharField(
        label=_("Post or role"), max_length=200, required=False, help_text=_("In the source's own words.")
    )
    typed = forms.CharField(label=_("Other party"), max_length=300, required=False)
    other = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["relation"]
        assert isinstance(field, forms.ChoiceField)
        turned = self.claim is None  # a correction keeps its subject
        field.choices = [pair for pair in relations(self.subject.kind) if turned or not pair[0].startswith(TURN)]

    def held(self, claim: Claim) -> dict[str, Any]:
        assert isinstance(claim, Tie)
        return super().held(claim) | {"relation": claim.kind, "other": claim.object_id, "role": claim.role}

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        other = self._other(said)
        if other is None:
            self.add_error("typed", _("Expected one of the parties found; none was chosen."))
        elif said.get("relation"):
            self._check_ends(said, other)
        return said

    def _other(self, said: dict[str, Any]) -> Entity | None:
        chosen = said.get("other")
        other = Entity.objects.visible_to(self.member).filter(pk=chosen).first() if chosen else None
        said["entity"] = other
        return other

    def _check_ends(self, said: dict[str, Any], other: Entity) -> None:
        turned = said["relation"].startswith(TURN)
        kind = TieKind(said["relation"].removeprefix(TURN))
        allowed = ENDS[kind][0 if turned else 1]
        if other.kind not in allowed:
            self.add_error("typed", _("Expected another kind of party for this relation."))
        if other.canonical_id == self.subject.canonical_id:
            self.add_error("typed", _("Expected another party; found this one."))

    @property
    def ends(self) -> tuple[Entity, Entity]:
        """Subject and object of the tie."""
        other = self.cleaned_data["entity"]
        if self.cleaned_data["relation"].startswith(TURN):
            return other, self.subject
        return self.subject, other

    def own_values(self) -> dict[str, Any]:
        kind = TieKind(self.cleaned_data["relation"].removeprefix(TURN))
        return {"kind": kind, "object": self.ends[1], "role": self.cleaned_data["role"]}
