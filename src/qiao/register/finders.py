"""What else the search box finds: a room enters how its things without an entity, such as documents, are looked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qiao.zones.models import Membership


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: the title that answered, where it leads, how good the answer is (0 best), and a word beside."""

    title: str
    language: str
    url: str
    standing: int
    aside: str = ""


Finder = Callable[[Membership, str, str, int], Sequence[Hit]]
"""(member, what was typed, language of the reader, how many at most) → what the member may see, the best first."""

_finders: dict[str, tuple[object, Finder]] = {}


def register_finder(key: str, title: object, finder: Finder) -> None:
    """Enter a finder under the heading of its results, a lazy translation."""
    _finders[key] = (title, finder)


def finders() -> list[tuple[str, Finder]]:
    """Headings and finders, in the order in which rooms entered them."""
    return [(str(title), finder) for title, finder in _finders.values()]
