"""Facts read as short sentences, the names in their own language."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import translation

from qiao.intake.models import Proposal
from qiao.intake.proposal_form import nearest
from qiao.intake.queries.readings import Around, Words, around, words_of
from qiao.intake.queries.sentences import filled, label_of, note_of


def told(pieces: tuple[Words, ...]) -> str:
    return "".join(map(str, pieces)).replace("\u00a0", " ")


def proposal(kind: str, quote: str, **said: Any) -> Proposal:
    said.setdefault("norm", quote)
    return Proposal(kind=kind, quote=quote, position=0, start=0, end=len(quote), **said)


@pytest.mark.parametrize(
    ("fact", "label", "note"),
    [
        (
            proposal("relation", "拜访了甲", attrs={"kind": "visited", "parties": ["临湖", "甲"]}),
            "临湖 visited 甲",
            "",
        ),
        (proposal("relation", "sang", norm="sang(A)", attrs={"kind": "sang"}), "sang(A)", ""),
        (
            proposal("amount", "超亿元", norm=">100000000 CNY", attrs={"amount": 1e8, "currency": "CNY"}),
            "> CNY 100 million",
            "超亿元",
        ),
        (
            proposal("amount", "EUR 3 million", norm="3000000 EUR", attrs={"amount": 3e6, "currency": "EUR"}),
            "EUR 3 million",
            "",
        ),
        (
            proposal("count", "近200名", norm="~<200", attrs={"count": 200, "kind": "participants"}),
            "≲ 200 participants",
            "近200名",
        ),
        (proposal("count", "两国", attrs={}), "两国", ""),
        (
            proposal("date", "6月2日-9日", norm="2025-06-02/2025-06-09", attrs={"year": "inferred"}),
            "2–9 Jun 2025",
            "8 days · year inferred",
        ),
        (proposal("date", "6月31日", norm="2025-06-31", attrs={}), "6月31日", ""),
        (
            proposal(
                "person", "Ada Kern", attrs={"posts": [{"role": "chair", "org": "Brig"}, {"role": "fellow", "org": ""}]}
            ),
            "Ada Kern",
            "chair, Brig · fellow",
        ),
        (proposal("place", "法国", norm="FR", attrs={}), "法国", "France"),
        (proposal("place", "France", norm="FR", attrs={}), "France", ""),
        (proposal("place", "Munich", norm="München", attrs={"country": "DE"}), "Munich", "for München · Germany"),
        (
            proposal("agreement", "7 letters", attrs={"kind": "letter_of_intent", "count": 7}),
            "Letter of intent",
            "7 claimed",
        ),
        (
            proposal("event", "Forum", attrs={"kind": "forum", "date": "2025-06-03", "place": "Lyon"}),
            "Forum",
            "Forum · 3 June 2025 · Lyon",
        ),
    ],
)
def test_a_fact_is_told_in_one_line(fact: Proposal, label: str, note: str) -> None:
    with translation.override("en"):
        assert (told(label_of(fact, "en")), told(note_of(fact, "en"))) == (label, note)


def test_names_keep_their_language_inside_a_sentence() -> None:
    pieces = filled("{a} met {b}.", a=words_of("韩杨", "zh-Hans"), b=words_of("Ada", "zh-Hans"))
    assert pieces == (Words("韩杨", "zh-Hans"), Words(" met "), Words("Ada"), Words("."))


@pytest.mark.parametrize(
    ("words", "near", "place"),
    [("ab", 0, 0), ("ab", 5, 6), ("ab", 4, 3), ("x", 0, None), ("", 3, None)],
)
def test_the_nearest_place_of_some_words_is_meant(words: str, near: int, place: int | None) -> None:
    assert nearest("ab ab ab", words, near) == place


def test_the_paragraph_around_a_place() -> None:
    assert around("one\ntwo three four\nfive", 8, 13) == Around("two ", "three", " four")
    assert around("x" * 50, 20, 21, reach=3) == Around("xxx", "x", "xxx")
