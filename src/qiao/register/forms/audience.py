"""Who may see what is entered: the whole zone, or one circle."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from qiao.zones.models import Circle, Membership, Role


class AudienceForm(forms.Form):
    """A form that asks for a circle where the member has a choice, and insists on one from a confined member."""

    audience = forms.ModelChoiceField(
        label=_("Who may see it"),
        queryset=Circle.objects.none(),
        required=False,
        empty_label=_("the whole zone"),
    )

    def __init__(self, *args: Any, member: Membership, **options: Any) -> None:
        super().__init__(*args, **options)
        self.member = member
        circles = Circle.objects.visible_to(member).order_by("name")
        if member.role != Role.DIRECTOR:
            circles = circles.filter(pk__in=member.circle_ids)
        field = self.fields["audience"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = circles
        if member.is_confined:
            field.required, field.empty_label = True, None
        elif not (circles.exists() if member.role == Role.DIRECTOR else member.circle_ids):
            del self.fields["audience"]
