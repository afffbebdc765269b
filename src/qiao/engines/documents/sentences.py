"""Warnings and places as plain English, for the command line; the web layer has its own catalogues."""

from __future__ import annotations

from qiao.engines.documents.result import Place, Step, Unit, Warn, WarnCode

_WARNINGS = {
    WarnCode.ENCODING_GUESSED: "the encoding is not stated and was taken to be {encoding}",
    WarnCode.ENCODING_DECLARED_WRONG: "it says it is written in {declared}, but reads as {encoding}",
    WarnCode.ENCODINGS_MIXED: "{lines} lines are in {encoding} and not in {main}; each was read in its own",
    WarnCode.CHARACTERS_REPLACED: "{count} characters are unreadable and stand as \N{REPLACEMENT CHARACTER}",
    WarnCode.NUL_REPLACED: "{count} NUL characters stand as \N{REPLACEMENT CHARACTER}",
    WarnCode.DIRECTION_CONTROLS: "{count} hidden characters change the direction of writing; they were kept",
    WarnCode.ZERO_WIDTH: "{count} characters have no width; they were kept",
    WarnCode.RIGHT_TO_LEFT: "{count} characters are written from right to left; they were kept",
    WarnCode.LANGUAGE_NOT_READ: "it seems to be written in {language}, from which few facts are read",
    WarnCode.NESTED_DEEPLY: "its elements are nested {depth} deep; all of its text was kept, menus too",
    WarnCode.MAIN_PART_NOT_FOUND: "its main part was not told from its menus; all of its text was kept",
    WarnCode.PAGES_WITHOUT_TEXT: "{count} of {pages} pages are pictures without text",
    WarnCode.PAGE_UNREADABLE: "page {page} could not be read; the others were kept",
    WarnCode.SHEET_UNREADABLE: "sheet {sheet} could not be read; the others were kept",
    WarnCode.ATTACHMENT_NOT_READ: "attachment {attachment} was listed but not read ({trouble})",
    WarnCode.ATTACHMENTS_LEFT_OUT: "{count} more attachments were left out",
    WarnCode.PART_LEFT_OUT: "a part of it, the {part}, could not be read; the rest was kept",
    WarnCode.SUFFIX_MISLEADS: "its name ends in {suffix}, but its content is {kind}",
    WarnCode.OCR_UNSURE: "{count} of {lines} lines were read without confidence",
}

_UNITS = {
    Unit.PAGE_HEADER: "page header",
    Unit.PAGE_FOOTER: "page footer",
    Unit.MAIL_HEADER: "mail header",
    Unit.MAIL_BODY: "mail body",
}


def warning_sentence(warning: Warn) -> str:
    """What the warning says, without the name of the file and without a full stop."""
    return _WARNINGS[warning.code].format(**dict(warning.params))


def place_words(place: Place) -> str:
    """A place as people say it: "sheet Visits, row 12, column 3"."""
    return ", ".join(map(_step_words, place))


def _step_words(step: Step) -> str:
    noun = _UNITS.get(step.unit, step.unit.value)
    return f"{noun} {step.name or step.number or ''}".rstrip()
