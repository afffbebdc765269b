"""What other rooms show on the pages of the register. A room enters its providers when the program starts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.urls import reverse

from qiao.kit.instants import Moment
from qiao.kit.kept_query import PlainId
from qiao.register.models import Claim, Source
from qiao.zones.models import Membership


@dataclass(frozen=True)
class PartyAsked:
    """What a provider may know: who asks, about which records of one group, in which language and when.

    `tables` are those that hold a claim naming one of the records; None when that is not known.
    """

    member: Membership
    records: tuple[UUID, ...]
    language: str
    moment: Moment
    now: datetime
    tables: frozenset[type[Claim]] | None = None

    def may_find(self, tables: Collection[type[Claim]]) -> bool:
        """Whether one of these tables may have something to say; without tables, there is always a chance."""
        return not tables or self.tables is None or not self.tables.isdisjoint(tables)


@dataclass(frozen=True)
class Panel:
    """One section of a page: its template, and the value that the template calls `panel`."""

    template: str
    content: Any
    aside: bool = False  # in the narrow column


@dataclass(frozen=True)
class PageLink:
    """One place elsewhere in the program that a page of the register leads to."""

    words: str
    url: str


Provider = Callable[[PartyAsked], Panel | None]
LastMet = Callable[[Membership, Sequence[PlainId]], Mapping[PlainId, date]]
SourceLinks = Callable[[Membership, Source], Sequence[PageLink]]

_providers: list[tuple[int, Provider, tuple[type[Claim], ...]]] = []
_last_met: list[LastMet] = []
_party_links: list[tuple[Any, str, Callable[[Membership], bool]]] = []
_source_links: list[SourceLinks] = []
_list_tools: list[str] = []


def register_panel(order: int, provider: Provider, *tables: type[Claim]) -> None:
    """Enter a section of the party page; lower orders come first.

    tables    those of which one must name the party, or the provider has nothing to show and is not asked.
    """
    _providers.append((order, provider, tables))
    _providers.sort(key=lambda entry: entry[0])


def register_last_met(provider: LastMet) -> None:
    """Enter what knows on which day each of some records was last met; ids are as the database writes them."""
    _last_met.append(provider)


def register_party_link(words: Any, view: str, allowed: Callable[[Membership], bool]) -> None:
    """Enter what else can be added from a party's page: `view` is asked for with `?party=` and the record's id."""
    _party_links.append((words, view, allowed))


def register_list_tool(template: str) -> None:
    """Enter what stands among the actions of the list of parties: a template that finds its own values."""
    _list_tools.append(template)


def list_tools() -> list[str]:
    """The templates that other rooms put among the actions of the list."""
    return list(_list_tools)


def register_source_links(provider: SourceLinks) -> None:
    """Enter what knows where else a source is worked on."""
    _source_links.append(provider)


def panels_for(asked: PartyAsked) -> list[Panel]:
    """The sections that other rooms have for these records."""
    asking = (provider for _order, provider, tables in _providers if asked.may_find(tables))
    return [panel for provider in asking if (panel := provider(asked)) is not None]


def last_met(member: Membership, records: Sequence[PlainId]) -> dict[PlainId, date]:
    """Record -> the latest day on which it was met, as far as any room knows; ids as the database writes them."""
    latest: dict[PlainId, date] = {}
    for provider in _last_met:
        for record, day in provider(member, records).items():
            latest[record] = max(day, latest.get(record, day))
    return latest


def party_links(member: Membership, record: UUID) -> list[PageLink]:
    """What else the member may add from this party's page, as links."""
    return [
        PageLink(str(words), f"{reverse(view, args=[member.zone.slug])}?party={record}")
        for words, view, allowed in _party_links
        if allowed(member)
    ]


def links_of(member: Membership, source: Source) -> list[PageLink]:
    """Where else a source is worked on."""
    return [link for provider in _source_links for link in provider(member, source)]
