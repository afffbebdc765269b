"""What the values of a column look like, whatever its header says."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from qiao.exchange.reading.countries import country_code
from qiao.exchange.reading.fields import Field
from qiao.exchange.reading.number_cells import number_said
from qiao.exchange.reading.party_kind import ORGANISATION, PERSON, kind_of_name
from qiao.exchange.reading.values import domain_of, mail_said, site_said

ENOUGH = 0.7
_CONTRADICTED = 0.1
_PHONE = re.compile(r"\+?\(?\d[\d\s().\-/–,;]{5,40}")


@dataclass(frozen=True, slots=True)
class Seen:
    """The field that most values look like, their share (0 to 1), and how far such a look can be trusted (0 to 1)."""

    field: Field
    share: float
    weight: float


def seen_in(values: Sequence[str]) -> Seen | None:
    """What at least `ENOUGH` of the values look like; the most telling look first."""
    for field, weight, looks in _LOOKS:
        share = sum(map(looks, values)) / len(values)
        if share >= ENOUGH:
            return Seen(field, share, weight)
    return None


def contradicts(field: Field, values: Sequence[str]) -> bool:
    """Whether hardly a value is what its header says, for fields whose values have a form."""
    looks = _FORMS.get(field)
    return looks is not None and sum(map(looks, values)) / len(values) < _CONTRADICTED


def _is_phone(text: str) -> bool:
    """Signs of a number, seven digits or more, and more of them when nothing but digits tells."""
    digits = sum(map(str.isdigit, text))
    return _PHONE.fullmatch(text) is not None and digits >= (11 if text.isdigit() else 7)


def _holds_phone(text: str) -> bool:
    return sum(map(str.isdigit, text)) >= 5


def _is_site(text: str) -> bool:
    return " " not in text and "." in text and "@" not in text and bool(site_said(text)) and bool(domain_of(text))


def _is_uuid(text: str) -> bool:
    try:
        return len(text) == 36 and bool(UUID(text))
    except ValueError:
        return False


def _number(scheme: str) -> Callable[[str], bool]:
    return lambda text: bool(number_said(scheme, text))


def _is_mail(text: str) -> bool:
    return bool(mail_said(text))


def _is_country(text: str) -> bool:
    return bool(country_code(text))


def _is_house(text: str) -> bool:
    return kind_of_name(text[:200]) == ORGANISATION


def _is_person(text: str) -> bool:
    return kind_of_name(text[:200]) == PERSON


_LOOKS: tuple[tuple[Field, float, Callable[[str], bool]], ...] = (
    (Field.EMAIL, 0.95, _is_mail),
    (Field.QIAO_ID, 0.5, _is_uuid),
    (Field.LEI, 0.95, _number("lei")),
    (Field.USCC, 0.95, _number("uscc")),
    (Field.ORCID, 0.95, _number("orcid")),
    (Field.HRB, 0.9, _number("hrb")),
    (Field.VAT, 0.75, _number("vat")),
    (Field.WEBSITE, 0.9, _is_site),
    (Field.COUNTRY, 0.9, _is_country),
    (Field.PHONE, 0.8, _is_phone),
    (Field.ORGANISATION, 0.8, _is_house),
    (Field.PERSON, 0.75, _is_person),
)
_FORMS: dict[Field, Callable[[str], bool]] = {
    Field.EMAIL: lambda text: "@" in text,
    Field.CONTACT_EMAIL: lambda text: "@" in text,
    Field.PHONE: _holds_phone,
    Field.CONTACT_PHONE: _holds_phone,
    Field.WEBSITE: lambda text: "." in text and "@" not in text,
    Field.COUNTRY: _is_country,
    Field.QIAO_ID: _is_uuid,
    Field.NAME: lambda text: any(map(str.isalpha, text)),
    Field.ORGANISATION: lambda text: any(map(str.isalpha, text)),
    Field.PERSON: lambda text: any(map(str.isalpha, text)),
}
