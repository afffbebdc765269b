"""The page about one source: its text with the places marked, and the claims read from it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import chain

from qiao.kit.instants import Moment
from qiao.register.models import Claim, Location, Name, Source, Tie
from qiao.register.queries.claim import fetched
from qiao.register.queries.lines import Line, line_of
from qiao.register.queries.sources import SourceName, source_name
from qiao.register.queries.text import Place, TextPage, text_page
from qiao.register.queries.words import Piece, speech
from qiao.register.tables import title_of
from qiao.zones.models import Membership

CLAIMS_AT_MOST = 500
SHORT = 8


@dataclass(frozen=True)
class ReadHere:
    """A claim read from the source, about whom, and where in the text (None for a member's own word)."""

    line: Line
    subject: Piece
    place: Place | None


@dataclass(frozen=True)
class TableReadHere:
    """The claims of one table."""

    title: str
    claims: tuple[ReadHere, ...]

    @property
    def is_short(self) -> bool:
        """Whether the list may stand open beside the text."""
        return len(self.claims) <= SHORT


@dataclass(frozen=True)
class SourcePage:
    """What the page about one source prints. `more` claims are not listed."""

    source: Source
    name: SourceName
    text: TextPage
    tables: tuple[TableReadHere, ...]
    claims: int
    more: int


def source_page(
    member: Membership,
    source: Source,
    *,
    moment: Moment,
    language: str,
    target: Place | None = None,
    page: int | None = None,
) -> SourcePage:
    """A source with the claims that rest on it, as far as the member may see them."""
    told = {table: _claims(table, member, source, moment) for table in _register_first()}
    every = list(chain.from_iterable(told.values()))
    spoken = speech(every, language, member.zone.slug)
    places = {place for claim in every if (place := _place(claim)) is not None}
    tables: dict[str, list[ReadHere]] = defaultdict(list)
    for claim in every[:CLAIMS_AT_MOST]:
        read = ReadHere(line_of(claim, spoken), spoken.entity(claim.subject), _place(claim))
        tables[title_of(type(claim))].append(read)
    return SourcePage(
        source=source,
        name=source_name(source),
        text=text_page(source.text, places, target=target, page=page),
        tables=tuple(TableReadHere(title, tuple(claims)) for title, claims in tables.items()),
        claims=len(every),
        more=max(0, len(every) - CLAIMS_AT_MOST),
    )


def _register_first() -> list[type[Claim]]:
    """The tables in the order of the page: names, ties and places before what other rooms read."""
    first: list[type[Claim]] = [Name, Tie, Location]
    return [*first, *(table for table in Claim.kinds() if table not in first)]


def _claims(table: type[Claim], member: Membership, source: Source, moment: Moment) -> list[Claim]:
    told = fetched(table, member).known_at(moment.as_of).holding_on(moment.on)
    return list(told.filter(evidence__source=source).order_by("evidence__start", "id"))


def _place(claim: Claim) -> Place | None:
    start, end = claim.evidence.start, claim.evidence.end
    return Place(start, end) if start is not None and end is not None else None
