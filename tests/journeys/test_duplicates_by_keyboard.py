"""Pairs that may be one thing are judged with the keyboard alone: same, different, unsure, skip, and back again."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from qiao.engines.resolve import Pair
from qiao.register.actions.duplicates import ask
from qiao.register.enums import EntityKind, Verdict
from qiao.register.models import Entity, Judgement
from qiao.zones.actions import acting
from qiao.zones.models import Membership
from qiao.zones.rules import may_review
from tests import factories
from tests.journeys.conftest import Visit
from tests.journeys.test_pages_are_for_everyone import problems_of
from tests.register.cast import later
from tests.register.likeness import plain_likeness

__all__ = ["plain_likeness"]
pytestmark = pytest.mark.usefixtures("plain_likeness")
QUEUE = "/z/linhu/register/duplicates"
KEYS = (("s", Verdict.SAME), ("d", Verdict.DIFFERENT), ("u", Verdict.UNSURE))


@pytest.fixture
def firms(lin: Membership) -> list[Entity]:
    """Six firms, of which each may be the next one's double."""
    made = [factories.make_organisation(lin, f"Ostwind {name}") for name in "ABCDEF"]
    pairs = [Pair(str(left.pk), str(right.pk), 0.7, ()) for left, right in zip(made[::2], made[1::2], strict=True)]
    with acting(member=lin, verb="tell", now=later(1), allowed=may_review) as act:
        ask(act, EntityKind.ORGANISATION, pairs)
    return made


def live() -> list[str]:
    return list(Judgement.objects.filter(withdrawn=None).order_by("id").values_list("verdict", flat=True))


def press(page: Page, key: str, then: str) -> None:
    """One key, and what the page says when it has been heeded."""
    page.keyboard.press(key)
    expect(page.locator("body")).to_contain_text(then)


@pytest.mark.parametrize(("key", "verdict"), KEYS)
def test_one_key_judges_and_another_takes_it_back(visit: Visit, firms: list[Entity], key: str, verdict: str) -> None:
    page = visit(QUEUE)

    press(page, key, "1 of 2")
    assert live() == [verdict]

    press(page, "z", "of 3")
    assert live() == []


def test_a_skipped_pair_waits(visit: Visit, firms: list[Entity]) -> None:
    page = visit(QUEUE)
    for number in ("2 of 3", "3 of 3", "That was the last pair"):
        press(page, "k", number)

    assert live() == []


def test_the_keys_are_told(visit: Visit, firms: list[Entity]) -> None:
    page = visit(QUEUE)

    page.keyboard.press("?")

    expect(page.locator("#keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).to_be_hidden()


def test_three_are_looked_at_together_and_joined(visit: Visit, firms: list[Entity]) -> None:
    address = "&".join(f"record={firm.pk}" for firm in firms[:3])
    page = visit(f"/z/linhu/register/merge?{address}", width=390)
    assert problems_of(page) == []

    page.locator("main form button.main").last.click()
    expect(page.locator(".notices")).to_be_visible()

    groups = {firm.pk: Entity.objects.get(pk=firm.pk).canonical_id for firm in firms}
    assert [groups[firm.pk] for firm in firms] == [firms[0].pk] * 3 + [firm.pk for firm in firms[3:]]


@pytest.mark.parametrize(
    ("width", "scheme", "language"), [(1440, "light", "en"), (390, "dark", "de"), (390, "light", "zh-hant")]
)
def test_axe_finds_nothing_where_identity_is_judged(
    visit: Visit, firms: list[Entity], width: int, scheme: str, language: str
) -> None:
    page = visit(QUEUE, width=width, scheme=scheme, language=language)
    found = []
    for address in (QUEUE, f"/z/linhu/register/{firms[0].pk}/split", "/z/linhu/search?q=ostwind", "/z/linhu/imports/"):
        page.goto(address)
        found += [f"{address}: {problem}" for problem in problems_of(page)]
    assert found == []
