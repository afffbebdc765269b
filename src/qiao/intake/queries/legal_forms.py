"""The legal form that a name of an organisation carries, told apart only as far as forms exclude each other."""

from __future__ import annotations

import re

_HAN = (("股份有限公司", "joint stock"), ("有限责任公司", "limited"), ("有限公司", "limited"))
_LATIN = {
    "gmbh": "limited",
    "sarl": "limited",
    "ltd": "limited",
    "limited": "limited",
    "llc": "limited",
    "bv": "limited",
    "srl": "limited",
    "ag": "joint stock",
    "sa": "joint stock",
    "plc": "joint stock",
    "nv": "joint stock",
    "spa": "joint stock",
    "kgaa": "joint stock by partners",
    "sas": "simplified joint stock",
    "kg": "partnership",
    "ohg": "partnership",
    "ug": "entrepreneurial",
    "ev": "association",
}


def legal_form(name: str) -> str:
    """A class of legal forms, or "" when the name carries none."""
    folded = name.casefold()
    for ending, form in _HAN:
        if ending in folded:
            return form
    words = [word.replace(".", "") for word in re.split(r"[\s,()（）]+", folded)]
    return next((_LATIN[word] for word in reversed(words) if word in _LATIN), "")
