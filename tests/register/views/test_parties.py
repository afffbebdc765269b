from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from qiao.register.actions.state import add_claim
from qiao.register.enums import TieKind
from qiao.register.models import Location, Name, Tie
from tests import factories


def url(name: str, member, *args, **kwargs) -> str:
    return reverse(f"register:{name}", args=[member.zone.slug, *args])


@pytest.fixture
def ostwind(lin, now):
    house = factories.make_organisation(lin, "Ostwind Sensorik GmbH")
    add_claim(
        member=lin, table=Location, subject=house, now=now, place="Munich", country="DE", latitude=48.1, longitude=11.6
    )
    person = factories.make_person(lin, "Jonas Achterberg")
    add_claim(
        member=lin,
        table=Tie,
        subject=person,
        now=now,
        kind=TieKind.HOLDS_POST,
        object=house,
        role="Geschäftsführer",
        valid_from=date(2023, 6, 1),
        precision="month",
    )
    return house


def test_pages_open(client_of, lin, ostwind):
    client = client_of(lin)
    for address in (
        url("parties", lin),
        url("parties", lin) + "?q=ostwind&kind=organisation&country=DE",
        url("party", lin, ostwind.pk),
        url("history", lin, ostwind.pk),
        url("add", lin),
        url("judge", lin, ostwind.pk) + "?q=jon",
        url("find", lin) + "?typed=jon",
        *(
            url("add_claim", lin, ostwind.pk, t)
            for t in ("name", "tie", "location", "contactpoint", "identifier", "classification")
        ),
    ):
        response = client.get(address)
        assert response.status_code == 200, address
        assert "Invalid" not in response.content.decode()
    name = Name.objects.get(subject=ostwind)
    assert client.get(url("claim", lin, "name", name.pk)).status_code == 200
    assert client.get(url("correct_claim", lin, "name", name.pk)).status_code == 200
    assert client.get(url("source", lin, name.evidence.source_id)).status_code == 200
