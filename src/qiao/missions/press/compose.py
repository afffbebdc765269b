"""A briefing put into the words of the reader."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override, pgettext

from qiao.missions.press.changes import checksum
from qiao.missions.press.clock import hours, long_day, offset, offsets, short_day
from qiao.missions.press.meeting import meeting_of
from qiao.missions.press.paper import DaySheet, Pair, Paper, Row, Table
from qiao.missions.press.said import change_told, mark_of, someone, standing_word, telephone
from qiao.missions.press.values import Briefing, Day, Sort, Standing, Stop, local_zone
from qiao.missions.press.wording import line, lines, named


def briefing_paper(briefing: Briefing) -> Paper:
    """The briefing book in `briefing.lang`: front, what changed, days and the sheets of their meetings."""
    with override(briefing.lang):
        return Paper(
            lang=briefing.lang,
            title=named(briefing.title),
            subtitle=_("Briefing book"),
            stamp=stamp_of(briefing),
            facts=[Pair(line(fact.label), line(fact.told, 2000)) for fact in briefing.facts],
            tables=[table for table in (_changed(briefing), _delegation(briefing)) if table],
            days=[_day(day, briefing.lang) for day in sorted(briefing.days, key=lambda day: day.on)],
            labels=labels_of(),
        )


def stamp_of(briefing: Briefing) -> str:
    """Which print this is: number, instant, sum of its content, and for whom. Needs the language to be active."""
    at = briefing.printed_at.astimezone(local_zone(briefing.zone))
    parts = [
        _("Print %(number)s") % {"number": briefing.number},
        f"{short_day(at.date(), briefing.lang)} {at:%H:%M} ({offset(at, briefing.lang)})",
        _("checksum %(sum)s") % {"sum": checksum(briefing)},
    ]
    if briefing.for_whom:
        parts.append(_("for %(name)s") % {"name": line(briefing.for_whom, 120)})
    return " · ".join(parts)


def labels_of() -> dict[str, str]:
    """What stands on every page, whatever it is of. Needs the language to be active."""
    return {
        "contents": _("Contents"),
        "time": pgettext("column of an itinerary", "Time"),
        "what": pgettext("column of an itinerary", "Appointment"),
        "place": pgettext("column of an itinerary", "Place"),
        "standing": pgettext("column of an itinerary", "Status"),
        "change": pgettext("column of an itinerary", "Change"),
        "empty": _("Nothing planned."),
        "page": _("Page %(page)s of %(pages)s") % {"page": "{page}", "pages": "{pages}"},
        "unshown": _("Some characters are not in the printed font and stand as 〓:"),
    }


def _changed(briefing: Briefing) -> Table | None:
    """None for a first print: nothing can have changed."""
    if briefing.number == 1:
        return None
    touched = [stop for stop in (*briefing.stops, *briefing.gone) if stop.change]
    touched.sort(key=lambda stop: (stop.starts_at, stop.key))
    rows = [
        [
            mark_of(stop),
            short_day(stop.begins.date(), briefing.lang),
            hours(stop),
            named(stop.title),
            change_told(stop, briefing.lang),
        ]
        for stop in touched
    ]
    head = [
        pgettext("column of an itinerary", "Change"),
        pgettext("column of an itinerary", "Day"),
        pgettext("column of an itinerary", "Time"),
        pgettext("column of an itinerary", "Appointment"),
        pgettext("column of an itinerary", "Before"),
    ]
    return Table(
        _("Changed since print %(number)s") % {"number": briefing.since or briefing.number - 1},
        head,
        rows,
        _("Nothing changed."),
        widths=[2.3, 2.5, 2.7, 6.0, 3.7],
    )


def _delegation(briefing: Briefing) -> Table | None:
    if not briefing.delegates:
        return None
    rows = [[str(at), *someone(one), line(one.body)] for at, one in enumerate(briefing.delegates, 1)]
    head = [
        "",
        pgettext("column of a list of people", "Name"),
        pgettext("column of a list of people", "Title"),
        _("Organisation"),
    ]
    return Table(_("Delegation"), head, rows, widths=[0.9, 5.4, 5.4, 5.5])


def _day(day: Day, lang: str) -> DaySheet:
    stops = sorted(day.stops, key=lambda stop: (stop.starts_at, stop.key))
    found = offsets(stops, lang)
    note = [_("All times local (%(offset)s).") % {"offset": found[0]}] if len(found) == 1 else []
    return DaySheet(
        heading=long_day(day.on, lang),
        note=" ".join([*note, *lines(day.note, 2000)]),
        rows=[_row(stop, lang, len(found) > 1) for stop in stops],
        meetings=[meeting_of(stop, lang) for stop in stops if stop.sort in (Sort.VISIT, Sort.EVENT)],
    )


def _row(stop: Stop, lang: str, with_offset: bool) -> Row:
    detail = [line(stop.contact), telephone(stop)]
    if stop.leg_minutes is not None:
        detail.insert(0, minutes(stop.leg_minutes))
    return Row(
        hours=hours(stop) + (f" {offset(stop.begins, lang)}" if with_offset else ""),
        title=named(stop.title),
        place=line(stop.place),
        standing=standing_word(stop),
        party=line(stop.party, 60),
        mark=mark_of(stop),
        detail=" · ".join(filter(None, detail)),
        struck=stop.standing is Standing.CANCELLED,
    )


def minutes(count: int) -> str:
    """How long the way takes."""
    return ngettext("%(count)d minute on the way", "%(count)d minutes on the way", count) % {"count": count}
