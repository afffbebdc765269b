"""Sentences and tokens."""

import pytest

from qiao.engines.extract.latin.page import open_page
from qiao.engines.extract.problem import Reading


def sentences(text: str) -> list[str]:
    return [text[s.start : s.end].strip() for s in open_page(Reading(text)).sentences]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("She met Dr. Karin Lobmayr. Then she left.", 2),
        ("Gov. Harwick landed on Sept. 30 in Osaka.", 1),
        ("Vom 16. bis 20. September reiste er nach Graz.", 1),
        ("- Besuch bei Bosch\n- Empfang in Wien\n", 2),
        ("Thema: Besuch\nTermin: Montag", 2),
        ("", 0),
        (" \n\n ", 0),
    ],
)
def test_abbreviations_and_ordinals_end_no_sentence(text, count):
    assert len(sentences(text)) == count


def test_a_wrapped_line_runs_on():
    text = "The delegation from the zone visited the plant of the company in\nGraz and then left for Vienna again.\n"
    assert len(sentences(text)) == 1


def test_elision_and_genitive_are_tokens_of_their_own():
    tokens = [token.text for token in open_page(Reading("l'agence d'Ostrelande, Maine's firms")).tokens]
    assert tokens == ["l'", "agence", "d'", "Ostrelande", ",", "Maine", "'s", "firms"]
