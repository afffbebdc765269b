"""Filters with which the pages of planned missions write hours, days and reasons."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import template
from django.utils.translation import get_language

from qiao.kit import show
from qiao.missions.enums import VisitStatus, WindowStatus
from qiao.missions.queries import timeline as lines

register = template.Library()

TAGS = {  # how far something is agreed, in the shapes of modality: solid, outlined, dashed, struck
    VisitStatus.CONFIRMED: "fact",
    VisitStatus.ASKED: "plan",
    VisitStatus.WISHED: "hope",
    VisitStatus.DECLINED: "denial",
    WindowStatus.OFFERED: "plan",
    WindowStatus.USUAL: "hope",
}


@register.filter
def clock(minutes: int | None) -> str:
    """Minutes after midnight as a clock shows them."""
    return "" if minutes is None else lines.clock(minutes)


@register.filter
def weekday(day: date) -> str:
    return show.weekday(day, get_language() or "en")


@register.filter
def short_day(day: date) -> str:
    """A day and its month, without the year."""
    return show.day_of_month(day, get_language() or "en", with_month=True)


@register.filter
def tag_of(status: str) -> str:
    """The shape in which a status is drawn."""
    return TAGS.get(status, "")  # type: ignore[call-overload,no-any-return]  # a status is text


@register.filter
def per_cent(share: float) -> int:
    """A share of 0 to 1 in per cent."""
    return round(100 * share)


@register.filter
def minus(left: int, right: int) -> int:
    return left - right


@register.filter
def route(line: Any) -> str:
    """The towns of the nights, in order: Lyon → Paris → München."""
    return " → ".join(dict.fromkeys(column.night for column in line.columns if column.night))
