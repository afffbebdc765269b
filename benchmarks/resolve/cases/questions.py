"""Link questions made of organisations with several names: one name is taken away and asked for.

A quarter of the organisations leave the registry altogether, so that "none" is the right answer. Every name of the same
organisation that folds to the one taken goes with it: a name found exactly is always another's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from random import Random
from typing import Any

from benchmarks.resolve.cases.kinds import has_han, has_other_script, kind_of
from qiao.engines.text.names import fold

Organisation = dict[str, Any]
Query = dict[str, Any]
Name = list[Any]

SHARE_NONE = 0.25
SHARE_WITH_CITY = 0.5


@dataclass(frozen=True, slots=True)
class Questions:
    """A registry and what is asked of it; truth holds the right id for each qid, None when there is none."""

    registry: list[Organisation]
    queries: list[Query]
    truth: dict[str, str | None]


def ask(
    organisations: Iterable[Organisation], *, seed: int, others: Iterable[Organisation] = (), most: int | None = None
) -> Questions:
    """One question for each organisation with two names that differ when folded; `others` only fill the registry."""
    return _ask(list(organisations), list(others), seed, most, may_ask=lambda name: True, may_keep=lambda name: True)


def ask_in_han(
    organisations: Iterable[Organisation], *, seed: int, others: Iterable[Organisation] = (), most: int | None = None
) -> Questions:
    """A Han name is asked of a registry that holds names in Latin letters only."""
    latin_others = [one for one in (_in_latin(other) for other in others) if one["names"]]
    return _ask(
        list(organisations),
        latin_others,
        seed,
        most,
        may_ask=lambda name: has_han(name[0]) and kind_of(name) == "han",
        may_keep=lambda name: not has_other_script(name[0]) and not has_han(name[0]),
    )


def _ask(
    organisations: list[Organisation],
    others: list[Organisation],
    seed: int,
    most: int | None,
    *,
    may_ask: Callable[[Name], bool],
    may_keep: Callable[[Name], bool],
) -> Questions:
    draw = Random(seed)
    registry, queries, truth = list(others), [], {}
    for one in draw.sample(organisations, len(organisations)):
        kept_names = [name for name in one["names"] if may_keep(name)]
        choices = [name for name in one["names"] if may_ask(name) and _without(kept_names, name)]
        if not choices or (most is not None and len(queries) >= most):
            registry += [one | {"names": kept_names}] if kept_names else []
            continue
        name = draw.choice(choices)
        query = _query(one, name, draw)
        queries.append(query)
        truth[query["qid"]] = None if draw.random() < SHARE_NONE else one["id"]
        if truth[query["qid"]]:
            registry.append(one | {"names": _without(kept_names, name)})
    return Questions(registry, queries, truth)


def _query(one: Organisation, name: Name, draw: Random) -> Query:
    city = one["city"] if draw.random() < SHARE_WITH_CITY else None
    return {
        "qid": f"q-{one['id']}",
        "name": name[0],
        "lang": name[1] or None,
        "country": one["country"],
        "city": city,
        "kind": kind_of(name),
    }


def _without(names: list[Name], taken: Name) -> list[Name]:
    return [name for name in names if fold(name[0]) != fold(taken[0])]


def _in_latin(one: Organisation) -> Organisation:
    return one | {"names": [n for n in one["names"] if not has_han(n[0]) and not has_other_script(n[0])]}
