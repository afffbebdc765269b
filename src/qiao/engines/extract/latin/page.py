"""The text as the layers see it: language, sentences and tokens, all with places in the original."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date

from qiao.engines.extract.problem import Reading
from qiao.engines.text.latin_language import latin_language

_TOKEN = re.compile(
    r"(?P<word>[^\W_]+(?:(?:['’](?=[^\W\d_]{3}|s\b)|(?<=\b[dDlL])['’](?=[A-ZÀ-Ý][^\W\d_])|[-‐‑&+@](?=[^\W_])|(?<=[^\W\d_])–(?=[^\W\d_])|"
    r"(?<=[^\W\d_])\.(?=[a-z]{2,3}\b))[^\W_]+)*)"
    r"|(?P<other>[^\s\w]|_)"
)
_ELISION = re.compile(r"\b(?:[ldsnmtcj]|qu|jusqu|lorsqu|puisqu|aujourd)['’]", re.IGNORECASE)
_ABBREVIATION = re.compile(
    r"(?:\b(?:Dr|Mr|Mrs|Ms|Prof|Gov|Sen|Rep|Lt|Col|Gen|Rev|Hon|St|Ste|No|Nr|Co|Inc|Ltd|Corp|"
    r"Bros|Jr|Sr|vs|etc|ca|approx"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Mio|Mrd|Mia|Tsd|Str|bzw|inkl|zzgl|sog|"
    r"usw|evtl|ggf|vgl|Abs|Art|Tel"
    r"|Dipl|Ing|Hr|Fr|M|MM|Me|Mme|Mmes|Mlle|janv|févr|avr|juil|sept|oct|nov|déc|env|cf|max|"
    r"min|jun|sen|geb|Mag|h\.c|U\.S"
    r"|U\.K|z\.\s?B|d\.\s?h|u\.\s?a|i\.\s?V|e\.\s?V|a\.m|p\.m|e\.g|i\.e|[A-Z]|\d{1,2}))\.$"
)
_BREAK = re.compile(r"(?<![.!?…])[.!?…]++[\"”»'’)\]]*+(?=\s)|\n\s*\n|\n(?=\s*(?:[-–—•*·●▪■◦‣>]|\d{1,2}[.)]\s))|\n")
_LABEL = re.compile(r"[A-ZÄÖÜÉ][\w ./-]{2,22}\s?:")
_WRAPPED = 55
_LONGEST_WRAPPED = 110
_LONGEST_SENTENCE = 3000


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark. `lower` is the folded form, `is_capital` whether it begins with a capital."""

    start: int
    end: int
    text: str
    lower: str
    is_word: bool
    is_capital: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch read as one; tokens[first:last] of the page lie in it."""

    start: int
    end: int
    first: int
    last: int
    language: str


@dataclass(frozen=True, slots=True)
class Page:
    """A reading with its language, tokens and sentences."""

    text: str
    language: str
    published: date | None
    home: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]

    def sentence_at(self, position: int) -> Sentence | None:
        """The sentence that holds a place, or None between two."""
        low = bisect_left(self.sentences, position + 1, key=lambda s: s.start) - 1
        if low >= 0 and position < self.sentences[low].end:
            return self.sentences[low]
        return None


def open_page(reading: Reading) -> Page:
    """Cut a reading into sentences and tokens."""
    text = reading.text
    language = latin_language(text)
    tokens = tuple(_tokens(text))
    starts = [token.start for token in tokens]
    sentences = []
    for start, end in (part for stretch in _stretches(text) for part in _bounded(text, *stretch)):
        own = latin_language(text[start:end], language, least=4)
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        sentences.append(Sentence(start, end, first, last, own))
    return Page(text, language, reading.published, reading.home, tokens, tuple(sentences))


def _tokens(text: str) -> list[Token]:
    found = []
    for match in _TOKEN.finditer(text):
        raw, start = match.group(), match.start()
        if match.lastgroup == "word":
            found += _split_elision(raw, start)
        else:
            found.append(Token(start, match.end(), raw, raw, False, False))
    return found


def _split_elision(raw: str, start: int) -> list[Token]:
    match = _ELISION.match(raw)
    if match is not None and match.end() < len(raw):
        cut = start + match.end()
        return [_word(raw[: match.end()], start), _word(raw[match.end() :], cut)]
    for ending in ("'s", "’s"):
        if raw.endswith(ending) and len(raw) > 2:
            cut = start + len(raw) - 2
            return [_word(raw[:-2], start), Token(cut, cut + 2, ending, "'s", False, False)]
    return [_word(raw, start)]


def _word(raw: str, start: int) -> Token:
    return Token(start, start + len(raw), raw, raw.lower().replace("’", "'"), True, _is_capital(raw))


def _is_capital(raw: str) -> bool:
    return raw[0].isupper() or (raw[0].isdigit() and any(map(str.isupper, raw))) or any(map(str.isupper, raw[1:3]))


def _stretches(text: str) -> list[tuple[int, int]]:
    """Sentences by stops and line ends; a long line without a stop runs on into the next."""
    found: list[tuple[int, int]] = []
    start, line, wrapped = 0, 0, _is_wrapped(text)
    for match in _BREAK.finditer(text):
        if match.group() == "\n":
            if wrapped and _runs_on(text, line, match.start()):
                line = match.end()
                continue
            line = match.end()
        elif "\n" in match.group():
            line = match.end()
        elif (
            match.group().startswith(".")
            and _ABBREVIATION.search(text, max(start, match.start() - 7), match.start() + 1)
            and not _ends_anyway(text, match.end())
        ):
            continue
        if text[start : match.end()].strip():
            found.append((start, match.end()))
        start = match.end()
    if text[start:].strip():
        found.append((start, len(text)))
    return found


def _bounded(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A stretch cut at spaces into bearable parts: text without stops costs no more than other text."""
    parts = []
    while end - start > _LONGEST_SENTENCE:
        cut = text.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
        cut = cut if cut > start else start + _LONGEST_SENTENCE
        parts.append((start, cut))
        start = cut
    return [*parts, (start, end)]


def _is_wrapped(text: str) -> bool:
    """Whether the text was broken at a column: then no line is long."""
    return max(map(len, text.splitlines()), default=0) <= _LONGEST_WRAPPED


def _runs_on(text: str, line: int, end: int) -> bool:
    """Whether a single line end is a wrap inside a sentence."""
    following = text[end + 1 : end + 3].lstrip(" ")
    long = end - line >= _WRAPPED
    return long and following[:1].isalnum() and text[end - 1] not in ".!?:;" and not _LABEL.match(text, end + 1)


def _ends_anyway(text: str, position: int) -> bool:
    return "\n" in text[position : position + 2]
