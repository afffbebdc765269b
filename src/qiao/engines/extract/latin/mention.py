"""A stretch of text that names something, while the layers still learn about it."""

from __future__ import annotations

from dataclasses import dataclass, field

from qiao.engines.extract.result import FactType, Modality, Post


@dataclass(slots=True)
class Mention:
    """A named thing in the making; it becomes a Fact when all layers have spoken.

    first, last   tokens[first:last] of the page; start, end the characters.
    norm          the name under which all its forms are joined.
    kind          a coarse class ("university", "zone", "signing"), "" when not known.
    """

    start: int
    end: int
    first: int
    last: int
    type: FactType
    text: str
    norm: str
    kind: str = ""
    country: str = ""
    role: str = ""
    org: str = ""
    posts: tuple[Post, ...] = ()
    step: str = ""
    date: str = ""
    place: str = ""
    modality: Modality = Modality.FACT
    confidence: float = 0.6
    parties: tuple[str, ...] = field(default=())
    is_titled: bool = False

    @property
    def is_party(self) -> bool:
        """Whether it can act: an organisation or a person."""
        return self.type in (FactType.ORGANISATION, FactType.PERSON)
