"""The grammar as a whole: spans, order of layers, and texts that nobody wrote."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qiao.engines.extract import extract
from qiao.engines.extract.latin.grammar import read_latin
from qiao.engines.extract.problem import Reading
from qiao.engines.extract.result import FactType

WORDS = st.sampled_from(
    "the delegation from Linhu Zone met Dr. Karin Lobmayr , ( ) \n - • : ; Ltd. GmbH de la "
    "d' l'Institut für und 12 3 May 2024 % € $1.4bn "
    "visited signed a memorandum with led by Präsident der Hochschule founded in Graz no "
    "nicht n'a pas « » „ “ 's & 𝔘 🚀 中文 \u00a0".split(" ")
)


def assert_anchored(text: str) -> None:
    facts = read_latin(Reading(text, date(2024, 5, 21), "Linhu Zone"))
    assert all(fact.text == text[fact.start : fact.end] and fact.start < fact.end for fact in facts)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_read_and_every_fact_is_anchored(text):
    assert_anchored(text)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=60))
def test_any_jumble_of_a_reports_words_is_read(words):
    assert_anchored(" ".join(words))


@pytest.mark.parametrize("text", ["", " ", "\n" * 50, "(" * 200, "A." * 200, "d'" * 200, "Dr. " * 200, "1,000 " * 200])
def test_degenerate_texts_are_read(text):
    assert_anchored(text)


def test_the_front_door_sorts_the_facts():
    text = "In Graz the group toured Steinfeld Mobility on 12 May and met 30 investors."
    facts = extract(Reading(text, date(2024, 5, 21), "Linhu Zone"))
    assert facts == sorted(facts)
    assert {fact.type for fact in facts} == {
        FactType.PLACE,
        FactType.ORGANISATION,
        FactType.DATE,
        FactType.COUNT,
        FactType.RELATION,
    }


@pytest.mark.parametrize(
    ("text", "kind", "span"),
    [
        ("They held a roundtable in Lagos.", "roundtable", "roundtable"),
        ("It drew visitors to its food fair.", "fair", "food fair"),
        ("Un séminaire est prévu à Séoul.", "seminar", "séminaire"),
        ("Danach folgte ein Firmenbesuch bei der Brenner Cargo AG.", "visit", "Firmenbesuch"),
        ("The zone will open a liaison office in Lagos.", "opening", "open a liaison office"),
    ],
)
def test_events_are_found_with_their_kind(text, kind, span):
    events = [f for f in read_latin(Reading(text, None, "Home Zone")) if f.type is FactType.EVENT]
    assert [(f.attrs.kind, f.text) for f in events] == [(kind, span)]
