"""What every form for a claim asks: the value, how it is meant, and from when to when it holds."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from qiao.register.enums import Modality
from qiao.register.forms.days import DaysField, coarsest, written
from qiao.register.models import Claim, Entity
from qiao.zones.models import Membership

LANGUAGES = (
    ("", _("told from the letters")),
    ("zh-Hans", _("Chinese (simplified)")),
    ("zh-Hant", _("Chinese (traditional)")),
    ("en", _("English")),
    ("fr", _("French")),
    ("de", _("German")),
)


class ClaimForm(forms.Form):
    """A claim about `subject`, stated or corrected by `member`. Each table has a form class of its own."""

    table: ClassVar[type[Claim]]
    columns: ClassVar[tuple[str, ...]] = ()  # fields that are columns of the table

    modality = forms.ChoiceField(label=_("Meant as"), choices=Modality.choices, initial=Modality.FACT)
    valid_from = DaysField(label=_("From"))
    valid_until = DaysField(label=_("Until"))

    def __init__(
        self, *args: Any, member: Membership, subject: Entity, claim: Claim | None = None, **options: Any
    ) -> None:
        self.member, self.subject, self.claim = member, subject, claim
        if claim is not None:
            options["initial"] = self.held(claim) | options.get("initial", {})
        super().__init__(*args, **options)
        if claim is not None:
            self.fields["because"] = forms.CharField(
                label=_("Why it is corrected"),
                required=False,
                max_length=300,
                help_text=_("Kept with the old value. Leave names of persons out."),
            )
        self.order_fields([*self.columns, "modality", "valid_from", "valid_until", "because"])

    def held(self, claim: Claim) -> dict[str, Any]:
        """What the fields show when a claim is corrected."""
        own = {column: getattr(claim, column) for column in self.columns if hasattr(claim, column)}
        return own | {
            "modality": claim.modality,
            "valid_from": written(claim.valid_from, claim.precision),
            "valid_until": written(claim.valid_until, claim.precision),
        }

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        first, last = said.get("valid_from"), said.get("valid_until")
        if first and last and first.first > last.last:
            self.add_error("valid_until", _("Expected a day after the beginning."))
        return said

    def values(self) -> dict[str, Any]:
        """The columns to record, validity among them."""
        first, last = self.cleaned_data["valid_from"], self.cleaned_data["valid_until"]
        return self.own_values() | {
            "modality": self.cleaned_data["modality"],
            "valid_from": first.first if first else None,
            "valid_until": last.last if last else None,
            "precision": coarsest(first, last),
        }

    def own_values(self) -> dict[str, Any]:
        """The columns that say what is claimed."""
        return {column: self.cleaned_data[column] for column in self.columns}
