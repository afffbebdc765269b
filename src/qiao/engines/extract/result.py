"""What the reader returns: facts with their exact place in the text."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


class FactType(StrEnum):
    ORGANISATION = "organisation"
    PERSON = "person"
    PLACE = "place"
    DATE = "date"
    EVENT = "event"
    COUNT = "count"
    AMOUNT = "amount"
    AGREEMENT = "agreement"
    RELATION = "relation"


class Modality(StrEnum):
    FACT = "fact"
    PLAN = "plan"
    HOPE = "hope"
    DENIAL = "denial"


class RelationKind(StrEnum):
    LED = "led"
    VISITED = "visited"
    MET = "met"
    SIGNED_WITH = "signed_with"
    OPENED = "opened"
    FOUNDED = "founded"
    SUBSIDIARY_OF = "subsidiary_of"
    LOCATED_IN = "located_in"
    INVESTED_IN = "invested_in"


@dataclass(frozen=True, slots=True)
class Post:
    """One office a person holds: the words for it, and the body it is held in."""

    role: str
    org: str


@dataclass(frozen=True, slots=True)
class Attributes:
    """What the text says of a fact beyond its span; empty means not said. Keys follow the command contract."""

    role: str = ""
    org: str = ""
    posts: tuple[Post, ...] = ()
    date: str = ""
    place: str = ""
    country: str = ""
    kind: str = ""
    step: str = ""
    year: str = ""
    count: Decimal | None = None
    unit: str = ""
    bound: str = ""
    amount: Decimal | None = None
    currency: str = ""
    parties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """A statement read in a text. Invariant: `text == source[start:end]`, start < end."""

    start: int
    end: int
    type: FactType
    text: str
    norm: str
    modality: Modality = Modality.FACT
    confidence: float = 0.5
    attrs: Attributes = field(default_factory=Attributes, compare=False)
