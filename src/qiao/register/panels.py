"""What other rooms show on the pages of the register. A room enters its providers when the program starts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from qiao.kit.instants import Moment
from qiao.register.models import Source
from qiao.zones.models import Membership


@dataclass(frozen=True)
class PartyAsked:
    """What a provider may know: who asks, about which records of one group, in which language and when."""

    member: Membership
    records: tuple[UUID, ...]
    language: str
    moment: Moment
    now: datetime


@dataclass(frozen=True)
class Panel:
    """One section of a page: its template, and the value that the template calls `panel`."""

    template: str
    content: Any
    aside: bool = False  # in the narrow column


@dataclass(frozen=True)
class SourceLink:
    """One place elsewhere in the program that a source leads to."""

    words: str
    url: str


Provider = Callable[[PartyAsked], Panel | None]
LastMet = Callable[[Membership, Sequence[UUID]], dict[UUID, date]]
SourceLinks = Callable[[Membership, Source], Sequence[SourceLink]]

_providers: list[tuple[int, Provider]] = []
_last_met: list[LastMet] = []
_source_links: list[SourceLinks] = []


def register_panel(order: int, provider: Provider) -> None:
    """Enter a section of the party page; lower orders come first."""
    _providers.append((order, provider))
    _providers.sort(key=lambda entry: entry[0])


def register_last_met(provider: LastMet) -> None:
    """Enter what knows on which day each of some records was last met."""
    _last_met.append(provider)


def register_source_links(provider: SourceLinks) -> None:
    """Enter what knows where else a source is worked on."""
    _source_links.append(provider)


def panels_for(asked: PartyAsked) -> list[Panel]:
    """The sections that other rooms have for these records."""
    return [panel for _order, provider in _providers if (panel := provider(asked)) is not None]


def last_met(member: Membership, records: Sequence[UUID]) -> dict[UUID, date]:
    """Record -> the latest day on which it was met, as far as any room knows."""
    latest: dict[UUID, date] = {}
    for provider in _last_met:
        for record, day in provider(member, records).items():
            latest[record] = max(day, latest.get(record, day))
    return latest


def links_of(member: Membership, source: Source) -> list[SourceLink]:
    """Where else a source is worked on."""
    return [link for provider in _source_links for link in provider(member, source)]
