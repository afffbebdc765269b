"""True answers, taken from the annotated texts, and the referee that holds an accepted fact against the annotation."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from qiao.engines.extract import Fact, FactType, Reading, extract
from qiao.engines.text.names import fold

TEXTS = Path(__file__).parents[1] / "texts" / "tune"
Said = dict[str, Any]
_SYMMETRIC = {"met", "signed_with"}
_FIGURES = (FactType.DATE, FactType.COUNT, FactType.AMOUNT)


@dataclass(frozen=True)
class Annotated:
    """One text with what people found in it, and what the offline reader finds."""

    id: str
    reading: Reading
    gold: tuple[dict[str, Any], ...]
    facts: tuple[Fact, ...]

    def meaning(self, name: str) -> str:
        """What a name stands for, by the annotation."""
        for fact in self.gold:
            if fact["type"] in ("organisation", "person", "place") and name in (fact["text"], *fact.get("alts", ())):
                return str(fact["norm"])
        return name


@cache
def annotated(name: str) -> Annotated:
    gold = [json.loads(line) for line in (TEXTS / f"{name}.gold.jsonl").read_text("utf-8").splitlines()]
    meta = json.loads((TEXTS / f"{name}.meta.json").read_text("utf-8"))
    published = date.fromisoformat(meta["published"]) if meta["published"] else None
    reading = Reading((TEXTS / f"{name}.txt").read_bytes().decode("utf-8"), published, meta["home"])
    return Annotated(name, reading, tuple(gold), tuple(extract(reading)))


NAMES = sorted(path.name.removesuffix(".gold.jsonl") for path in TEXTS.glob("*.gold.jsonl"))


def true_answers(text: Annotated) -> list[Said]:
    """Every annotated fact, as a perfect second reader would state it."""
    return [_said(fact, text) for fact in text.gold]


def _said(fact: dict[str, Any], text: Annotated) -> Said:
    attrs = fact["attrs"]
    sentence = _line(text.reading.text, fact["start"], fact["end"])
    posts = attrs.get("posts") or [{"role": attrs.get("role", ""), "org": attrs.get("org", "")}]
    return {
        "at": fact["start"],
        "type": fact["type"],
        "quote": fact["text"],
        "before": text.reading.text[max(0, fact["start"] - 12) : fact["start"]].rpartition("\n")[2],
        "value": fact["norm"] if fact["type"] in _FIGURES else "",
        "kind": attrs.get("kind", "") if fact["type"] in ("event", "agreement", "relation") else "",
        "role": posts[0]["role"] if fact["type"] == "person" else "",
        "org": _form(posts[0]["org"], sentence, text) if fact["type"] == "person" else "",
        "parties": [_form(party, sentence, text) for party in attrs.get("parties", ())],
        "modality": fact["modality"],
    }


def _line(text: str, start: int, end: int) -> str:
    return text[text.rfind("\n", 0, start) + 1 : (text.find("\n", end) + 1 or len(text))]


def _form(name: str, sentence: str, text: Annotated) -> str:
    """The form of a name that its paragraph uses; the name itself when it uses none; for the sender its own."""
    if name == text.meaning(text.reading.home):
        return text.reading.home
    forms = [f["text"] for f in text.gold if f["norm"] == name and f["type"] in ("organisation", "person", "place")]
    return next((form for form in sorted(forms, key=len, reverse=True) if form in sentence), name)


def is_annotated(found: Fact, text: Annotated) -> bool:
    """Whether people found the same: type, place, value, modality, and nothing said beyond what they said."""
    return any(_agrees(found, gold, text) for gold in text.gold)


def _agrees(found: Fact, gold: dict[str, Any], text: Annotated) -> bool:
    if found.type != gold["type"] and found.type not in gold.get("also", ()):
        return False
    if not _is_place(found, gold) or (found.type not in _NAMES and found.modality != gold["modality"]):
        return False
    if found.type in _FIGURES:
        return found.norm == gold["norm"]
    return _attributes_agree(found, gold, text)


_NAMES = (FactType.ORGANISATION, FactType.PERSON, FactType.PLACE, FactType.DATE)


def _is_place(found: Fact, gold: dict[str, Any]) -> bool:
    overlaps = found.start < gold["end"] and gold["start"] < found.end
    if found.type in _FIGURES or found.type is FactType.RELATION:
        return overlaps
    return found.text in (gold["text"], *gold.get("alts", ()))


def _attributes_agree(found: Fact, gold: dict[str, Any], text: Annotated) -> bool:
    attrs, said = found.attrs, gold["attrs"]
    if found.type is FactType.PERSON:
        posts = said.get("posts") or [{"role": said.get("role", ""), "org": said.get("org", "")}]
        return any(_post_agrees(attrs.role, attrs.org, post, text) for post in posts) or not (attrs.role or attrs.org)
    if found.type in (FactType.EVENT, FactType.AGREEMENT) and attrs.kind not in ("", said.get("kind", "")):
        return False
    mine = [text.meaning(party) for party in attrs.parties]
    theirs = [text.meaning(party) for party in said.get("parties", ())]
    if found.type is FactType.AGREEMENT:
        return set(mine) <= set(theirs)
    if found.type is FactType.RELATION:
        is_same = mine == theirs or (attrs.kind in _SYMMETRIC and mine == theirs[::-1])
        return attrs.kind == said["kind"] and is_same
    return True


def _post_agrees(role: str, org: str, post: dict[str, str], text: Annotated) -> bool:
    if org and text.meaning(org) != text.meaning(post["org"]) and fold(org) != fold(post["org"]):
        return False
    return not role or fold(role) == fold(post["role"])
