"""Persons asked for in a registry."""

from __future__ import annotations

from dataclasses import replace

from qiao.engines.resolve import Registry
from qiao.engines.resolve.persons import People
from tests.engines.resolve.persons.people import person

CARD = replace(person("韓雪松", at=("无锡高新区",)), id="card")
GUEST = replace(person("Han Xuesong", at=("Sample AG",)), id="guest")
OTHER = replace(person("Clara Vogt", at=("Sample AG",)), id="other")


def test_the_one_who_may_be_taken_unasked_is_taken() -> None:
    (linked,) = People([CARD, GUEST, OTHER]).nearest([person("韩雪松", at=("無錫高新區",))])

    assert linked.decision == "card"
    assert [match.id for match in linked.matches] == ["card", "guest"]


def test_a_romanised_name_finds_and_does_not_decide() -> None:
    (linked,) = People([CARD, GUEST, OTHER]).nearest([person("Xuesong Han")])

    assert linked.decision is None
    assert {match.id for match in linked.matches} == {"card", "guest"}


def test_two_who_may_both_be_taken_are_asked_about() -> None:
    twice = replace(CARD, id="twice")

    (linked,) = People([CARD, twice]).nearest([person("韩雪松", at=("无锡高新区",))])

    assert linked.decision is None
    assert {match.id for match in linked.matches} == {"card", "twice"}


def test_a_registry_of_all_kinds_asks_its_people() -> None:
    registry = Registry([CARD, GUEST])
    registry.add(OTHER)
    registry.add(replace(GUEST, names=CARD.names, organisations=CARD.organisations))

    by_name, by_both = registry.nearest([person("Clara Vogt", at=("SAMPLE",)), person("韩雪松", at=("无锡高新区",))])

    assert len(registry) == 3
    assert by_name.decision == "other"
    assert by_both.decision is None


def test_a_person_dropped_is_found_no_more() -> None:
    people = People([CARD])
    people.drop("card")
    people.drop("never there")

    assert people.nearest([CARD])[0].matches == ()
