"""Identifiers checked by the rules of the register that gives them out."""

from __future__ import annotations

import re
from collections.abc import Callable

from stdnum import lei
from stdnum.cn import uscc
from stdnum.eu import vat
from stdnum.exceptions import ValidationError
from stdnum.fr import siren
from stdnum.iso7064 import mod_11_2, mod_97_10

_HRB = re.compile(r"HR[AB] ?\d{1,6}(?: ?[A-Z]{1,3})?\b.*", re.IGNORECASE)
_ROR = re.compile(r"0[a-hj-km-np-tv-z0-9]{6}[0-9]{2}")
_BASE_32 = "0123456789abcdefghjkmnpqrstvwxyz"
_LONGEST = 80


def number_said(scheme: str, text: str) -> str:
    """A number in its compact form; "" when it breaks the rules of its register.

    scheme   a value of register.enums.IdentifierScheme; numbers of "other" pass as they are.
    """
    said = text.strip()
    if not said or len(said) > _LONGEST:
        return ""
    check = _CHECKS.get(scheme)
    try:
        return check(said) if check else said
    # The checkers of foreign registers meet text of any kind and fail in more ways than they name.
    except (ValidationError, ValueError, IndexError, KeyError, TypeError):
        return ""


def _hrb(text: str) -> str:
    said = " ".join(text.split())
    return said if _HRB.fullmatch(said) else ""


def _ror(text: str) -> str:
    said = text.casefold().removeprefix("https://").removeprefix("ror.org/")
    if not _ROR.fullmatch(said):
        return ""
    value = 0
    for sign in said[:7]:
        value = value * 32 + _BASE_32.index(sign)
    return said if mod_97_10.calc_check_digits(str(value)) == said[7:] else ""


def _orcid(text: str) -> str:
    digits = re.sub(r"[\s-]", "", text.removeprefix("https://").removeprefix("orcid.org/")).upper()
    if not re.fullmatch(r"\d{15}[\dX]", digits):
        return ""
    mod_11_2.validate(digits)
    return "-".join(digits[at : at + 4] for at in range(0, 16, 4))


_CHECKS: dict[str, Callable[[str], str]] = {
    "lei": lei.validate,
    "uscc": uscc.validate,
    "vat": vat.validate,
    "siren": siren.validate,
    "hrb": _hrb,
    "ror": _ror,
    "orcid": _orcid,
}
