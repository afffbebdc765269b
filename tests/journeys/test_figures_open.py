"""A figure opens beside its mission, by mouse, by keyboard and without scripts."""

from __future__ import annotations

import re
from datetime import datetime

import pytest
from playwright.sync_api import Page, expect

from qiao.intake.actions.review import accept_proposals
from qiao.zones.models import Membership
from tests import factories
from tests.journeys.conftest import Visit
from tests.test_walk import FACTS, TEXT


@pytest.fixture
def mission(lin: Membership, now: datetime) -> str:
    """The address of a mission of which three agreements are claimed."""
    document = factories.make_document(lin, TEXT, FACTS)
    accept_proposals(member=lin, document=document, proposals=document.proposals.order_by("position"), now=now)
    document.refresh_from_db()
    return f"/z/linhu/missions/{document.about_id}/"


def claimed(page: Page) -> Page:
    return page.locator(".figures a.open", has_text=re.compile(r"^3$")).first


def test_panel_opens_beside_the_page_and_escape_gives_the_focus_back(visit: Visit, mission: str) -> None:
    page = visit(mission)
    figure = claimed(page)
    figure.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_contain_text("3 claimed")
    expect(page).to_have_url(re.compile("/figures/"))
    expect(figure).to_have_attribute("aria-current", "true")

    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_be_hidden()
    expect(page).to_have_url(re.compile(mission + "$"))
    expect(figure).to_be_focused()


def test_address_of_an_open_panel_is_a_page_of_its_own(visit: Visit, mission: str) -> None:
    page = visit(mission)
    claimed(page).click()
    expect(page.locator("#panel h2")).to_contain_text("3 claimed")
    page.reload()
    expect(page.locator("h1")).to_contain_text("3 claimed")
    expect(page.locator("main mark").first).to_be_visible()


def test_figure_is_a_page_without_scripts(visit: Visit, mission: str) -> None:
    page = visit(mission, scripts=False)
    claimed(page).click()
    expect(page.locator("h1")).to_contain_text("3 claimed")
    expect(page.locator("main mark").first).to_contain_text("three")
    page.get_by_role("link", name="Graz").first.click()
    expect(page.locator(".figures")).to_be_visible()


def test_figure_is_a_page_on_a_phone(visit: Visit, mission: str) -> None:
    page = visit(mission, width=390)
    claimed(page).click()
    expect(page.locator("h1")).to_contain_text("3 claimed")
    expect(page.locator("#panel")).to_be_hidden()


def test_search_is_one_key_away(visit: Visit, mission: str) -> None:
    page = visit(mission)
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_focused()
    page.keyboard.type("steinfeld")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("Steinfeld Mobility")


def test_first_tab_leads_past_the_frame(visit: Visit, mission: str) -> None:
    page = visit(mission)
    page.keyboard.press("Tab")
    expect(page.locator("a.skip").first).to_be_focused()
    expect(page.locator("a.skip").first).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_language_changes_where_one_stands(visit: Visit, mission: str, scripts: bool) -> None:
    page = visit(mission, scripts=scripts)
    page.locator(".who details summary").first.click()
    page.locator("button[name=language][value=de]").click()
    expect(page.locator("html")).to_have_attribute("lang", "de")
    expect(page).to_have_url(re.compile(mission + "$"))
    expect(page.locator("main h2", has_text="Vereinbarungen")).to_be_visible()
