"""The members' pages: who may look, who may change, and what a refusal says."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from qiao.zones.models import Circle, Membership, Role
from tests import factories

ClientOf = Callable[[Membership], Client]
MEMBERS = "/z/linhu/zone/members/"


def address(member: Membership) -> str:
    return f"{MEMBERS}{member.pk}/"


def test_director_changes_a_role(lin: Membership, mei: Membership, client_of: ClientOf) -> None:
    answer = client_of(lin).post(address(mei), {"deed": "role", "role": "officer"}, follow=True)

    mei.refresh_from_db()
    assert mei.role == Role.OFFICER
    assert "Mei is now: Officer." in answer.text


def test_refusal_stands_beside_the_field(lin: Membership, client_of: ClientOf) -> None:
    answer = client_of(lin).post(address(lin), {"deed": "role", "role": "guest"})

    assert answer.status_code == 422
    assert 'id="id_role_error"' in answer.text
    assert "this is the last" in answer.text


def test_closing_offers_undo(lin: Membership, mei: Membership, client_of: ClientOf) -> None:
    browser = client_of(lin)
    answer = browser.post(address(mei), {"deed": "close"}, follow=True)
    undo = f"{address(mei)}reactivate"
    assert f'action="{undo}"' in answer.text

    browser.post(undo)

    mei.refresh_from_db()
    assert mei.active


def test_last_director_cannot_close_the_zone_to_themselves(lin: Membership, client_of: ClientOf) -> None:
    answer = client_of(lin).post(address(lin), {"deed": "close"})

    assert answer.status_code == 422
    assert "this is the last" in answer.text
    assert Membership.objects.get(pk=lin.pk).active


def test_closed_member_is_out_at_once(lin: Membership, mei: Membership, client_of: ClientOf) -> None:
    browser = client_of(mei)
    assert browser.get(MEMBERS).status_code == 200
    client_of(lin).post(address(mei), {"deed": "close"})

    assert browser.get(MEMBERS).status_code == 404


def test_circles_are_ticked(lin: Membership, mei: Membership, client_of: ClientOf) -> None:
    lyon = Circle.objects.create(zone=lin.zone, name="Lyon")
    client_of(lin).post(address(mei), {"deed": "circles", "circles": [str(lyon.pk)]})

    assert list(mei.circles.all()) == [lyon]


@pytest.mark.parametrize("deed", ["role", "circles", "close", "marry"])
def test_analyst_reads_but_changes_nothing(lin: Membership, mei: Membership, client_of: ClientOf, deed: str) -> None:
    browser = client_of(mei)

    assert "lin@example.org" not in browser.get(MEMBERS).text
    assert browser.get(address(lin)).status_code == 200
    assert browser.post(address(lin), {"deed": deed, "role": "guest"}).status_code == 403


def test_stranger_finds_nothing(lin: Membership, otto: Membership, client_of: ClientOf) -> None:
    browser = client_of(otto)

    assert browser.get(MEMBERS).status_code == 404
    assert browser.get(f"/z/auental/zone/members/{lin.pk}/").status_code == 404
    assert browser.post(f"/z/auental/zone/members/{lin.pk}/", {"deed": "close"}).status_code == 404


def test_panel_is_a_part_of_the_page(lin: Membership, mei: Membership, client_of: ClientOf) -> None:
    browser = client_of(lin)
    whole = browser.get(address(mei)).text
    part = browser.get(address(mei), headers={"hx-request": "true", "hx-target": "panel"}).text

    assert "<html" in whole
    assert "<html" not in part
    assert "mei@example.org" in part


@pytest.mark.parametrize("others", [0, 2])
def test_list_asks_the_same_for_one_and_three(
    lin: Membership, client_of: ClientOf, django_assert_num_queries: DjangoAssertNumQueries, others: int
) -> None:
    for number in range(others):
        factories.make_member(lin.zone, f"ada{number}")
    browser = client_of(lin)

    with django_assert_num_queries(5):  # session, user, membership with zone, members with users, circles
        browser.get(MEMBERS)
