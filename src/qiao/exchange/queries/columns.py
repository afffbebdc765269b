"""The columns of a table as the page shows them: header, first values, and what each seems to hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from qiao.exchange.models import ImportRun
from qiao.exchange.reading import SURE


@dataclass(frozen=True)
class ColumnLine:
    """One column; `is_sure` is false where an officer should look."""

    at: int
    header: str
    values: tuple[str, ...]
    field: str
    why: str
    is_sure: bool


def column_lines(run: ImportRun) -> list[ColumnLine]:
    """The columns in the order of the file, with the field each has now."""
    remembered = bool(run.reading.get("remembered"))
    return [_line(run, at, guess, remembered) for at, guess in enumerate(run.guesses)]


def _line(run: ImportRun, at: int, guess: dict[str, Any], remembered: bool) -> ColumnLine:
    values = [str(row[at])[:80] for row in run.sample if at < len(row) and row[at]]
    return ColumnLine(
        at=at,
        header=str(run.columns[at])[:120],
        values=tuple(values[:3]),
        field=str(run.mapping[at]),
        why=_("as it was said last time") if remembered else _why(guess),
        is_sure=remembered or float(guess["confidence"]) >= SURE,
    )


def _why(guess: dict[str, Any]) -> str:
    values = [str(value) for value in guess.get("values", ())]
    match guess["why"]:
        case "header":
            return _("from its header")
        case "header_like":
            return _("its header is like “%(known)s”") % {"known": values[0] if values else "…"}
        case "values":
            return _("from its values (%(share)s)") % {"share": values[-1] if values else "…"}
        case "empty":
            return _("it is empty")
    return _("not recognised; please look")
