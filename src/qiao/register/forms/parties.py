"""The forms of the register that are no claims: filters, a new party, a judgement, a withdrawal."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from qiao.register.enums import PARTIES, EntityKind, Reason, Verdict
from qiao.register.forms.audience import AudienceForm
from qiao.register.forms.base import LANGUAGES


class AddPartyForm(AudienceForm):
    field_order = ("kind", "name", "language", "audience")

    kind = forms.ChoiceField(label=_("Kind"), choices=[(kind.value, kind.label) for kind in PARTIES])
    name = forms.CharField(label=_("Name"), max_length=300)
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES, required=False)

    @property
    def party_kind(self) -> EntityKind:
        return EntityKind(self.cleaned_data["kind"])


class JudgeForm(forms.Form):
    """`typed` looks for the other record, `other` is the one chosen among those found."""

    verdict = forms.ChoiceField(label=_("They are"), choices=Verdict.choices, widget=forms.RadioSelect)
    reasons = forms.MultipleChoiceField(
        label=_("Because"), choices=Reason.choices, widget=forms.CheckboxSelectMultiple, required=False
    )
    other = forms.UUIDField(error_messages={"required": _("Expected one of the parties found.")})


class WithdrawForm(forms.Form):
    because = forms.CharField(
        label=_("Why it is withdrawn"),
        max_length=300,
        help_text=_("Kept with the claim. Leave names of persons out."),
    )
