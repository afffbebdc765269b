"""The forms of the register that are no claims: filters, a new party, a judgement, a withdrawal."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from qiao.register.enums import PARTIES, EntityKind, Reason, Verdict
from qiao.register.forms.base import LANGUAGES
from qiao.zones.models import Circle, Membership, Role


class AddPartyForm(forms.Form):
    kind = forms.ChoiceField(label=_("Kind"), choices=[(kind.value, kind.label) for kind in PARTIES])
    name = forms.CharField(label=_("Name"), max_length=300)
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES, required=False)
    audience = forms.ModelChoiceField(
        label=_("Who may see it"),
        queryset=Circle.objects.none(),
        required=False,
        empty_label=_("the whole zone"),
    )

    def __init__(self, *args: Any, member: Membership, **options: Any) -> None:
        super().__init__(*args, **options)
        circles = Circle.objects.visible_to(member).order_by("name")
        if member.role != Role.DIRECTOR:
            circles = circles.filter(pk__in=member.circle_ids)
        field = self.fields["audience"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = circles
        if member.is_confined:
            field.required, field.empty_label = True, None
        elif not circles.exists():
            del self.fields["audience"]

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
