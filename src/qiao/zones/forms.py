"""What people may send to the zone's pages, and how it is checked."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import (
    password_validators_help_text_html,
    validate_password,
)
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, get_language_info, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from qiao.kit import show
from qiao.zones.models import Circle, Membership, Role, User, Zone
from qiao.zones.models.zone import known_time_zone
from qiao.zones.queries.circles import circles_seen_by
from qiao.zones.queries.members import members_seen_by

CONFINED_HELP = _("Station keepers and guests see only what belongs to their circles; everyone else sees the zone.")


def languages() -> list[tuple[str, str]]:
    """The interface's languages, each by its own name."""
    return [(code, get_language_info(code)["name_local"]) for code, _name in settings.LANGUAGES]


class ZoneForm(forms.Form):
    """What a director says of the zone; one name for each language of the interface."""

    home_names = forms.CharField(
        label=_("Names of the home territory"),
        help_text=_("One per line, as reports write it. Whoever bears one of them is us, not a party we met."),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )
    time_zone = forms.CharField(label=_("Time zone"), help_text=_("Such as Asia/Shanghai."), max_length=64)
    industry_system = forms.CharField(
        label=_("Industry system"), help_text=_("Such as 6+2+X."), max_length=80, required=False
    )
    language = forms.ChoiceField(label=_("Language of the zone"))

    def __init__(self, *args: Any, zone: Zone, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = languages()  # type: ignore[attr-defined]  # set late: names are lazy
        self.initial = {
            "home_names": "\n".join(zone.home_names),
            "time_zone": zone.time_zone,
            "industry_system": zone.industry_system,
            "language": zone.language,
        }
        reader = get_language() or zone.language
        for code, _name in languages():
            words = {"language": show.language(code, reader)}
            field = forms.CharField(label=_("Name (%(language)s)") % words, max_length=120, required=False)
            field.widget.attrs["lang"] = code
            self.fields[f"name_{code}"] = field
            self.initial[f"name_{code}"] = zone.names.get(code, "")
        self.order_fields([*(f"name_{code}" for code, _name in languages()), "home_names"])

    def clean_time_zone(self) -> str:
        name = str(self.cleaned_data["time_zone"])
        try:
            known_time_zone(name)
        except ValidationError as error:
            raise ValidationError(
                _("Expected a name of the tz database, such as Asia/Shanghai; found “%(found)s”."),
                params={"found": name},
            ) from error
        return name

    def clean_home_names(self) -> list[str]:
        return [line.strip() for line in self.cleaned_data["home_names"].splitlines() if line.strip()]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        cleaned["names"] = {code: cleaned.get(f"name_{code}", "") for code, _name in settings.LANGUAGES}
        return cleaned


class CirclesField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # not subscriptable when it runs
    """Circles of the member's zone, as boxes to tick."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            queryset=Circle.objects.none(),
            label=_("Circles"),
            help_text=CONFINED_HELP,
            required=False,
            **kwargs,
        )


class InviteForm(forms.Form):
    email = forms.EmailField(label=_("E-mail address"), widget=forms.EmailInput(attrs={"autocomplete": "off"}))
    role = forms.ChoiceField(label=_("Role"), choices=Role.choices, initial=Role.OFFICER)
    circles = CirclesField()
    language = forms.ChoiceField(label=_("Language of the letter"))

    def __init__(self, *args: Any, member: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["circles"].queryset = circles_seen_by(member)  # type: ignore[attr-defined]
        self.fields["language"].choices = languages()  # type: ignore[attr-defined]
        self.fields["language"].initial = member.zone.language
        if not circles_seen_by(member).exists():
            del self.fields["circles"]


class RoleForm(forms.Form):
    role = forms.ChoiceField(label=_("Role"), choices=Role.choices)


class CirclesForm(forms.Form):
    circles = CirclesField()

    def __init__(self, *args: Any, member: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["circles"].queryset = circles_seen_by(member)  # type: ignore[attr-defined]


class CircleForm(forms.Form):
    name = forms.CharField(label=_("Name of the circle"), max_length=80)


class CircleMembersForm(forms.Form):
    members = forms.ModelMultipleChoiceField(
        label=_("Members"),
        queryset=Membership.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: Any, member: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["members"]
        field.queryset = members_seen_by(member).filter(active=True)  # type: ignore[attr-defined]
        field.label_from_instance = lambda row: f"{row.user} ({row.get_role_display()})"  # type: ignore[attr-defined]


class AccountForm(forms.Form):
    name = forms.CharField(
        label=pgettext_lazy("of a person", "Name"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    language = forms.ChoiceField(label=_("Language"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = languages()  # type: ignore[attr-defined]


class JoinForm(AccountForm):
    """Name and password of somebody who joins with a new account at `email`."""

    password = forms.CharField(
        label=_("Password"),
        strip=False,
        help_text=password_validators_help_text_html,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, email: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.email = email

    def clean_password(self) -> str:
        password = str(self.cleaned_data["password"])
        validate_password(password, User(email=self.email, name=self.cleaned_data.get("name", "")))
        return password
