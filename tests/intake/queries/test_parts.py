"""Long documents are cut into parts that together hold every fact and every paragraph."""

from __future__ import annotations

import pytest

from qiao.intake.enums import FactKind, ProposalState
from qiao.intake.queries.marked import Place, mark_text
from qiao.intake.queries.parts import FACTS, Part, paragraphs_of, part_with


@pytest.mark.parametrize(
    ("fact", "facts", "part"),
    [
        (0, 0, Part(1, 1, 1, 0)),
        (5, 12, Part(1, 1, 1, 12)),
        (FACTS, FACTS + 1, Part(1, 2, 1, FACTS)),
        (FACTS + 1, FACTS + 1, Part(2, 2, FACTS + 1, FACTS + 1)),
        (10_000, 12, Part(1, 1, 1, 12)),
    ],
)
def test_a_fact_has_its_part(fact: int, facts: int, part: Part) -> None:
    assert part_with(fact, facts) == part


def test_the_parts_hold_every_paragraph() -> None:
    lines = [f"{number:05d}" for number in range(FACTS * 2 + 100)]
    text = "before\n" + "\n".join(lines) + "\nafter"
    places = [
        Place(number, text.index(line), text.index(line) + 5, FactKind.COUNT, ProposalState.WAITING)
        for number, line in enumerate(lines, start=1)
    ]
    marked = mark_text(text, places)
    parts = [part_with(fact, len(places)) for fact in (1, FACTS + 1, FACTS * 2 + 1)]
    shown = [list(paragraphs_of(part, marked)) for part in parts]
    assert [len(each) for each in shown] == [FACTS + 1, FACTS, 101]
    assert [p for each in shown for p in each] == list(marked.paragraphs)
    assert [(part.before, part.after) for part in parts] == [
        (0, FACTS + 1),
        (1, FACTS * 2 + 1),
        (FACTS + 1, 0),
    ]
