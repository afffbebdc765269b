"""Which of a party's names it was that a search found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from uuid import UUID

from qiao.engines.text.names import fold, search_forms
from qiao.register.models import Label, Name
from qiao.register.queries.words import Piece
from qiao.zones.models import Membership


def matching_names(member: Membership, record_of: Mapping[UUID, UUID], typed: str) -> dict[UUID, Piece]:
    """Party -> the name that best answers what was typed, among the names the member may see.

    record_of    record -> the party that stands for its group.
    """
    folded = fold(typed)
    names = Name.objects.visible_to(member).live().filter(subject_id__in=list(record_of)).order_by("id")
    best: dict[UUID, tuple[int, Piece]] = {}
    for name in names:
        party = record_of[name.subject_id]
        rank = _rank(name.text, folded)
        if party not in best or rank < best[party][0]:
            best[party] = (rank, Piece(name.text, name.language))
    return {party: piece for party, (rank, piece) in best.items() if rank < 3}


def bearing(member: Membership, labels: Sequence[Label], typed: str) -> list[Label]:
    """Those of these labels whose group answers to what was typed by names that the member may see."""
    groups = [label.entity.canonical_id for label in labels]
    names = Name.objects.visible_to(member).live().filter(subject__canonical__in=groups)
    forms: dict[UUID, set[str]] = defaultdict(set)
    for group, text in names.values_list("subject__canonical_id", "text"):
        forms[group] |= search_forms(text)
    words = fold(typed).split()

    def answers(group: UUID) -> bool:
        return all(any(word in form for form in forms[group]) for word in words)

    return [label for label in labels if answers(label.entity.canonical_id)]


def _rank(text: str, folded: str) -> int:
    """0 the name begins so, 1 it holds the words, 2 its other forms do, 3 it was not this name."""
    own = fold(text)
    if own.startswith(folded):
        return 0
    if folded in own:
        return 1
    return 2 if any(folded in form for form in search_forms(text)) else 3
