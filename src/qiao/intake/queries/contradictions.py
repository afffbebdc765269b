"""Where a document says two things that do not agree, or claims more than it names. Nothing here decides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

from django.utils.translation import get_language, gettext_lazy

from qiao.engines.text.names import fold
from qiao.engines.text.quantity import Quantity
from qiao.intake.enums import FactKind, ProposalState
from qiao.intake.models import Proposal
from qiao.intake.queries.counted import Counted, counted_by
from qiao.intake.queries.legal_forms import legal_form
from qiao.intake.queries.marked import MarkedText
from qiao.intake.queries.readings import parties_of, posts_of, quantity_of
from qiao.intake.queries.sentences import figure_words
from qiao.kit import show
from qiao.kit.dates import span_of

MOST_DRAWN = 24  # circles; more are told in figures
MOST_NAMED = 6
NOUNS = {
    Counted.AGREEMENTS: gettext_lazy("agreements"),
    Counted.STATIONS: gettext_lazy("liaison stations"),
    Counted.VENTURES: gettext_lazy("projects"),
    Counted.COMPANIES: gettext_lazy("companies"),
    Counted.PARTICIPANTS: gettext_lazy("participants"),
}


@dataclass(frozen=True)
class Said:
    """Words of one fact: its number, and the paragraph it stands in."""

    number: int
    words: str
    paragraph: int


@dataclass(frozen=True)
class DaysDiffer:
    """A length of time against a range of days, both ends counted."""

    stated: Said
    days: Decimal
    range: Said
    start: date
    end: date

    kind: ClassVar[str] = "days"

    @property
    def computed(self) -> int:
        return (self.end - self.start).days + 1

    @property
    def stated_days(self) -> int | float:
        return int(self.days) if self.days == int(self.days) else float(self.days)

    @property
    def words(self) -> str:
        return show.span(self.start, self.end, "day", get_language() or "en")


@dataclass(frozen=True)
class ClaimedOverNamed:
    """A number claimed against what the document names. `stations` of the named are stations, which may stand
    under a paper of their own."""

    kind: ClassVar[str] = "claimed"

    counted: Counted
    claimed: Said
    quantity: Quantity
    named: tuple[Said, ...]
    stations: int = 0

    kind = "claimed"

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


@dataclass(frozen=True)
class SaidTwice:
    """Two values for one thing: posts of a person in one body, legal forms, days of an event, figures."""

    kind: str  # "posts", "forms", "event" or "figure"
    about: str
    values: tuple[Said, ...]


Contradiction = DaysDiffer | ClaimedOverNamed | SaidTwice


def contradictions(proposals: Iterable[Proposal], marked: MarkedText, home: str = "") -> list[Contradiction]:
    """What to settle before the facts are taken in. Refused facts no longer count.

    home    the sender's name: the zone itself is never one of the companies or agreements that it counts.
    """
    told = _Told([p for p in proposals if p.state != ProposalState.REFUSED], marked, fold(home))
    return [
        *told.days_that_differ(),
        *told.claims_over_names(),
        *told.posts_that_differ(),
        *told.forms_that_differ(),
        *told.events_on_two_days(),
        *told.figures_that_differ(),
    ]


class _Told:
    """The facts that stand, by kind."""

    def __init__(self, proposals: Sequence[Proposal], marked: MarkedText, home: str) -> None:
        self.marked = marked
        self.home = home
        self.of: dict[FactKind, list[Proposal]] = defaultdict(list)
        for proposal in proposals:
            self.of[FactKind(proposal.kind)].append(proposal)

    def days_that_differ(self) -> Iterator[DaysDiffer]:
        ranges = [
            (p, span_of(p.norm)) for p in self.of[FactKind.DATE] if p.attrs.get("kind") == "range" or "/" in p.norm
        ]
        for count in self._counts(Counted.DURATION):
            quantity = quantity_of(count)
            if quantity is None or not quantity.is_exact:
                continue
            for dates, span in ranges:
                if span is None or span[2] != "day" or not self._near(count, dates):
                    continue
                found = DaysDiffer(self._said(count), quantity.stated, self._said(dates), span[0], span[1])
                if found.days != found.computed:
                    yield found
                break

    def claims_over_names(self) -> Iterator[ClaimedOverNamed]:
        seen: set[tuple[Counted, str]] = set()
        for counted in (
            Counted.AGREEMENTS,
            Counted.VENTURES,
            Counted.STATIONS,
            Counted.COMPANIES,
            Counted.PARTICIPANTS,
        ):
            for claim in self._counts(counted):
                quantity = quantity_of(claim)
                if quantity is None or (counted, quantity.norm) in seen:
                    continue
                seen.add((counted, quantity.norm))
                found = self._claimed(counted, claim, quantity)
                if found is not None and found.unnamed:
                    yield found

    def posts_that_differ(self) -> Iterator[SaidTwice]:
        posts: dict[tuple[str, str], dict[str, Said]] = defaultdict(dict)
        for person in self.of[FactKind.PERSON]:
            several = len(person.attrs.get("posts", [])) > 1
            for role, org in posts_of(person):
                if role and org and not several:
                    posts[fold(person.norm), fold(org)].setdefault(fold(role), self._said(person, role))
        for (_person, _org), roles in posts.items():
            if len(roles) > 1:
                first = next(iter(roles.values()))
                yield SaidTwice("posts", self._named_by(first.number), tuple(roles.values()))

    def forms_that_differ(self) -> Iterator[SaidTwice]:
        forms: dict[str, dict[str, Said]] = defaultdict(dict)
        for body in self.of[FactKind.ORGANISATION]:
            form = legal_form(body.quote)
            if form:
                forms[fold(body.norm)].setdefault(form, self._said(body))
        for said in forms.values():
            if len(said) > 1:
                yield SaidTwice("forms", self._named_by(next(iter(said.values())).number), tuple(said.values()))

    def events_on_two_days(self) -> Iterator[SaidTwice]:
        days: dict[str, dict[str, Said]] = defaultdict(dict)
        for event in self.of[FactKind.EVENT]:
            when = str(event.attrs.get("date", ""))
            if when:
                days[fold(event.norm)].setdefault(when, self._said(event, when))
        for said in days.values():
            if len(said) > 1:
                yield SaidTwice("event", self._named_by(next(iter(said.values())).number), tuple(said.values()))

    def figures_that_differ(self) -> Iterator[SaidTwice]:
        """Two numbers for the same noun; the same noun may honestly be counted twice, so only long nouns speak."""
        figures: dict[tuple[str, str], dict[str, Said]] = defaultdict(dict)
        for figure in (*self.of[FactKind.COUNT], *self.of[FactKind.AMOUNT]):
            noun = fold(str(figure.attrs.get("kind", "")))
            if counted_by(noun) in (Counted.AGREEMENTS, Counted.VENTURES) or noun == "total_investment":
                figures[figure.kind, noun].setdefault(figure.norm, self._said(figure))
        for (_kind, noun), said in figures.items():
            if len(said) > 1:
                yield SaidTwice("figure", noun, tuple(said.values()))

    def _counts(self, counted: Counted) -> list[Proposal]:
        """The figures of one class; a count and an agreement that are the same words are one claim."""
        figures = [p for p in self.of[FactKind.COUNT] if counted_by(*_nouns(p)) == counted]
        if counted == Counted.AGREEMENTS:
            figures += [p for p in self.of[FactKind.AGREEMENT] if quantity_of(p) and len(parties_of(p)) < 2]
        return sorted(figures, key=lambda p: p.position)

    def _claimed(self, counted: Counted, claim: Proposal, quantity: Quantity) -> ClaimedOverNamed | None:
        stations = self._stations()
        match counted:
            case Counted.AGREEMENTS:
                papers = self._agreements()
                return ClaimedOverNamed(counted, self._said(claim), quantity, (*papers, *stations), len(stations))
            case Counted.STATIONS:
                named = stations
            case Counted.VENTURES:
                named = self._distinct(p for p in self.of[FactKind.ORGANISATION] if self._is_venture(p, claim))
            case Counted.COMPANIES:
                named = self._distinct(p for p in self.of[FactKind.ORGANISATION] if self._is_beside(p, claim))
            case _:
                named = self._distinct(p for p in self.of[FactKind.PERSON] if self._is_beside(p, claim))
        return ClaimedOverNamed(counted, self._said(claim), quantity, tuple(named))

    def _agreements(self) -> list[Said]:
        """One for each counterparty with whom something was agreed."""
        named: dict[str, Said] = {}
        ties = [p for p in self.of[FactKind.RELATION] if p.attrs.get("kind") == "signed_with"]
        for paper in (*self.of[FactKind.AGREEMENT], *ties):
            if paper.modality != "fact":
                continue
            for party in parties_of(paper)[1:]:
                named.setdefault(fold(party), self._said(paper, party))
        return list(named.values())

    def _stations(self) -> list[Said]:
        """One for each place in which a station was opened."""
        named: dict[str, Said] = {}
        for tie in self.of[FactKind.RELATION]:
            parties = parties_of(tie)
            if tie.attrs.get("kind") != "opened" or len(parties) < 2 or tie.modality != "fact":
                continue
            for place in self._places_of(tie, parties[1]) or [parties[1]]:
                named.setdefault(fold(place), self._said(tie, place))
        return list(named.values())

    def _places_of(self, tie: Proposal, name: str) -> list[str]:
        own = str(tie.attrs.get("place", "")).replace("、", ",")
        lies = [
            parties_of(p)[1]
            for p in self.of[FactKind.RELATION]
            if p.attrs.get("kind") == "located_in" and len(parties_of(p)) > 1 and fold(parties_of(p)[0]) == fold(name)
        ]
        return [part.strip() for part in own.split(",") if part.strip()] or lies

    def _is_venture(self, body: Proposal, claim: Proposal) -> bool:
        return "project" in str(body.attrs.get("kind", "")) or (
            "venture" in str(body.attrs.get("kind", "")) or "startup" in str(body.attrs.get("kind", ""))
        )

    def _is_beside(self, named: Proposal, claim: Proposal) -> bool:
        return fold(named.norm) != self.home and self._near(named, claim)

    def _near(self, left: Proposal, right: Proposal) -> bool:
        """Within one paragraph of each other: what stands far apart is seldom about the same thing."""
        a, b = self._paragraph(left), self._paragraph(right)
        if left.kind == FactKind.COUNT and right.kind == FactKind.DATE:
            return abs(a - b) <= 1
        return a == b

    def _distinct(self, proposals: Iterable[Proposal]) -> list[Said]:
        named: dict[str, Said] = {}
        for proposal in proposals:
            named.setdefault(fold(proposal.norm or proposal.quote), self._said(proposal))
        return list(named.values())

    def _named_by(self, number: int) -> str:
        facts = (p for kind in self.of.values() for p in kind)
        return next((p.norm or p.quote for p in facts if p.position + 1 == number), "")

    def _said(self, proposal: Proposal, words: str = "") -> Said:
        return Said(proposal.position + 1, words or proposal.quote, self._paragraph(proposal))

    def _paragraph(self, proposal: Proposal) -> int:
        return self.marked.paragraph_of(proposal.position + 1)


def _nouns(proposal: Proposal) -> tuple[str, str]:
    return str(proposal.attrs.get("kind", "")), str(proposal.attrs.get("unit", ""))
