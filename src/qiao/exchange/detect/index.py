"""Who bears exactly this name or number: looked up before likeness is asked for, which costs a hundred times more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from uuid import UUID

from qiao.exchange.detect import keys
from qiao.exchange.reading import Draft, DraftName

SHARED = frozenset({"short"})  # kinds of name that several may bear: likeness weighs them, they decide nothing
MOST = 20  # bearers of one name that are looked at


class Index:
    """Names and numbers -> the records that bear them, by hashes: what a record says in full is read when asked."""

    def __init__(self) -> None:
        self._names: dict[int, tuple[UUID, ...]] = {}
        self._numbers: dict[int, UUID] = {}

    def add_name(self, kind: str, text: str, record: UUID) -> None:
        key = hash((kind, keys.folded(text)))
        held = self._names.get(key, ())
        if record not in held and len(held) < MOST:
            self._names[key] = (*held, record)

    def add_number(self, kind: str, scheme: str, number: str, record: UUID) -> None:
        if scheme != "other":
            self._numbers.setdefault(hash((kind, *keys.number_key(scheme, number))), record)

    def add(self, draft: Draft, record: UUID) -> None:
        """Let a drafted party be found from now on."""
        for name in own_names(draft):
            self.add_name(draft.kind, name.text, record)
        for number in draft.numbers:
            self.add_number(draft.kind, number.scheme, number.number, record)

    def numbered(self, draft: Draft) -> Iterator[UUID]:
        """Records that bear one of the draft's register numbers."""
        for number in draft.numbers:
            key = hash((draft.kind, *keys.number_key(number.scheme, number.number)))
            if number.scheme != "other" and key in self._numbers:
                yield self._numbers[key]

    def named(self, draft: Draft) -> Iterator[UUID]:
        """Records that bear one of the draft's names."""
        for name in own_names(draft):
            yield from self._names.get(hash((draft.kind, keys.folded(name.text))), ())

    def candidates(self, drafts: Iterable[Draft]) -> set[UUID]:
        """All records that bear a name or number of any of these."""
        return {record for draft in drafts for record in (*self.numbered(draft), *self.named(draft))}


def own_names(draft: Draft) -> list[DraftName]:
    """The names that may tell who it is by themselves; all of them when there are no better ones."""
    return [name for name in draft.names if name.role not in SHARED] or list(draft.names)
