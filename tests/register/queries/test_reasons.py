from __future__ import annotations

import re

import pytest
from django.utils.translation import override

from qiao.engines.resolve import Likeness, Reason
from qiao.engines.resolve.result import Decision
from qiao.engines.resolve.wording import SENTENCES
from qiao.register.queries.reasons import WORDS, code_words, likely, reason_words


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_every_reason_of_the_engine_is_worded(code):
    label, worded = WORDS[code]
    assert str(label)
    assert set(re.findall(r"\{\d\}", str(worded))) == set(re.findall(r"\{\d\}", SENTENCES[code]))


def test_a_reason_with_too_few_words_is_called_by_its_label():
    with override("en"):
        assert reason_words(Reason("initials", 1.0, ("TUM",))) == "initials"


def test_countries_are_called_by_their_names():
    with override("en"):
        assert reason_words(Reason("other_country", -1.0, ("DE", "CN"))) == "the countries differ: Germany, China"


def test_braces_in_a_name_are_letters():
    assert "{1}" in reason_words(Reason("same_words", 1.0, ("{1}",)))


def test_codes_of_persons_and_of_the_machine_are_worded_and_others_passed_over():
    with override("en"):
        assert code_words(["told", "same_domain", "nonsense", 7]) == ("told so by the party", "the same domain")


@pytest.mark.parametrize(("score", "percent"), [(0.999, 99), (1.0, 100), (0.0, 0), (0.5, 50)])
def test_a_score_is_never_rounded_up(score, percent):
    assert likely(Likeness(score, Decision.ASK, ())).percent == percent
