"""The same name as another spreadsheet has it: case, a typo, another order, another legal form."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from qiao.engines.resolve.record import Named

_FORMS = ("Ltd", "Inc.", "GmbH", "AG", "SA", "SAS", "Co., Ltd.", "LLC", "Limited", "Corporation", "e.V.", "S.A.")
_HAN_FORMS = ("有限公司", "股份有限公司", "有限责任公司", "集团", "公司")


def vary(name: Named, draw: Random) -> Named:
    """A variant of a name; one time in four the name itself."""
    text = name.text
    han = any("\u4e00" <= c <= "\u9fff" for c in text)
    turn = draw.random()
    if turn < 0.25:
        return name
    if turn < 0.45:
        return replace(name, text=text.upper() if draw.random() < 0.5 else text.lower())
    if turn < 0.7:
        return replace(name, text=_typo(text, draw))
    if turn < 0.85:
        return replace(name, text=text + draw.choice(_HAN_FORMS) if han else f"{text} {draw.choice(_FORMS)}")
    words = text.split()
    if len(words) > 2:
        at = draw.randrange(len(words))
        words = words[at:] + words[:at] if draw.random() < 0.5 else words[:at] + words[at + 1 :]
    return replace(name, text=" ".join(words))


def _typo(text: str, draw: Random) -> str:
    if len(text) < 5:
        return text
    at = draw.randrange(1, len(text) - 1)
    kind = draw.randrange(3)
    if kind == 0:
        return text[:at] + text[at + 1 :]
    if kind == 1:
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    return text[:at] + draw.choice("aeionrst") + text[at + 1 :]
