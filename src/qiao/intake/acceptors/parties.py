"""How names, posts and ties between parties enter the register."""

from __future__ import annotations

from qiao.engines.text.places import find_place
from qiao.intake.acceptance import Acceptance, register_acceptor
from qiao.intake.enums import FactKind
from qiao.register.actions.record import record
from qiao.register.actions.state import location_values, name_values
from qiao.register.enums import EntityKind, TieKind
from qiao.register.models import Entity, Location, Name, Tie

PERSON_SUBJECTS = frozenset({TieKind.FOUNDED})


def register() -> None:
    """Enter the acceptors of this file."""
    register_acceptor(accept_organisation, FactKind.ORGANISATION)
    register_acceptor(accept_person, FactKind.PERSON)
    register_acceptor(accept_tie, FactKind.RELATION, TieKind.FOUNDED, TieKind.SUBSIDIARY_OF, TieKind.INVESTED_IN)
    register_acceptor(accept_location, FactKind.RELATION, "located_in")


def accept_organisation(acceptance: Acceptance) -> Entity:
    """A name, and the country when the text gives one."""
    entity = _named(acceptance, EntityKind.ORGANISATION)
    country = acceptance.said("country")
    if country:
        record(
            acceptance.act,
            Location,
            subject=entity,
            evidence=acceptance.evidence,
            place="",
            country=country[:2],
        )
    return entity


def accept_person(acceptance: Acceptance) -> Entity:
    """A name and the posts held at the time of the source."""
    person = _named(acceptance, EntityKind.PERSON)
    for role, org in _posts(acceptance):
        acceptance.claim(
            Tie,
            person,
            kind=TieKind.HOLDS_POST,
            object=acceptance.party(org),
            role=role[:200],
        )
    return person


def accept_tie(acceptance: Acceptance) -> Entity | None:
    """A relation between two parties."""
    if len(acceptance.names) < 2:
        return None
    kind = TieKind(acceptance.said("kind"))
    expected = EntityKind.PERSON if kind in PERSON_SUBJECTS else EntityKind.ORGANISATION
    subject = acceptance.party(acceptance.names[0], expected)
    for name in acceptance.names[1:]:
        acceptance.claim(
            Tie,
            subject,
            kind=kind,
            object=acceptance.party(name),
        )
    return subject


def accept_location(acceptance: Acceptance) -> Entity | None:
    """Where a party is: in a place, or in the house of another."""
    if len(acceptance.names) < 2:
        return None
    subject = acceptance.party(acceptance.names[0])
    where = acceptance.names[1]
    place = find_place(where)
    if place is None and not acceptance.is_place(where):
        acceptance.claim(
            Tie,
            subject,
            kind=TieKind.LOCATED_IN,
            object=acceptance.party(where),
        )
    else:
        acceptance.claim(
            Location,
            subject,
            **location_values(where),
        )
    return subject


def _named(acceptance: Acceptance, kind: EntityKind) -> Entity:
    proposal = acceptance.proposal
    entity = acceptance.party(proposal.norm or proposal.quote, kind)
    record(acceptance.act, Name, subject=entity, evidence=acceptance.evidence, **name_values(proposal.quote))
    return entity


def _posts(acceptance: Acceptance) -> list[tuple[str, str]]:
    """Role and employer of each post whose employer the text names."""
    posts = [(post["role"], post["org"]) for post in acceptance.proposal.attrs.get("posts", [])]
    single = (acceptance.said("role"), acceptance.said("org"))
    return [(role, org) for role, org in posts or [single] if org]
