"""Names of bodies that hold "and", "et" or "und", and the pairs that stay two names."""

import pytest

from qiao.engines.extract.latin.grammar import read_latin
from qiao.engines.extract.problem import Reading
from qiao.engines.extract.result import FactType


def bodies(text: str) -> set[str]:
    return {f.text for f in read_latin(Reading(text, None, "")) if f.type is FactType.ORGANISATION}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("She met the Institute for Ceramics and Glass.", "Institute for Ceramics and Glass"),
        ("They met the Bay Cities Science and Industry Council today.", "Bay Cities Science and Industry Council"),
        (
            "We saw the Hull Doctoral Students and Scholars Association.",
            "Hull Doctoral Students and Scholars Association",
        ),
        (
            "He met the Federal Association of Small and Medium-sized Businesses.",
            "Federal Association of Small and Medium-sized Businesses",
        ),
        ("Ils ont visité l'Institut Énergie et Matériaux.", "Institut Énergie et Matériaux"),
        ("Il dirige l'Agence Emplois et Talents d'Oc depuis 2020.", "Agence Emplois et Talents d'Oc"),
        ("La CCI Ardèche et Diois a signé.", "CCI Ardèche et Diois"),
        (
            "Sie traf den Verband der chinesischen Doktoranden und Wissenschaftler.",
            "Verband der chinesischen Doktoranden und Wissenschaftler",
        ),
        ("She called at Invest in Silesia.", "Invest in Silesia"),
    ],
)
def test_a_joint_stays_inside_the_name_of_one_body(text: str, name: str) -> None:
    assert name in bodies(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They visited Penrose Photonics and Tamar Sensors.", {"Penrose Photonics", "Tamar Sensors"}),
        ("They visited the University of Leeds and Tamar Sensors.", {"University of Leeds", "Tamar Sensors"}),
        ("Ils ont visité l'Institut Pasteur et Vélivole Aéro.", {"Institut Pasteur", "Vélivole Aéro"}),
    ],
)
def test_two_bodies_stay_two(text: str, names: set[str]) -> None:
    assert names <= bodies(text)


def test_a_firms_short_name_behind_a_preposition_is_no_place() -> None:
    text = "They met Lumetra Optik GmbH. The delegation paid a visit to Lumetra."
    assert "Lumetra" in bodies(text)
