"""Organisations looked for in a registry, and compared in twos."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qiao.engines.resolve import Decision, Kind, Linked, Record, Registry, compare
from qiao.engines.resolve.wording import SENTENCES
from tests.engines.resolve.names import REGISTER, firm


@pytest.fixture(scope="module")
def registry() -> Registry:
    return Registry(REGISTER)


def first(registry: Registry, query: Record) -> str:
    (linked,) = registry.nearest([query])
    return linked.matches[0].id if linked.matches else ""


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (firm("慕尼黑工业大学", country="DE"), "tum"),
        (firm("Technische Universität München", country="DE"), "tum"),
        (firm("TUM", country="DE"), "tum"),
        (firm("Universität München", country="DE", city="München"), "lmu"),
        (firm("西门子股份公司", country="DE"), "siemens"),
        (firm("SIEMENS", country="DE"), "siemens"),
        (firm("Siemens Energy", country=""), "energy"),
        (firm("西门子能源", country="DE"), "energy"),
        (firm("江南大學", country="CN"), "jiangnan"),
        (firm("Shanghai Research Institute of Optical Instruments", country="CN"), "optics"),
        (firm("上海光学仪器研究所", country="CN"), "optics"),
        (firm("CAMR", country="FR"), "moss"),
        (firm("Muster-bach Maschinen Bau", country="DE", city="Cologne"), "musterbach"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.names[0].text,
)
def test_a_name_in_another_tongue_or_spelling_comes_first(registry: Registry, query: Record, expected: str) -> None:
    assert first(registry, query) == expected


def test_nothing_like_it_is_no_match(registry: Registry) -> None:
    (linked,) = registry.nearest([firm("Qwrtz Blfgh", country="BR")])

    assert linked == Linked("Qwrtz Blfgh", (), None)


def test_answers_come_in_the_order_of_the_queries(registry: Registry) -> None:
    asked = [firm("Nanjing University", country="CN"), firm("Nothing At All"), firm("Siemens", country="DE")]

    assert [linked.query for linked in registry.nearest(asked)] == ["Nanjing University", "Nothing At All", "Siemens"]


def test_a_name_alone_says_as_much_asked_alone_or_among_others(registry: Registry) -> None:
    asked = [firm("慕尼黑工业大学", country="DE"), firm("Siemens", country="DE")]

    assert registry.nearest(asked) == [registry.nearest([one])[0] for one in asked]


def test_what_is_added_is_found_and_what_is_replaced_is_not() -> None:
    registry = Registry(REGISTER)
    registry.add(firm("Lüdertal Optik AG", identity="new", country="DE"))
    assert first(registry, firm("Luedertal Optik", country="DE")) == "new"

    registry.add(firm("Ganz Anders GmbH", identity="new", country="DE"))

    (linked,) = registry.nearest([firm("Luedertal Optik", country="DE")])
    assert linked.decision is None
    assert all(match.score < 0.2 for match in linked.matches)
    assert first(registry, firm("Ganz Anders", country="DE")) == "new"
    assert len(registry) == len(REGISTER) + 1


def test_an_empty_registry_knows_nobody_and_learns() -> None:
    registry = Registry()
    assert registry.nearest([REGISTER[0]]) == [Linked("tum", (), None)]

    for record in REGISTER:
        registry.add(record)

    assert first(registry, firm("慕尼黑工业大学", country="DE")) == "tum"


def test_two_records_that_fit_alike_are_asked_about() -> None:
    twins = [firm("Hafenfeld Klinik", identity=one, country="DE", city=one) for one in ("Kiel", "Ulm", "Jena")]

    (linked,) = Registry(twins).nearest([firm("Klinik Hafenfeld", country="DE")])

    assert linked.decision is None
    assert "rivals" in {reason.code for reason in linked.matches[0].reasons}


def test_reasons_name_the_words_they_stand_on(registry: Registry) -> None:
    (linked,) = registry.nearest([firm("慕尼黑工业大学", country="DE", city="慕尼黑")])

    said = [str(reason) for reason in linked.matches[0].reasons]
    assert any("慕尼黑 = munich" in sentence for sentence in said)


def test_only_records_of_one_kind_are_compared() -> None:
    event = replace(REGISTER[0], kind=Kind.EVENT)

    assert compare(REGISTER[0], event).decision == Decision.DISTINCT
    assert Registry([event]).nearest([REGISTER[0]]) == [Linked("tum", (), None)]


def test_events_on_other_days_are_never_the_same_unasked() -> None:
    fair = replace(firm("Hannover Messe", country="DE"), kind=Kind.EVENT, days=frozenset({"2023-04-17"}))
    later = replace(fair, id="later", days=frozenset({"2024-04-22"}))

    likeness = compare(fair, later)

    assert likeness.decision != Decision.SAME
    assert "other_day" in {reason.code for reason in likeness.reasons}


names = st.text(alphabet=st.sampled_from("西门子慕尼黑大学有限公司（）Siemens AGÄüß.-, 1I\u200b\u0000"), max_size=30)


@settings(max_examples=60, deadline=None)
@given(names, names, st.sampled_from(["", "DE", "CN"]), st.sampled_from(["", "München", "慕尼黑"]))
def test_any_two_records_have_a_probability_and_sentences(one: str, other: str, country: str, city: str) -> None:
    likeness = compare(firm(one, identity="a", country=country, city=city), firm(other, identity="b", country="DE"))

    assert 0 <= likeness.score <= 1
    assert all(reason.code in SENTENCES and str(reason) for reason in likeness.reasons)
    assert [abs(reason.weight) for reason in likeness.reasons] == sorted(
        (abs(reason.weight) for reason in likeness.reasons), reverse=True
    )
