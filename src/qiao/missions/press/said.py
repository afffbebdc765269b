"""Short words of the press for values: standing, change, a person, a promise. The language is active already."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from qiao.missions.press.clock import short_day
from qiao.missions.press.values import Moved, Owed, Someone, Sort, Standing, Stop
from qiao.missions.press.wording import TEXT, line


def standing_word(stop: Stop) -> str:
    """How sure the stop is; nothing for a way or a free hour, which nobody confirms, unless it is cancelled."""
    if stop.standing is Standing.CANCELLED:
        return pgettext("a visit", "cancelled")
    if stop.sort in (Sort.LEG, Sort.FREE):
        return ""
    return pgettext("a visit", "confirmed") if stop.standing is Standing.CONFIRMED else pgettext("a visit", "tentative")


def mark_of(stop: Stop) -> str:
    """The word in the margin."""
    if stop.change is None:
        return ""
    return {
        Moved.NEW: pgettext("a stop since the last print", "new"),
        Moved.MOVED: pgettext("a stop since the last print", "moved"),
        Moved.CANCELLED: pgettext("a stop since the last print", "cancelled"),
        Moved.EDITED: pgettext("a stop since the last print", "edited"),
    }[stop.change.kind]


def change_told(stop: Stop, lang: str) -> str:
    """Where and when it was before; the day only if that changed."""
    if stop.change is None:
        return ""
    parts = []
    if stop.change.was is not None:
        was = stop.change.was.astimezone(stop.begins.tzinfo)
        day = f"{short_day(was.date(), lang)} " if was.date() != stop.begins.date() else ""
        parts.append(f"{day}{was:%H:%M}")
    if stop.change.was_place:
        parts.append(line(stop.change.was_place))
    return ", ".join(parts)


def someone(one: Someone) -> list[str]:
    return [line(one.name), line(one.title)]


def promise(owed: Owed, lang: str) -> tuple[str, str]:
    """What is owed, and by whom until when."""
    detail = [_("promised by us") if owed.ours else _("promised by them"), line(owed.owner)]
    if owed.due is not None:
        detail.append(_("due %(day)s") % {"day": short_day(owed.due, lang)})
    return line(owed.told, TEXT), " · ".join(filter(None, detail))


def telephone(stop: Stop) -> str:
    """The number in one piece: it is dialled from paper, and must not be broken over two lines."""
    return line(stop.phone, 60).replace(" ", "\u00a0")
