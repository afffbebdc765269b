"""Who is at home in a text that does not say it on the envelope."""

import pytest

from qiao.engines.extract.latin.grammar import read_latin
from qiao.engines.extract.problem import Reading
from qiao.engines.extract.result import FactType


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Visitors from Aldermoor Council called on Penrose Photonics.", "Aldermoor Council"),
        ("The Missouri delegation visited Penrose Photonics.", "Missouri"),
        ("Une délégation de la Métropole de Valserine a visité Nordimmun.", "Métropole de Valserine"),
        ("Die Delegation des Landkreises Auental hat die Brenner Cargo AG besucht.", "Landkreis Auental"),
    ],
)
def test_the_body_whose_delegation_travels_is_at_home(text, subject):
    relations = [f for f in read_latin(Reading(text)) if f.type is FactType.RELATION]
    assert [f.attrs.parties[0] for f in relations] == [subject]
