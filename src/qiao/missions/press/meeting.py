"""The sheet of one meeting in words: who sits on both sides, and what one should know before going in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from qiao.missions.press.clock import hours, short_day
from qiao.missions.press.paper import Block, Meeting
from qiao.missions.press.said import change_told, mark_of, promise, standing_word, telephone
from qiao.missions.press.values import Someone, Standing, Stop
from qiao.missions.press.wording import TEXT, line, lines, named


def meeting_of(stop: Stop, lang: str) -> Meeting:
    """One sheet. A part that nobody filled says that nothing is known, for silence may be read as none."""
    parts = [hours(stop), line(stop.place), line(stop.party, 60), standing_word(stop)]
    before = change_told(stop, lang)
    mark = mark_of(stop)
    return Meeting(
        heading=named(stop.title),
        when=" · ".join(filter(None, parts)),
        mark=f"{mark} ({before})" if before else mark,
        blocks=[block for block in _blocks(stop, lang) if block.items],
        struck=stop.standing is Standing.CANCELLED,
    )


def _blocks(stop: Stop, lang: str) -> list[Block]:
    return [
        Block(_("Purpose"), [(told, "") for told in lines(stop.purpose)]),
        Block(
            _("At the door"),
            _plain(filter(None, [" · ".join(filter(None, [line(stop.contact), telephone(stop)]))])),
        ),
        Block(_("Their side"), _people(stop.theirs) or [("", _("Nobody named yet."))]),
        Block(_("Our side"), _people(stop.ours) or [("", _("Nobody named yet."))]),
        Block(_("Ties"), _plain(line(tie, TEXT) for tie in stop.ties) or [("", _("None known."))]),
        Block(_("Last contact"), [_last(stop, lang)]),
        Block(_("Open promises"), [promise(owed, lang) for owed in stop.promises] or [("", _("None open."))]),
        Block(pgettext("of a meeting", "Notes"), [(told, "") for told in lines(stop.notes)]),
        Block(_("Sources"), [("", line(source, TEXT)) for source in stop.sources]),
    ]


def _people(people: Sequence[Someone]) -> list[tuple[str, str]]:
    return [(line(one.name), ", ".join(filter(None, [line(one.title), line(one.body)]))) for one in people]


def _plain(told: Iterable[str]) -> list[tuple[str, str]]:
    return [(one, "") for one in told]


def _last(stop: Stop, lang: str) -> tuple[str, str]:
    if stop.last_contact is None:
        return "", _("No contact on record.")
    return short_day(stop.last_contact.on, lang), line(stop.last_contact.told, TEXT)
