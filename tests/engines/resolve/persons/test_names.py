"""How two names agree."""

from __future__ import annotations

import pytest

from qiao.engines.resolve.persons import Agreement
from qiao.engines.resolve.persons.agreement import agree
from qiao.engines.resolve.persons.keys import keys_of
from qiao.engines.resolve.persons.written import names_of
from tests.engines.resolve.persons.people import person

HAN, LATIN, ROMANISED = Agreement.HAN, Agreement.LATIN, Agreement.ROMANISED
PART, OVERSEAS, INITIALS = Agreement.PART, Agreement.OVERSEAS, Agreement.INITIALS
NEAR, SOUND, NONE = Agreement.NEAR, Agreement.SOUND, Agreement.NONE

NAMES = [
    # Han, either script, titles
    ("韩杨", "韓楊", HAN),
    ("欧阳明月", "歐陽明月教授", HAN),
    ("总经理王志远", "王志远先生", HAN),
    ("彼得·霍夫曼", "彼得·霍夫曼", HAN),
    ("王先生", "王先生", NONE),
    ("王总", "王总", NONE),
    ("韩杨", "韩扬", SOUND),
    ("韩杨", "韩梅", NONE),
    # surnames read as surnames
    ("单雪松", "Shan Xuesong", ROMANISED),
    ("单雪松", "Dan Xuesong", NONE),
    ("曾可欣", "Zeng Kexin", ROMANISED),
    ("曾可欣", "Ceng Kexin", NONE),
    ("仇志勇", "Qiu Zhiyong", ROMANISED),
    ("仇志勇", "Chou Zhiyong", NONE),
    ("仇志勇", "Chiu Chih-yung", OVERSEAS),
    ("解小东", "Xie Xiaodong", ROMANISED),
    ("查文博", "Zha Wenbo", ROMANISED),
    ("查文博", "Cha Wenbo", OVERSEAS),
    ("区可儿", "Ou Ke'er", ROMANISED),
    ("司马亮", "Sima Liang", ROMANISED),
    ("上官云", "Yun Shangguan", ROMANISED),
    ("诸葛明", "Zhu Ge Ming", ROMANISED),
    ("尉迟恭谨", "Yuchi Gongjin", ROMANISED),
    # order, spacing, capitals, hyphens
    ("张晓明", "Zhang Xiao-Ming", ROMANISED),
    ("张晓明", "Xiaoming Zhang", ROMANISED),
    ("张晓明", "ZHANG Xiaoming", ROMANISED),
    ("张晓明", "Zhang, Xiaoming", ROMANISED),
    ("張曉明", "Dr. Xiao Ming Zhang", ROMANISED),
    ("Zhang Xiaoming", "Xiaoming ZHANG", ROMANISED),
    ("韩杨 Han Yang", "Yang Han", ROMANISED),
    ("吕伟", "Lü Wei", ROMANISED),
    ("吕伟", "Lyu Wei", ROMANISED),
    ("吕伟", "LV Wei", ROMANISED),
    ("吕伟", "Lu Wei", OVERSEAS),
    ("Xu Wei", "Xue Wei", NONE),
    ("张晓明", "Zhang Xiaohong", NONE),
    # other romanisations
    ("张晓明", "Chang Hsiao-ming", OVERSEAS),
    ("黄国伟", "Wong Kwok-wai", OVERSEAS),
    ("王国伟", "Wong Kwok Wai", OVERSEAS),
    ("Huang Guowei", "Wong Kwok-Wai", OVERSEAS),
    ("许志成", "Hsu Chih-cheng", OVERSEAS),
    ("李嘉明", "Lee Ka-ming", OVERSEAS),
    ("Chang Wei", "Zhang Wei", OVERSEAS),
    # Western
    ("Peter Hofmann", "Hofmann, Peter", LATIN),
    ("Peter Hofmann", "Prof. Dr.-Ing. Peter Hofmann, MBA", LATIN),
    ("Jürgen Größe", "Juergen Groesse", LATIN),
    ("Renate von der Heyde", "Renate Heyde", LATIN),
    ("Renate von der Heyde", "Heyde, Renate von der", LATIN),
    ("Élodie de la Tour", "ELODIE DE LA TOUR", LATIN),
    ("Jean-Pierre Dupuis", "Jean Pierre Dupuis", LATIN),
    ("Hans-Peter Vogel", "Hanspeter Vogel", LATIN),
    ("Sean O'Hara", "Sean O’Hara", LATIN),
    ("Anna Schmid geb. Vogt", "Anna Vogt", LATIN),
    ("Claire Petit née Roche", "Claire Roche", LATIN),
    ("Anna Schmid-Vogt", "Anna Vogt", PART),
    ("Hans Peter Vogel", "Peter Vogel", PART),
    ("John A. Carver", "John Carver", PART),
    ("Thomas Martin", "Martin Thomas", PART),
    ("MARTIN Thomas", "THOMAS Martin", NONE),
    ("J. Müller", "Johann Mueller", INITIALS),
    ("J.-P. Dupuis", "Jean-Pierre Dupuis", INITIALS),
    ("XM Zhang", "Xiaoming Zhang", INITIALS),
    ("X. Zhang", "张晓明", INITIALS),
    ("Liu Y.", "刘芸", INITIALS),
    ("Peter FOX", "Peter Fox", LATIN),
    ("LYU Song", "吕松", ROMANISED),
    ("Zhang, L.", "张晓明", NONE),
    ("John A. Carver", "John B. Carver", NONE),
    ("John Carver sen.", "John Carver jun.", NONE),
    ("John Carver", "John Carver jun.", PART),
    ("Herr Müller", "Müller", NONE),
    ("Peter Hofmann", "Peter Hoffmann", NEAR),
    ("Johann Müller", "Jakob Müller", NONE),
    ("Peter Wang", "Wang Peter", LATIN),
]


@pytest.mark.parametrize(("left", "right", "expected"), NAMES)
def test_names_agree_as_a_reader_would_say(left: str, right: str, expected: Agreement) -> None:
    found = agree(names_of(person(left)), names_of(person(right))).agreement

    assert found == expected
    assert found == agree(names_of(person(right)), names_of(person(left))).agreement


@pytest.mark.parametrize(("left", "right"), [(a, b) for a, b, how in NAMES if how])
def test_names_that_agree_share_a_key(left: str, right: str) -> None:
    assert keys_of(person(left)).held & keys_of(person(right)).asked
    assert keys_of(person(right)).held & keys_of(person(left)).asked


def test_two_han_names_that_differ_beat_one_romanisation() -> None:
    left, right = person("王伟", "Wang Wei"), person("汪威", "Wang Wei")

    assert agree(names_of(left), names_of(right)).agreement == SOUND


def test_the_register_may_know_a_name_to_be_common() -> None:
    left = names_of(person("Peter Hofmann"))

    assert agree(left, left, lambda name: 0.01).share == 0.01
    assert agree(left, left, lambda name: 0.0).share == agree(left, left).share
