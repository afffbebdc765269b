"""A real browser for the journeys: Debian's chromium, one page for each test, nothing fetched from outside."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.core.cache import cache
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from qiao.zones.models import Membership, Role, Zone
from tests import factories

# Playwright runs its own event loop in this thread; the ORM is only called between its steps.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PASSWORD = "a-long-password-for-tests"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here is a journey; without chromium it is skipped, except in CI, where it must be there."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.journey)
            item.add_marker(pytest.mark.django_db(transaction=True))
            if shutil.which("chromium") is None and not os.environ.get("CI"):
                item.add_marker(pytest.mark.skip(reason="needs chromium"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=SWITCHES)
        yield browser
        browser.close()


@pytest.fixture(autouse=True)
def _fresh_counts(transactional_db: None) -> None:
    """Each journey begins with no log-ins counted: together they sign in more often than one address may."""
    cache.clear()


@pytest.fixture
def zone(transactional_db: None) -> Zone:
    return factories.make_zone("linhu", name="Linhu High-tech Zone", home_names=["Linhu High-tech Zone", "临湖高新区"])


@pytest.fixture
def lin(zone: Zone) -> Membership:
    member = factories.make_member(zone, "lin", Role.DIRECTOR)
    member.user.set_password(PASSWORD)
    member.user.save()
    return member


Visit = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser, live_server: LiveServer, lin: Membership) -> Iterator[Visit]:
    """Sign Lin in: `visit("/z/linhu/documents/", width=390, language="de", scripts=False)` gives the page there."""
    opened: list[BrowserContext] = []

    def go(path: str, *, width: int = 1440, language: str = "en", scheme: str = "light", scripts: bool = True) -> Page:
        context = browser.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": 900},
            color_scheme="dark" if scheme == "dark" else "light",
            java_script_enabled=scripts,
        )
        context.add_cookies([{"name": "django_language", "value": language, "url": live_server.url}])
        context.set_default_timeout(15_000)
        opened.append(context)
        page = context.new_page()
        page.goto("/account/login/")
        page.fill("input[name=login]", lin.user.email)
        page.fill("input[name=password]", PASSWORD)
        page.press("input[name=password]", "Enter")
        page.wait_for_url("**/z/linhu/**")
        page.goto(path)
        return page

    yield go
    for context in opened:
        context.close()
