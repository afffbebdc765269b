"""A planned visit took place: it is entered on a phone with a promise; promises are kept with the keyboard alone."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from playwright.sync_api import Page, expect

from qiao.meetings.models import Keeping, Promise
from qiao.missions.actions.plan_mission import plan_mission
from qiao.missions.actions.rows import add_row
from qiao.missions.forms.preparing import place_columns
from qiao.missions.models import Leg, Traveller
from qiao.missions.models import Visit as PlannedVisit
from qiao.missions.travel import find_town
from qiao.zones.models import Membership
from tests import factories
from tests.journeys.conftest import Visit
from tests.journeys.test_pages_are_for_everyone import problems_of

STEPS = 6  # what the thumb does from the planned visit to the record, typing a field counted as one


class Thumb:
    """A page on a phone that counts what is done on it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.steps = 0

    def tap(self, selector: str) -> None:
        self.steps += 1
        self.page.locator(selector).first.click()

    def write(self, selector: str, text: str) -> None:
        self.steps += 1
        self.page.locator(selector).first.fill(text)


@pytest.fixture
def planned(lin: Membership, now: datetime) -> PlannedVisit:
    """A visit with its day and hour, of a mission on which one person travels; all invented."""
    days = date(2026, 2, 23), date(2026, 2, 25)
    mission = plan_mission(
        member=lin,
        title="Lyon (invented)",
        departs_on=days[0],
        returns_on=days[1],
        rules="none",
        audience=None,
        now=now,
    )
    town = find_town("Lyon")
    assert town is not None
    add_row(member=lin, table=Leg, mission=mission, town=town.name, position=0, now=now, **place_columns(town))
    add_row(member=lin, table=Traveller, mission=mission, person=factories.make_person(lin, "Chen Yulan"), now=now)
    host = factories.make_organisation(lin, "Rhône Capteurs SA")
    where = {"place": town.key, "day": days[1], "start": 600}
    row, _action = add_row(member=lin, table=PlannedVisit, mission=mission, host=host, prize=50, now=now, **where)
    return row


def enter(visit: Visit, planned: PlannedVisit, *, scripts: bool = True) -> Thumb:
    """From the planned visit to the recorded meeting: what was said, and what we promised, in a week."""
    page = visit(f"/z/linhu/missions/{planned.mission_id}/visits/{planned.pk}", width=390, scripts=scripts)
    thumb = Thumb(page)
    thumb.tap(".acts .btn.main, main .btn.main")
    expect(page.locator("[name=days]")).to_have_value("2026-02-25")
    thumb.write("[name=said]", "They look for a partner who makes sensors in numbers.")
    thumb.write("[name=p_text]", "send the list of suppliers")
    if scripts:
        thumb.tap(".promise .chip")
    else:
        thumb.write("[name=p_due]", "2026-03-09")
    thumb.tap(".form .main")
    expect(page.locator(".notices")).to_be_visible()
    return thumb


@pytest.mark.parametrize("scripts", [True, False])
def test_planned_visit_is_entered_on_a_phone_in_a_few_steps(visit: Visit, planned: PlannedVisit, scripts: bool) -> None:
    thumb = enter(visit, planned, scripts=scripts)

    assert thumb.steps < STEPS
    planned.refresh_from_db()
    assert planned.met is not None
    promise = Promise.objects.get()
    assert (promise.text, promise.subject) == ("send the list of suppliers", planned.met)
    assert Keeping.objects.get().due_on is not None


def test_what_was_written_outlives_a_lost_page(visit: Visit, planned: PlannedVisit) -> None:
    page = visit(f"/z/linhu/meetings/new?occasion=visit:{planned.pk}", width=390)
    page.fill("[name=said]", "Half a note")

    page.reload()

    expect(page.locator("[name=said]")).to_have_value("Half a note")


def test_promise_is_kept_and_opened_again_with_the_keyboard(visit: Visit, planned: PlannedVisit) -> None:
    enter(visit, planned)
    page = visit("/z/linhu/promises/")
    assert problems_of(page) == []
    page.wait_for_load_state()

    page.keyboard.press("ArrowDown")
    expect(page.locator("tr[data-row]").first).to_be_focused()
    page.keyboard.press("d")
    expect(page.locator(".notices")).to_be_visible()
    assert Keeping.objects.get().state == "kept"

    page.locator(".notices button").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-row-key=d]")).to_have_count(1)
    assert Keeping.objects.get().state == "open"


def test_promises_are_for_everyone(visit: Visit, planned: PlannedVisit) -> None:
    enter(visit, planned)
    found = []
    for width, scheme, language in ((1024, "light", "zh-hans"), (390, "dark", "de")):
        page = visit("/z/linhu/promises/", width=width, scheme=scheme, language=language)
        found += [f"{width} {scheme} {language}: {problem}" for problem in problems_of(page)]
    assert found == []
