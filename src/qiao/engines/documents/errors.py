"""Why a file could not be read: a code, its values, and one plain English sentence."""

from __future__ import annotations

from enum import StrEnum


class Trouble(StrEnum):
    EMPTY = "empty"
    BLANK = "blank"
    NO_TEXT = "no_text"
    TOO_LARGE = "too_large"
    TOO_MUCH_TEXT = "too_much_text"
    INFLATES_TOO_MUCH = "inflates_too_much"
    ENTITIES = "entities"
    BINARY = "binary"
    KIND_NOT_READ = "kind_not_read"
    BROKEN = "broken"
    PASSWORD = "password"
    OCR_MISSING = "ocr_missing"
    TOO_SLOW = "too_slow"
    TOO_HUNGRY = "too_hungry"
    CRASHED = "crashed"
    NO_READER = "no_reader"
    NESTED_TOO_DEEP = "nested_too_deep"


_SENTENCES = {
    Trouble.EMPTY: "{name} is empty: expected a document, found 0 bytes; nothing was kept.",
    Trouble.BLANK: "{name} holds only white space: expected text, found {found}; nothing was kept.",
    Trouble.NO_TEXT: "{name} holds no text: found {found}, expected {expected}; nothing was kept.",
    Trouble.TOO_LARGE: "{name} is too large: found {found}, expected at most {expected}; nothing was kept.",
    Trouble.TOO_MUCH_TEXT: "{name} gives too much text: found over {expected} characters, "
    "expected at most {expected}; nothing was kept.",
    Trouble.INFLATES_TOO_MUCH: "{name} unpacks to too much: found {found}, expected at most {expected}; "
    "nothing was kept.",
    Trouble.ENTITIES: "{name} defines its own XML entities, as no honest office file does; nothing was kept.",
    Trouble.BINARY: "{name} is not text: found {found}, expected a document; nothing was kept.",
    Trouble.KIND_NOT_READ: "{name} is of a kind that is not read: found {found}, "
    "expected txt, md, html, docx, pdf, eml, xlsx or an image; nothing was kept.",
    Trouble.BROKEN: "{name} is damaged: expected {expected}, found {found}; nothing was kept.",
    Trouble.PASSWORD: "{name} is protected by a password: found {found}, expected an open document; nothing was kept.",
    Trouble.OCR_MISSING: "{name} is an image: found {found}, and reading images needs the ocr extra "
    "(pip install 'qiao[ocr]'); nothing was kept.",
    Trouble.TOO_SLOW: "{name} takes too long to read: stopped after {found} seconds; nothing was kept.",
    Trouble.TOO_HUNGRY: "{name} needs too much memory: expected at most {expected}; nothing was kept.",
    Trouble.CRASHED: "{name} broke the program that reads {expected} ({found}); nothing was kept.",
    Trouble.NO_READER: "{name} could not be read: the reading process did not start ({found}); nothing was kept.",
    Trouble.NESTED_TOO_DEEP: "{name} holds messages within messages: expected at most {expected} levels; "
    "nothing was kept.",
}


class UnreadableDocument(Exception):
    """A file that gives no text.

    trouble   the reason, for programs and translators.
    params    the values of its sentence by name: `name`, and `found` and `expected` where they say something.
    """

    def __init__(self, trouble: Trouble, *, name: str, found: object = "", expected: object = "") -> None:
        self.trouble = trouble
        self.params = {"name": name, "found": str(found), "expected": str(expected)}
        super().__init__(_SENTENCES[trouble].format(**self.params))

    def __reduce__(self) -> tuple[object, ...]:
        return (_restored, (self.trouble, self.params))


def _restored(trouble: Trouble, params: dict[str, str]) -> UnreadableDocument:
    return UnreadableDocument(trouble, **params)


def said_size(count: int) -> str:
    """A number of bytes as people say it."""
    for unit, size in (("GB", 1 << 30), ("MB", 1 << 20), ("kB", 1 << 10)):
        if count >= size:
            return f"{count / size:.1f}".removesuffix(".0") + f" {unit}"
    return f"{count} bytes"
