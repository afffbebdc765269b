"""Whom a name may belong to already."""

from __future__ import annotations

import pytest

from qiao.register.enums import EntityKind
from qiao.register.queries.nearby import nearby
from qiao.zones.models import Circle
from tests import factories


@pytest.fixture
def houses(lin):
    names = {
        "sensor": "Sensitherm GmbH",
        "han": "深圳华星光电技术有限公司",
        "school": "Technische Universität Marktheim",
    }
    return {key: factories.make_organisation(lin, name).pk for key, name in names.items()}


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Sensitherm", "sensor"),
        ("SENSITHERN AG", "sensor"),
        ("华星光电", "han"),
        ("華星光電", "han"),
        ("Huaxing Optoelectronics", "han"),
        ("TUM", "school"),
        ("TU Marktheim", "school"),
    ],
)
def test_a_rare_token_leads_to_whom_it_may_be(lin, houses, name, key):
    assert nearby(lin.zone, EntityKind.ORGANISATION, [name]) == [houses[key]]


def test_nothing_typed_another_kind_another_zone(lin, otto, houses):
    assert nearby(lin.zone, EntityKind.ORGANISATION, []) == []
    assert nearby(lin.zone, EntityKind.ORGANISATION, ["!!", ""]) == []
    assert nearby(lin.zone, EntityKind.PERSON, ["Sensitherm"]) == []
    assert nearby(otto.zone, EntityKind.ORGANISATION, ["Sensitherm"]) == []


def test_what_a_circle_keeps_is_not_near(lin, zone):
    circle = Circle.objects.create(zone=zone, name="Station Munich")
    factories.make_organisation(lin, "Aurora Codename", audience=circle)
    assert nearby(zone, EntityKind.ORGANISATION, ["Aurora Codename"]) == []


def test_what_everybody_shares_is_not_followed(lin):
    for at in range(60):
        factories.make_organisation(lin, f"Ostwind {at:03} GmbH")
    rare = factories.make_organisation(lin, "Ostwind Kestrel GmbH")
    assert nearby(lin.zone, EntityKind.ORGANISATION, ["Kestrel Ostwind GmbH"])[0] == rare.pk
    assert len(nearby(lin.zone, EntityKind.ORGANISATION, ["Ostwind Kestrel GmbH"], limit=1)) == 1


def test_it_asks_three_questions_whatever_the_names(lin, houses, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        nearby(lin.zone, EntityKind.ORGANISATION, ["Sensitherm", "华星光电", "Technische Universität"])
