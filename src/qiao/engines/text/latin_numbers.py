"""Numbers in running English, French and German text: digits, number words, scales, and the words that bound them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from qiao.engines.text.latin_number_words import COLLECTIVES, NUMBER_WORDS, SCALES

_SPACE = "[ \u00a0\u202f\u2009]"
_DIGITS = {
    "en": r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?",
    "fr": rf"\d{{1,3}}(?:[.'’]\d{{3}})+(?:,\d+)?|\d{{1,3}}(?:{_SPACE}\d{{3}})+(?:,\d+)?|\d+(?:[,.]\d+)?",
    "de": rf"\d{{1,3}}(?:[.'’]\d{{3}})+(?:,\d+)?|\d{{1,3}}(?:{_SPACE}\d{{3}})+(?:,\d+)?|\d+(?:[,.]\d+)?",
}
_DIGIT_RUN = {language: re.compile(rf"(?<![\w.,/:])(?:{body})(?!\d|[.,:/]\d)") for language, body in _DIGITS.items()}
_GLUED_RUN = re.compile(r"(?<=[A-Z$€£¥])(?<!\d)\d+(?:[.,]\d+)*")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SCALE = {
    language: re.compile(
        r"[\s\u00a0-]{0,2}("
        + "|".join(sorted(map(re.escape, [*words, *(w.upper() for w in words if len(w) > 3)]), key=len, reverse=True))
        + r")(?![^\W\d_])"
    )
    for language, words in SCALES.items()
}
_ALONE = {"one", "un", "une", "ein", "eine", "einen", "einem", "einer", "eins", "a", "et", "and", "und"}


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number in a text: its place, its value with the scale word applied, and how it was written.

    approx      the word itself is a round number ("vingtaine", "dozen", "Dutzend").
    in_words    written in letters.
    """

    start: int
    end: int
    value: Decimal
    approx: bool = False
    in_words: bool = False


def find_numbers(text: str, language: str) -> list[FoundNumber]:
    """Numbers in order of position, not overlapping; `language` is en, fr or de.

    "one" and the articles that look like it are left out when they stand alone.
    """
    found = _digit_numbers(text, language) + _word_numbers(text, language)
    found.sort(key=lambda number: (number.start, -number.end))
    kept: list[FoundNumber] = []
    for number in found:
        if kept and number.start < kept[-1].end:
            continue
        if kept and _is_range(text, kept[-1], number):
            number = _range(text, language, kept.pop(), number)
        kept.append(number)
    return kept


_TO = re.compile(r"[ \u00a0]?(?:[-–—]|to|à|bis)[ \u00a0]?")


def _is_range(text: str, left: FoundNumber, right: FoundNumber) -> bool:
    """Whether two numbers are the ends of "30 to 35 million"."""
    return left.value < right.value and _TO.fullmatch(text, left.end, right.start) is not None


def _range(text: str, language: str, left: FoundNumber, right: FoundNumber) -> FoundNumber:
    """A range under its lower end, which shares the scale word of the upper one."""
    scale = _SCALE[language].search(text, right.start, right.end)
    bare = _SCALE[language].search(text, left.start, left.end) is None
    said = scale.group(1) if scale and bare and not right.in_words else ""
    factor = SCALES[language].get(said) or SCALES[language].get(said.lower()) or 1
    return FoundNumber(left.start, right.end, left.value * factor, False, left.in_words)


def parse_digits(raw: str, language: str) -> Decimal:
    """The value of a digit run with the separators of the language."""
    raw = re.sub(r"[\s\u00a0\u202f\u2009'’]", "", raw)
    if language == "en":
        return Decimal(raw.replace(",", ""))
    if "," in raw:
        return Decimal(raw.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", raw):
        return Decimal(raw.replace(".", ""))
    return Decimal(raw)


def _digit_numbers(text: str, language: str) -> list[FoundNumber]:
    found = []
    for match in _DIGIT_RUN[language].finditer(text):
        if not match.group().isascii() and not _is_plain(match.group()):
            continue
        value = parse_digits(match.group(), language)
        found.append(_scaled(text, language, match.start(), match.end(), value))
    for match in _GLUED_RUN.finditer(text):
        raw = match.group()
        if raw.isascii() and len(raw) < 20 and re.fullmatch(_DIGITS[language], raw):
            value = parse_digits(raw, language)
            found.append(_scaled(text, language, match.start(), match.end(), value))
    return found


def _is_plain(raw: str) -> bool:
    """Whether only ASCII digits and known separators occur: other scripts' digits are left alone."""
    return all(char in "0123456789.,'’ \u00a0\u202f\u2009" for char in raw)


def _scaled(
    text: str,
    language: str,
    start: int,
    end: int,
    value: Decimal,
    *,
    approx: bool = False,
    words: bool = False,
) -> FoundNumber:
    match = _SCALE[language].match(text, end)
    if match is not None:
        said = match.group(1)
        factor = SCALES[language].get(said) or SCALES[language][said.lower()]
        return FoundNumber(start, match.end(), value * factor, approx, words)
    return FoundNumber(start, end, value, approx, words)


def _word_numbers(text: str, language: str) -> list[FoundNumber]:
    values, collectives = NUMBER_WORDS[language], COLLECTIVES[language]
    found: list[FoundNumber] = []
    run: list[re.Match[str]] = []
    for match in _WORD.finditer(text):
        word = match.group().lower()
        if word in collectives:
            found.append(_collective(text, language, run, match))
            run = []
        elif (
            word in values
            and (values[word] or run or word == "a")
            and (not run or text[run[-1].end() : match.start()].strip(" -") == "")
        ):
            run.append(match)
        else:
            found += _close(text, language, run)
            run = [match] if word in values else []
            found += _bound_compound(language, match)
    return found + _close(text, language, run)


def _bound_compound(language: str, match: re.Match[str]) -> list[FoundNumber]:
    """The number before the hyphen of "twenty-person" or "zehn-köpfig"."""
    first, hyphen, rest = match.group().partition("-")
    value = NUMBER_WORDS[language].get(first.lower(), 0)
    if not hyphen or value < 2 or rest.lower() in NUMBER_WORDS[language]:
        return []
    return [FoundNumber(match.start(), match.start() + len(first), Decimal(value), in_words=True)]


def _collective(text: str, language: str, run: list[re.Match[str]], match: re.Match[str]) -> FoundNumber:
    size = Decimal(COLLECTIVES[language][match.group().lower()])
    while run and run[0].group().lower() in ("and", "et"):
        run = run[1:]
    if run and text[run[-1].end() : match.start()].strip() == "":
        size *= max(combine([NUMBER_WORDS[language][m.group().lower()] for m in run]), Decimal(1))
        return FoundNumber(run[0].start(), match.end(), size, True, True)
    return _scaled(text, language, match.start(), match.end(), size, approx=True, words=True)


def _close(text: str, language: str, run: list[re.Match[str]]) -> list[FoundNumber]:
    values = NUMBER_WORDS[language]
    while run and values[run[0].group().lower()] == 0:
        run = run[1:]
    while run and values[run[-1].group().lower()] == 0:
        run = run[:-1]
    if not run or (len(run) == 1 and run[0].group().lower() in _ALONE):
        if run and _SCALE[language].match(text, run[0].end()):
            return [_scaled(text, language, run[0].start(), run[0].end(), Decimal(1), words=True)]
        return []
    value = combine([values[match.group().lower()] for match in run])
    return [_scaled(text, language, run[0].start(), run[-1].end(), value, words=True)]


def combine(parts: list[int]) -> Decimal:
    """Number words in order into one value: [2, 100, 50] is 250, [3, 1000, 4] is 3004."""
    total, current = 0, 0
    for part in parts:
        if part == 1000:
            total, current = total + max(current, 1) * 1000, 0
        elif part == 100:
            current = max(current, 1) * 100
        else:
            current += part
    return Decimal(total + current)
