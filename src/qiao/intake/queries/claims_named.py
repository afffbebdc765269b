"""A number claimed against what the same document names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from django.utils.translation import gettext_lazy

from qiao.engines.text.measures import Counted
from qiao.engines.text.names import fold
from qiao.engines.text.quantity import Quantity
from qiao.intake.enums import FactKind
from qiao.intake.models import Proposal
from qiao.intake.queries.readings import parties_of, quantity_of
from qiao.intake.queries.sentences import figure_words
from qiao.intake.queries.telling import Said, Telling

MOST_DRAWN = 24  # circles; more are told in figures
MOST_NAMED = 6
NOUNS = {
    Counted.AGREEMENTS: gettext_lazy("agreements"),
    Counted.VENTURES: gettext_lazy("projects"),
    Counted.STATIONS: gettext_lazy("liaison stations"),
    Counted.COMPANIES: gettext_lazy("companies"),
    Counted.PARTICIPANTS: gettext_lazy("participants"),
}
VENTURES = ("project", "venture", "startup", "start-up")


@dataclass(frozen=True)
class ClaimedOverNamed:
    """More claimed than named. `stations` of the named are stations, which may stand under a paper of their own."""

    kind: ClassVar[str] = "claimed"

    counted: Counted
    claimed: Said
    quantity: Quantity
    named: tuple[Said, ...]
    stations: int = 0

    @property
    def unnamed(self) -> int:
        return max(int(self.quantity.stated) - len(self.named), 0)

    @property
    def number_words(self) -> str:
        return figure_words(self.quantity)

    @property
    def counted_words(self) -> str:
        return str(NOUNS[self.counted])

    @property
    def can_be_drawn(self) -> bool:
        return self.quantity.stated <= MOST_DRAWN

    @property
    def gaps(self) -> str:
        """One sign for each that is claimed and not named."""
        return "." * self.unnamed

    @property
    def named_first(self) -> tuple[Said, ...]:
        return self.named[:MOST_NAMED]

    @property
    def named_more(self) -> int:
        return max(len(self.named) - MOST_NAMED, 0)


def claims_over_names(telling: Telling) -> Iterator[ClaimedOverNamed]:
    """Each figure that counts agreements, projects, stations, companies or people, when it exceeds the names."""
    seen: set[tuple[Counted, str]] = set()
    for counted in NOUNS:
        for claim in telling.counts(counted):
            quantity = quantity_of(claim)
            if quantity is None or (counted, quantity.norm) in seen:
                continue
            seen.add((counted, quantity.norm))
            found = _compared(telling, counted, claim, quantity)
            if found.unnamed:
                yield found


def _compared(telling: Telling, counted: Counted, claim: Proposal, quantity: Quantity) -> ClaimedOverNamed:
    said = telling.said(claim)
    if counted == Counted.AGREEMENTS:
        stations = _stations(telling)
        return ClaimedOverNamed(counted, said, quantity, (*_agreements(telling), *stations), len(stations))
    named = {
        Counted.VENTURES: lambda: _ventures(telling, claim),
        Counted.STATIONS: lambda: _stations(telling),
        Counted.COMPANIES: lambda: _beside(telling, FactKind.ORGANISATION, claim),
        Counted.PARTICIPANTS: lambda: _beside(telling, FactKind.PERSON, claim),
    }[counted]()
    return ClaimedOverNamed(counted, said, quantity, tuple(named))


def _agreements(telling: Telling) -> list[Said]:
    """One for each counterparty with whom something was agreed."""
    named: dict[str, Said] = {}
    papers = [paper for paper in telling.of[FactKind.AGREEMENT] if paper.modality == "fact"]
    for paper in (*papers, *telling.ties("signed_with")):
        for party in parties_of(paper)[1:]:
            named.setdefault(fold(party), telling.said(paper, party))
    return list(named.values())


def _stations(telling: Telling) -> list[Said]:
    """One for each place in which a station was opened."""
    named: dict[str, Said] = {}
    for tie in telling.ties("opened"):
        station = parties_of(tie)[1]
        for place in _places_of(telling, tie, station) or [station]:
            named.setdefault(fold(place), telling.said(tie, place))
    return list(named.values())


def _places_of(telling: Telling, tie: Proposal, station: str) -> list[str]:
    own = [place.strip() for place in str(tie.attrs.get("place", "")).replace("、", ",").split(",")]
    lies = [parties_of(p) for p in telling.ties("located_in")]
    return [place for place in own if place] or [where for name, where, *_ in lies if fold(name) == fold(station)]


def _ventures(telling: Telling, claim: Proposal) -> list[Said]:
    """What the reader took for projects, and the names in the clause that counts them."""
    named = _within(telling, FactKind.ORGANISATION, telling.clause(claim))
    known = [body for body in telling.of[FactKind.ORGANISATION] if _is_venture(body)]
    return _distinct(telling, sorted({p.position: p for p in (*known, *named)}.values(), key=lambda p: p.position))


def _is_venture(body: Proposal) -> bool:
    kind = str(body.attrs.get("kind", ""))
    return any(word in kind for word in VENTURES)


def _beside(telling: Telling, kind: FactKind, claim: Proposal) -> list[Said]:
    """The names in the sentence of the claim or, when it has none, in the next: far away, others are spoken of."""
    named = _within(telling, kind, telling.sentence(claim)) or _within(telling, kind, telling.next_sentence(claim))
    return _distinct(telling, named)


def _within(telling: Telling, kind: FactKind, place: tuple[int, int]) -> list[Proposal]:
    start, end = place
    return [p for p in telling.of[kind] if start <= p.start and p.end <= end and not telling.is_home(p)]


def _distinct(telling: Telling, proposals: Iterable[Proposal]) -> list[Said]:
    named: dict[str, Said] = {}
    for proposal in proposals:
        named.setdefault(fold(proposal.norm or proposal.quote), telling.said(proposal))
    return list(named.values())
