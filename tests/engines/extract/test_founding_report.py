"""The founding report, read and compared with its annotated facts. Its text stays outside the project."""

from __future__ import annotations

import json
import os
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from qiao.engines.extract import Fact, FactType, Reading, extract

ROOT = Path(__file__).parents[3]
CASES = Path(os.environ.get("QIAO_CASES") or ROOT.parent / "shared" / "cases")
TEXT, GOLD = CASES / "mission-2023-report.txt", CASES / "mission-2023-report.gold.jsonl"
EDGES = " \n\"'“”‘’「」『』《》()[],，、;；:：.。!！?？-—"

pytestmark = pytest.mark.skipif(not TEXT.exists(), reason="the founding report is not beside the project")


def clean(words: str) -> str:
    return unicodedata.normalize("NFKC", words).strip(EDGES).casefold()


def spans(gold: dict[str, Any]) -> set[str]:
    return {clean(words) for words in [gold["text"], *gold.get("alts", [])]}


@pytest.fixture(scope="module")
def gold() -> list[dict[str, Any]]:
    return [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines() if line.strip()]


@pytest.fixture(scope="module")
def source() -> str:
    return TEXT.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def facts(source: str) -> list[Fact]:
    return extract(Reading(source))


def f1(right: int, false: int, found: int, wanted: int) -> float:
    precision, recall = right / max(1, right + false), found / max(1, wanted)
    return 2 * precision * recall / max(1e-9, precision + recall)


def test_every_fact_is_anchored(source: str, facts: list[Fact]) -> None:
    assert all(fact.text == source[fact.start : fact.end] for fact in facts)


def test_entities_are_the_annotated_ones(facts: list[Fact], gold: list[dict[str, Any]]) -> None:
    right = false = found = wanted = 0
    for kind in FactType:
        if kind is FactType.RELATION:
            continue
        told = {clean(fact.text) for fact in facts if fact.type is kind}
        required = [g for g in gold if g["type"] == kind and not g.get("optional")]
        allowed = [g for g in gold if (g["type"] == kind and g.get("optional")) or kind in g.get("also", [])]
        hits = {words for words in told if any(words in spans(g) for g in required)}
        right += len(hits)
        false += sum(not any(words in spans(g) for g in allowed) for words in told - hits)
        found += sum(bool(spans(g) & told) for g in required)
        wanted += len(required)
    assert f1(right, false, found, wanted) >= 0.95


def test_relations_are_the_annotated_ones(facts: list[Fact], gold: list[dict[str, Any]]) -> None:
    names = {
        words: clean(g.get("norm") or g["text"]) for g in reversed(gold) if g["type"] in NAMED for words in spans(g)
    }

    def tie(kind: str, parties: tuple[str, ...] | list[str]) -> tuple[str, ...]:
        return kind, *(names.get(clean(party), clean(party)) for party in parties)

    told = {tie(f.attrs.kind, f.attrs.parties) for f in facts if f.type is FactType.RELATION and f.modality in SCORED}
    wanted = {tie(g["attrs"]["kind"], g["attrs"]["parties"]) for g in gold if g["type"] == "relation"}
    both = len(told & wanted)
    assert f1(both, len(told) - both, both, len(wanted)) >= 0.85


NAMED = ("organisation", "person", "place", "event")
SCORED = ("fact", "plan")


@pytest.mark.parametrize("kind", [FactType.DATE, FactType.COUNT, FactType.AMOUNT])
def test_values_are_the_annotated_ones(kind: FactType, facts: list[Fact], gold: list[dict[str, Any]]) -> None:
    wanted = {clean(g["text"]): g["norm"] for g in gold if g["type"] == kind and not g.get("optional")}
    told = {clean(fact.text): fact.norm for fact in facts if fact.type is kind}
    assert {words: told.get(words) for words in wanted} == wanted


def test_persons_have_role_and_employer(facts: list[Fact], gold: list[dict[str, Any]]) -> None:
    told = {fact.text: fact.attrs for fact in facts if fact.type is FactType.PERSON}
    wanted = {g["text"]: g["attrs"] for g in gold if g["type"] == "person"}
    assert {name: told[name].role for name in wanted} == {name: attrs["role"] for name, attrs in wanted.items()}
    known = {
        words: clean(g.get("norm") or g["text"]) for g in gold if g["type"] == "organisation" for words in spans(g)
    }
    for name, attrs in wanted.items():
        assert known.get(clean(told[name].org), clean(told[name].org))[:8] == clean(attrs["org"])[:8]


def test_figures_of_the_report(facts: list[Fact]) -> None:
    relations = [f.attrs.kind for f in facts if f.type is FactType.RELATION and f.modality in SCORED]
    assert relations.count("visited") == 14
    assert relations.count("met") == 7
    assert relations.count("invested_in") == 6
    assert relations.count("founded") == 1
    assert relations.count("subsidiary_of") == 1
