"""A row's hash: of what it says, however its columns are ordered and its file is written."""

from __future__ import annotations

import hashlib

from qiao.exchange.reading import Draft


def digest_of(draft: Draft) -> str:
    """32 hexadecimal digits, the same for two rows that say the same."""
    said = repr(_said(draft)).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(said, digest_size=16).hexdigest()


def _said(draft: Draft) -> tuple[object, ...]:
    """All columns save the domains, which follow from the contacts and have no order of their own."""
    ties = [(t.kind, t.role, t.is_outward, str(t.valid_from), str(t.valid_until), _said(t.other)) for t in draft.ties]
    return (
        draft.kind,
        sorted((n.text, n.language, n.role) for n in draft.names),
        draft.country,
        draft.city,
        sorted((n.scheme, n.number) for n in draft.numbers),
        sorted((c.kind, c.address) for c in draft.contacts),
        sorted(ties, key=repr),
        sorted(draft.segments),
        sorted((n.header, n.text) for n in draft.notes),
        draft.qiao_id,
    )


def tells_more_than_a_name(draft: Draft) -> bool:
    """Whether two rows that say this are one party: a person needs more than a name for that."""
    return draft.kind != "person" or bool(draft.contacts or draft.numbers or draft.ties or draft.qiao_id)
