"""The itinerary as a workbook: all text is written as text, so nothing that a name begins with becomes a formula."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from qiao.missions.press.clock import offset
from qiao.missions.press.compose import stamp_of
from qiao.missions.press.said import change_told, mark_of, promise, standing_word
from qiao.missions.press.values import Briefing, Someone, Stop
from qiao.missions.press.wording import TEXT, line, named

ACCENT, GREY = "#b3261e", "#5f6265"
_ARE_DAYS = "yyyy-mm-dd"
_WIDTHS = {"short": 11, "name": 34, "long": 48}


def xlsx_of(briefing: Briefing) -> bytes:
    """Two sheets in `briefing.lang`: one row for each stop, one for each open promise. Times are local, as numbers."""
    import xlsxwriter

    out = io.BytesIO()
    safe = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with override(briefing.lang), xlsxwriter.Workbook(out, safe) as book:
        book.set_properties({"title": named(briefing.title, 250), "created": briefing.printed_at.replace(tzinfo=None)})
        _sheet(book, _("Itinerary"), briefing, _head(), [_row(stop, briefing.lang) for stop in _all(briefing)])
        owed = [_owed(stop, at, briefing.lang) for stop in briefing.stops for at in range(len(stop.promises))]
        _sheet(book, _("Promises"), briefing, _owed_head(), owed)
    return out.getvalue()


def _all(briefing: Briefing) -> list[Stop]:
    return sorted((*briefing.stops, *briefing.gone), key=lambda stop: (stop.starts_at, stop.key))


def _head() -> list[tuple[str, str]]:
    return [
        (pgettext("column of an itinerary", "Day"), "short"),
        (pgettext("column of an itinerary", "From"), "short"),
        (pgettext("column of an itinerary", "To"), "short"),
        (pgettext("column of an itinerary", "Clock"), "short"),
        (pgettext("column of an itinerary", "Appointment"), "name"),
        (pgettext("column of an itinerary", "City"), "short"),
        (pgettext("column of an itinerary", "Address"), "name"),
        (pgettext("column of an itinerary", "Status"), "short"),
        (pgettext("column of an itinerary", "Party"), "short"),
        (_("At the door"), "name"),
        (_("Telephone"), "name"),
        (_("Minutes on the way"), "short"),
        (_("Their side"), "long"),
        (_("Our side"), "long"),
        (_("Purpose"), "long"),
        (pgettext("column of an itinerary", "Change"), "short"),
        (pgettext("column of an itinerary", "Before"), "name"),
    ]


def _row(stop: Stop, lang: str) -> list[Any]:
    begins, ends = stop.begins, stop.ends
    return [
        *(begins.date(), begins.replace(tzinfo=None), ends.replace(tzinfo=None), offset(begins, lang)),
        *(named(stop.title), line(stop.city), line(stop.address), standing_word(stop), line(stop.party, 60)),
        *(line(stop.contact), line(stop.phone, 60), stop.leg_minutes, _people(stop.theirs), _people(stop.ours)),
        *(line(stop.purpose, TEXT), mark_of(stop), change_told(stop, lang)),
    ]


def _people(people: Sequence[Someone]) -> str:
    return line("; ".join(" ".join(filter(None, [one.name, one.title and f"({one.title})"])) for one in people), TEXT)


def _owed_head() -> list[tuple[str, str]]:
    return [
        (pgettext("column of an itinerary", "Day"), "short"),
        (pgettext("column of an itinerary", "Appointment"), "name"),
        (_("Promise"), "long"),
        (_("By whom, until when"), "long"),
        (pgettext("of a promise", "Due"), "short"),
    ]


def _owed(stop: Stop, at: int, lang: str) -> list[Any]:
    told, detail = promise(stop.promises[at], lang)
    return [stop.begins.date(), named(stop.title), told, detail, stop.promises[at].due]


def _sheet(book: Any, name: str, briefing: Briefing, head: list[tuple[str, str]], rows: list[list[Any]]) -> None:
    """Title and stamp above, a head that stays, filters, one page wide on paper."""
    sheet = book.add_worksheet(name[:31])
    sheet.write_string(0, 0, named(briefing.title), book.add_format({"bold": True, "font_size": 14}))
    sheet.write_string(1, 0, stamp_of(briefing), book.add_format({"font_color": GREY}))
    kinds = _formats(book)
    for column, (label, width) in enumerate(head):
        sheet.set_column(column, column, _WIDTHS[width])
        sheet.write_string(3, column, label, kinds["head"])
    for at, row in enumerate(rows, 4):
        for column, value in enumerate(row):
            _write(sheet, at, column, value, kinds)
    sheet.freeze_panes(4, 0)
    sheet.autofilter(3, 0, 3 + max(1, len(rows)), len(head) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(3)


def _formats(book: Any) -> dict[str, Any]:
    kinds: dict[str, dict[str, Any]] = {
        "head": {"bold": True, "bottom": 1, "font_color": ACCENT, "text_wrap": True},
        "text": {"text_wrap": True},
        "day": {"num_format": _ARE_DAYS, "align": "left"},
        "time": {"num_format": "hh:mm", "align": "left"},
        "number": {"num_format": "0", "align": "left"},
    }
    return {name: book.add_format({"valign": "top", **look}) for name, look in kinds.items()}


def _write(sheet: Any, row: int, column: int, value: Any, kinds: dict[str, Any]) -> None:
    if isinstance(value, datetime):
        sheet.write_datetime(row, column, value, kinds["time"])
    elif isinstance(value, date):
        sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), kinds["day"])
    elif isinstance(value, int):
        sheet.write_number(row, column, value, kinds["number"])
    elif value:
        sheet.write_string(row, column, value, kinds["text"])
