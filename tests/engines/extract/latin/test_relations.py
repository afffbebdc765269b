"""Who visited, met, led, founded, owns and invests."""

import pytest

from qiao.engines.extract.latin.grammar import read_latin
from qiao.engines.extract.problem import Reading
from qiao.engines.extract.result import FactType, Modality

HOME = "Linhu Zone"


def ties(text: str, home: str = HOME) -> set[tuple[str, str, str]]:
    facts = read_latin(Reading(text, None, home))
    return {
        (f.attrs.kind, *f.attrs.parties) for f in facts if f.type is FactType.RELATION and f.modality is Modality.FACT
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The delegation called on Penrose Photonics and Tamar Sensors.",
            {("visited", HOME, "Penrose Photonics"), ("visited", HOME, "Tamar Sensors")},
        ),
        ("The group met Kenji Moriwaki, chair of the Kansai Trade Forum.", {("met", HOME, "Kenji Moriwaki")}),
        ("Jane Brown met Zofia Brandys.", {("met", "Jane Brown", "Zofia Brandys")}),
        ("The delegation, led by Jane Brown, left.", {("led", "Jane Brown", HOME)}),
        (
            "Penrose Photonics was founded in 2009 by Jago Trevanion.",
            {("founded", "Jago Trevanion", "Penrose Photonics")},
        ),
        (
            "Penrose Photonics is a subsidiary of Kessler Gruppe.",
            {("subsidiary_of", "Penrose Photonics", "Kessler Gruppe")},
        ),
        ("Penrose Photonics is headquartered in Munich.", {("located_in", "Penrose Photonics", "München")}),
        ("La délégation a visité Nordimmun.", {("visited", HOME, "Nordimmun")}),
        ("Le maire de Tétouan, M. Karim Bensalem, nous a reçus.", {("met", HOME, "Karim Bensalem")}),
        (
            "Cellora, fondée en 2011 par Maud Delcourt, est implantée à Lyon.",
            {("founded", "Maud Delcourt", "Cellora"), ("located_in", "Cellora", "Lyon")},
        ),
        ("Die Delegation hat die Brenner Cargo AG besucht.", {("visited", HOME, "Brenner Cargo AG")}),
        (
            "Besucht wurden die Song Hong Furniture JSC und Pumpenbau Ried GmbH.",
            {("visited", HOME, "Song Hong Furniture JSC"), ("visited", HOME, "Pumpenbau Ried GmbH")},
        ),
        ("Die Nordkliff GmbH, 2016 von Imke Thaden gegründet, wächst.", {("founded", "Imke Thaden", "Nordkliff GmbH")}),
    ],
)
def test_a_sentence_ties_its_parties(text, expected):
    assert ties(text) == expected


def test_everybody_present_from_another_body_was_met():
    text = "Present: Tom Ashdown (Linhu Zone, director); Priya Menon, managing director, Corvid Batteries Ltd.\n"
    assert ties(text) == {("met", HOME, "Priya Menon")}


def test_a_planned_visit_is_a_plan():
    facts = read_latin(Reading("The delegation will visit Penrose Photonics.", None, HOME))
    assert [f.modality for f in facts if f.type is FactType.RELATION] == [Modality.PLAN]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "At the Wexcombe Institute its president, Sarah Quill, showed the visitors around.",
            {("visited", HOME, "Wexcombe Institute"), ("met", HOME, "Sarah Quill")},
        ),
        (
            "Le Parc Meuse-Ardenne a accueilli une délégation de cadres de la Zone de Qinglan.",
            {("visited", "Zone de Qinglan", "Parc Meuse-Ardenne")},
        ),
        (
            "Penrose Photonics makes lenses. Its UK subsidiary, Tamar Sensors Ltd, has grown.",
            {("subsidiary_of", "Tamar Sensors Ltd", "Penrose Photonics")},
        ),
        (
            "Novatek Ltd and Seldon plc have invested in Tamar Sensors.",
            {("invested_in", "Novatek Ltd", "Tamar Sensors"), ("invested_in", "Seldon plc", "Tamar Sensors")},
        ),
        (
            "Talks with Brainfort Chips, a unit of Oranje Semicon NV, have not led to an agreement.",
            {("subsidiary_of", "Brainfort Chips", "Oranje Semicon NV")},
        ),
        (
            "The delegation opened a liaison office in Lyon and another in Munich.",
            {("located_in", "liaison office", "Lyon"), ("located_in", "liaison office", "München")},
        ),
    ],
)
def test_hosts_units_and_joint_acts(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert expected <= ties(text)
