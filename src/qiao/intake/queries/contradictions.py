"""Where a document says two things that do not agree, or claims more than it names. Nothing here decides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

from django.utils.translation import get_language

from qiao.engines.text.measures import Counted, counted_by
from qiao.engines.text.names import fold
from qiao.intake.enums import FactKind
from qiao.intake.models import Proposal
from qiao.intake.queries.claims_named import ClaimedOverNamed, claims_over_names
from qiao.intake.queries.legal_forms import legal_form
from qiao.intake.queries.marked import MarkedText
from qiao.intake.queries.readings import posts_of, quantity_of
from qiao.intake.queries.telling import Said, Telling
from qiao.kit import show
from qiao.kit.dates import span_of


@dataclass(frozen=True)
class DaysDiffer:
    """A length of time against a range of days, both ends counted."""

    kind: ClassVar[str] = "days"

    stated: Said
    days: Decimal
    range: Said
    start: date
    end: date

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
class SaidTwice:
    """Two values for one thing: posts of a person in one body, legal forms, days of an event, figures."""

    kind: str  # "posts", "forms", "event" or "figure"
    about: str
    values: tuple[Said, ...]


Contradiction = DaysDiffer | ClaimedOverNamed | SaidTwice


def contradictions(
    proposals: Iterable[Proposal], text: str, marked: MarkedText, homes: Iterable[str] = ()
) -> list[Contradiction]:
    """What to settle before the facts are taken in. Refused facts no longer count.

    homes    the sender's names: the zone itself is never one of the companies that it counts.
    """
    telling = Telling(proposals, text, marked, homes)
    return [
        *_days_that_differ(telling),
        *claims_over_names(telling),
        *_twice("posts", _posts(telling)),
        *_twice("forms", _forms(telling)),
        *_twice("event", _events(telling)),
        *_twice("figure", _figures(telling)),
    ]


def _days_that_differ(telling: Telling) -> Iterator[DaysDiffer]:
    for count in telling.counts(Counted.DURATION):
        quantity = quantity_of(count)
        dates = _range_beside(telling, count)
        span = span_of(dates.norm) if dates else None
        if quantity is None or not quantity.is_exact or dates is None or span is None:
            continue
        found = DaysDiffer(telling.said(count), quantity.stated, telling.said(dates), span[0], span[1])
        if found.days != found.computed:
            yield found


def _range_beside(telling: Telling, count: Proposal) -> Proposal | None:
    """The range of days nearest to a length of time, in its paragraph or the next one."""
    here = telling.paragraph(count)
    ranges = [
        dates
        for dates in telling.of[FactKind.DATE]
        if "/" in dates.norm
        and (span_of(dates.norm) or ("", "", ""))[2] == "day"
        and abs(telling.paragraph(dates) - here) <= 1
    ]
    return min(ranges, key=lambda dates: abs(dates.start - count.start), default=None)


Values = Iterator[tuple[str, str, str, Said]]  # what it is about, the name to show, the value folded, its words


def _twice(kind: str, values: Values) -> Iterator[SaidTwice]:
    told: dict[str, dict[str, Said]] = defaultdict(dict)
    names: dict[str, str] = {}
    for about, name, value, said in values:
        told[about].setdefault(value, said)
        names.setdefault(about, name)
    for about, said_of in told.items():
        if len(said_of) > 1:
            yield SaidTwice(kind, names[about], tuple(said_of.values()))


def _posts(telling: Telling) -> Values:
    """A person with several concurrent posts contradicts nobody."""
    for person in telling.of[FactKind.PERSON]:
        if len(person.attrs.get("posts", [])) > 1:
            continue
        for role, org in posts_of(person):
            if role and org:
                about = f"{fold(person.norm)} {fold(org)}"
                yield about, person.norm or person.quote, fold(role), telling.said(person, role)


def _forms(telling: Telling) -> Values:
    for body in telling.of[FactKind.ORGANISATION]:
        form = legal_form(body.quote)
        if form:
            yield fold(body.norm), body.norm or body.quote, form, telling.said(body)


def _events(telling: Telling) -> Values:
    for event in telling.of[FactKind.EVENT]:
        when = str(event.attrs.get("date", ""))
        if when:
            yield fold(event.norm), event.norm or event.quote, when, telling.said(event, when)


def _figures(telling: Telling) -> Values:
    """The same noun may honestly be counted twice, so only totals speak: agreements, projects, all money."""
    for figure in (*telling.of[FactKind.COUNT], *telling.of[FactKind.AMOUNT]):
        noun = str(figure.attrs.get("kind", ""))
        if noun == "total_investment" or counted_by(noun) in (Counted.AGREEMENTS, Counted.VENTURES):
            yield f"{figure.kind} {fold(noun)}", noun.replace("_", " "), figure.norm, telling.said(figure)
