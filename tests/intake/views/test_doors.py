"""Who may pass each door: Lin decides, Mei reads, Otto sees nothing, strangers are asked who they are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from qiao.intake.actions.review import refuse_proposals
from qiao.intake.models import Document, Review
from qiao.zones.models import Circle, Membership, Role, Zone
from tests.factories import make_document, make_member
from tests.intake.texts import FACTS, REPORT

ClientOf = Callable[[Membership], Client]
READING = ("documents", "decisions", "review", "progress", "download")
DECIDING = ("accept", "refuse", "undo", "identify", "edit")


@pytest.fixture
def document(lin: Membership) -> Document:
    return make_document(lin, REPORT, FACTS)


@pytest.fixture
def address_of(document: Document, lin: Membership, now: datetime) -> Callable[[str], str]:
    graz = document.proposals.get(quote="Graz")
    decision = refuse_proposals(member=lin, proposals=[graz], now=now)
    more = {
        "documents": [],
        "decisions": [],
        "upload": [],
        "undo": [document.pk, decision.pk],
        "identify": [document.pk, document.parties.first().pk],
        "edit": [document.pk, document.proposals.waiting().first().pk],
    }

    def address(name: str) -> str:
        return reverse(f"intake:{name}", args=["linhu", *more.get(name, [document.pk])])

    return address


def knock(client: Client, name: str, address: str) -> int:
    """The status with which a door answers; htmx is said where a row is asked for."""
    if name in ("upload", *DECIDING):
        return client.post(address, {"which": "sure"}).status_code
    return client.get(address, headers={"hx-request": "true"} if name == "progress" else None).status_code


@pytest.mark.parametrize("name", READING)
def test_reading(
    lin: Membership,
    mei: Membership,
    otto: Membership,
    client_of: ClientOf,
    address_of: Callable[[str], str],
    name: str,
) -> None:
    statuses = [knock(client_of(member), name, address_of(name)) for member in (lin, mei, otto)]
    assert [*statuses, knock(Client(), name, address_of(name))] == [200, 200, 404, 302]


@pytest.mark.parametrize("name", ["upload", *DECIDING])
def test_deciding(
    lin: Membership,
    mei: Membership,
    otto: Membership,
    client_of: ClientOf,
    address_of: Callable[[str], str],
    name: str,
) -> None:
    strangers = [knock(client_of(member), name, address_of(name)) for member in (mei, otto)]
    assert [*strangers, knock(Client(), name, address_of(name))] == [403, 404, 302]
    assert Review.objects.count() == 1
    expected = {"upload": 422, "edit": 422}.get(name, 303)
    assert knock(client_of(lin), name, address_of(name)) == expected


@pytest.mark.parametrize("name", ["upload", "accept", "refuse", "undo"])
def test_nothing_changes_on_get(
    lin: Membership, client_of: ClientOf, address_of: Callable[[str], str], name: str
) -> None:
    assert client_of(lin).get(address_of(name)).status_code == 405


def test_the_ids_of_one_zone_open_nothing_in_another(document: Document, otto: Membership, client_of: ClientOf) -> None:
    client = client_of(otto)
    own = make_document(otto, REPORT, FACTS)
    foreign = document.proposals.first()
    for name in ("review", "progress", "download"):
        assert client.get(reverse(f"intake:{name}", args=["auental", document.pk])).status_code == 404
    assert client.post(reverse("intake:accept", args=["auental", own.pk]), {"fact": str(foreign.pk)}).status_code == 303
    foreign.refresh_from_db()
    assert foreign.state == "waiting"
    assert client.get(reverse("intake:edit", args=["auental", own.pk, foreign.pk])).status_code == 404


def test_a_guest_sees_the_documents_of_their_circle_alone(
    document: Document, lin: Membership, zone: Zone, client_of: ClientOf, now: datetime
) -> None:
    circle = Circle.objects.create(zone=zone, name="Lyon station")
    guest = make_member(zone, "gus", Role.GUEST)
    guest.circles.add(circle)
    own = make_document(lin, REPORT, FACTS, audience=circle)
    for made in (document, own):
        refuse_proposals(member=lin, proposals=made.proposals.all(), now=now)
    client = client_of(guest)
    listed = client.get(reverse("intake:documents", args=["linhu"])).context["page"].lines
    assert [line.id for line in listed] == [own.pk]
    assert client.get(reverse("intake:review", args=["linhu", document.pk])).status_code == 404
    assert client.get(reverse("intake:review", args=["linhu", own.pk])).status_code == 200
    exported: Any = client.get(reverse("intake:decisions", args=["linhu"]))
    lines = b"".join(exported.streaming_content).decode().splitlines()
    assert len(lines) == len(FACTS)
    assert all(str(own.pk) in line for line in lines)


def test_mei_sees_the_facts_and_no_buttons(document: Document, mei: Membership, client_of: ClientOf) -> None:
    page = client_of(mei).get(reverse("intake:review", args=["linhu", document.pk])).content.decode()
    assert "Chen Yulan" in page
    assert "/accept" not in page
    assert "/refuse" not in page
