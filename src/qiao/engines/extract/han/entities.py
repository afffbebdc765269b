"""The parties of a text: every mention of an organisation, a person or a place, and whom it stands for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from qiao.engines.extract.result import FactType, Post


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """One mention: [start, end) of the view, its type and kind, and the name of the party it stands for.

    name    canonical name in the view's script; two mentions of one party carry the same.
    sure    whether the form alone proves it; what is unsure is kept only beside other evidence.
    """

    start: int
    end: int
    type: FactType
    name: str
    kind: str = ""
    sure: bool = True
    posts: tuple[Post, ...] = field(default=(), compare=False)
    role: str = ""


def overlapping(mentions: Iterable[Mention], start: int, end: int) -> list[Mention]:
    return [mention for mention in mentions if mention.start < end and start < mention.end]


def is_free(mentions: Iterable[Mention], start: int, end: int) -> bool:
    return not any(mention.start < end and start < mention.end for mention in mentions)


class Cover:
    """Which characters of a page are taken; asks and adds in time that does not grow with the page."""

    def __init__(self, size: int, mentions: Iterable[Mention] = ()) -> None:
        self._taken = bytearray(size + 1)
        for mention in mentions:
            self.add(mention)

    def add(self, mention: Mention) -> None:
        self._taken[mention.start : mention.end] = b"\x01" * (mention.end - mention.start)

    def is_free(self, start: int, end: int) -> bool:
        return self._taken.find(1, start, end) < 0


def within(mentions: Iterable[Mention], start: int, end: int) -> list[Mention]:
    """Mentions that lie wholly inside a span, in order."""
    return sorted((m for m in mentions if start <= m.start and m.end <= end), key=lambda m: m.start)


def renamed(mentions: Iterable[Mention], names: dict[str, str]) -> list[Mention]:
    """The mentions with their names led to the canonical ones."""
    return [replace(mention, name=canonical(mention.name, names)) for mention in mentions]


def canonical(name: str, names: dict[str, str]) -> str:
    seen = {name}
    while name in names and names[name] not in seen:
        name = names[name]
        seen.add(name)
    return name
