"""What is known of one party, small enough to be kept for each row of a long file."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field

from qiao.exchange.detect.keys import Key
from qiao.exchange.detect.sayings import Saying

Packed = tuple["array[int]", tuple[tuple[str, str], ...]]
"""Facts put away: a tenth of their size."""
ONE_ANSWER = frozenset({"country", "town"})


@dataclass(slots=True)
class Facts:
    """said: hashes of the keys of all that is said. only: question -> answers, of questions with one true answer."""

    said: set[int] = field(default_factory=set)
    only: dict[str, set[str]] = field(default_factory=dict)

    def add(self, key: Key) -> None:
        """Take in one statement, and what it says between the lines: a place lies in a country."""
        for each in implied(key):
            self.said.add(hash(each))
            question = question_of(each)
            if question:
                self.only.setdefault(question, set()).add(str(each[-1]))

    def holds(self, key: Key) -> bool:
        return hash(key) in self.said

    def take(self, other: Facts) -> None:
        """Add all that another holds."""
        self.said |= other.said
        for question, answers in other.only.items():
            self.only.setdefault(question, set()).update(answers)

    def packed(self) -> Packed:
        pairs = tuple((question, answer) for question, answers in self.only.items() for answer in answers)
        return array("q", self.said), pairs

    def unpack(self, packed: Packed) -> None:
        """Add what was put away."""
        self.said.update(packed[0])
        for question, answer in packed[1]:
            self.only.setdefault(question, set()).add(answer)

    def disagrees(self, other: Facts) -> list[str]:
        """The questions that both answer, and differently. Towns differ only within one country."""
        found = [q for q, answers in other.only.items() if self.only.get(q) and self.only[q].isdisjoint(answers)]
        return [q for q in found if q != "town" or "country" not in found]


def implied(key: Key) -> tuple[Key, ...]:
    """A key and those that follow from it."""
    match key:
        case ("former", text):
            return (key, ("name", text))
        case ("place", country, town):
            return (key, ("country", country), ("town", town))
        case ("term", kind, outward, other, role, _first, _last):
            return (key, ("post", kind, outward, other, role), ("tie", kind, outward, other))
        case ("post", kind, outward, other, _role):
            return (key, ("tie", kind, outward, other))
    return (key,)


def question_of(key: Key) -> str:
    """The question with one true answer that a key answers; empty for all others."""
    if key[0] == "number":
        return "" if key[1] == "other" else f"number:{key[1]}"
    return str(key[0]) if key[0] in ONE_ANSWER else ""


def facts_of(told: Iterable[Saying]) -> Facts:
    """What a draft's statements amount to."""
    facts = Facts()
    for saying in told:
        facts.add(saying.key)
    return facts
