"""The grounds of a likeness in the reader's words: the codes of `engines.resolve`, each worded here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from qiao.engines.resolve import Likeness, Reason
from qiao.register import enums

# Code -> what it is called where its words may not be told, and the sentence with them.
WORDS: dict[str, tuple[Any, Any]] = {
    "same_name": (_("the same name, letter for letter"), _("both are called {0}")),
    "same_name_folded": (_("the same name in another script or spelling"), _("the same name, spelt otherwise: {0}")),
    "same_sound": (
        _("the same sound; a romanised name alone proves nothing"),
        _("the same sound: {0}; a romanised name alone proves nothing"),
    ),
}
DEGREES = (
    (0.97, _("almost certainly one")),
    (0.85, _("probably one")),
    (0.5, _("perhaps one")),
    (0.0, _("doubtful")),
)


@dataclass(frozen=True, slots=True)
class Ground:
    """One reason in words; `speaks_for` says whether it speaks for the two being one."""

    words: str
    speaks_for: bool


@dataclass(frozen=True, slots=True)
class Likely:
    """A score as a whole per cent and in words, with its grounds, the strongest first."""

    percent: int
    words: str
    grounds: tuple[Ground, ...]


def likely(likeness: Likeness) -> Likely:
    """How likely two records are one thing, for a page."""
    percent = max(0, min(100, int(likeness.score * 100)))  # never rounded up to certainty
    degree = next(words for least, words in DEGREES if likeness.score >= least or least == 0.0)
    return Likely(percent, str(degree), tuple(Ground(reason_words(r), r.weight >= 0) for r in likeness.reasons))


def reason_words(reason: Reason) -> str:
    """One reason as a sentence; a code without words as the engine says it."""
    worded = WORDS.get(reason.code)
    if worded is None:
        return str(reason)
    try:
        return str(worded[1]).format(*(quoted(value) for value in reason.values))
    except IndexError:  # fewer words than the sentence takes
        return str(worded[0])


def quoted(text: str) -> str:
    """Somebody's words inside a sentence."""
    return _now("“%(words)s”") % {"words": text}


def code_words(codes: Iterable[object]) -> tuple[str, ...]:
    """Reasons kept as codes, a person's or the machine's, in words; what is no code of ours is passed over."""
    found = (_code_words(code) for code in codes)
    return tuple(words for words in found if words)


def _code_words(code: object) -> str:
    if code in enums.Reason.values:
        return str(enums.Reason(code).label)
    worded = WORDS.get(str(code))
    return str(worded[0]) if worded else ""
