"""A text in the making: parsers add blocks with their places, `settled` joins them into a source text."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from qiao.engines.documents.characters import character_warnings, cleaned
from qiao.engines.documents.errors import Trouble, UnreadableDocument
from qiao.engines.documents.languages import language_warnings
from qiao.engines.documents.result import Anchor, MediaKind, Place, SourceText, Warn


@dataclass(slots=True)
class Draft:
    """What a parser has found so far; blocks are put on lines of their own."""

    kind: MediaKind
    read_with: str
    title: str = ""
    published: date | None = None
    warnings: list[Warn] = field(default_factory=list)
    blocks: list[tuple[str, Place]] = field(default_factory=list)

    def add(self, text: str, place: Place = ()) -> None:
        self.blocks.append((text, place))

    def add_filled(self, text: str, place: Place) -> None:
        """Add a block unless it is blank; white space at its ends says nothing."""
        if text.strip():
            self.add(text.strip("\r\n").rstrip(), place)


def settled(draft: Draft, name: str, max_characters: int) -> SourceText:
    """The source text of a draft. Raises UnreadableDocument when it is blank or too long."""
    parts: list[str] = []
    anchors: list[Anchor] = []
    start = 0
    for raw, place in draft.blocks:
        text = cleaned(raw)
        if place and text:
            anchors.append(Anchor(start, start + len(text), place))
        parts.append(text)
        start += len(text) + 1
        if start - 1 > max_characters:
            raise UnreadableDocument(Trouble.TOO_MUCH_TEXT, name=name, expected=max_characters)
    text = "\n".join(parts)
    if not text.strip():
        raise UnreadableDocument(Trouble.BLANK, name=name, found=f"{len(text)} characters")
    return SourceText(
        text=text,
        kind=draft.kind,
        read_with=draft.read_with,
        anchors=tuple(anchors),
        warnings=_warnings(draft, text),
        title=" ".join(cleaned(draft.title).split())[:500],
        published=draft.published,
    )


def _warnings(draft: Draft, text: str) -> tuple[Warn, ...]:
    raw = "\n".join(block for block, _ in draft.blocks)
    return (*draft.warnings, *character_warnings(raw), *language_warnings(text))
