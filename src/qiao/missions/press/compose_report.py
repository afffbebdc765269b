"""A trip report put into words; what nobody filled is printed as missing and listed at the front."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override, pgettext

from qiao.missions.press.clock import short_day
from qiao.missions.press.compose import labels_of
from qiao.missions.press.costs import costs_of
from qiao.missions.press.lacking import LEAST_PHOTOGRAPHS, lacking
from qiao.missions.press.paper import Pair, ReportPaper, Section, Table
from qiao.missions.press.photographs import Checked, checked
from qiao.missions.press.report_values import Carried, TripReport
from qiao.missions.press.said import promise
from qiao.missions.press.wording import TEXT, line, lines, named


def report_paper(report: TripReport) -> ReportPaper:
    """The trip report in `report.lang`, its photographs made fit for print."""
    photographs = checked(list(report.photographs))
    with override(report.lang):
        missing = lacking(report, len(photographs.pictures))
        return ReportPaper(
            lang=report.lang,
            title=named(report.title),
            subtitle=_("Trip report"),
            stamp=_stamp(report),
            facts=_facts(report),
            lacking=Table(_("Still missing"), [_("Field")], [[one] for one in missing]) if missing else None,
            sections=_sections(report, photographs),
            pictures=photographs.pictures,
            labels=labels_of(),
        )


def _stamp(report: TripReport) -> str:
    """Whether it is in time, as far as one can tell."""
    parts = []
    if report.written_on:
        parts.append(_("written %(day)s") % {"day": short_day(report.written_on, report.lang)})
    if report.due_on:
        parts.append(_("due %(day)s") % {"day": short_day(report.due_on, report.lang)})
    if report.written_on and report.due_on and report.written_on > report.due_on:
        late = (report.written_on - report.due_on).days
        parts.append(ngettext("%(count)d day late", "%(count)d days late", late) % {"count": late})
    return " · ".join(parts)


def _facts(report: TripReport) -> list[Pair]:
    lang = report.lang
    days = (report.back_on - report.left_on).days + 1 if report.left_on and report.back_on else 0
    counted = ngettext("%(count)d day, both ends counted", "%(count)d days, both ends counted", days) % {"count": days}
    return [
        _pair(_("Inviter"), " · ".join(filter(None, [line(report.inviter), line(report.inviting_person)]))),
        _pair(
            _("Countries"),
            "、".join(map(line, report.countries)) if lang[:2] == "zh" else ", ".join(map(line, report.countries)),
        ),
        _pair(pgettext("of a journey", "Left on"), _on(report.left_on, lang)),
        _pair(pgettext("of a journey", "Back on"), _on(report.back_on, lang)),
        *([Pair(pgettext("of a journey", "Length"), counted)] if days else []),
        _pair(_("Passports and papers"), _papers(report.papers_returned)),
        _pair(_("Report due"), _on(report.due_on, lang)),
        _pair(_("Report written"), _on(report.written_on, lang)),
    ]


def _pair(label: str, told: str) -> Pair:
    return Pair(label, told or _("missing"), missing=not told)


def _on(day: date | None, lang: str) -> str:
    return short_day(day, lang) if day else ""


def _papers(returned: bool | None) -> str:
    if returned is None:
        return ""
    return _("handed back") if returned else _("not handed back yet")


def _sections(report: TripReport, photographs: Checked) -> list[Section]:
    lang = report.lang
    owed = [[told, detail] for told, detail in (promise(one, lang) for one in report.promises)]
    results = [[line(one.told, TEXT), line(one.source, TEXT)] for one in report.results]
    members = [[line(one.name), line(one.title), line(one.body)] for one in report.members]
    return [
        _text(_("Purpose"), report.purpose),
        _table(_("Members"), [_name(), _title(), _("Organisation")], members),
        _table(
            _("Itinerary"), _itinerary_head(), [_carried(one, lang) for one in report.itinerary], [2.4, 5.2, 5.2, 4.4]
        ),
        _table(_("Results"), [_("Result"), _("Source")], results),
        _table(_("Promises"), [_("Promise"), _("By whom, until when")], owed),
        _with_table(_("Costs"), costs_of(report.costs, lang)),
        _text(_("Conduct and changes of route"), report.discipline),
        _text(_("What follows"), report.follow_up),
        _text(_("Suggestions"), report.suggestions),
        _photographs(photographs),
    ]


def _text(heading: str, text: str) -> Section:
    told = lines(text)
    return Section(heading, told, missing="" if told else _("missing"))


def _table(heading: str, head: list[str], rows: list[list[str]], widths: Sequence[float] = ()) -> Section:
    return _with_table(heading, Table("", head, rows, widths=list(widths)))


def _with_table(heading: str, table: Table) -> Section:
    return Section(heading, [], table, "") if table.rows else Section(heading, [], None, _("missing"))


def _name() -> str:
    return pgettext("column of a list of people", "Name")


def _title() -> str:
    return pgettext("column of a list of people", "Title")


def _itinerary_head() -> list[str]:
    return [
        pgettext("column of an itinerary", "Day"),
        pgettext("column of an itinerary", "As planned"),
        pgettext("column of an itinerary", "As carried out"),
        pgettext("column of an itinerary", "Why it differs"),
    ]


def _carried(one: Carried, lang: str) -> list[str]:
    """A line that differs without a reason says that the reason is missing."""
    differs = one.planned.strip() != one.done.strip()
    why = line(one.why, TEXT) or (_("missing") if differs else "")
    planned = line(one.planned, TEXT) or _("not planned")
    return [short_day(one.on, lang), planned, line(one.done, TEXT) or _("did not take place"), why]


def _photographs(photographs: Checked) -> Section:
    told = []
    if photographs.unreadable:
        places = ", ".join(map(str, photographs.unreadable))
        told.append(_("Not readable as pictures, and left out: number %(places)s.") % {"places": places})
    found = len(photographs.pictures)
    short = _("%(found)d of at least %(least)d") % {"found": found, "least": LEAST_PHOTOGRAPHS}
    return Section(_("Photographs"), told, missing="" if found >= LEAST_PHOTOGRAPHS else short)
