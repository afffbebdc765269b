"""A director writes a letter; whoever receives it joins, and needs nothing but a password."""

from __future__ import annotations

import re

import pytest
from django.core import mail
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer

from qiao.zones.models import Membership, Role
from tests.journeys.conftest import PASSWORD, Visit

NEWCOMER = "paula.grabner@example.org"


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_invited_newcomer_joins(visit: Visit, browser: Browser, live_server: LiveServer, scripts: bool) -> None:
    page = visit("/z/linhu/zone/invitations/new", scripts=scripts)
    page.fill("input[name=email]", NEWCOMER)
    page.select_option("select[name=role]", Role.OFFICER)
    page.select_option("select[name=language]", "en")
    page.get_by_role("button", name="Send the letter").click()
    expect(page.locator("main table")).to_contain_text(NEWCOMER)

    letter = mail.outbox[-1]
    assert letter.to == [NEWCOMER]
    link = re.search(r"http\S+/join/\S+", letter.body)
    assert link is not None
    path = link[0][link[0].index("/join/") :]

    context = browser.new_context(base_url=live_server.url, java_script_enabled=scripts)
    context.set_default_timeout(15_000)
    try:
        other = context.new_page()
        other.goto(path)
        other.fill("input[name=name]", "Paula Grabner")
        other.fill("input[name=password]", PASSWORD)
        other.locator("main form button.main").click()
        other.wait_for_url("**/z/linhu/**")
        expect(other.locator("nav.rooms")).to_be_visible()
        other.goto(path)
        expect(other.locator("input[name=password]")).to_have_count(0)  # a letter works once
    finally:
        context.close()
    joined = Membership.objects.get(user__email=NEWCOMER)
    assert (joined.zone.slug, joined.role, joined.user.name) == ("linhu", Role.OFFICER, "Paula Grabner")
