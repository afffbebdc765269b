"""Names pasted one a line, each with whom of the register it means."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from qiao.engines.text.search_rank import Way
from qiao.missions.models import PlannedEvent
from qiao.missions.queries.events_invitees import on_the_list
from qiao.register.enums import PARTIES
from qiao.register.queries.found import found
from qiao.register.queries.labels import Called, called
from qiao.zones.models import Membership

MOST_LINES = 300
LONGEST_LINE = 200
CHOICES = 4
_BULLET = re.compile(r"^\s*(?:[-*•·]|\d{1,4}[.)、．])\s*")


@dataclass(frozen=True, slots=True)
class PastedName:
    """One line and who may be meant. `sure`: one party alone bears that very name."""

    line: str
    choices: tuple[Called, ...]
    sure: bool
    listed: bool  # already on the list

    @property
    def is_unknown(self) -> bool:
        return not self.choices and not self.listed


@dataclass(frozen=True, slots=True)
class Pasted:
    """All lines that were read, and how many were left out because there were too many."""

    names: tuple[PastedName, ...]
    left_out: int

    @property
    def sure(self) -> int:
        return sum(one.sure and not one.listed for one in self.names)

    @property
    def unknown(self) -> int:
        return sum(one.is_unknown for one in self.names)


def lines_of(text: str) -> list[str]:
    """The lines of a pasted list: without bullets and numbers, empty and repeated ones left out."""
    cleaned = (_BULLET.sub("", line.replace("\0", " ")).strip()[:LONGEST_LINE] for line in text.splitlines())
    return list(dict.fromkeys(line for line in cleaned if line))


def pasted_names(event: PlannedEvent, member: Membership, text: str, language: str) -> Pasted:
    """Who is meant by each line; at most 300 lines are looked at."""
    lines = lines_of(text)
    listed = set(on_the_list(event, member))
    answers = {line: _answers(member, line) for line in lines[:MOST_LINES]}
    names = called((one for found_here in answers.values() for _group, one, _same in found_here), language)
    return Pasted(
        tuple(_pasted(line, answers[line], names, listed) for line in lines[:MOST_LINES]),
        max(0, len(lines) - MOST_LINES),
    )


Answer = tuple[UUID, UUID, bool]  # the group, the record that stands for it, whether that is its very name


def _answers(member: Membership, line: str) -> list[Answer]:
    answers = found(member, line, kinds=[kind.value for kind in PARTIES], limit=CHOICES)
    told = [(one.canonical_id, one.entity_id, one.way <= Way.SAME) for one in answers]
    same = [one for one in told if one[2]]
    return same or told


def _pasted(line: str, answers: Iterable[Answer], names: dict[UUID, Called], listed: set[UUID]) -> PastedName:
    held = list(answers)
    return PastedName(
        line=line,
        choices=tuple(names[one] for group, one, _same in held if one in names and group not in listed),
        sure=len(held) == 1 and held[0][2],
        listed=bool(held) and held[0][2] and held[0][0] in listed,
    )
