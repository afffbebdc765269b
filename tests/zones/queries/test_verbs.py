"""Every verb that the code writes into the audit has a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils import translation

import qiao
from qiao.register.models import Claim
from qiao.zones.queries.verbs import SENTENCES, sentence, verb_label

SOURCE = Path(qiao.__path__[0])


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


def verbs_in_the_code() -> set[str]:
    written: set[str] = set()
    for path in SOURCE.rglob("*.py"):
        written |= set(re.findall(r'\bverb="(\w+)"', path.read_text(encoding="utf-8")))
    judged = {f"judge_{verdict}" for verdict in ("same", "different", "unsure")}
    stated = {f"add_{table._meta.model_name}" for table in Claim.kinds()}
    return written | judged | stated


def test_every_verb_is_worded() -> None:
    assert verbs_in_the_code() - SENTENCES.keys() == set()


def test_names_are_escaped() -> None:
    said = sentence("invite", actor="<i>Eve</i>", what="a & b")

    assert str(said) == "<b>&lt;i&gt;Eve&lt;/i&gt;</b> invited a &amp; b"


def test_unworded_verb_is_shown_as_written() -> None:
    assert str(sentence("paint_fence", actor="Lin", what="")) == "<b>Lin</b>: paint fence"


def test_label_leaves_actor_open() -> None:
    assert verb_label("invite") == "… invited …"
