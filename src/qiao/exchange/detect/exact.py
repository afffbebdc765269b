"""Whether a row's party is one of those that bear its very name or number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from qiao.exchange.detect import keys
from qiao.exchange.detect.facts import Facts
from qiao.exchange.detect.index import own_names
from qiao.exchange.reading import Draft

SHORT_LATIN, SHORT_HAN = 4, 3  # a name shorter than this is borne by many


@dataclass(frozen=True, slots=True)
class Exact:
    """The record found, by what ("number" or "name"), and whether a person should look at it first."""

    record: UUID
    how: str
    ask: bool = False


def exact_organisation(
    draft: Draft, facts: Facts, candidates: Sequence[UUID], known: Mapping[UUID, Facts]
) -> Exact | None:
    """The organisation of the same name, in the same country and town as far as both are known.

    facts    what the draft says.   candidates   records that may bear its name.
    Of several that fit, the one that shares most of where it is; where nothing tells them apart, a person is asked.
    """
    fitting = [
        c for c in dict.fromkeys(candidates) if c in known and _is_named(draft, known[c]) and _fits(facts, known[c])
    ]
    if not fitting:
        return None
    nearness = {c: _nearness(facts, known[c]) for c in fitting}
    best = max(nearness.values())
    nearest = sorted(c for c in fitting if nearness[c] == best)
    if best == 0 and _is_short(draft):
        return None
    other_number = any(q.startswith("number:") for q in known[nearest[0]].disagrees(facts))
    return Exact(nearest[0], "name", ask=(len(nearest) > 1 and best == 0) or other_number)


def exact_person(
    draft: Draft, facts: Facts, bonds: Sequence[keys.Key], candidates: Sequence[UUID], known: Mapping[UUID, Facts]
) -> Exact | None:
    """The person of the same name who shares more than the name: a letter box, a telephone, a number or a house.

    bonds    the keys of the draft's ties without their posts. A name alone never joins two persons.
    """
    shared = [keys.number_key(n.scheme, n.number) for n in draft.numbers if n.scheme != "other"]
    shared += [keys.point_key(c.kind, c.address, draft.country) for c in draft.contacts if c.kind in _OWN]
    shared += bonds
    for candidate in sorted(set(candidates)):
        told = known.get(candidate)
        if told is None or not _is_named(draft, told) or any(q.startswith("number:") for q in told.disagrees(facts)):
            continue
        if any(told.holds(key) for key in shared):
            return Exact(candidate, "name")
    return None


_OWN = frozenset({"email", "phone", "wechat"})


def by_number(draft: Draft, candidates: Sequence[UUID]) -> Exact | None:
    """The record that bears one of the draft's register numbers."""
    return Exact(candidates[0], "number") if candidates else None


def _is_named(draft: Draft, told: Facts) -> bool:
    """Hashes of names may meet by chance: the record must hold the name itself."""
    return any(told.holds(keys.name_key(name.text)) for name in own_names(draft))


def _fits(facts: Facts, told: Facts) -> bool:
    return not {"country", "town"}.intersection(told.disagrees(facts))


def _nearness(facts: Facts, told: Facts) -> int:
    """0 to 2: one each for a shared country and a shared town."""
    return sum(1 for q in ("country", "town") if not facts.only.get(q, set()).isdisjoint(told.only.get(q, set())))


def _is_short(draft: Draft) -> bool:
    """Whether none of its names is long enough to be its own."""
    said = [keys.folded(name.text) for name in own_names(draft)]
    return all(len(text) < (SHORT_LATIN if text.isascii() else SHORT_HAN) for text in said)
