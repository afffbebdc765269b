"""Drafts as the records that `engines.resolve` compares."""

from __future__ import annotations

from uuid import UUID

from qiao.engines.resolve import Kind, Named, Record, Role
from qiao.exchange.reading import Draft
from qiao.exchange.reading.values import contact_key
from qiao.register.adapt import ROLES, WORKS_OR_STUDIED
from qiao.register.enums import NameKind

_OWN = frozenset({"email", "phone", "wechat"})


def record_of(draft: Draft, id: UUID) -> Record:
    """A drafted party; its employers are those that the row names."""
    told = {f"{number.scheme}:{number.number.casefold()}" for number in draft.numbers if number.scheme != "other"}
    for contact in draft.contacts:
        if contact.kind in _OWN:
            told.add(f"{contact.kind}:{contact_key(contact.kind, contact.address, draft.country)}")
    houses = [n.text for tie in draft.ties if tie.is_outward and tie.kind in WORKS_OR_STUDIED for n in tie.other.names]
    is_person = draft.kind == Kind.PERSON
    return Record(
        id=str(id),
        names=tuple(Named(n.text, n.language, ROLES.get(NameKind(n.role), Role.OFFICIAL)) for n in draft.names),
        kind=Kind(draft.kind),
        country=draft.country,
        city=draft.city,
        domains=frozenset() if is_person else draft.domains,
        identifiers=frozenset(told),
        organisations=tuple(houses) if is_person else (),
    )
