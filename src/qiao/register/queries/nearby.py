"""Whom a name may belong to already: records that share what is rare in it. For hints of duplicates, not for pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from uuid import UUID

from qiao.engines.text.name_forms import Forms, forms_of, initials_of, runs_of, without_legal_form
from qiao.engines.text.search_probe import Asked
from qiao.engines.text.search_tokens import exact, index_tokens, spell
from qiao.register.enums import EntityKind
from qiao.register.models import Entity, SearchEntry
from qiao.register.queries.drawn import numbers_of
from qiao.register.scope_tokens import of_kinds, open_in
from qiao.zones.models import Zone

RARE = 50  # entries at most that share a token worth following
MOST_TOKENS = 90
FEW = 3
SHORTEST_WORD = 3
LONGEST_ACRONYM = 4
_WEIGHTS = {"e": 4.0, "w": 1.0, "k": 1.0, "i": 0.5, "t": 0.3, "u": 0.3}


def nearby(zone: Zone, kind: EntityKind, names: Iterable[str], limit: int = 50) -> list[UUID]:
    """Canonical open entities of a kind that share rare tokens with any of these names, the likeliest first.

    names    any number; the first ninety tokens of them are asked, whole forms before words, words before halves.
    limit    at most so many.
    Returns  ids. What is kept to a circle is not among them, nor a group whose lowest record is.
    """
    scope = ((open_in(zone.pk),), of_kinds([kind]))
    forms = [forms_of(name) for name in names]
    tokens = _tokens(forms)
    weights = _weigh(zone.pk, scope, [((token,),) for token in tokens], [_WEIGHTS[token[0]] for token in tokens])
    if len(weights) < FEW:  # names of common words alone: pairs of them are rarer
        pairs = [((left,), (right,)) for left, right in pairwise(token for token in tokens if token[0] in "wk")]
        for number, weight in _weigh(zone.pk, scope, pairs, [0.2] * len(pairs)).items():
            weights[number] += weight
    best = sorted(weights, key=lambda number: (-weights[number], number))[: 2 * limit]
    return _groups(zone, best)[:limit]


def _weigh(zone_id: UUID, scope: Asked, asked: Sequence[Asked], weights: Sequence[float]) -> defaultdict[int, float]:
    """Number of an entry -> the weights of the rare questions it answers, each the lighter the more entries do."""
    found: defaultdict[int, float] = defaultdict(float)
    answers = numbers_of([(*scope, *one) for one in asked], limit=RARE + 1)
    for numbers, weight in zip(answers, weights, strict=True):
        if len(numbers) <= RARE:
            for number in numbers:
                found[number] += weight / (1 + len(numbers))
    return found


def _tokens(names: Sequence[Forms]) -> list[str]:
    tokens = dict.fromkeys(token for name in names for token in _telling(name))
    return sorted(tokens, key=lambda token: "ewkitu".index(token[0]))[:MOST_TOKENS]


def _telling(name: Forms) -> list[str]:
    """The tokens of a name that may be rare; an acronym asks for initials, and a long name for its acronym."""
    syllables = {"w" + spell(syllable) for syllable in name.pinyin.split()}
    told = [
        token
        for token in index_tokens([without_legal_form(name)])
        if token[0] in "ewktu" and len(token) > SHORTEST_WORD and token not in syllables
    ]
    told += [exact(name.joined)] if name.joined else []
    runs = runs_of(name.folded)
    if len(runs) == 1 and runs[0].isascii() and SHORTEST_WORD <= len(runs[0]) <= LONGEST_ACRONYM:
        told.append("i" + runs[0])
    told += ["w" + letters for letters in initials_of(runs) if len(letters) >= SHORTEST_WORD]
    return told


def _groups(zone: Zone, numbers: Sequence[int]) -> list[UUID]:
    """What stands for the groups of these entries, in their order, where it is open."""
    rows = SearchEntry.objects.filter(zone=zone, number__in=numbers).values_list("number", "entity__canonical_id")
    group_of = dict(rows)
    open_groups = Entity.objects.filter(zone=zone, id__in=set(group_of.values()), audience__isnull=True)
    seen = set(open_groups.values_list("id", flat=True))
    return list(dict.fromkeys(group for n in numbers if (group := group_of.get(n)) in seen and group is not None))
