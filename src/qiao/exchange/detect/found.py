"""What the comparison of a row found: values that the rows of an import keep."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self
from uuid import UUID

from qiao.engines.resolve import Reason
from qiao.exchange.enums import Fate


@dataclass(frozen=True, slots=True)
class Place:
    """Where one party of a row stands.

    own       the id of its record if it makes one, else None.   matched   the record found, else None.
    how       by what: "id", "file", "row", "number", "name", "likeness", or "" for nobody.
    ask       whether a person has to say.    joined   whether its own record is judged the same by the machine.
    """

    own: UUID | None
    matched: UUID | None
    how: str
    ask: bool = False
    joined: bool = False
    score: float | None = None
    reasons: tuple[Reason, ...] = ()

    @property
    def target(self) -> UUID:
        """The record on which its claims land unless a person says otherwise."""
        found = self.own or self.matched
        assert found is not None
        return found

    def kept(self) -> dict[str, Any]:
        """As JSON."""
        return {
            "own": str(self.own) if self.own else None,
            "matched": str(self.matched) if self.matched else None,
            "how": self.how,
            "ask": self.ask,
            "joined": self.joined,
            "score": self.score,
            "reasons": reasons_kept(self.reasons),
        }

    @classmethod
    def of(cls, kept: dict[str, Any]) -> Self:
        """From JSON; the words of its reasons are not kept."""
        own, matched = (UUID(kept[key]) if kept[key] else None for key in ("own", "matched"))
        return cls(own, matched, kept["how"], kept["ask"], kept["joined"], kept["score"])


@dataclass(frozen=True, slots=True)
class Found:
    """A row's fate with its reason, the place of its party, and of the others in the order of its ties."""

    fate: Fate
    why: dict[str, Any]
    place: Place | None = None
    others: tuple[Place, ...] = ()
    digest: str = ""

    @classmethod
    def before(cls, record: UUID, digest: str) -> Self:
        """The row stood in this very file when it was imported before."""
        return cls(Fate.SAME, {"code": "same", "how": "file"}, Place(None, record, "file"), digest=digest)


def reasons_kept(reasons: tuple[Reason, ...]) -> list[list[Any]]:
    """Codes with weights: the words are found again when they are shown."""
    return [[reason.code, round(reason.weight, 3)] for reason in reasons]
