"""What the reader of documents returns: a text, and where each stretch of it stood in the file."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class MediaKind(StrEnum):
    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    WORD = "word"
    PDF = "pdf"
    MAIL = "mail"
    SHEET = "sheet"
    IMAGE = "image"


class Unit(StrEnum):
    """What a file of some kind is made of."""

    PAGE = "page"
    SHEET = "sheet"
    ROW = "row"
    COLUMN = "column"
    PARAGRAPH = "paragraph"
    TABLE = "table"
    PAGE_HEADER = "page_header"
    PAGE_FOOTER = "page_footer"
    FOOTNOTE = "footnote"
    MAIL_HEADER = "mail_header"
    MAIL_BODY = "mail_body"
    ATTACHMENT = "attachment"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Step:
    """One turn of the way to a place: its unit, its number from 1 or 0 for none, its name if it has one."""

    unit: Unit
    number: int = 0
    name: str = ""


Place = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Anchor:
    """A stretch of the text, [start, end), and the way to it from the outside in."""

    start: int
    end: int
    place: Place


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of one file.

    text        LF line ends, no BOM, no NUL and no lone surrogate; offsets count its code points.
    kind        what the file is by its content.
    read_with   the encoding of a plain text, the tool for any other kind.
    anchors     in order of start, never overlapping; a plain text has none, for its lines suffice.
    warnings    what the reader of the page should know.
    title       the title that the document gives itself, else empty.
    published   the day of publication that the document states, else None.
    """

    text: str
    kind: MediaKind
    read_with: str
    anchors: tuple[Anchor, ...] = ()
    warnings: tuple[Warn, ...] = ()
    title: str = ""
    published: date | None = None

    def place_of(self, offset: int) -> Place:
        """The way to the character at `offset`, 0 to len(text); its line when nothing better is known."""
        index = bisect_right(self.anchors, offset, key=lambda anchor: anchor.start) - 1
        anchor = self.anchors[index] if index >= 0 else None
        if anchor is None or offset >= anchor.end:
            return (Step(Unit.LINE, self.text.count("\n", 0, offset) + 1),)
        if anchor.place[-1].unit is not Unit.ROW:
            return anchor.place
        return (*anchor.place, Step(Unit.COLUMN, self.text.count("\t", anchor.start, offset) + 1))


class WarnCode(StrEnum):
    ENCODING_GUESSED = "encoding_guessed"
    ENCODING_DECLARED_WRONG = "encoding_declared_wrong"
    ENCODINGS_MIXED = "encodings_mixed"
    CHARACTERS_REPLACED = "characters_replaced"
    NUL_REPLACED = "nul_replaced"
    DIRECTION_CONTROLS = "direction_controls"
    ZERO_WIDTH = "zero_width"
    RIGHT_TO_LEFT = "right_to_left"
    LANGUAGE_NOT_READ = "language_not_read"
    NESTED_DEEPLY = "nested_deeply"
    MAIN_PART_NOT_FOUND = "main_part_not_found"
    PAGES_WITHOUT_TEXT = "pages_without_text"
    PAGE_UNREADABLE = "page_unreadable"
    SHEET_UNREADABLE = "sheet_unreadable"
    ATTACHMENT_NOT_READ = "attachment_not_read"
    ATTACHMENTS_LEFT_OUT = "attachments_left_out"
    PART_LEFT_OUT = "part_left_out"
    SUFFIX_MISLEADS = "suffix_misleads"
    OCR_UNSURE = "ocr_unsure"


@dataclass(frozen=True, slots=True)
class Warn:
    """Something odd that did not stop the reading: a code, and the values of its sentence by name."""

    code: WarnCode
    params: tuple[tuple[str, str], ...] = ()

    @staticmethod
    def of(code: WarnCode, **params: object) -> Warn:
        return Warn(code, tuple((name, str(value)) for name, value in params.items()))
