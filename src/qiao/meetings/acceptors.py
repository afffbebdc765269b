"""How events, encounters and figures enter the room of meetings."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation

from qiao.engines.text.measures import counted_by
from qiao.engines.text.quantity import Bound, Quantity, bounded
from qiao.intake.acceptance import Acceptance, register_acceptor
from qiao.intake.enums import FactKind
from qiao.kit.dates import span_of
from qiao.kit.quantity_columns import quantity_values
from qiao.meetings.enums import EventKind, Measure, MeetingKind, Side
from qiao.meetings.models import Attendance, Event, Figure, Meeting
from qiao.register.actions.record import new_entity, record
from qiao.register.actions.state import location_values, name_values
from qiao.register.enums import EntityKind
from qiao.register.models import Dating, Entity, Location, Name

LARGEST = Decimal(10) ** 18

GREATEST = Decimal(10) ** 20


def register() -> None:
    """Enter the acceptors of this room."""
    register_acceptor(accept_event, FactKind.EVENT)
    register_acceptor(accept_figure, FactKind.COUNT)
    register_acceptor(accept_figure, FactKind.AMOUNT)
    register_acceptor(accept_visit, FactKind.RELATION, "visited")
    register_acceptor(accept_talk, FactKind.RELATION, "met")


def accept_event(acceptance: Acceptance) -> Entity:
    """A gathering with its name, day and place; said again, it is the same gathering."""
    event = acceptance.earlier(FactKind.EVENT, acceptance.proposal.norm)
    if event is None:
        kind = acceptance.said("kind")
        known = EventKind(kind) if kind in EventKind.values else EventKind.OTHER
        event = new_entity(acceptance.act, EntityKind.EVENT, Event, acceptance.document.audience, kind=known)
    acceptance.claim(
        Name,
        event,
        **name_values(acceptance.proposal.quote),
    )
    record_when_and_where(acceptance, event)
    return event


def record_when_and_where(acceptance: Acceptance, subject: Entity) -> None:
    """The day and the places that the fact itself states."""
    span = span_of(acceptance.said("date"))
    if span is not None:
        record_dating(acceptance, subject, span)
    for place in places_in(acceptance.said("place")):
        acceptance.claim(
            Location,
            subject,
            **location_values(place),
        )


def record_dating(acceptance: Acceptance, subject: Entity, span: tuple[date, date, str]) -> None:
    start, end, precision = span
    acceptance.claim(
        Dating,
        subject,
        start_date=start,
        end_date=end,
        precision=precision,
        year_inferred=acceptance.said("year") == "inferred",
    )


def places_in(words: str) -> list[str]:
    """The places of an attribute such as "Lyon, Munich" or 里昂、慕尼黑."""
    return [place.strip() for place in words.replace("、", ",").split(",") if place.strip()]


def accept_visit(acceptance: Acceptance) -> Entity | None:
    """A visit: the host is a party, or a place where nobody in particular was met."""
    return _encounter(acceptance, MeetingKind.VISIT, EntityKind.ORGANISATION)


def accept_talk(acceptance: Acceptance) -> Entity | None:
    """A talk with a person or a body."""
    return _encounter(acceptance, MeetingKind.TALK, EntityKind.PERSON)


def _encounter(acceptance: Acceptance, kind: MeetingKind, expected: EntityKind) -> Entity | None:
    if len(acceptance.names) < 2:
        return None
    meeting = new_entity(acceptance.act, EntityKind.MEETING, Meeting, acceptance.document.audience, kind=kind)
    _attend(acceptance, meeting, acceptance.names[0], Side.OURS, EntityKind.ORGANISATION)
    for name in acceptance.names[1:]:
        if acceptance.is_place(name):
            record(
                acceptance.act,
                Location,
                subject=meeting,
                evidence=acceptance.evidence,
                **location_values(name),
            )
        else:
            _attend(acceptance, meeting, name, Side.HOST, expected)
    record_when_and_where(acceptance, meeting)
    return meeting


def _attend(acceptance: Acceptance, meeting: Entity, name: str, side: Side, expected: EntityKind) -> None:
    acceptance.claim(
        Attendance,
        meeting,
        object=acceptance.party(name, expected),
        side=side,
    )


def accept_figure(acceptance: Acceptance) -> Entity | None:
    """A number stated of what the document is about. A place in an order, such as "the third", is none."""
    quantity = stated_quantity(acceptance)
    noun = acceptance.said("kind")
    if quantity is None or noun == "ordinal":
        return None
    acceptance.claim(
        Figure,
        acceptance.subject(),
        measure=_measure(acceptance),
        counted=noun[:120],
        **quantity_values(quantity),
    )
    return None


def _measure(acceptance: Acceptance) -> Measure:
    if acceptance.proposal.kind == FactKind.AMOUNT:
        return Measure.INVESTMENT
    if acceptance.proposal.kind == FactKind.AGREEMENT:
        return Measure.AGREEMENTS
    return Measure(counted_by(acceptance.said("kind"), acceptance.said("unit")).value)


def stated_quantity(acceptance: Acceptance) -> Quantity | None:
    """The quantity of a count or amount; None when its value is no number, or one that nothing on earth has."""
    key = "amount" if acceptance.proposal.kind == FactKind.AMOUNT else "count"
    number = number_in(acceptance.said(key))
    if number is None:
        return None
    if not number.is_finite() or abs(number) > LARGEST:
        return None
    said = acceptance.said("bound") or bound_in(acceptance.proposal.norm)
    return bounded(
        number,
        Bound(said) if said in list(Bound) else Bound.EXACT,
        unit=acceptance.said("unit"),
        currency=acceptance.said("currency"),
        words=acceptance.proposal.quote,
    )


def number_in(text: str) -> Decimal | None:
    """A number that a figure can state: finite, not below zero, and within what its column holds."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() and 0 <= number < GREATEST else None


def bound_in(norm: str) -> str:
    """The bound that a normalised value begins with."""
    for mark, bound in ((">=", Bound.AT_LEAST), (">", Bound.OVER), ("~<", Bound.NEARLY), ("<", Bound.UNDER)):
        if norm.startswith(mark):
            return bound
    return Bound.ABOUT if norm.startswith("~") else Bound.EXACT
