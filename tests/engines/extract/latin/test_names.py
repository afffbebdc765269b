"""Types and spans of names in all three languages."""

import pytest

from qiao.engines.extract.latin.grammar import read_latin
from qiao.engines.extract.problem import Reading
from qiao.engines.extract.result import FactType


def named(text: str, kind: FactType) -> list[str]:
    facts = sorted(read_latin(Reading(text, None, "Home")))
    return list(dict.fromkeys(fact.text for fact in facts if fact.type is kind))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "They called on Penrose Photonics, Tamar Sensors and Wheal Digital.",
            ["Penrose Photonics", "Tamar Sensors", "Wheal Digital"],
        ),
        (
            "The group toured the University of Leeds and the Osaka Chamber of Commerce and Industry.",
            ["University of Leeds", "Osaka Chamber of Commerce and Industry"],
        ),
        ("We met staff of the British Deputy High Commission there.", ["British Deputy High Commission"]),
        (
            "She signed with Veldhoven Hydrogen B.V. and Maas Cold Storage yesterday.",
            ["Veldhoven Hydrogen B.V.", "Maas Cold Storage"],
        ),
        (
            "La délégation a visité l'École polytechnique de Tournemine et l'Institut coréen de robotique appliquée.",
            ["École polytechnique de Tournemine", "Institut coréen de robotique appliquée"],
        ),
        (
            "Un accord avec la Chambre de commerce et d'industrie de Lyon est prévu.",
            ["Chambre de commerce et d'industrie de Lyon"],
        ),
        ("Le recteur de l'université de Lille a parlé de la recherche.", ["université de Lille"]),
        (
            "Die Delegation besuchte die Lanyue Antriebstechnik Co., Ltd. und das Donau-Institut für Leichtbau.",
            ["Lanyue Antriebstechnik Co., Ltd.", "Donau-Institut für Leichtbau"],
        ),
        (
            "Mit der Industrie- und Handelskammer zu Köln und dem Verband der Automobilindustrie wurde gesprochen.",
            ["Industrie- und Handelskammer zu Köln", "Verband der Automobilindustrie"],
        ),
        ("Die Delegation sprach über die Zusammenarbeit und den Ausbau der Arbeitsplätze im Unternehmen.", []),
    ],
)
def test_organisations_keep_their_whole_name(text, names):
    assert named(text, FactType.ORGANISATION) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They met Dr. Karin Lobmayr and Mr. Rajan Pillai on Monday.", ["Karin Lobmayr", "Rajan Pillai"]),
        (
            "We spoke with Chen Yulan, Nguyen Thi Bich Ngoc and Kang Kyung-hwa.",
            ["Chen Yulan", "Nguyen Thi Bich Ngoc", "Kang Kyung-hwa"],
        ),
        ("The plant was shown by its operations director, Zaira Quillfeather.", ["Zaira Quillfeather"]),
        (
            "Mme Claire Vasseur et M. Olivier Tanguy étaient présents. M. Tanguy a parlé.",
            ["Claire Vasseur", "Olivier Tanguy", "Tanguy"],
        ),
        ("Unter Leitung von Landrätin Dr. Sabine Förtsch reiste die Gruppe nach Wien.", ["Sabine Förtsch"]),
        ("Sehr geehrter Herr Prof. Brandner, vielen Dank.", ["Brandner"]),
    ],
)
def test_persons_carry_no_title(text, names):
    assert named(text, FactType.PERSON) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They travelled to Germany and Austria and stopped in Graz.", ["Germany", "Austria", "Graz"]),
        ("Il est parti en Corée du Sud et aux Émirats arabes unis.", ["Corée du Sud", "Émirats arabes unis"]),
        ("Die Gruppe reiste nach Suzhou und Wuhan.", ["Suzhou", "Wuhan"]),
        ("The Munich-based firm grew.", ["Munich"]),
        ("La maire de Vaubrun a parlé.", ["Vaubrun"]),
    ],
)
def test_places_are_known_or_stand_where_places_stand(text, names):
    assert named(text, FactType.PLACE) == names


def test_a_german_genitive_is_normalised():
    facts = read_latin(Reading("Eine Delegation des Landkreises Auental reiste ab.", None, ""))
    assert [f.norm for f in facts if f.type is FactType.ORGANISATION] == ["Landkreis Auental"]


def test_short_forms_join_the_long_name():
    text = "Linhu High-tech Zone (LHZ) grew. LHZ hosts Corvid Batteries Ltd and others. At Corvid all are young."
    norms = {f.text: f.norm for f in read_latin(Reading(text)) if f.type is FactType.ORGANISATION}
    assert norms == {
        "Linhu High-tech Zone": "Linhu High-tech Zone",
        "LHZ": "Linhu High-tech Zone",
        "Corvid Batteries Ltd": "Corvid Batteries Ltd",
        "Corvid": "Corvid Batteries Ltd",
    }


def test_headings_in_capitals_name_nothing_but_places():
    facts = read_latin(Reading("MINING SCHOOL GOES TO CHILE\n\nThe school grew in the year and all was well.\n"))
    assert [(f.type, f.text) for f in facts] == [(FactType.PLACE, "CHILE")]
