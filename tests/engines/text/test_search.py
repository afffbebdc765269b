"""Tokens, questions, ranks and marks, without a database."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qiao.engines.text.name_forms import forms_of, plain_vowels, without_legal_form
from qiao.engines.text.search_marks import marked
from qiao.engines.text.search_probe import Asked, Probe
from qiao.engines.text.search_rank import Way, way_of
from qiao.engines.text.search_tokens import MOST, index_tokens

names = st.text(max_size=60) | st.text(alphabet="华星光电深圳市王建国 abcüßé-'.TUM", max_size=40)


def answers(asked: Asked, name: str) -> bool:
    held = set(index_tokens([forms_of(name)]))
    return bool(asked) and all(held & set(either) for either in asked)


@given(names)
def test_tokens_are_plain_to_both_databases(name):
    tokens = index_tokens([forms_of(name)])
    assert all(re.fullmatch("[a-z][a-z0-9]*", token) for token in tokens)
    assert tokens == sorted(set(tokens))
    assert len(tokens) <= MOST


@given(names)
def test_questions_are_plain_to_both_databases(typed):
    probe = Probe(typed)
    for asked in (probe.whole, probe.begins, probe.words, probe.inside, probe.initials, probe.scattered, probe.close):
        assert all(either for either in asked)
        assert all(re.fullmatch("[a-z][a-z0-9]*", token) for either in asked for token in either)


@given(names.filter(lambda name: forms_of(name).folded))
def test_a_name_answers_to_itself(name):
    probe = Probe(name)
    if len(probe.runs) < 12 and len(name) <= 60:
        assert answers(probe.whole, name)
        assert way_of(forms_of(name), probe) == (Way.WHOLE, 0)


@given(names, names)
def test_marked_pieces_are_the_name(name, typed):
    assert "".join(text for text, _is_marked in marked(name, Probe(typed))) == name


@pytest.mark.parametrize(
    ("name", "typed", "way"),
    [
        ("韩杨", "韓楊", Way.WHOLE),
        ("韩杨", "Hán Yáng", Way.SAME),
        ("韩杨", "Yang Han", Way.SAME),
        ("欧阳兰兰", "lanlan ouyang", Way.SAME),
        ("吕方", "lü fang", Way.SAME),
        ("Müller AG", "mueller", Way.WORDS),
        ("Mueller AG", "Müller", Way.WORDS),
        ("Müller", "Mueller", Way.SAME),
        ("Schröder AG", "schroder", Way.BEGINS),
        ("Ostwind Sensitherm", "sens", Way.WORDS),
        ("Ostwind Sensitherm", "nsithe", Way.INSIDE),
        ("谢建英", "xjy", Way.INITIALS),
        ("深圳华星光电有限公司", "huaxing", Way.SOUND),
        ("深圳华星光电有限公司", "shenzhen huaxing", Way.SOUND_BEGINS),
        ("深圳市华星光电", "深圳华星", Way.SCATTERED),
        ("Helix Cobalt", "helx cobalt", Way.CLOSE),
        ("Helix Cobalt", "heilx cobalt", Way.CLOSE),
        ("Wasserstoff-Zentrum Ulmen", "wasserstoffzentrum", Way.BEGINS),
        ("Ostwind", "westwall", None),
        ("Ost", "osa", None),
    ],
)
def test_ways(name, typed, way):
    found = way_of(forms_of(name), Probe(typed))
    assert (found[0] if found else None) == way


@pytest.mark.parametrize(
    "slip", ["ensitherm", "snsitherm", "sensithrm", "sensiterm", "sensitherrm", "sensithelm", "sensithem"]
)
def test_one_slip_leaves_a_half(slip):
    assert answers(Probe(slip).close, "Ostwind Sensitherm")


@given(st.text(alphabet="abcdefgh", min_size=5, max_size=14), st.data())
def test_any_letter_may_be_missing_or_wrong(word, data):
    at = data.draw(st.integers(0, len(word) - 1))
    kept = data.draw(st.sampled_from(["", "z"]))
    typed = word[:at] + kept + word[at + 1 :]
    assert answers(Probe(typed).close, word)


def test_small_things():
    assert [plain_vowels(word) for word in ("mueller", "neue", "quellen", "muller")] == [
        "muller",
        "neue",
        "quellen",
        "muller",
    ]
    assert without_legal_form(forms_of("深圳华星光电股份有限公司")).folded == "深圳华星光电"
    assert without_legal_form(forms_of("Ostwind GmbH & Co. KG")).folded == "ostwind"
    assert marked("深圳华星光电", Probe("huaxing")) == [("深圳", False), ("华星", True), ("光电", False)]
