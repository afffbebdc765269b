"""Register numbers checked by the rules of the register that gives them out."""

from __future__ import annotations

import re
from collections.abc import Callable

from stdnum import lei
from stdnum.cn import uscc
from stdnum.eu import vat
from stdnum.exceptions import ValidationError as Malformed
from stdnum.fr import siren
from stdnum.iso7064 import mod_11_2, mod_97_10

from qiao.register.enums import IdentifierScheme

_HRB = re.compile(r"HR[AB] ?\d{1,6}(?: ?[A-Z]{1,3})?\b.*", re.IGNORECASE)
_ROR = re.compile(r"0[a-hj-km-np-tv-z0-9]{6}[0-9]{2}")
_CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"


class NotANumber(ValueError):
    """The number breaks the rules of its register."""


def checked(scheme: str, number: str) -> str:
    """A number in its compact form.

    Raises    NotANumber; numbers of registers without known rules pass as they are.
    """
    check = _CHECKS.get(IdentifierScheme(scheme))
    try:
        return check(number) if check else number.strip()
    except Malformed as wrong:
        raise NotANumber(str(wrong)) from wrong


def _hrb(number: str) -> str:
    text = " ".join(number.split())
    if not _HRB.fullmatch(text):
        raise NotANumber("Expected HRB or HRA and a number.")
    return text


def _ror(number: str) -> str:
    """ROR: Crockford's base 32 with two check digits of ISO 7064 Mod 97-10."""
    text = number.strip().removeprefix("https://").removeprefix("ror.org/").casefold()
    if not _ROR.fullmatch(text):
        raise NotANumber("Expected nine signs beginning with 0.")
    value = 0
    for sign in text[:7]:
        value = value * 32 + _CROCKFORD.index(sign)
    if mod_97_10.calc_check_digits(str(value)) != text[7:]:
        raise NotANumber("Expected other check digits.")
    return text


def _orcid(number: str) -> str:
    digits = re.sub(r"[\s-]", "", number.strip().removeprefix("https://").removeprefix("orcid.org/")).upper()
    if not re.fullmatch(r"\d{15}[\dX]", digits):
        raise NotANumber("Expected sixteen digits.")
    mod_11_2.validate(digits)
    return "-".join(digits[at : at + 4] for at in range(0, 16, 4))


_CHECKS: dict[IdentifierScheme, Callable[[str], str]] = {
    IdentifierScheme.LEI: lei.validate,
    IdentifierScheme.USCC: uscc.validate,
    IdentifierScheme.VAT: vat.validate,
    IdentifierScheme.SIREN: siren.validate,
    IdentifierScheme.HRB: _hrb,
    IdentifierScheme.ROR: _ror,
    IdentifierScheme.ORCID: _orcid,
}
