"""What is typed finds whom it means, among many whose names are near; on both databases alike."""

from __future__ import annotations

import json
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qiao.engines.text.search_rank import Way
from qiao.register import scope_tokens
from qiao.register.actions.judge import judge
from qiao.register.actions.record import new_entity, record, withdraw
from qiao.register.actions.state import ROWS, add_claim, own_word
from qiao.register.enums import EntityKind, Verdict
from qiao.register.models import Name
from qiao.register.queries.found import found
from qiao.zones.actions import acting
from qiao.zones.models import Circle, Membership, Role
from qiao.zones.rules import may_record
from tests import factories
from tests.register.cast import later
from tests.register.queries.names_looked_for import LOOKED_FOR, SOUGHT, Party, neighbours

FIRST: dict[str, list[str]] = json.loads((Path(__file__).parent / "found_first.json").read_text(encoding="utf-8"))


def enter(member: Membership, parties: list[Party]) -> dict[str, UUID]:
    """Write parties in one action, as an import does."""
    ids = {}
    with acting(member=member, verb="tell", now=factories.NOW, allowed=may_record) as act:
        evidence = own_word(act, member, None)
        for party in parties:
            entity = new_entity(act, party.kind, ROWS[party.kind])
            ids[party.key] = entity.pk
            for text, language, kind in party.names:
                record(act, Name, subject=entity, evidence=evidence, text=text, language=language, kind=kind)
    return ids


def first_of(member: Membership, ids: dict[str, UUID], typed: str) -> list[str]:
    key_of = {pk: key for key, pk in ids.items()}
    return [f"{key_of[one.entity_id]} {one.way.name.lower()}" for one in found(member, typed, limit=5)]


@pytest.fixture
def crowd(lin, monkeypatch):
    """Many parties, none in a sample: samples are drawn by ids, which differ from run to run."""
    monkeypatch.setattr(scope_tokens, "shares_of", lambda _entity: [])
    return enter(lin, [*neighbours(), *SOUGHT])


def test_everyone_looked_for_is_among_the_first_three_on_either_database(crowd, lin):
    """The lists were written once and are the same on SQLite and PostgreSQL."""
    answers = {typed: first_of(lin, crowd, typed) for typed in FIRST}
    missed = [typed for typed, key in LOOKED_FOR if key not in [one.rsplit(" ", 1)[0] for one in answers[typed][:3]]]
    assert missed == []
    assert [(typed, answers[typed]) for typed in FIRST if answers[typed] != FIRST[typed]] == []


def test_very_many_that_answer_are_drawn_not_sorted(crowd, lin, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        names = {one.name.text for one in found(lin, "有限公司", limit=20)}
    assert len(names) == 20


@pytest.mark.parametrize(("typed", "queries"), [("ostwind", 4), ("zebra", 4), ("东风", 2)])
@pytest.mark.parametrize("count", [1, 3])
def test_queries_do_not_grow_with_what_is_found(lin, django_assert_num_queries, typed, queries, count):
    for at in range(count):
        factories.make_organisation(lin, f"Ostwind 东风 {at}")
    with django_assert_num_queries(queries):
        assert len(found(lin, typed)) == (0 if typed == "zebra" else count)


def test_a_name_answers_with_the_way_it_does(lin):
    house = factories.make_organisation(lin, "Ostwind Optik")
    for text, kind in (("Föhnwerk", "former"), ("东风光学", "alias")):
        add_claim(member=lin, table=Name, subject=house, now=factories.NOW, text=text, kind=kind)
    told = {typed: found(lin, typed)[0] for typed in ("fohnwerk", "dongfeng guangxue", "ostwnd", "oo", "optik")}
    assert {typed: (one.name.text, one.way) for typed, one in told.items()} == {
        "fohnwerk": ("Föhnwerk", Way.WHOLE),
        "dongfeng guangxue": ("东风光学", Way.SAME),
        "ostwnd": ("Ostwind Optik", Way.CLOSE),
        "oo": ("Ostwind Optik", Way.INITIALS),
        "optik": ("Ostwind Optik", Way.WORDS),
    }


def test_a_denied_or_withdrawn_name_finds_nothing(lin):
    house = factories.make_organisation(lin, "Ostwind Optik")
    add_claim(member=lin, table=Name, subject=house, now=factories.NOW, text="Bergfried", modality="denial")
    gone = add_claim(member=lin, table=Name, subject=house, now=factories.NOW, text="Talstern", kind="alias")
    assert found(lin, "talstern")
    with acting(member=lin, verb="tell", now=factories.NOW, allowed=may_record) as act:
        withdraw(act, gone)
    assert [found(lin, typed) for typed in ("bergfried", "talstern")] == [[], []]


@pytest.fixture
def circle(zone):
    return Circle.objects.create(zone=zone, name="Station Munich")


def test_a_circle_keeps_its_names(lin, zone, circle, otto):
    """An open record and one of a circle are judged the same; each reader finds by the names they may see."""
    kept = factories.make_organisation(lin, "Aurora Codename", audience=circle)
    held = factories.make_organisation(lin, "Zeppelin Optik")
    judge(member=lin, left=kept, right=held, verdict=Verdict.SAME, now=later(1))
    ben = factories.make_member(zone, "ben", Role.OFFICER)
    eva = factories.make_member(zone, "eva", Role.OFFICER)
    kai = factories.make_member(zone, "kai", Role.KEEPER)
    for member in (eva, kai):
        member.circles.add(circle)
    seen = {
        (member.user.name, typed): [one.entity_id for one in found(member, typed)]
        for member in (lin, ben, eva, kai, otto)
        for typed in ("aurora codename", "zeppelin", "zepelin", "aurora zeppelin")
    }
    assert {asked: ids for asked, ids in seen.items() if ids} == {
        ("Lin", "aurora codename"): [kept.pk],
        ("Lin", "zeppelin"): [kept.pk],
        ("Lin", "zepelin"): [kept.pk],
        ("Ben", "zeppelin"): [held.pk],
        ("Ben", "zepelin"): [held.pk],
        ("Eva", "aurora codename"): [kept.pk],
        ("Eva", "zeppelin"): [kept.pk],
        ("Eva", "zepelin"): [kept.pk],
        ("Kai", "aurora codename"): [kept.pk],
    }


def test_kinds_narrow_a_search(lin):
    house = factories.make_organisation(lin, "Sommer")
    human = factories.make_person(lin, "Sommer")
    assert [one.entity_id for one in found(lin, "sommer")] == [house.pk, human.pk]
    assert [one.entity_id for one in found(lin, "sommer", kinds=[EntityKind.PERSON])] == [human.pk]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(max_size=80))
def test_whatever_is_typed_breaks_nothing(lin, typed):
    found(lin, typed)
