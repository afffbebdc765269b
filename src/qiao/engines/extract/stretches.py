"""Which paragraphs of a text go to which grammar: a report may hold a letter in another script."""

from __future__ import annotations

from enum import Enum

from qiao.engines.text.language import is_han, is_mainly_han

_FOREIGN_WORDS = 6
_FOREIGN_HAN = 10


class Script(Enum):
    """The two grammars: one reads Han, the other alphabets."""

    HAN = "han"
    LATIN = "latin"


def stretches(text: str) -> dict[Script, list[tuple[int, int]]]:
    """Spans of whole lines for each script that the text holds; together they cover it.

    A line changes hands only when it is prose in the other script: a name alone stays where it stands.
    """
    home = Script.HAN if is_mainly_han(text) else Script.LATIN
    shares: dict[Script, list[tuple[int, int]]] = {home: []}
    at = 0
    for line in text.splitlines(keepends=True):
        script = _script_of(line, home)
        shares.setdefault(script, []).append((at, at + len(line)))
        at += len(line)
    return shares


def masked(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with blanks outside the spans, so that places stay what they are."""
    kept = []
    at = 0
    for start, end in spans:
        kept += [_blank(text[at:start]), text[start:end]]
        at = end
    return "".join([*kept, _blank(text[at:])])


def _script_of(line: str, home: Script) -> Script:
    han = sum(map(is_han, line))
    if home is Script.HAN:
        return Script.LATIN if han == 0 and _words(line) >= _FOREIGN_WORDS else home
    return Script.HAN if han >= _FOREIGN_HAN and is_mainly_han(line) else home


def _words(line: str) -> int:
    return sum(word[0].isalpha() for word in line.split())


def _blank(text: str) -> str:
    return "".join("\n" if char == "\n" else " " for char in text)
