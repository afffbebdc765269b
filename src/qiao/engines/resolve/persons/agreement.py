"""How two persons' names agree: the strongest of all their pairs of names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product

from qiao.engines.resolve.persons.han_latin import han_with_han, han_with_latin
from qiao.engines.resolve.persons.kinds import Agreement
from qiao.engines.resolve.persons.latin import LatinName
from qiao.engines.resolve.persons.latin_latin import latin_with_latin
from qiao.engines.resolve.persons.shares import share_of_han, share_of_latin, share_of_spoken
from qiao.engines.resolve.persons.written import Written

Commonness = Callable[[str], float]
"""The share, in [0, 1], of the persons of a register who bear a name; asked with the name folded."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """How two persons' names agree, and the share of people who bear the name they agree in."""

    agreement: Agreement
    share: float
    name: str


def agree(left: Written, right: Written, commonness: Commonness | None = None) -> Agreed:
    """The strongest agreement of any two names. Two Han names that differ are stronger than Latin ones alike."""
    found = max(_pairs(left, right), key=lambda agreed: (agreed.agreement, -agreed.share), default=None)
    if found is None:
        return Agreed(Agreement.NONE, 1.0, "")
    han_differs = bool(_full(left)) and bool(_full(right)) and found.agreement != Agreement.HAN
    if han_differs and found.agreement != Agreement.SOUND:
        found = max((f for f in _pairs(left, right) if f.agreement <= Agreement.SOUND), default=found, key=_rank)
        found = found if found.agreement <= Agreement.SOUND else Agreed(Agreement.NONE, 1.0, "")
    share = max(found.share, commonness(found.name)) if commonness and found.name else found.share
    return Agreed(found.agreement, share, found.name)


def _rank(agreed: Agreed) -> int:
    return agreed.agreement


def _full(written: Written) -> list[str]:
    return [name.text for name in written.han if name.given]


def _pairs(left: Written, right: Written) -> Iterator[Agreed]:
    for one in left.han:
        yield from (Agreed(han_with_han(one, other), share_of_han(one), one.text) for other in right.han)
    for han, latin in [*product(left.han, right.latin), *product(right.han, left.latin)]:
        yield Agreed(han_with_latin(han, latin), max(_heard(latin), share_of_han(han)), han.text)
    for mine in left.latin:
        yield from (_latin(mine, theirs) for theirs in right.latin)


def _latin(mine: LatinName, theirs: LatinName) -> Agreed:
    agreement = latin_with_latin(mine, theirs)
    romanised = agreement in (Agreement.ROMANISED, Agreement.OVERSEAS)
    share = max(_heard(mine), _heard(theirs)) if romanised else max(share_of_latin(mine), share_of_latin(theirs))
    return Agreed(agreement, share, " ".join(mine.words))


def _heard(name: LatinName) -> float:
    return max((share_of_spoken(spoken) for spoken in name.spoken), default=share_of_latin(name))
