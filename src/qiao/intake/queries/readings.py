"""What a proposed fact says, as values that a page can show or compare."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from qiao.engines.text.language import is_han
from qiao.engines.text.quantity import Bound, Quantity, bounded
from qiao.intake.enums import FactKind
from qiao.intake.models import Proposal

# The class under which the stylesheet knows each kind of fact.
STYLES = {
    FactKind.PERSON: "person",
    FactKind.ORGANISATION: "org",
    FactKind.PLACE: "place",
    FactKind.DATE: "date",
    FactKind.COUNT: "figure",
    FactKind.AMOUNT: "figure",
    FactKind.EVENT: "event",
    FactKind.AGREEMENT: "agree",
    FactKind.RELATION: "tie",
}
LONG = frozenset({FactKind.EVENT, FactKind.AGREEMENT, FactKind.RELATION})  # clauses that hold other facts
SURE = 0.8  # from this confidence on, facts may be accepted together


@dataclass(frozen=True)
class Words:
    """Words of a source with the language they are in; empty when it cannot be told."""

    text: str
    language: str = ""

    def __str__(self) -> str:
        return self.text


def words_of(text: str, source_language: str) -> Words:
    """The words with the language of their source, when they are in its script."""
    if any(map(is_han, text)):
        return Words(text, source_language if source_language.startswith("zh") else "zh")
    return Words(text, "" if source_language.startswith("zh") or source_language == "und" else source_language)


@dataclass(frozen=True)
class Around:
    """A place of a text with what stands before and after it in its paragraph."""

    before: str
    words: str
    after: str


def around(text: str, start: int, end: int, *, reach: int = 600) -> Around:
    """The paragraph of a place, at most `reach` characters to each side."""
    first = max(text.rfind("\n", 0, start) + 1, start - reach)
    line_end = text.find("\n", end)
    last = min(line_end if line_end >= 0 else len(text), end + reach)
    return Around(text[first:start], text[start:end], text[end:last])


def quantity_of(proposal: Proposal) -> Quantity | None:
    """The quantity of a count, an amount or a counted agreement; None when its value is no number."""
    key = "amount" if proposal.kind == FactKind.AMOUNT else "count"
    try:
        number = Decimal(str(proposal.attrs.get(key, "")))
    except InvalidOperation:
        return None
    if not number.is_finite():
        return None
    said = str(proposal.attrs.get("bound") or "") or _bound_in(proposal.norm)
    return bounded(
        number,
        Bound(said) if said in list(Bound) else Bound.EXACT,
        unit=str(proposal.attrs.get("unit", "")),
        currency=str(proposal.attrs.get("currency", "")) if key == "amount" else "",
        words=proposal.quote,
    )


def parties_of(proposal: Proposal) -> list[str]:
    """The names that a relation or an agreement ties together, subject first."""
    return [str(name) for name in proposal.attrs.get("parties", []) if name]


def posts_of(proposal: Proposal) -> list[tuple[str, str]]:
    """Role and body of each office that a person is said to hold; either may be empty."""
    posts = [(str(post.get("role", "")), str(post.get("org", ""))) for post in proposal.attrs.get("posts", [])]
    single = (str(proposal.attrs.get("role", "")), str(proposal.attrs.get("org", "")))
    return posts or [single] * any(single)


def _bound_in(norm: str) -> str:
    marks = ((">=", Bound.AT_LEAST), (">", Bound.OVER), ("~<", Bound.NEARLY), ("<", Bound.UNDER))
    for mark, bound in marks:
        if norm.startswith(mark):
            return bound
    return Bound.ABOUT if norm.startswith("~") else Bound.EXACT
