"""Every page passes axe, in light and dark, on a desk and on a phone; nothing scrolls sideways."""

from __future__ import annotations

from datetime import datetime

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from qiao.intake.actions.review import accept_proposals
from qiao.register.models import Name
from qiao.zones.models import Membership
from tests import factories
from tests.journeys.conftest import Visit
from tests.test_walk import FACTS, TEXT

LONG = "Gemeinschaftsunternehmen für Antriebsstrangelektrifizierung und Hochspannungsgleichstrom Obersteiermark"

# What can be pressed and stands alone; a link in a sentence keeps its line, a check box has its label.
SMALL = """() => [...document.querySelectorAll('button, summary, select, a.btn, .rooms a, .who a')]
  .filter((one) => one.checkVisibility({visibilityProperty: true}) && one.getBoundingClientRect().height < 44)
  .map((one) => `${one.outerHTML.slice(0, 120)} ${Math.round(one.getBoundingClientRect().height)}`)"""


@pytest.fixture
def pages(lin: Membership, now: datetime) -> list[str]:
    """The addresses of every kind of page, over a register with something in it."""
    document = factories.make_document(lin, TEXT, FACTS)
    accept_proposals(member=lin, document=document, proposals=document.proposals.order_by("position"), now=now)
    waiting = factories.make_document(lin, TEXT + " Again.", FACTS)
    document.refresh_from_db()
    party = factories.make_organisation(lin, LONG)
    figure = document.about.figure_claims.get()  # type: ignore[union-attr]  # the acceptance made a mission
    name = Name.objects.get(subject=party)
    unread = waiting.proposals.order_by("position").first()
    unknown = waiting.parties.first()
    assert unread is not None
    assert unknown is not None
    root = "/z/linhu"
    return [
        f"{root}/documents/",
        f"{root}/documents/{waiting.pk}/",
        f"{root}/documents/{waiting.pk}/facts/{unread.pk}",
        f"{root}/documents/{waiting.pk}/parties/{unknown.pk}",
        f"{root}/missions/",
        f"{root}/missions/{document.about_id}/",
        f"{root}/missions/{document.about_id}/figures/{figure.pk}",
        f"{root}/register/",
        f"{root}/register/new",
        f"{root}/register/{party.pk}/",
        f"{root}/register/{party.pk}/history",
        f"{root}/register/{party.pk}/judge",
        f"{root}/register/{party.pk}/claims/name",
        f"{root}/register/?q=nobody",
        f"{root}/claims/name/{name.pk}/",
        f"{root}/sources/{document.source_id}/",
        f"{root}/zone/",
        f"{root}/zone/edit",
        f"{root}/zone/members/",
        f"{root}/zone/members/{lin.pk}/",
        f"{root}/zone/invitations/",
        f"{root}/zone/invitations/new",
        f"{root}/zone/circles/",
        f"{root}/zone/audit/",
        f"{root}/account/",
        "/account/2fa/",
        "/account/password/change/",
    ]


@pytest.mark.parametrize(
    ("width", "scheme", "language"),
    [(1440, "light", "en"), (1024, "dark", "zh-hans"), (390, "dark", "de"), (390, "light", "fr")],
)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    visit: Visit, pages: list[str], width: int, scheme: str, language: str
) -> None:
    page = visit(pages[0], width=width, scheme=scheme, language=language)
    found = []
    for address in pages:
        page.goto(address)
        found += [f"{address}: {problem}" for problem in problems_of(page)]
    assert found == []


def problems_of(page: Page) -> list[str]:
    violations = Axe().run(page).response["violations"]
    problems = [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in violations]
    excess = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [*problems, f"{excess} px wider than the screen"] if excess > 0 else problems


def test_buttons_on_a_phone_are_as_tall_as_a_thumb(visit: Visit, pages: list[str]) -> None:
    page = visit(pages[0], width=390)
    found = []
    for address in pages:
        page.goto(address)
        found += [f"{address}: {small}" for small in page.evaluate(SMALL)]
    assert found == []
