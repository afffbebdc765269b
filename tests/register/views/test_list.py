from __future__ import annotations

import re

import pytest
from django.utils import translation

from qiao.register.actions.judge import judge
from qiao.register.actions.state import add_claim, name_values, withdraw_claim
from qiao.register.enums import TieKind, Verdict
from qiao.register.models import Classification, Location, Name, Segment, Tie
from qiao.register.queries import listing
from qiao.register.queries.listing import Wanted, party_list
from tests import factories
from tests.register.cast import address, later


def rows(member, language="en", **wanted):
    return party_list(member, Wanted(**wanted), language=language).rows


def names(member, language="en", **wanted) -> list[str]:
    return [row.name.text for row in rows(member, language, **wanted)]


@pytest.fixture
def ostwind(lin):
    house = factories.make_organisation(lin, "Ostwind Sensorik GmbH")
    for minute, name in enumerate(("奥斯特温德传感", "Éolienne Capteurs"), start=1):
        add_claim(member=lin, table=Name, subject=house, now=later(minute), **name_values(name))
    return house


@pytest.mark.parametrize(
    "typed",
    ["ostwind", "OSTWIND sensorik", "奥斯特温德", "奧斯特溫德", "aositewende", "ao si te wen de", "eolienne", "osg"],
)
def test_a_name_is_found_however_it_is_typed(lin, ostwind, typed):
    factories.make_organisation(lin, "Kestrel Aerostructures")
    assert names(lin, typed=typed) == ["Ostwind Sensorik GmbH"]


def test_the_name_that_matched_is_shown_when_it_is_not_the_label(lin, ostwind):
    assert rows(lin, typed="aositewende")[0].matched.text == "奥斯特温德传感"
    assert rows(lin, typed="ostwind")[0].matched is None


def test_nothing_typed_and_nothing_found(lin, ostwind):
    assert names(lin, typed="westwind") == []
    assert names(lin, typed="!!!") == []


def test_filters(lin, ostwind):
    person = factories.make_person(lin, "Marlene Vogt")
    other = factories.make_organisation(lin, "Maison Delacourt")
    segment = Segment.objects.create(zone=lin.zone, code="S1", names={"en": "Sensors"})
    add_claim(member=lin, table=Location, subject=ostwind, now=later(3), place="Ulm", country="DE")
    add_claim(member=lin, table=Location, subject=other, now=later(4), place="Lyon", country="FR")
    add_claim(member=lin, table=Classification, subject=ostwind, now=later(5), segment=segment)
    tie = {"kind": TieKind.HOLDS_POST, "object": ostwind, "role": "CTO"}
    add_claim(member=lin, table=Tie, subject=person, now=later(6), **tie)
    assert names(lin, kind="person") == ["Marlene Vogt"]
    assert names(lin, country="DE") == names(lin, segment="S1") == ["Ostwind Sensorik GmbH"]
    assert names(lin, country="FR", kind="organisation") == ["Maison Delacourt"]
    assert [piece.text for piece in rows(lin, kind="person")[0].tie] == ["CTO", "Ostwind Sensorik GmbH"]


def test_a_withdrawn_place_no_longer_counts(lin, ostwind):
    place = add_claim(member=lin, table=Location, subject=ostwind, now=later(3), place="Ulm", country="DE")
    withdraw_claim(member=lin, claim=place, because="moved", now=later(4))
    assert names(lin, country="DE") == []


def test_a_group_is_one_row_under_any_of_its_names(lin, ostwind):
    twin = factories.make_organisation(lin, "East Wind Ltd")
    judge(member=lin, left=ostwind, right=twin, verdict=Verdict.SAME, now=later(5))
    assert len(rows(lin)) == 1
    assert [row.entity_id for row in rows(lin, typed="east wind")] == [ostwind.pk]


def test_what_has_lost_its_names_is_not_listed(lin):
    house = factories.make_organisation(lin, "Ostwind")
    withdraw_claim(member=lin, claim=Name.objects.get(), because="a slip", now=later(1))
    assert rows(lin) == ()
    assert house.pk


def test_the_order_is_that_of_the_reader_and_pages_join_without_gap(lin, monkeypatch):
    monkeypatch.setattr(listing, "PAGE", 2)
    for name in ("Zeta", "陈静", "alpha", "Éclair", "Alpha"):
        factories.make_organisation(lin, name)
    seen: list[str] = []
    after = ""
    while True:
        page = party_list(lin, Wanted(), language="en", after=after)
        seen += [row.name.text for row in page.rows]
        after = page.after
        if not after:
            break
    assert sorted(seen[:2]) == ["Alpha", "alpha"]
    assert seen[2:] == ["陈静", "Éclair", "Zeta"]
    assert names(lin)[:2] == seen[:2]


def test_a_broken_mark_begins_at_the_top(lin, ostwind):
    page = party_list(lin, Wanted(), language="en", after="nonsense.x")
    assert len(page.rows) == 1


@pytest.mark.parametrize("count", [1, 3])
def test_the_number_of_queries_does_not_grow(lin, client_of, count, django_assert_num_queries):
    for at in range(count):
        house = factories.make_organisation(lin, f"Ostwind {at}")
        add_claim(member=lin, table=Location, subject=house, now=later(at), place="Ulm", country="DE")
        person = factories.make_person(lin, f"Marlene Vogt {at}")
        tie = {"kind": TieKind.HOLDS_POST, "object": house, "role": "CTO"}
        add_claim(member=lin, table=Tie, subject=person, now=later(at), **tie)
    client = client_of(lin)
    client.get(address("parties", lin))
    # session, user, membership; labels, group, places, ties, sources, last met
    with django_assert_num_queries(9):
        client.get(address("parties", lin))


def test_empty_pages_teach(lin, mei, client_of):
    body = client_of(lin).get(address("parties", lin)).content.decode()
    assert "Nobody is in the register yet" in body
    assert address("add", lin) in body
    body = client_of(mei).get(address("parties", mei)).content.decode()
    assert address("add", mei) not in body
    body = client_of(lin).get(address("parties", lin) + "?q=westwind").content.decode()
    assert "Nobody answers to this" in body


def test_filters_are_kept_when_the_page_is_turned(lin, client_of, monkeypatch):
    monkeypatch.setattr(listing, "PAGE", 1)
    for name in ("Ostwind A", "Ostwind B"):
        factories.make_organisation(lin, name)
    page = client_of(lin).get(address("parties", lin) + "?q=ostwind&kind=organisation")
    onward = re.search(r'rel="next" href="([^"]+)"', page.text)
    assert onward is not None
    assert "q=ostwind" in onward[1]
    assert "kind=organisation" in onward[1]
    second = client_of(lin).get(address("parties", lin) + onward[1].replace("&amp;", "&"))
    assert re.findall(r'class="open" href="[^"]+/register/[^"]+"[^>]*>([^<]+)<', second.text) == ["Ostwind B"]


def test_names_carry_their_language(lin, client_of):
    factories.make_organisation(lin, "临湖微电子")
    with translation.override("en"):
        body = client_of(lin).get(address("parties", lin)).content.decode()
    assert 'lang="zh-Hans">临湖微电子' in body


def test_who_may_judge_can_tick_records(lin, mei, client_of):
    house = factories.make_organisation(lin, "Ostwind <Sensorik>")
    box = f'form="together" name="record" value="{house.pk}" aria-label="Ostwind &lt;Sensorik&gt;"'
    assert box in client_of(lin).get("/z/linhu/register/").content.decode()
    assert box not in client_of(mei).get("/z/linhu/register/").content.decode()
