"""What was found, expected and kept, in the reader's language, for each code that the reader of documents gives."""

from __future__ import annotations

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qiao.kit.said import Said

# The file itself is kept in every case; what these sentences speak of is its text.
PROBLEMS: dict[str, Promise] = {
    "empty": _("The file is empty. Expected a document, found 0 bytes. No text was kept."),
    "blank": _("The file holds only white space. Expected text, found %(found)s. No text was kept."),
    "no_text": _("The file holds no text. Found %(found)s, expected %(expected)s. The file was kept."),
    "too_large": _("The file is too large. Found %(found)s, expected at most %(expected)s. The file was kept unread."),
    "too_much_text": _(
        "The file gives too much text. Expected at most %(expected)s characters. The file was kept unread."
    ),
    "inflates_too_much": _(
        "The file unpacks to too much. Found %(found)s, expected at most %(expected)s. The file was kept unread."
    ),
    "entities": _("The file defines its own XML entities, which no honest office file does. The file was kept unread."),
    "binary": _("The file is not text. Found %(found)s, expected a document. The file was kept unread."),
    "kind_not_read": _(
        "Files of this kind are not read. Found %(found)s, expected txt, md, html, docx, pdf, eml, xlsx or an "
        "image. The file was kept."
    ),
    "broken": _("The file is damaged. Expected %(expected)s, found %(found)s. The file was kept unread."),
    "password": _("The file is protected by a password. Expected an open document. The file was kept unread."),
    "ocr_missing": _(
        "The file is an image, and this installation does not read images. Expected the extra named ocr. The "
        "file was kept."
    ),
    "too_slow": _("Reading took too long and was stopped after %(found)s seconds. The file was kept unread."),
    "too_hungry": _("Reading needs too much memory. Expected at most %(expected)s. The file was kept unread."),
    "crashed": _("The program that reads %(expected)s stopped at this file. The file was kept unread."),
    "no_reader": _("The reading process did not start (%(found)s). The file was kept; try again later."),
    "nested_too_deep": _(
        "The file holds messages within messages. Expected at most %(expected)s levels. The file was kept unread."
    ),
    "not_understood": _(
        "The text was read, but finding facts in it failed. Please tell your administrator. The file was kept."
    ),
}
UNKNOWN_PROBLEM = _("The file could not be read (%(code)s). The file was kept.")

WARNINGS: dict[str, Promise] = {
    "second_reader_failed": _(
        "A second reader was asked and gave no usable answer for some of the text; there, the facts are those of the "
        "first reader alone."
    ),
    "encoding_guessed": _("The encoding is not stated and was taken to be %(encoding)s."),
    "encoding_declared_wrong": _("It says it is written in %(declared)s, but reads as %(encoding)s."),
    "encodings_mixed": _("%(lines)s lines are in %(encoding)s and not in %(main)s; each was read in its own."),
    "characters_replaced": _("%(count)s characters could not be read and stand as a sign for the unreadable."),
    "nul_replaced": _("%(count)s NUL characters stand as a sign for the unreadable."),
    "direction_controls": _("%(count)s hidden characters change the direction of writing; they were kept."),
    "zero_width": _("%(count)s characters have no width; they were kept."),
    "right_to_left": _("%(count)s characters are written from right to left; they were kept."),
    "language_not_read": _("It seems to be written in %(language)s, from which few facts are read."),
    "nested_deeply": _("Its elements are nested %(depth)s deep; all of its text was kept, menus too."),
    "main_part_not_found": _("Its main part was not told from its menus; all of its text was kept."),
    "pages_without_text": _("%(count)s of %(pages)s pages are pictures without text."),
    "page_unreadable": _("Page %(page)s could not be read; the others were kept."),
    "sheet_unreadable": _("Sheet %(sheet)s could not be read; the others were kept."),
    "attachment_not_read": _("Attachment %(attachment)s was listed but not read (%(trouble)s)."),
    "attachments_left_out": _("%(count)s more attachments were left out."),
    "part_left_out": _("A part of it, the %(part)s, could not be read; the rest was kept."),
    "suffix_misleads": _("Its name ends in %(suffix)s, but its content is %(kind)s."),
    "ocr_unsure": _("%(count)s of %(lines)s lines were read without confidence."),
}
UNKNOWN_WARNING = _("Something about it was odd (%(code)s); its text was kept.")


def problem_sentence(problem: dict[str, Any]) -> str:
    """The sentence of a refused document: found, expected, kept. Empty when there is no problem."""
    if not problem:
        return ""
    code = str(problem.get("code", ""))
    return str(PROBLEMS.get(code, UNKNOWN_PROBLEM)) % _said(problem, code)


def warning_sentence(warning: dict[str, Any]) -> str:
    """The sentence of something odd that did not stop the reading."""
    code = str(warning.get("code", ""))
    return str(WARNINGS.get(code, UNKNOWN_WARNING)) % _said(warning, code)


def _said(problem: dict[str, Any], code: str) -> Said:
    return Said({**dict(problem.get("params") or {}), "code": code or gettext("no code")})
