"""The sentence of a source around a piece of evidence, with the words marked."""

from __future__ import annotations

from dataclasses import dataclass

from qiao.register.models import Evidence

ENDS = "。！？!?\n"
REACH = 160  # characters to either side, when the sentence has no end in sight


@dataclass(frozen=True)
class Marked:
    """A sentence in three parts: before the words, the words, after them."""

    evidence: Evidence
    before: str
    words: str
    after: str
    paragraph: int  # from 1; 0 when a member stated it


def marked_sentence(evidence: Evidence) -> Marked:
    """The sentence that holds the evidence. What a member stated has no sentence: only their words."""
    start, end = evidence.start, evidence.end
    text = evidence.source.text
    if start is None or end is None or end > len(text):
        return Marked(evidence, "", evidence.quote, "", 0)
    left, right = _left(text, start), _right(text, end)
    return Marked(
        evidence=evidence,
        before=("…" if left and text[left - 1] not in ENDS else "") + text[left:start].lstrip(),
        words=text[start:end],
        after=text[end:right].rstrip() + ("…" if right < len(text) and text[right - 1] not in ENDS + "." else ""),
        paragraph=paragraph_of(text, start),
    )


def paragraph_of(text: str, offset: int) -> int:
    """The number, from 1, of the non-empty line in which a character stands."""
    return sum(1 for line in text[:offset].split("\n")[:-1] if line.strip()) + 1


def _left(text: str, start: int) -> int:
    for at in range(start - 1, max(-1, start - REACH - 1), -1):
        if text[at] in ENDS or text[at : at + 2] == ". ":
            return at + 1
    return max(0, start - REACH)


def _right(text: str, end: int) -> int:
    for at in range(end, min(len(text), end + REACH)):
        if text[at] in ENDS or text[at : at + 2] == ". ":
            return at + (0 if text[at] == "\n" else 1)
    return min(len(text), end + REACH)
