"""Posts and the bodies they are held in."""

import pytest

from qiao.engines.extract.latin.grammar import read_latin
from qiao.engines.extract.problem import Reading
from qiao.engines.extract.result import FactType, Post

HOME = "Home Zone"


def held(text: str, home: str = HOME) -> dict[str, tuple[str, str]]:
    return {
        f.norm: (f.attrs.role, f.attrs.org) for f in read_latin(Reading(text, None, home)) if f.type is FactType.PERSON
    }


@pytest.mark.parametrize(
    ("text", "person", "role", "body"),
    [
        ("She met Kansai Trade Forum chair Kenji Moriwaki.", "Kenji Moriwaki", "chair", "Kansai Trade Forum"),
        ("He met Zofia Brandys, deputy mayor of Gdynia.", "Zofia Brandys", "deputy mayor", "Gdynia"),
        (
            "Present: Tom Ashdown (Brackwater Agency, head of inward investment).",
            "Tom Ashdown",
            "head of inward investment",
            "Brackwater Agency",
        ),
        (
            "Present: Priya Menon, managing director, Corvid Batteries.",
            "Priya Menon",
            "managing director",
            "Corvid Batteries",
        ),
        (
            "The group toured Steinfeld Mobility and met its chief executive, Dr. Karin Lobmayr.",
            "Karin Lobmayr",
            "chief executive",
            "Steinfeld Mobility",
        ),
        (
            "We thank Jane Holloway, managing director of Norwich-based Anglia Ceramics.",
            "Jane Holloway",
            "managing director",
            "Anglia Ceramics",
        ),
        ("Olivier Tanguy, PDG de Soléa Énergie, a parlé.", "Olivier Tanguy", "PDG", "Soléa Énergie"),
        ("Le maire de Tétouan, M. Karim Bensalem, nous a reçus.", "Karim Bensalem", "maire", "Tétouan"),
        (
            "Marie Durand, responsable export de la société Delta Plus, a parlé.",
            "Marie Durand",
            "responsable export",
            "Delta Plus",
        ),
        (
            "Anwesend waren Jens Oldekop (Geschäftsführer, Technologiepark Ried) und andere.",
            "Jens Oldekop",
            "Geschäftsführer",
            "Technologiepark Ried",
        ),
        (
            "Lohmündes Oberbürgermeister Arne Vossbeck (SPD) sprach mit der Firma.",
            "Arne Vossbeck",
            "Oberbürgermeister",
            "Lohmünde",
        ),
        (
            "Der Vorstandsvorsitzende der Jenoptik AG, Stefan Traeger, sprach.",
            "Stefan Traeger",
            "Vorstandsvorsitzende",
            "Jenoptik AG",
        ),
    ],
)
def test_a_post_finds_its_body(text, person, role, body):
    assert held(text)[person] == (role, body)


def test_concurrent_posts_are_kept_apart():
    text = "Ferdinand Ashby, leader of Tyneham Borough Council and chair of the Tyneham Growth Board, spoke."
    (person,) = [f for f in read_latin(Reading(text)) if f.type is FactType.PERSON]
    assert (person.attrs.role, person.attrs.org) == ("leader, chair", "Tyneham Borough Council")
    assert person.attrs.posts == (Post("leader", "Tyneham Borough Council"), Post("chair", "Tyneham Growth Board"))


def test_the_header_of_a_list_gives_the_body():
    text = "In attendance\nHeriot Seafoods: Ewan Moncrieff (managing director), Sanjay Bhatt (head of logistics)\n"
    assert {body for _, body in held(text).values()} == {"Heriot Seafoods"}


def test_a_signature_gives_the_body():
    text = "Thank you.\n\nBest regards\nJack Brown, CEO\nSolent Marine Ltd\n"
    assert held(text)["Jack Brown"] == ("CEO", "Solent Marine Ltd")


def test_a_mayor_without_a_town_is_the_senders():
    assert (
        held("Am Montag sprach Oberbürgermeisterin Wiebke Claasen mit der Presse.", "Stadt Auental")["Wiebke Claasen"][
            1
        ]
        == "Stadt Auental"
    )


@pytest.mark.parametrize(
    ("text", "person", "role", "body"),
    [
        (
            "Kestrel Zone / Dorva Metals Ltd\nFor the company: Mr Paul Rennard - President; Ms Elena Marsh, manager.",
            "Elena Marsh",
            "manager",
            "Dorva Metals Ltd",
        ),
        ("For Dorva Metals: Elena Marsh (finance director).", "Elena Marsh", "finance director", "Dorva Metals"),
        (
            "They called at Tamar Ventures. The fund, whose partner is Hugh Reilly, grew.",
            "Hugh Reilly",
            "partner",
            "Tamar Ventures",
        ),
        (
            "Kelda Bioworks, a spin-out from Leeds University, grows, said its chief technology officer, Marc Dube.",
            "Marc Dube",
            "chief technology officer",
            "Kelda Bioworks",
        ),
        (
            "The group met Lumetra Optik and its two managing directors, Petra Sandhoff and Karl Kolb.",
            "Karl Kolb",
            "managing directors",
            "Lumetra Optik",
        ),
        ("Jane Brown, Skills and Talent Lead, attended.", "Jane Brown", "Skills and Talent Lead", HOME),
        (
            "Une délégation de cadres de la Zone de Qinglan, emmenée par son directeur adjoint, Xu Haoran, est là.",
            "Xu Haoran",
            "directeur adjoint",
            "Zone de Qinglan",
        ),
        (
            "Maria Lopez, qui dirige le service économique de l'ambassade d'Espagne, était là.",
            "Maria Lopez",
            "",
            "ambassade d'Espagne",
        ),
    ],
)
def test_a_body_named_earlier_is_the_employer(text: str, person: str, role: str, body: str) -> None:
    assert held(text)[person] == (role, body)
