"""The three bodies the founding report names in two ways: what a name alone can tell, and what only a person can."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from qiao.engines.resolve import Decision, Named, Record, Registry, Role, compare


def body(identity: str, country: str, city: str, *names: str) -> Record:
    return Record(identity, tuple(map(Named, names)), country=country, city=city)


SENSITEC = body("sensitec", "DE", "Wetzlar", "Sensitec GmbH")
FEMMEILLEUR = body("femmeilleur", "FR", "", "Laboratoire Femmeilleur SAS")
UNTERNEHMERTUM = body("unternehmertum", "DE", "Garching bei München", "UnternehmerTUM GmbH")

# Bodies that are near in name, town or trade, and are not meant.
RIVALS = (
    body("tum", "DE", "München", "Technische Universität München", "慕尼黑工业大学", "慕尼黑工大", "TUM"),
    body("lmu", "DE", "München", "Ludwig-Maximilians-Universität München", "慕尼黑大学"),
    body("wayra", "DE", "München", "Wayra Deutschland GmbH"),
    body("bosch-sensortec", "DE", "Reutlingen", "Bosch Sensortec GmbH"),
    body("sensetime", "CN", "Shanghai", "商汤集团股份有限公司", "SenseTime Group Inc."),
    body("siemens", "DE", "München", "Siemens AG", "西门子股份公司"),
    body("framatome", "FR", "Courbevoie", "Framatome SAS", "法马通"),
    body("air-france", "FR", "Roissy-en-France", "Société Air France SA", "法国航空公司"),
    body("perrin", "FR", "Lyon", "Laboratoires Perrin SA"),
)
FOUNDERS = (SENSITEC, FEMMEILLEUR, UNTERNEHMERTUM)


def first_for(name: str, country: str, records: Iterable[Record]) -> tuple[str, str | None]:
    """The likeliest record, empty when none is likely at all, and the one taken unasked."""
    (linked,) = Registry(records).nearest([Record("asked", (Named(name),), country=country)])
    return (linked.matches[0].id if linked.matches else ""), linked.decision


@pytest.mark.parametrize(
    ("name", "country", "expected"),
    [
        ("Sensitec Gmbh", "DE", "sensitec"),
        ("Sensitec", "DE", "sensitec"),
        ("SENSITEC", "", "sensitec"),
        ("德國申思特(Sensitec Gmbh)", "DE", "sensitec"),
        ("LABORATOIRE FEMMEILLEUR SAS", "FR", "femmeilleur"),
        ("Femmeilleur", "FR", "femmeilleur"),
        ("法國法美樂(LABORATOIRE FEMMEILLEUR SAS)", "FR", "femmeilleur"),
        ("UnternehmerTUM", "DE", "unternehmertum"),
        # 申思特 is chosen for its sound (shen-si-te), so the name alone is enough to ask.
        ("申思特", "DE", "sensitec"),
    ],
)
def test_a_name_that_tells_is_found_first(name: str, country: str, expected: str) -> None:
    first, taken = first_for(name, country, (*FOUNDERS, *RIVALS))

    assert first == expected
    assert taken in (None, expected)


def test_a_description_beside_the_brand_asks_about_both() -> None:
    # The description names TU Munich, the bracket UnternehmerTUM; the reader of reports gives them as two names.
    registry = Registry((*FOUNDERS, *RIVALS))
    written = Record("written", (Named("慕尼黑工大創新中心(UnternehmerTUM)"),), country="DE")
    read = Record("read", (Named("慕尼黑工大創新中心"), Named("UnternehmerTUM")), country="DE")

    for linked in registry.nearest([written, read]):
        assert "unternehmertum" in [match.id for match in linked.matches]
        assert linked.decision in (None, "unternehmertum")


@pytest.mark.parametrize(
    ("name", "country", "meant"),
    [
        # 法 may be France, a sound or a word; 美乐 is no part of Femmeilleur that could be looked up.
        ("法美樂", "FR", FEMMEILLEUR),
        ("法美乐股份有限公司", "FR", FEMMEILLEUR),
        # "Innovation centre of TU Munich" is a description; the brand says neither innovation nor Munich.
        ("慕尼黑工大創新中心", "DE", UNTERNEHMERTUM),
        ("慕尼黑工大创新中心", "", UNTERNEHMERTUM),
    ],
)
def test_a_name_that_cannot_tell_is_never_taken_unasked(name: str, country: str, meant: Record) -> None:
    _, taken = first_for(name, country, (*FOUNDERS, *RIVALS))

    assert taken is None
    assert compare(Record("asked", (Named(name),), country=country), meant).decision != Decision.SAME


@pytest.mark.parametrize(
    ("record", "alias", "asked"),
    [
        (SENSITEC, "申思特", "申思特"),
        (SENSITEC, "申思特", "德國申思特"),
        (FEMMEILLEUR, "法美乐", "法美樂"),
        (FEMMEILLEUR, "法美乐", "法美樂股份有限公司"),
        (UNTERNEHMERTUM, "慕尼黑工大创新中心", "慕尼黑工大創新中心"),
    ],
)
def test_an_alias_once_confirmed_is_found_first(record: Record, alias: str, asked: str) -> None:
    told = Record(record.id, (*record.names, Named(alias, "zh", Role.ALIAS)), country=record.country, city=record.city)
    others = [other for other in FOUNDERS if other is not record]

    first, taken = first_for(asked, record.country, (told, *others, *RIVALS))

    assert first == record.id
    assert taken in (None, record.id)
