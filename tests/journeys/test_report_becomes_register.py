"""A report is dropped on the page; minutes later its figures open to the words they came from."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Visit
from tests.journeys.report import REPORT


def upload(page: Page, folder: Path) -> None:
    """Choose the report on the Documents page and go to its review."""
    file = folder / "graz.txt"
    file.write_text(REPORT)
    page.set_input_files("input[type=file]", str(file))
    button = page.get_by_role("button", name="Keep and read")
    if button.is_visible():
        button.click()
    page.get_by_role("link", name="Linhu High-tech Zone in Austria").first.click()
    page.wait_for_url(re.compile(r"/documents/[0-9a-f-]{36}/"), wait_until="load")  # keys work once scripts have run


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_dropped_report_becomes_figures_that_open(visit: Visit, tmp_path: Path, scripts: bool) -> None:
    page = visit("/z/linhu/documents/", scripts=scripts)
    upload(page, tmp_path)
    expect(page.locator("h1")).to_contain_text("Linhu High-tech Zone in Austria")

    if scripts:
        page.locator("summary", has_text="More").click()
    page.get_by_role("button", name="Accept all").first.click() if scripts else _accept_all_without_scripts(page)
    expect(page.locator("body")).to_contain_text("0 to go")

    page.goto("/z/linhu/missions/")
    page.locator("main table a.open").first.click()
    expect(page.locator(".figures")).to_contain_text("over 20")
    page.locator(".figures a.open", has_text="3").first.click()
    words = page.locator("mark", has_text="three letters of intent").or_(page.locator("mark", has_text="three"))
    expect(words.first).to_be_visible()
    page.locator("h3", has_text="Where it is said").locator("~ .cite a").first.click()
    expect(page.locator("#at")).to_contain_text("three")


def _accept_all_without_scripts(page: Page) -> None:
    page.locator("summary", has_text="More").click()
    page.get_by_role("button", name="Accept all").first.click()


def test_second_upload_of_the_same_text_is_recognised(visit: Visit, tmp_path: Path) -> None:
    page = visit("/z/linhu/documents/")
    upload(page, tmp_path)
    page.goto("/z/linhu/documents/")
    upload_again = tmp_path / "the same.txt"
    upload_again.write_text(REPORT)
    page.set_input_files("input[type=file]", str(upload_again))
    button = page.get_by_role("button", name="Keep and read")
    if button.is_visible():
        button.click()
    expect(page.locator("main")).to_contain_text("read before")


def test_facts_are_decided_by_keyboard_alone(visit: Visit, tmp_path: Path) -> None:
    page = visit("/z/linhu/documents/")
    upload(page, tmp_path)
    expect(page.locator("main")).to_contain_text("0 decided")
    page.keyboard.press("j")
    page.keyboard.press("a")
    expect(page.locator("main")).not_to_contain_text(" 0 decided")
    page.keyboard.press("u")
    expect(page.locator("main")).to_contain_text("0 decided")
