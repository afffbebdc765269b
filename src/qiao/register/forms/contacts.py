"""Contact points checked and written in one way each."""

from __future__ import annotations

import re
from collections.abc import Callable

import phonenumbers
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, URLValidator
from django.utils.translation import gettext_lazy as _

from qiao.register.enums import ContactKind

_WECHAT = re.compile(r"[A-Za-z][-_A-Za-z0-9]{5,19}")


def checked(kind: str, address: str, country: str = "") -> str:
    """A contact point in its usual spelling.

    country    where the party is, for telephone numbers written without a country code.
    Raises     ValidationError with what was expected.
    """
    text = address.strip()
    if kind == ContactKind.PHONE:
        return _phone(text, country)
    return _CHECKS.get(ContactKind(kind), str)(text)


def _phone(text: str, country: str) -> str:
    try:
        number = phonenumbers.parse(text, country or None)
    except phonenumbers.NumberParseException as wrong:
        raise ValidationError(
            _("Expected a telephone number with its country code, such as +49 89 123456; found %(found)s."),
            params={"found": text},
        ) from wrong
    if not phonenumbers.is_possible_number(number):
        raise ValidationError(
            _("Expected as many digits as numbers of that country have; found %(found)s."), params={"found": text}
        )
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def _email(text: str) -> str:
    EmailValidator(_("Expected an address such as name@example.org."))(text)
    return text


def _web(text: str) -> str:
    address = text if "://" in text else f"https://{text}"
    URLValidator(["http", "https"], message=_("Expected an address such as www.example.org."))(address)
    return address


def _wechat(text: str) -> str:
    if not _WECHAT.fullmatch(text):
        raise ValidationError(_("Expected a WeChat ID: a letter, then 5 to 19 letters, digits, - or _."))
    return text


_CHECKS: dict[ContactKind, Callable[[str], str]] = {
    ContactKind.EMAIL: _email,
    ContactKind.WEB: _web,
    ContactKind.WECHAT: _wechat,
}
