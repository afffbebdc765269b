"""A person in one line. All are invented."""

from __future__ import annotations

from qiao.engines.resolve.record import Kind, Named, Record


def person(*names: str, at: tuple[str, ...] = (), known_by: tuple[str, ...] = ()) -> Record:
    """A person of some names, at some organisations, known by some identifiers."""
    return Record("p", tuple(map(Named, names)), Kind.PERSON, organisations=at, identifiers=frozenset(known_by))
