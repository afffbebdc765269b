"""What was odd in reading a table, in the reader's language: what was found, and what was made of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from qiao.kit.said import Said

ODDITIES: dict[str, Promise] = {
    "quotes_unmatched": _(
        "Some quotation marks are opened and never closed. Expected pairs; the rows with them were read line by line, "
        "so that a cell over several lines may be cut. Please look at these rows."
    ),
    "encoding_guessed": _(
        "The file does not say in which encoding it is written. It was read as %(encoding)s; if letters look wrong, "
        "save it as UTF-8 and bring it again."
    ),
    "encoding_declared_wrong": _(
        "The file says it is written in %(declared)s, but reads as %(encoding)s, and was read so. If letters look "
        "wrong, save it as UTF-8 and bring it again."
    ),
    "encodings_mixed": _(
        "Lines are written in two encodings. Expected one; %(lines)s of them were read as %(encoding)s, the others as "
        "%(main)s. Please look at their letters."
    ),
    "sheet_unreadable": _("The sheet %(sheet)s could not be read. It was left out; the file was kept."),
    "ocr_unsure": _(
        "%(count)s of %(lines)s lines of the picture are hard to read. Please hold what was read against it."
    ),
}
ROWS_ABOVE = ngettext_lazy(
    "%(count)d line above the headers was taken for a title and left out.",
    "%(count)d lines above the headers were taken for titles and left out.",
    "count",
)


def oddities_of(reading: Mapping[str, Any]) -> list[str]:
    """One sentence for each thing that was odd, in the order in which it was met; each once.

    reading   what an import keeps of the reading of its file. A code without words is passed over: it is no
              sentence for a reader.
    """
    told = (_told(note) for note in reading.get("notes") or ())
    return list(dict.fromkeys(words for words in told if words))


def _told(note: Mapping[str, Any]) -> str:
    code, params = str(note.get("code", "")), dict(note.get("params") or {})
    if code == "rows_above":
        count = str(params.get("count", ""))
        return str(ROWS_ABOVE % {"count": int(count)}) if count.isdecimal() else ""
    return str(ODDITIES[code] % Said(params)) if code in ODDITIES else ""
