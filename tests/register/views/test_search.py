"""The search box and its page."""

from __future__ import annotations

import pytest

from qiao.register.actions.state import add_claim, name_values
from qiao.register.models import Name
from qiao.zones.models import Circle, Role
from tests import factories
from tests.register.cast import address, later

TYPING = {"HX-Request": "true", "HX-Target": "found"}


@pytest.fixture
def house(lin):
    house = factories.make_organisation(lin, "Ostwind Sensorik GmbH")
    for minute, (name, kind) in enumerate((("东风传感", "official"), ("Föhnwerk", "former")), start=1):
        add_claim(member=lin, table=Name, subject=house, now=later(minute), **name_values(name) | {"kind": kind})
    return house


def ask(client, member, typed, **headers) -> str:
    answer = client.get(address("search", member), {"q": typed}, headers=headers)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_page_and_a_list_tell_the_name_that_answered_and_how(lin, house, client_of):
    client = client_of(lin)
    for headers in ({}, TYPING):
        told = ask(client, lin, "ostwind", **headers)
        assert "<mark>Ostwind</mark> Sensorik GmbH" in told
        assert address("party", lin, house.pk) in told
        told = ask(client, lin, "fohnw", **headers)
        assert "Ostwind Sensorik GmbH" in told
        assert "<mark>Föhnw</mark>erk" in told
        assert "former name" in told
        told = ask(client, lin, "dongfeng", **headers)
        assert "<mark>东风</mark>传感" in told
        assert "sounds like it" in told
        assert "spelt nearly so" in ask(client, lin, "ostwnd", **headers)
        assert "initials" in ask(client, lin, "osg", **headers)


def test_the_list_is_a_part_and_the_page_is_whole(lin, house, client_of):
    client = client_of(lin)
    assert "<html" not in ask(client, lin, "ostwind", **TYPING)
    page = ask(client, lin, "ostwind")
    assert "<html" in page
    assert 'id="found" role="listbox"' in page


def test_empty_states(lin, client_of):
    client = client_of(lin)
    assert ask(client, lin, "", **TYPING).strip() == ""
    assert "Nobody is in the register yet" in ask(client, lin, "")
    assert "Nothing answers to “zebra”" in ask(client, lin, "zebra", **TYPING)
    assert "Nobody answers to this" in ask(client, lin, "zebra")
    factories.make_organisation(lin, "Ostwind")
    assert "Latest in the register" in ask(client, lin, "", **TYPING)


def test_documents_are_found_by_title_and_file(lin, client_of):
    document = factories.make_document(lin, "Ein Text.", [])
    client = client_of(lin)
    for typed in ("report.txt", "a report", "rport"):
        assert f"/documents/{document.pk}/" in ask(client, lin, typed)


def test_another_zone_and_another_circle_find_nothing(lin, otto, zone, house, client_of):
    circle = Circle.objects.create(zone=zone, name="Station Munich")
    factories.make_organisation(lin, "Aurora Codename", audience=circle)
    factories.make_document(lin, "Aurora", [], audience=circle)
    ben, kai = factories.make_member(zone, "ben"), factories.make_member(zone, "kai", Role.KEEPER)
    for member, typed in ((otto, "ostwind"), (ben, "aurora"), (ben, "report"), (kai, "ostwind"), (kai, "aurora")):
        told = ask(client_of(member), member, typed, **TYPING)
        assert "Nothing answers" in told, (member, typed)
    for member in (ben, kai, otto):
        assert "Aurora" not in ask(client_of(member), member, "")
    kai.circles.add(circle)
    assert "<mark>Aurora</mark> Codename" in ask(client_of(kai), kai, "aurora", **TYPING)


@pytest.mark.parametrize("typed", ["\0", "<script>", "a" * 5000, "' OR 1 --", '"* NEAR(', "ﷺ", "\ud7ff𠀀", "& | ! :*"])
def test_odd_words_break_nothing(lin, house, client_of, typed):
    assert "<script>alert" not in ask(client_of(lin), lin, typed, **TYPING)


@pytest.mark.parametrize("count", [1, 3])
def test_the_number_of_queries_does_not_grow(lin, client_of, django_assert_num_queries, count):
    for at in range(count):
        factories.make_organisation(lin, f"Ostwind 东风 {at}")
    client = client_of(lin)
    ask(client, lin, "东风", **TYPING)
    with django_assert_num_queries(7):  # session, user, membership; the index twice, labels, documents
        ask(client, lin, "东风", **TYPING)
