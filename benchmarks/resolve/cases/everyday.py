"""Everyday questions: the name is in the registry and is written as another spreadsheet would write it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache
from random import Random
from typing import Any

from opencc import OpenCC

from benchmarks.resolve.cases.kinds import has_han
from benchmarks.resolve.cases.questions import SHARE_NONE, SHARE_WITH_CITY, Organisation, Questions

CHANGES = ("as it is", "case", "spaces", "punctuation", "legal form", "script", "word order", "one typo", "accents")
"""How a name may be changed; the kind of each question."""

_FORM = re.compile(
    r"[,，]?\s*(?:Co\.,? ?Ltd\.?|Ltd\.?|Limited|Inc\.?|Corp\.?|Corporation|plc|GmbH(?: & Co\. KG)?|AG|SE|SA|SAS|N\.V\."
    r"|股份有限公司|有限责任公司|有限公司)$"
)


def ask_everyday(organisations: Iterable[Organisation], *, seed: int, others: Iterable[Organisation] = ()) -> Questions:
    """One question for each organisation, its name changed in one way; a quarter leave the registry."""
    draw = Random(seed)
    registry, queries, truth = list(others), [], {}
    for one in organisations:
        text, language, _ = draw.choice(one["names"])
        tried = ((change, _changed(text, change, draw)) for change in draw.sample(CHANGES, len(CHANGES)))
        change, written = next((change, changed) for change, changed in tried if changed is not None)
        qid = f"q-{one['id']}"
        truth[qid] = None if draw.random() < SHARE_NONE else one["id"]
        registry += [one] if truth[qid] else []
        city = one["city"] if draw.random() < SHARE_WITH_CITY else None
        queries.append(
            {
                "qid": qid,
                "name": written,
                "lang": language or None,
                "country": one["country"],
                "city": city,
                "kind": change,
            }
        )
    return Questions(registry, queries, truth)


def _changed(text: str, change: str, draw: Random) -> str | None:
    """The name changed; None when it cannot be changed so."""
    changed = _HOW[change](text, draw)
    return None if changed == text and change != "as it is" else changed


def _typo(text: str, draw: Random) -> str:
    at = draw.randrange(len(text))
    if len(text) < 8 or has_han(text) or not text[at].isalpha():
        return text
    return draw.choice((text[:at] + text[at + 1 :], text[:at] + text[at] + text[at:], text[:at] + "e" + text[at + 1 :]))


def _spaced(text: str, draw: Random) -> str:
    at = draw.randrange(1, max(len(text), 2))
    return text[:at] + " " + text[at:] if has_han(text) else text.replace(" ", "  ").rstrip() + " "


def _turned(text: str, draw: Random) -> str:
    words = text.split()
    return " ".join([*words[1:], words[0]]) if 3 <= len(words) <= 5 and not has_han(text) else text


def _in_other_script(text: str, draw: Random) -> str:
    return _to_traditional().convert(text) if has_han(text) else text


@cache
def _to_traditional() -> Any:
    return OpenCC("s2t")


def _without_accents(text: str, draw: Random) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


_HOW: dict[str, Callable[[str, Random], str]] = {
    "as it is": lambda text, draw: text,
    "case": lambda text, draw: draw.choice((text.upper(), text.lower(), text.title())),
    "spaces": _spaced,
    "punctuation": lambda text, draw: re.sub(r"[.,()（）·&\-]", " ", text),
    "legal form": lambda text, draw: _FORM.sub("", text) or text,
    "script": _in_other_script,
    "word order": _turned,
    "one typo": _typo,
    "accents": _without_accents,
}
