"""What was found, expected and kept, and what becomes of a row, in the reader's language."""

from __future__ import annotations

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from qiao.kit.said import Said

# The file itself is kept in every case.
PROBLEMS: dict[str, Promise] = {
    "not_a_table": _(
        "This is not read as a table. Found %(found)s, expected xlsx, xls, ods, csv, tsv, vcf or the picture of a "
        "card. The file was kept."
    ),
    "no_table": _("The file holds no table. Found %(found)s, expected %(expected)s. The file was kept."),
    "too_many_rows": _(
        "The table has too many rows. Expected at most %(expected)s, found more. The file was kept, no row was read."
    ),
    "too_many_columns": _(
        "The table has too many columns. Found %(found)s, expected at most %(expected)s. The file was kept, no row "
        "was read."
    ),
    "empty": _("The file is empty. Expected a table, found 0 bytes. The file was kept."),
    "blank": _("The file holds only white space. Expected a table, found %(found)s. The file was kept."),
    "no_text": _("The file holds no text. Found %(found)s, expected %(expected)s. The file was kept."),
    "too_large": _("The file is too large. Found %(found)s, expected at most %(expected)s. The file was kept unread."),
    "too_much_text": _("The file gives too much text. Expected at most %(expected)s characters. It was kept unread."),
    "inflates_too_much": _(
        "The file unpacks to too much. Found %(found)s, expected at most %(expected)s. The file was kept unread."
    ),
    "entities": _("The file defines its own XML entities, which no honest office file does. It was kept unread."),
    "binary": _("The file is not text. Found %(found)s, expected a table. The file was kept unread."),
    "kind_not_read": _(
        "Files of this kind are not read. Found %(found)s, expected xlsx, xls, ods, csv, tsv, vcf or the picture of a "
        "card. The file was kept."
    ),
    "broken": _("The file is damaged. Expected %(expected)s, found %(found)s. The file was kept unread."),
    "password": _("The file is protected by a password. Expected an open file. It was kept unread."),
    "ocr_missing": _(
        "The file is an image, and this installation does not read images. Expected the extra named ocr. The file "
        "was kept."
    ),
    "too_slow": _("Reading took too long and was stopped after %(found)s seconds. The file was kept unread."),
    "too_hungry": _("Reading needs too much memory. Expected at most %(expected)s. The file was kept unread."),
    "crashed": _("The program that reads %(expected)s stopped at this file. The file was kept unread."),
    "no_reader": _("The reading process did not start (%(found)s). The file was kept; try again later."),
    "nested_too_deep": _(
        "The file holds files within files. Expected at most %(expected)s levels. It was kept unread."
    ),
    "not_allowed": _(
        "Whoever began this may no longer change the register. %(done)s of %(rows)s rows were done; they were kept."
    ),
    "not_understood": _(
        "The work stopped after %(done)s of %(rows)s rows through a fault of the program. What was written was kept. "
        "Please tell your administrator; it may go on, or be undone."
    ),
}
UNKNOWN_PROBLEM = _("The file could not be read (%(code)s). The file was kept.")

REFUSALS: dict[str, Promise] = {
    "no_name": _("Found no name; expected one in a column of names. The row was kept here."),
    "name_too_long": _("Found a name of %(found)s characters; expected at most %(expected)s. The row was kept here."),
    "cell_too_long": _("Found a cell of %(found)s characters; expected at most %(expected)s."),
    "header_again": _("These are the headers once more; expected a party. The row was kept here."),
    "unreadable": _("Found nothing that can be read; expected a name. The row was kept here."),
}
UNKNOWN_REFUSAL = _("Expected a party, found none (%(code)s). The row was kept here.")

HOW: dict[str, Promise] = {
    "id": _("the register's own mark"),
    "file": _("this very row, imported before"),
    "row": _("an equal row, imported before"),
    "number": _("its register number"),
    "name": _("its name"),
    "likeness": _("its likeness"),
}
TABLES: dict[str, Promise] = {
    "Name": _("names"),
    "Location": _("a place"),
    "Identifier": _("a register number"),
    "ContactPoint": _("contacts"),
    "Classification": _("an industry segment"),
    "Tie": _("a tie"),
}
QUESTIONS: dict[str, Promise] = {"country": _("Country"), "town": _("Town")}


def problem_words(problem: dict[str, Any]) -> str:
    """The sentence of an import that stopped; empty when it did not."""
    if not problem:
        return ""
    code = str(problem.get("code", ""))
    return str(PROBLEMS.get(code, UNKNOWN_PROBLEM)) % Said({**dict(problem.get("params") or {}), "code": code})


def refusal_words(why: dict[str, Any]) -> str:
    """Why a row was not understood."""
    code = str(why.get("code", ""))
    return str(REFUSALS.get(code, UNKNOWN_REFUSAL)) % Said({**dict(why.get("params") or {}), "code": code})


def how_words(how: str) -> str:
    """By what a record was found."""
    return str(HOW.get(how, how))


def table_words(tables: list[str]) -> str:
    """What a row adds, as a list in words."""
    return _now(", ").join(str(TABLES.get(table, table)) for table in tables)
