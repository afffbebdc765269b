"""What the reading of tables says, in the reader's language. The only module here that knows of Django."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from qiao.exchange.reading.columns import Guess
from qiao.exchange.reading.errors import UnreadableTable
from qiao.exchange.reading.fields import Field

FIELDS: dict[Field, str | Promise] = {
    Field.NAME: _("Name"),
    Field.ORGANISATION: _("Name of the organisation"),
    Field.PERSON: _("Name of the person"),
    Field.NAME_ZH: _("Name in simplified Chinese"),
    Field.NAME_ZH_HANT: _("Name in traditional Chinese"),
    Field.NAME_EN: _("Name in English"),
    Field.NAME_FR: _("Name in French"),
    Field.NAME_DE: _("Name in German"),
    Field.FAMILY_NAME: _("Family name"),
    Field.GIVEN_NAME: _("Given name"),
    Field.SHORT_NAME: _("Short name"),
    Field.FORMER_NAME: _("Former name"),
    Field.ALIAS: _("Other name"),
    Field.LANGUAGE: _("Language of the name"),
    Field.KIND: _("Kind"),
    Field.COUNTRY: _("Country"),
    Field.CITY: _("City"),
    Field.ADDRESS: _("Postal address"),
    Field.WEBSITE: _("Website"),
    Field.EMAIL: _("E-mail"),
    Field.PHONE: _("Telephone"),
    Field.WECHAT: "WeChat",
    Field.LEI: "LEI",
    Field.USCC: _("Unified social credit code"),
    Field.VAT: _("VAT number"),
    Field.SIREN: "SIREN",
    Field.HRB: _("German commercial register"),
    Field.ROR: "ROR",
    Field.ORCID: "ORCID",
    Field.REGISTER_NO: _("Other number"),
    Field.CONTACT_PERSON: _("Contact person"),
    Field.CONTACT_PHONE: _("Telephone of the contact person"),
    Field.CONTACT_EMAIL: _("E-mail of the contact person"),
    Field.TITLE: _("Post"),
    Field.EMPLOYER: _("Employer"),
    Field.EMPLOYER_WEBSITE: _("Website of the employer"),
    Field.TIES: _("Ties"),
    Field.SEGMENT: _("Industry segment"),
    Field.NOTE: pgettext_lazy("a column of a table", "Note"),
    Field.QIAO_ID: _("Qiao id"),
    Field.IGNORE: _("Leave out"),
}

# The file itself is kept in every case.
TROUBLES: dict[str, str | Promise] = {
    "not_a_table": _(
        "The file is not read as a table. Found %(found)s, expected xlsx, xls, ods, csv, tsv, vcf or the picture of a "
        "card. The file was kept."
    ),
    "no_table": _("The file holds no table. Found %(found)s, expected %(expected)s. The file was kept."),
    "too_many_rows": _(
        "The table has too many rows. Found more than %(found)s, expected at most %(expected)s. The file was kept and "
        "no row was read."
    ),
    "too_many_columns": _(
        "The table has too many columns. Found %(found)s, expected at most %(expected)s. The file was kept and no row "
        "was read."
    ),
    "empty": _("The file is empty. Expected a table, found 0 bytes. No row was read."),
    "blank": _("The file holds only white space. Expected a table, found %(found)s. No row was read."),
    "no_text": _("The file holds no text. Found %(found)s, expected %(expected)s. The file was kept."),
    "too_large": _(
        "The file is too large. Found %(found)s, expected at most %(expected)s. The file was kept and no row was read."
    ),
    "too_much_text": _(
        "The file gives too much text. Expected at most %(expected)s characters. The file was kept and no row was read."
    ),
    "inflates_too_much": _(
        "The file unpacks to too much. Found %(found)s, expected at most %(expected)s. The file was kept and no row "
        "was read."
    ),
    "entities": _(
        "The file defines its own XML entities, which no honest office file does. The file was kept and no row was "
        "read."
    ),
    "binary": _("The file is not text. Found %(found)s, expected a table. The file was kept and no row was read."),
    "broken": _("The file is damaged. Expected %(expected)s, found %(found)s. The file was kept and no row was read."),
    "password": _(
        "The file is protected by a password. Found %(found)s, expected an open file. The file was kept and no row was "
        "read."
    ),
    "ocr_missing": _(
        "The file is a picture, and this installation does not read pictures. Expected the extra named ocr. The file "
        "was kept."
    ),
    "too_slow": _(
        "Reading took too long and was stopped after %(found)s seconds. The file was kept and no row was read."
    ),
    "too_hungry": _("Reading needs too much memory. Expected at most %(expected)s. The file was kept."),
    "crashed": _("The program that reads such files stopped at this one (%(found)s). The file was kept."),
    "no_reader": _("The reading process did not start (%(found)s). The file was kept; try again later."),
}
_OTHER_TROUBLE = _("The file could not be read. The file was kept.")

NOTES: dict[str, str | Promise] = {
    "rows_above": _("%(count)s rows above the headers were taken for titles."),
    "quotes_unmatched": _("A quotation mark is opened and never closed; it was taken as a sign of its cell."),
    "sheet_unreadable": _("Sheet %(sheet)s could not be read; the others were kept."),
    "encoding_guessed": _("The encoding is not stated and was taken to be %(encoding)s."),
    "encoding_declared_wrong": _("It says it is written in %(declared)s, but reads as %(encoding)s."),
    "encodings_mixed": _("%(lines)s lines are in %(encoding)s and not in %(main)s; each was read in its own."),
    "ocr_unsure": _("%(count)s of %(lines)s lines were read without confidence."),
}

REFUSALS: dict[str, str | Promise] = {
    "no_name": _("The row has no name. Expected one in a column of names. The row is kept in the file."),
    "name_too_long": _(
        "The name has %(found)s characters. Expected at most %(expected)s. The row is kept in the file."
    ),
    "cell_too_long": _(
        "A cell has more than %(expected)s characters. Expected at most as many. The row is kept in the file."
    ),
    "header_again": _("The row repeats the headers. It says nothing of a party."),
}

WHYS: dict[str, str | Promise] = {
    "header": _("the header is known"),
    "header_like": _("the header is like “%(0)s”"),
    "values": _("%(1)s of the values look so"),
    "empty": _("the column is empty"),
    "nothing": _("nothing tells what it holds"),
}


class _Said(dict[str, Any]):
    """Parameters of a sentence; one that was not given is left blank rather than breaking the page."""

    def __missing__(self, key: str) -> str:
        return "…"


def field_words(field: Field) -> str:
    """The field as pages name it."""
    return str(FIELDS[field])


def trouble_sentence(trouble: str, params: Mapping[str, str]) -> str:
    """Why a file gave no table, and what was kept."""
    return str(TROUBLES.get(trouble, _OTHER_TROUBLE)) % _Said(params)


def refusal_of(error: UnreadableTable) -> str:
    """The same for the exception itself."""
    return trouble_sentence(error.trouble, error.params)


def note_sentence(code: str, params: Iterable[tuple[str, str]]) -> str:
    """What was odd about a table; empty for a code without words."""
    return str(NOTES.get(code, "")) % _Said(params)


def row_refusal(code: str, params: Iterable[tuple[str, str]]) -> str:
    """Why a row gave no draft."""
    return str(REFUSALS.get(code, code)) % _Said(params)


def why_words(guess: Guess) -> str:
    """Why a column was taken for what it is."""
    return str(WHYS[guess.why]) % _Said((str(at), value) for at, value in enumerate(guess.values))
