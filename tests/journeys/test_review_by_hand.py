"""The review page ties the words of a text to its facts, beside it on a desk and under it on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from qiao.zones.models import Membership
from tests import factories
from tests.journeys.conftest import Visit
from tests.test_walk import FACTS, TEXT

GRAZ = next(number for number, fact in enumerate(FACTS, 1) if fact["text"] == "Graz")


@pytest.fixture
def review(lin: Membership) -> str:
    document = factories.make_document(lin, TEXT, FACTS)
    return f"/z/linhu/documents/{document.pk}/"


def test_hovering_ties_fact_and_words(visit: Visit, review: str) -> None:
    page = visit(review)
    page.locator(f"#fact-{GRAZ} > .line").hover()
    expect(page.locator(f'.reading [data-mark="{GRAZ}"]').first).to_contain_class("tied")

    page.locator(f'.reading [data-mark="{GRAZ}"]').first.hover()
    expect(page.locator(f"#fact-{GRAZ}")).to_contain_class("tied")
    page.mouse.move(5, 5)
    expect(page.locator(".tied")).to_have_count(0)


def test_words_open_their_fact(visit: Visit, review: str) -> None:
    page = visit(review)
    page.locator(f'.reading [data-mark="{GRAZ}"]').first.click()
    expect(page.locator(f"#fact-{GRAZ} .box")).to_be_focused()
    expect(page.locator(f'.reading [data-mark="{GRAZ}"]').first).to_contain_class("here")
    expect(page.locator(".entry.opened")).to_have_count(1)


def test_open_fact_is_a_sheet_within_reach_of_the_thumb(visit: Visit, review: str) -> None:
    page = visit(review, width=390)
    expect(page.locator(".entry .box")).to_have_count(0)
    words = page.locator(f'.reading [data-mark="{GRAZ}"]').first
    words.click()
    sheet = page.locator(f"#fact-{GRAZ} .box")
    expect(sheet).to_be_in_viewport()
    over, under = words.bounding_box(), sheet.bounding_box()
    assert over is not None
    assert under is not None
    assert over["y"] + over["height"] <= under["y"]  # the words stay in sight above the sheet

    accept = sheet.get_by_role("button", name="Accept")
    size = accept.bounding_box()
    assert size is not None
    assert size["height"] >= 44
    accept.click()
    expect(page.locator(f"#fact-{GRAZ}")).to_have_attribute("data-state", "accepted")


def test_closing_the_sheet_leaves_the_text(visit: Visit, review: str) -> None:
    page = visit(review, width=390)
    page.locator(f'.reading [data-mark="{GRAZ}"]').first.click()
    page.locator("[data-away]").click()
    expect(page.locator(".entry .box")).to_have_count(0)
    expect(page.locator(f"#fact-{GRAZ}")).to_have_attribute("data-state", "waiting")


def test_every_key_is_told_and_the_telling_closes(visit: Visit, review: str) -> None:
    page = visit(review)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Keys")).to_be_hidden()


def test_a_fact_is_refused_and_taken_back_by_keyboard(visit: Visit, review: str) -> None:
    page = visit(review, width=1024)
    page.keyboard.press("j")
    opened = page.locator(".entry.opened")
    expect(opened.locator(".box")).to_be_focused()
    number = opened.get_attribute("data-number")
    page.keyboard.press("r")
    expect(page.locator(f"#fact-{number}")).to_have_attribute("data-state", "refused")
    page.keyboard.press("u")
    expect(page.locator(f"#fact-{number}")).to_have_attribute("data-state", "waiting")
