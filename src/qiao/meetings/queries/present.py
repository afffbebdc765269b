"""Who was at a meeting or event, and which figures are stated of something."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from qiao.kit.instants import Moment
from qiao.meetings.models import Attendance, Figure
from qiao.register.models import Claim
from qiao.register.queries.about import told_at
from qiao.register.queries.lines import Line, line_told
from qiao.register.queries.shown import by_value
from qiao.register.queries.words import speech
from qiao.zones.models import Membership


def present(member: Membership, records: Sequence[UUID], *, moment: Moment, language: str) -> tuple[Line, ...]:
    """Who attended the meeting or event that these records are."""
    return _lines(Attendance, member, records, moment, language)


def figures(member: Membership, records: Sequence[UUID], *, moment: Moment, language: str) -> tuple[Line, ...]:
    """The numbers that sources state of these records, each with its bound."""
    return _lines(Figure, member, records, moment, language)


def _lines(
    table: type[Claim], member: Membership, records: Sequence[UUID], moment: Moment, language: str
) -> tuple[Line, ...]:
    claims = told_at(table, member, records, moment, *(["object"] if table is Attendance else []))
    if not claims:
        return ()
    spoken = speech(claims, language, member.zone.slug)
    return tuple(line_told(value, spoken) for value in by_value(claims))
