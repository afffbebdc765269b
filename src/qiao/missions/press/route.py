"""Route sheets for drivers: one page for each day and party, in large type."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from qiao.missions.press.clock import hours, long_day, offset, offsets
from qiao.missions.press.compose import labels_of, minutes, stamp_of
from qiao.missions.press.paper import RoutePaper, RouteRow, RouteSheet
from qiao.missions.press.said import change_told, mark_of, telephone
from qiao.missions.press.values import Briefing, Day, Sort, Standing, Stop
from qiao.missions.press.wording import line, lines, named


def route_paper(briefing: Briefing) -> RoutePaper:
    """A sheet for each day and party, free hours left out. A stop without party is on the sheet of every party."""
    with override(briefing.lang):
        return RoutePaper(
            lang=briefing.lang,
            title=named(briefing.title),
            subtitle=_("Route sheet"),
            stamp=stamp_of(briefing),
            sheets=[
                sheet for day in sorted(briefing.days, key=lambda day: day.on) for sheet in _sheets(day, briefing.lang)
            ],
            labels=labels_of(),
        )


def _sheets(day: Day, lang: str) -> list[RouteSheet]:
    driven = sorted(
        (stop for stop in day.stops if stop.sort is not Sort.FREE), key=lambda stop: (stop.starts_at, stop.key)
    )
    parties = sorted({stop.party for stop in driven if stop.party}) or [""]
    return [_sheet(day, party, [stop for stop in driven if stop.party in ("", party)], lang) for party in parties]


def _sheet(day: Day, party: str, stops: list[Stop], lang: str) -> RouteSheet:
    found = offsets(stops, lang)
    note = [_("All times local (%(offset)s).") % {"offset": found[0]}] if len(found) == 1 else []
    return RouteSheet(
        heading=long_day(day.on, lang),
        party=line(party, 60),
        note=" ".join([*note, *lines(day.note, 400)]),
        rows=[_row(stop, lang, len(found) > 1) for stop in stops],
    )


def _row(stop: Stop, lang: str, with_offset: bool) -> RouteRow:
    before, mark = change_told(stop, lang), mark_of(stop)
    return RouteRow(
        hours=hours(stop) + (f" {offset(stop.begins, lang)}" if with_offset else ""),
        title=named(stop.title, 160),
        address=_address(stop),
        ring=_ring(stop),
        leg="" if stop.leg_minutes is None else minutes(stop.leg_minutes),
        mark=pgettext("a changed stop, and how it was", "%(mark)s (%(before)s)") % {"mark": mark, "before": before}
        if before
        else mark,
        struck=stop.standing is Standing.CANCELLED,
    )


def _address(stop: Stop) -> str:
    city = "" if stop.city in stop.address else stop.city
    return line(", ".join(filter(None, [stop.address, city])) or _("No address yet."), 300)


def _ring(stop: Stop) -> str:
    """Whom to ring; that nobody is known is said of visits and events only."""
    told = " · ".join(filter(None, [line(stop.contact, 120), telephone(stop)]))
    return told or ("" if stop.sort is Sort.LEG else _("No telephone number yet."))
