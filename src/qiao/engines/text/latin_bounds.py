"""The words beside a number that limit it, in English, French and German."""

from __future__ import annotations

import re

from qiao.engines.text.quantity import Bound

_BEFORE: dict[str, dict[Bound, str]] = {
    "en": {
        Bound.OVER: r"more than|over|above|in excess of|upwards? of|well over|greater than|exceeding|"
        r"north of",
        Bound.AT_LEAST: r"at least|no fewer than|not less than|no less than|a minimum of|minimum",
        Bound.UNDER: r"fewer than|less than|under|below|up to|at most|no more than|not more than|a maximum "
        r"of",
        Bound.NEARLY: r"nearly|almost|close to|just under|just short of|approaching",
        Bound.ABOUT: r"about|around|some|approximately|approx\.?|roughly|circa|ca\.?|c\.|"
        r"in the region of|~|≈",
    },
    "fr": {
        Bound.OVER: r"plus d['’]\s*(?:une?\s)?|plus de|au-delà de|supérieure? à|dépassant|quelque plus de",
        Bound.AT_LEAST: r"au moins|au minimum|pas moins de|pas moins d['’]|minimum",
        Bound.UNDER: r"moins de|moins d['’]|jusqu['’]à|au plus|au maximum|inférieure? à|maximum",
        Bound.NEARLY: r"près de|près d['’]|presque|pas loin de|tout près de",
        Bound.ABOUT: r"environ|quelque|quelques|à peu près|autour de|de l['’]ordre de|approximativement|~|"
        r"≈|env\.|"
        r"une?(?=\s+\w+aine\b)",
    },
    "de": {
        Bound.OVER: r"mehr als|über|gut|weit über|etwas über|oberhalb von|reichlich|deutlich mehr als",
        Bound.AT_LEAST: r"mindestens|wenigstens|nicht weniger als|zumindest|ab",
        Bound.UNDER: r"weniger als|unter|bis zu|höchstens|maximal|max\.|nicht mehr als",
        Bound.NEARLY: r"fast|knapp|nahezu|beinahe|annähernd",
        Bound.ABOUT: r"rund|etwa|ca\.?|circa|zirka|ungefähr|um die|an die|schätzungsweise|geschätzt|"
        r"geschätzte|~|≈",
    },
}
_AFTER: dict[str, dict[Bound, str]] = {
    "en": {
        Bound.AT_LEAST: r"or more|and more|at least",
        Bound.OVER: r"\+|-plus|plus(?= [a-z])|-odd|-some",
        Bound.ABOUT: r"or so|approximately",
    },
    "fr": {Bound.OVER: r"\+|et plus", Bound.AT_LEAST: r"ou plus|au moins", Bound.ABOUT: r"environ"},
    "de": {Bound.OVER: r"\+|und mehr", Bound.AT_LEAST: r"oder mehr", Bound.ABOUT: r"etwa"},
}


def _compile_before(classes: dict[Bound, str]) -> list[tuple[Bound, re.Pattern[str]]]:
    return [
        (
            bound,
            re.compile(rf"(?<![\w-])({words})[\s\u00a0]*(?:an?\s|the\s|den\s|die\s|the\s)?$", re.IGNORECASE),
        )
        for bound, words in classes.items()
    ]


_BEFORE_RULES = {language: _compile_before(classes) for language, classes in _BEFORE.items()}
_AFTER_RULES = {
    language: [(bound, re.compile(rf"(?:[ \u00a0](?!\+))?(?:{words})(?!\w|\+)")) for bound, words in classes.items()]
    for language, classes in _AFTER.items()
}
_REACH = 34


def bound_before(text: str, start: int, language: str) -> tuple[Bound, int] | None:
    """The bound word that ends just before `start`, and where it begins."""
    window_start = max(0, start - _REACH)
    window = text[window_start:start]
    best: tuple[Bound, int] | None = None
    for bound, rule in _BEFORE_RULES[language]:
        match = rule.search(window)
        if match is not None and (best is None or window_start + match.start() < best[1]):
            best = (bound, window_start + match.start())
    return best


def bound_after(text: str, end: int, language: str) -> tuple[Bound, int] | None:
    """The bound word that begins just after `end`, and where it ends."""
    for bound, rule in _AFTER_RULES[language]:
        match = rule.match(text, end)
        if match is not None:
            return bound, match.end()
    return None
