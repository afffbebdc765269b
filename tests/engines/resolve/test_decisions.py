"""Pairs are decided among those that may be meant instead."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qiao.engines.resolve import Decision, Kind, Likeness, Named, Record, Registry
from qiao.engines.resolve.model import load_model


def firm(name: str, identity: str, *, country: str = "", city: str = "", domain: str = "") -> Record:
    domains = frozenset({domain} - {""})
    return Record(identity, (Named(name),), country=country, city=city, domains=domains)


BOSCH = firm("Robert Bosch GmbH", "bosch", country="DE", city="Gerlingen", domain="bosch.example")
REGISTER = [
    BOSCH,
    firm("Siemens AG", "siemens", country="DE", city="München"),
    firm("Stadtwerke Leipzig GmbH", "leipzig", country="DE", city="Leipzig"),
    firm("Stadtwerke Kiel AG", "kiel", country="DE", city="Kiel"),
    firm("Technische Universität München", "tum", country="DE", city="München"),
    firm("Klinik Hafenfeld", "one", country="DE"),
    firm("Hafenfeld Klinik", "two", country="DE"),
]
QUERIES = [
    firm("博世", "a", country="DE"),
    firm("Bosch", "b", country="DE"),
    firm("慕尼黑工业大学", "c", country="DE"),
    firm("Stadtwerke Leipzig", "d", country="DE"),
    firm("Ganz Anderes Werk", "e", country="FR"),
]


@pytest.fixture(scope="module")
def registry() -> Registry:
    return Registry(REGISTER)


def one(registry: Registry, left: Record, right: Record) -> Likeness:
    (found,) = registry.decisions([(left, right)])
    return found


def test_a_pair_is_told_what_a_search_among_all_tells(registry: Registry) -> None:
    held = {record.id: record for record in REGISTER}
    found = [(query, linked) for query, linked in zip(QUERIES, registry.nearest(QUERIES), strict=True)]
    pairs = [(query, held[linked.matches[0].id]) for query, linked in found if linked.matches]

    told = registry.decisions(pairs)

    assert len(pairs) == 4
    for (query, _right), likeness in zip(pairs, told, strict=True):
        match = next(linked for asked, linked in found if asked is query).matches[0]
        assert likeness.score == pytest.approx(match.score)
        assert likeness.reasons == match.reasons


def test_many_at_once_are_told_as_each_alone(registry: Registry) -> None:
    pairs = [(query, record) for query in QUERIES for record in REGISTER]

    assert registry.decisions(pairs) == [one(registry, *pair) for pair in pairs]


def test_one_of_the_registry_is_no_rival_of_itself(registry: Registry) -> None:
    among_others = Registry([record for record in REGISTER if record.id != "leipzig"])
    asked, other = REGISTER[2], REGISTER[3]

    assert one(registry, asked, other).score == pytest.approx(one(among_others, asked, other).score, abs=0.01)


def test_the_right_thing_recorded_once_more_speaks_not_against_it() -> None:
    again = [replace(BOSCH, id=identity) for identity in ("again", "once more")]

    alone = one(Registry([BOSCH]), QUERIES[1], BOSCH)
    thrice = one(Registry([BOSCH, *again]), QUERIES[1], BOSCH)

    assert thrice.score == pytest.approx(alone.score, abs=0.02)
    assert "rivals" not in {reason.code for reason in thrice.reasons}


def test_a_name_that_fits_two_others_proves_neither() -> None:
    houses = [firm("Klinik Hafenfeld", town, country="DE", city=town) for town in ("Kiel", "Ulm")]
    asked = firm("Hafenfeld Klinik", "asked", country="DE")

    both = one(Registry(houses), asked, houses[0])

    assert both.score < one(Registry(houses[:1]), asked, houses[0]).score
    assert "rivals" in {reason.code for reason in both.reasons}
    assert both.decision != Decision.SAME


def test_records_of_two_kinds_are_never_one_and_events_never_unasked(registry: Registry) -> None:
    fair = Record("fair", (Named("Hannover Messe"),), Kind.EVENT, country="DE", days=frozenset({"2023-04-17"}))
    same = replace(fair, id="again")

    assert one(registry, fair, BOSCH) == Likeness(0.0, Decision.DISTINCT, ())
    assert one(registry, fair, same).decision == Decision.ASK


def test_nothing_asked_is_nothing_told_and_an_empty_registry_has_no_rivals(registry: Registry) -> None:
    assert registry.decisions([]) == []
    found = one(Registry(), BOSCH, replace(BOSCH, id="again"))
    assert found.score >= load_model().same
    assert found.decision == Decision.SAME


def test_persons_are_told_by_their_own_rules(registry: Registry) -> None:
    karin = Record("k", (Named("Karin Lobmayr"),), Kind.PERSON, identifiers=frozenset({"email:k@x.example"}))
    again = replace(karin, id="again")
    other = replace(karin, id="other", identifiers=frozenset())

    assert [found.decision for found in registry.decisions([(karin, again), (karin, other)])] == [
        Decision.SAME,
        Decision.ASK,
    ]
