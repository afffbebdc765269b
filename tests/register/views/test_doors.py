"""Who may open which page: Lin owns, Mei may only read, Otto belongs to another zone, a stranger to none."""

from __future__ import annotations

import pytest
from django.test import Client

from qiao.register.actions.state import add_claim
from qiao.register.models import Location, Name
from tests import factories
from tests.register.cast import address, later

READ, WRITE, JUDGE = "read", "write", "judge"


@pytest.fixture
def pages(lin):
    """Every address of the register: name, arguments, what it takes to open it, and how it is asked."""
    house = factories.make_organisation(lin, "Ostwind")
    name = Name.objects.get(subject=house)
    place = add_claim(member=lin, table=Location, subject=house, now=later(1), place="Ulm", country="DE")
    of_claim = ("location", place.pk)
    return [
        ("parties", (), READ, "get"),
        ("party", (house.pk,), READ, "get"),
        ("history", (house.pk,), READ, "get"),
        ("claim", of_claim, READ, "get"),
        ("source", (name.evidence.source_id,), READ, "get"),
        ("add", (), WRITE, "get"),
        ("find", (), WRITE, "get"),
        ("add_claim", (house.pk, "name"), WRITE, "get"),
        ("correct_claim", of_claim, WRITE, "get"),
        ("prefer_claim", of_claim, WRITE, "post"),
        ("withdraw_claim", of_claim, WRITE, "post"),
        ("undo", (place.recorded_id,), WRITE, "post"),
        ("judge", (house.pk,), JUDGE, "get"),
    ]


def test_a_reader_reads_and_changes_nothing(pages, mei, client_of):
    client = client_of(mei)
    for name, args, needs, method in pages:
        response = getattr(client, method)(address(name, mei, *args))
        assert response.status_code == (200 if needs == READ else 403), name
    assert Location.objects.get().is_live


def test_another_zone_finds_nothing(pages, lin, otto, client_of):
    client = client_of(otto)
    for name, args, _needs, method in pages:
        assert getattr(client, method)(address(name, lin, *args)).status_code == 404, name
        if args:  # the same ids under Otto's own zone
            assert getattr(client, method)(address(name, otto, *args)).status_code == 404, name
    assert Location.objects.get().is_live


def test_a_stranger_is_asked_to_sign_in(pages, lin):
    for name, args, _needs, method in pages:
        response = getattr(Client(), method)(address(name, lin, *args))
        assert response.status_code == 302, name
        assert response["Location"].startswith("/account/login"), name


def test_changes_are_posted(pages, lin, client_of):
    client = client_of(lin)
    for name, args, _needs, method in pages:
        if method == "post":
            assert client.get(address(name, lin, *args)).status_code == 405, name


def test_a_keeper_does_not_undo_a_judgement(lin, client_of):
    from qiao.register.actions.judge import judge
    from qiao.register.enums import Verdict
    from qiao.register.models import Judgement
    from qiao.zones.models import Circle, Role

    circle = Circle.objects.create(zone=lin.zone, name="Station")
    left, right = (factories.make_organisation(lin, name, audience=circle) for name in ("A", "B"))
    judgement = judge(member=lin, left=left, right=right, verdict=Verdict.SAME, now=later(1))
    keeper = factories.make_member(lin.zone, "kai", Role.KEEPER)
    keeper.circles.add(circle)
    assert client_of(keeper).post(address("undo", keeper, judgement.recorded_id)).status_code == 403
    assert Judgement.objects.get().withdrawn is None


def test_an_unknown_table_is_no_page(lin, client_of):
    house = factories.make_organisation(lin, "Ostwind")
    client = client_of(lin)
    assert client.get(address("add_claim", lin, house.pk, "evidence")).status_code == 404
    assert client.get(address("claim", lin, "user", house.pk)).status_code == 404
    assert client.get(address("add_claim", lin, house.pk, "attendance")).status_code == 404
