"""Agreements: kind, step, modality and parties."""

import pytest

from qiao.engines.extract.latin.grammar import read_latin
from qiao.engines.extract.problem import Reading
from qiao.engines.extract.result import FactType, Modality

HOME = "Home Zone"


def agreed(text: str) -> list[tuple[str, str, str, Modality, tuple[str, ...]]]:
    facts = sorted(read_latin(Reading(text, None, HOME)))
    return [
        (f.text, f.attrs.kind, f.attrs.step, f.modality, f.attrs.parties) for f in facts if f.type is FactType.AGREEMENT
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A memorandum of understanding was signed with Corvid Batteries.",
            ("memorandum of understanding", "memorandum", "signed", Modality.FACT, (HOME, "Corvid Batteries")),
        ),
        (
            "A lease with Tidewell Foods will be signed in September.",
            ("lease", "contract", "intention", Modality.PLAN, (HOME, "Tidewell Foods")),
        ),
        (
            "We hope to sign a framework agreement with Nordlysvind AS.",
            ("framework agreement", "framework", "hoped", Modality.HOPE, (HOME, "Nordlysvind AS")),
        ),
        (
            "No contract with Nordlysvind AS has been signed.",
            ("contract", "contract", "mentioned", Modality.DENIAL, (HOME, "Nordlysvind AS")),
        ),
        (
            "A framework agreement with Nordlysvind AS was discussed.",
            ("framework agreement", "framework", "discussed", Modality.FACT, (HOME, "Nordlysvind AS")),
        ),
        (
            "Un protocole d'accord entre Atlas Froid et Boréal Nutrition a été signé.",
            ("protocole d'accord", "memorandum", "signed", Modality.FACT, ("Atlas Froid", "Boréal Nutrition")),
        ),
        (
            "Elle n'a signé aucune convention avec Teranga Logistique.",
            ("convention", "contract", "mentioned", Modality.DENIAL, (HOME, "Teranga Logistique")),
        ),
        (
            "Die Absichtserklärung mit Taoyun Precision soll im April unterzeichnet werden.",
            ("Absichtserklärung", "letter_of_intent", "intention", Modality.PLAN, (HOME, "Taoyun Precision")),
        ),
        (
            "Am Montag wurde der Rahmenvertrag mit der Brenner Cargo AG unterzeichnet.",
            ("Rahmenvertrag", "framework", "signed", Modality.FACT, (HOME, "Brenner Cargo AG")),
        ),
    ],
)
def test_an_agreement_says_how_far_it_got(text, expected):
    assert agreed(text) == [expected]


def test_several_papers_in_one_sentence_keep_their_pairs():
    text = (
        "Trois accords ont été signés : entre Microtaille SA et Guangmei Precision, entre Rhodan "
        "SA et Lianchuang Sensors."
    )
    facts = read_latin(Reading(text, None, HOME))
    pairs = {f.attrs.parties for f in facts if f.attrs.kind == "signed_with"}
    assert pairs == {("Microtaille SA", "Guangmei Precision"), ("Rhodan SA", "Lianchuang Sensors")}


def test_a_word_inside_a_name_is_no_agreement():
    assert agreed("The Leeds Enterprise Partnership signed nothing.") == []
