"""The panel opens beside the page, has an address, closes with one key and gives the focus back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from qiao.zones.models import Membership, Role
from tests import factories
from tests.journeys.conftest import Visit

MEMBERS = "/z/linhu/zone/members/"


@pytest.fixture
def mei(lin: Membership) -> Membership:
    return factories.make_member(lin.zone, "mei", Role.ANALYST)


def test_panel_opens_and_closes_with_history(visit: Visit, mei: Membership) -> None:
    page = visit(MEMBERS)
    link = page.get_by_role("link", name="Mei", exact=True)

    link.click()
    expect(page.locator("#panel h2")).to_have_text("Mei")
    expect(page).to_have_url(re.compile(f"{mei.pk}/$"))
    expect(page.locator("#panel")).to_be_focused()

    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_be_hidden()
    expect(page).to_have_url(re.compile(f"{MEMBERS}$"))
    expect(link).to_be_focused()

    page.go_forward()
    expect(page.locator("#panel h2")).to_have_text("Mei")


def test_address_of_the_panel_is_a_page(visit: Visit, mei: Membership) -> None:
    page = visit(MEMBERS, scripts=False)

    page.get_by_role("link", name="Mei", exact=True).click()

    expect(page.locator("h1")).to_have_text("Mei")


def test_search_is_one_key_away(visit: Visit, lin: Membership) -> None:
    page = visit(MEMBERS)

    page.keyboard.press("/")

    expect(page.locator("#search")).to_be_focused()


def test_menus_close_with_escape(visit: Visit, lin: Membership) -> None:
    page = visit(MEMBERS)
    page.get_by_text("Lin", exact=True).first.click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()

    page.keyboard.press("Escape")

    expect(page.get_by_role("button", name="Sign out")).to_be_hidden()
