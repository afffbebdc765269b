"""Facts that overlap are all marked, and the text stays whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qiao.intake.enums import FactKind, ProposalState
from qiao.intake.queries.marked import Place, Stretch, mark_text

W = ProposalState.WAITING
ORG, TIE, PLACE = FactKind.ORGANISATION, FactKind.RELATION, FactKind.PLACE


def test_a_name_inside_a_relation_belongs_to_both() -> None:
    text = "we met Acme today"
    marked = mark_text(text, [Place(1, 7, 11, ORG, W), Place(2, 3, 11, TIE, W)])
    assert marked.paragraphs[0].stretches == (
        Stretch("we "),
        Stretch("met ", 0, (2,), (2,), "under under-tie"),
        Stretch("Acme", 1, (2,), (1,), "s org under under-tie"),
        Stretch(" today"),
    )


def test_the_shorter_of_two_names_is_the_mark() -> None:
    marked = mark_text("Lyon Bank", [Place(1, 0, 9, ORG, W), Place(2, 0, 4, PLACE, W)])
    assert marked.paragraphs[0].stretches == (
        Stretch("Lyon", 2, (1,), (2, 1), "s place"),
        Stretch(" Bank", 1, (), (), "s org"),
    )


def test_six_relations_of_one_clause_are_one_layer() -> None:
    places = [Place(number, 0, 3, TIE, W) for number in range(1, 7)]
    marked = mark_text("abc", places)
    assert marked.paragraphs[0].stretches == (
        Stretch("abc", 0, (1, 2, 3, 4, 5, 6), (1, 2, 3, 4, 5, 6), "under under-tie"),
    )


def test_a_clause_goes_quiet_when_its_last_relation_is_decided() -> None:
    done, refused = ProposalState.ACCEPTED, ProposalState.REFUSED
    half = mark_text("abc", [Place(1, 0, 3, TIE, done), Place(2, 0, 3, TIE, W)])
    whole = mark_text("abc", [Place(1, 0, 3, TIE, done), Place(2, 0, 3, TIE, refused)])
    assert half.paragraphs[0].stretches[0].style == "under under-tie"
    assert whole.paragraphs[0].stretches[0].style == "under under-tie under-done"


def test_a_fact_across_a_line_end_is_counted_where_it_begins() -> None:
    marked = mark_text("ab\ncd", [Place(1, 1, 4, ORG, W)])
    first, second = marked.paragraphs
    assert (first.facts, second.facts) == (1, 0)
    assert first.stretches[1] == Stretch("b", 1, (), (1,), "s org")
    assert second.stretches[0] == Stretch("c", 1, (), (), "s org")
    assert marked.paragraph_of(1) == 1


def test_blank_lines_are_no_paragraphs() -> None:
    marked = mark_text("a\n\n  \nb", [Place(1, 6, 7, ORG, W)])
    assert [paragraph.number for paragraph in marked.paragraphs] == [1, 2]
    assert marked.paragraph_of(1) == 2


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Place]]:
    text = draw(st.text(alphabet="ab \n<&里", max_size=40))
    spans = draw(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 20)), max_size=8))
    kinds = st.sampled_from(list(FactKind))
    places = [
        Place(number, start, min(start + length, len(text)), draw(kinds), W)
        for number, (start, length) in enumerate(spans, start=1)
        if start < len(text)
    ]
    return text, places


@given(marked_texts())
def test_the_stretches_are_the_text(case: tuple[str, list[Place]]) -> None:
    text, places = case
    lines = [line for line in text.split("\n") if line.strip()]
    marked = mark_text(text, places)
    assert ["".join(s.text for s in p.stretches) for p in marked.paragraphs] == lines


@given(marked_texts())
def test_every_fact_that_stands_in_a_line_begins_once(case: tuple[str, list[Place]]) -> None:
    text, places = case
    marked = mark_text(text, places)
    begun = [number for p in marked.paragraphs for s in p.stretches for number in s.begins]
    visible = [place.number for place in places if text[place.start] != "\n" and _line_at(text, place.start).strip()]
    assert sorted(begun) == sorted(visible)


def _line_at(text: str, at: int) -> str:
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return text[start : end if end >= 0 else len(text)]
