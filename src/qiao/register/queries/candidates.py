"""The records of the register that one record may be: found by its names and numbers, without reading all."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from qiao.engines.resolve import Record
from qiao.register.adapt import KINDS, adapted
from qiao.register.enums import ContactKind, EntityKind, IdentifierScheme
from qiao.register.models import ContactPoint, Identifier
from qiao.register.queries.nearby import nearby
from qiao.register.queries.readers import Reader, groups_around

AT_MOST = 50
KIND_OF = {engine: kind for kind, engine in KINDS.items()}


def candidates(reader: Reader, query: Record) -> list[Record]:
    """Records that share a rare word of a name, a number or a contact with one: at most some fifty groups."""
    kind = KIND_OF[query.kind]
    named = nearby(reader.zone, kind, [name.text for name in query.names], limit=AT_MOST)
    ids = {*named, *_numbered_alike(reader, kind, query)}
    return list(adapted(reader, kind, groups_around(reader, ids)))


def _numbered_alike(reader: Reader, kind: EntityKind, query: Record) -> Iterable[UUID]:
    """Two queries: numbers of public registers, and addresses that one writes to."""
    pairs = [identifier.partition(":")[::2] for identifier in query.identifiers]
    numbers = [number for scheme, number in pairs if scheme in IdentifierScheme.values]
    addresses = [number for scheme, number in pairs if scheme in (ContactKind.EMAIL, ContactKind.WECHAT)]
    if numbers:
        told = reader.claims(Identifier).filter(subject__kind=kind, number__in=_cases(numbers))
        yield from told.values_list("subject_id", flat=True)[:AT_MOST]
    if addresses:
        told = reader.claims(ContactPoint).filter(subject__kind=kind, address__in=_cases(addresses))
        yield from told.values_list("subject_id", flat=True)[:AT_MOST]


def _cases(texts: Iterable[str]) -> set[str]:
    """Numbers are kept as typed; these are the ways they are."""
    return {case for text in texts for case in (text, text.upper())}
