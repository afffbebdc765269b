"""Every development text is one the reader can be measured on: exact places, legal words, known names."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from qiao.engines.extract.result import Attributes, FactType, Modality, RelationKind

TEXTS = Path(__file__).parent / "texts"
GOLD_FILES = sorted(TEXTS.glob("*/*.gold.jsonl"))
ENTITY_TYPES = {t.value for t in FactType} - {"relation"}
BOUNDS = {"": "exact", ">": "over", ">=": "at_least", "<": "under", "~<": "nearly", "~": "about"}
STEPS = {
    "mentioned", "visited", "discussed", "hoped", "intention", "letter_of_intent", "signed", "contract",
    "registered", "paid_in", "construction", "production", "at_capacity",
}  # fmt: skip

DAY = r"(?:\d{4}|XXXX)(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2})?)?)?"
DATE_NORM = re.compile(rf"{DAY}(?:/{DAY})?")
COUNT_NORM = re.compile(r"(~<|>=|>|<|~)?(\d+(?:\.\d+)?)")
AMOUNT_NORM = re.compile(r"(~<|>=|>|<|~)?(\d+(?:\.\d+)?) ([A-Z]{3})")

each_text = pytest.mark.parametrize("gold", GOLD_FILES, ids=lambda path: path.name.removesuffix(".gold.jsonl"))


@cache
def facts_of(gold: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]


@cache
def meta_of(gold: Path) -> dict[str, Any]:
    meta: dict[str, Any] = json.loads(beside(gold, ".meta.json").read_text(encoding="utf-8"))
    return meta


@cache
def source_of(gold: Path) -> str:
    return beside(gold, ".txt").read_bytes().decode("utf-8")


def beside(gold: Path, suffix: str) -> Path:
    return gold.with_name(gold.name.removesuffix(".gold.jsonl") + suffix)


def of_type(gold: Path, *types: str) -> list[dict[str, Any]]:
    return [fact for fact in facts_of(gold) if fact["type"] in types]


def names_in(gold: Path) -> set[str]:
    """Every spelling a relation may use for its parties."""
    names = {meta_of(gold)["home"]}
    for fact in of_type(gold, "organisation", "person", "place", "event"):
        names |= {fact["text"], fact["norm"], *fact.get("alts", [])}
    return names


def test_there_are_texts_to_tune_on_and_texts_held_back() -> None:
    assert {path.parent.name for path in GOLD_FILES} == {"held", "tune"}


@each_text
def test_source_is_plain_utf8_with_lf_and_a_final_newline(gold: Path) -> None:
    source = source_of(gold)
    assert source.endswith("\n")
    assert "\r" not in source
    assert not source.startswith("\ufeff")


@each_text
def test_meta_says_when_published_and_who_is_at_home(gold: Path) -> None:
    meta = meta_of(gold)
    assert set(meta) == {"published", "home"}
    assert meta["published"] is None or re.fullmatch(r"\d{4}-\d{2}-\d{2}", meta["published"])
    assert isinstance(meta["home"], str)


@each_text
def test_each_fact_stands_at_its_place(gold: Path) -> None:
    source = source_of(gold)
    astray = [f for f in facts_of(gold) if not f["text"] or source[f["start"] : f["end"]] != f["text"]]
    assert astray == []


@each_text
def test_alternative_spans_are_in_the_source(gold: Path) -> None:
    source = source_of(gold)
    assert [alt for fact in facts_of(gold) for alt in fact.get("alts", []) if alt not in source] == []


@each_text
def test_words_are_those_of_the_contract(gold: Path) -> None:
    known = set(Attributes.__slots__)
    for fact in facts_of(gold):
        assert FactType(fact["type"])
        assert Modality(fact["modality"])
        assert fact["norm"]
        assert set(fact["attrs"]) <= known, fact
        assert set(fact.get("also", [])) <= ENTITY_TYPES, fact


@each_text
def test_no_span_is_annotated_twice_with_one_type(gold: Path) -> None:
    spans = [_identity(fact) for fact in facts_of(gold)]
    assert len(spans) == len(set(spans)), sorted(s for s in set(spans) if spans.count(s) > 1)


def _identity(fact: dict[str, Any]) -> tuple[str, str, str]:
    """A name or figure is annotated once; two acts may be told in the same words at two places."""
    if fact["type"] == "relation":
        return fact["type"], fact["text"], fact["norm"]
    return fact["type"], fact["text"], str(fact["start"]) if fact["type"] in {"event", "agreement"} else ""


@each_text
def test_dates_are_iso_with_the_unknown_marked(gold: Path) -> None:
    for fact in of_type(gold, "date"):
        assert DATE_NORM.fullmatch(fact["norm"]), fact
        assert ("XXXX" in fact["norm"]) == (fact["attrs"].get("year") == "unknown"), fact


@each_text
def test_counts_say_in_their_norm_what_their_attributes_say(gold: Path) -> None:
    for fact in of_type(gold, "count"):
        if fact.get("optional") and not fact["attrs"]:
            continue
        said = COUNT_NORM.fullmatch(fact["norm"])
        assert said, fact
        assert Decimal(said[2]) == Decimal(str(fact["attrs"]["count"])), fact
        assert BOUNDS[said[1] or ""] == fact["attrs"]["bound"], fact


@each_text
def test_amounts_say_in_their_norm_what_their_attributes_say(gold: Path) -> None:
    for fact in of_type(gold, "amount"):
        said = AMOUNT_NORM.fullmatch(fact["norm"])
        assert said, fact
        assert Decimal(said[2]) == Decimal(str(fact["attrs"]["amount"])), fact
        assert said[3] == fact["attrs"]["currency"], fact
        assert BOUNDS[said[1] or ""] == fact["attrs"]["bound"], fact


@each_text
def test_agreements_stand_on_the_outcome_ladder(gold: Path) -> None:
    for fact in of_type(gold, "agreement"):
        assert fact["attrs"]["kind"], fact
        assert fact["attrs"]["step"] in STEPS, fact
        assert isinstance(fact["attrs"]["parties"], list), fact


@each_text
def test_relations_join_two_known_names(gold: Path) -> None:
    names = names_in(gold)
    for fact in of_type(gold, "relation"):
        subject, object_ = fact["attrs"]["parties"]
        assert RelationKind(fact["attrs"]["kind"])
        assert {subject, object_} <= names, fact
        assert fact["norm"] == f"{fact['attrs']['kind']}({subject}, {object_})"


@each_text
def test_posts_agree_with_role_and_organisation(gold: Path) -> None:
    for fact in of_type(gold, "person"):
        posts = fact["attrs"].get("posts")
        if posts:
            assert len(posts) > 1, fact
            assert all(set(post) == {"role", "org"} for post in posts), fact
            assert fact["attrs"].get("org", "") == posts[0]["org"], fact
