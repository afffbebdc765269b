"""What may be said of two persons unasked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qiao.engines.resolve.persons import compare
from qiao.engines.resolve.persons.keys import keys_of
from qiao.engines.resolve.record import Record
from qiao.engines.resolve.result import Decision
from tests.engines.resolve.persons.people import person

SAME, ASK, DISTINCT = Decision.SAME, Decision.ASK, Decision.DISTINCT
MAIL, BOX = "email:a.b@example.com", "email:info@example.com"
MOBILE, LINE = "phone:+49 151 23456789", "phone:+49 89 1234567"


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        # Han
        (person("韩雪松", at=("无锡高新区",)), person("韓雪松", at=("無錫高新區",)), SAME),
        (person("韩雪松", at=("清华大学",)), person("韩雪松", at=("Tsinghua University",)), SAME),
        (person("韩雪松"), person("韩雪松"), ASK),
        (person("欧阳明月"), person("欧阳明月", at=("清华大学",)), ASK),
        (person("欧阳明月", at=("北京大学",)), person("欧阳明月", at=("清华大学",)), ASK),
        (person("王伟", at=("北京大学",)), person("王伟", at=("清华大学",)), DISTINCT),
        (person("王伟", at=("清华大学",)), person("王伟", at=("清华大学",)), ASK),
        (person("王伟", known_by=(MAIL,)), person("王伟", known_by=(MAIL,)), SAME),
        # romanised
        (person("Yang Han", at=("Sample AG",)), person("韩杨", at=("Sample AG",)), ASK),
        (person("Zhang Wei", at=("Sample AG",)), person("Wei Zhang", at=("Sample AG",)), ASK),
        (person("Zhang Wei", at=("Sample AG",)), person("Zhang Wei", at=("Other AG",)), DISTINCT),
        (person("Zhang Wei", known_by=(MAIL,)), person("张伟", known_by=(MAIL.upper(),)), SAME),
        (person("Wong Kwok-wai"), person("黄国伟"), ASK),
        (person("Kim Min-jun", at=("Sample AG",)), person("Min-jun Kim", at=("Sample AG",)), ASK),
        # Western
        (person("Peter Hofmann", at=("Sample GmbH",)), person("Dr. P. Hofmann", at=("SAMPLE",)), ASK),
        (person("Peter Hofmann", at=("Sample GmbH",)), person("Hofmann, Peter", at=("SAMPLE",)), SAME),
        (person("Peter Hofmann"), person("Peter Hofmann"), ASK),
        (person("Clara Vogt", at=("A",)), person("Clara Vogt", at=("B",)), ASK),
        (person("Thomas Müller", at=("A",)), person("Thomas Müller", at=("B",)), DISTINCT),
        (person("Johann Müller", at=("A",)), person("Jakob Müller", at=("A",)), DISTINCT),
        # contacts: one's own, a house's, and one that contradicts
        (person("J. Müller", known_by=(MAIL,)), person("Johann Müller", known_by=(MAIL,)), SAME),
        (person("J. Müller", known_by=(BOX,)), person("Johann Müller", known_by=(BOX,)), ASK),
        (person("J. Müller", known_by=(MOBILE,)), person("Johann Müller", known_by=("phone:+4915123456789",)), ASK),
        (person("Johann Müller", known_by=(MOBILE,)), person("Johann Müller", known_by=(MOBILE,)), SAME),
        (person("Wang Wei", known_by=(LINE,)), person("Wang Wei", known_by=(LINE,)), ASK),
        (person("Johann Müller", known_by=(MAIL,)), person("Clara Vogt", known_by=(MAIL,)), ASK),
        (
            person("Clara Vogt", at=("A",), known_by=("orcid:1",)),
            person("Clara Vogt", at=("A",), known_by=("orcid:2",)),
            ASK,
        ),
        (person("Clara Vogt", known_by=("orcid:1",)), person("Clara Vogt", known_by=("orcid:2",)), DISTINCT),
    ],
)
def test_the_decision_follows_what_the_records_share(left: Record, right: Record, expected: Decision) -> None:
    likeness = compare(left, right)

    assert likeness.decision == expected
    assert likeness == compare(left, right)
    assert compare(right, left).decision == expected


def test_a_register_that_knows_many_of_the_name_asks() -> None:
    left, right = person("Clara Vogt", at=("A",)), person("Clara Vogt", at=("A",))

    assert compare(left, right).decision == SAME
    assert compare(left, right, commonness=lambda name: 0.001).decision == ASK


def test_reasons_say_what_agreed() -> None:
    likeness = compare(person("王伟", at=("清华大学",)), person("王偉", at=("清華大學",)))

    assert [str(reason) for reason in likeness.reasons] == [
        "both are called 王伟 in Chinese characters",
        "both belong to 清华大学",
        "王伟 is a common name",
    ]


syllables = st.sampled_from("zhang wang li wei ming xiao hua wong chang hsiao kwok lee".split())
romanised = st.lists(syllables, min_size=2, max_size=3).map(" ".join)
houses = st.lists(st.sampled_from(["Sample AG", "清华大学", "Other SAS"]), max_size=2).map(tuple)


@given(left=romanised, right=romanised, at=houses, other=houses)
def test_romanised_names_are_never_the_same_without_a_contact(
    left: str, right: str, at: tuple[str, ...], other: tuple[str, ...]
) -> None:
    assert compare(person(left, at=at), person(right, at=other)).decision != SAME


names = st.one_of(st.text(max_size=60), romanised, st.text(alphabet="王伟欧阳明月张小·总博士 ", max_size=12))
contacts = st.lists(st.sampled_from([MAIL, BOX, MOBILE, LINE, "phone:x", "email:", "orcid:1", ":"]), max_size=3).map(
    tuple
)


@given(left=names, right=names, at=houses, by=contacts, with_=contacts)
def test_any_text_is_compared_alike_both_ways_and_blocked(
    left: str, right: str, at: tuple[str, ...], by: tuple[str, ...], with_: tuple[str, ...]
) -> None:
    one, other = person(left, at=at, known_by=by), person(right, at=at, known_by=with_)

    likeness = compare(one, other)

    assert likeness.decision == compare(other, one).decision
    assert 0 <= likeness.score <= 1
    assert likeness.decision == DISTINCT or keys_of(one).held & keys_of(other).asked
    assert all(str(reason) for reason in likeness.reasons)
