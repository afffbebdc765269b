"""A mission planned from nothing: begun, visits added by keys, planned, moved by mouse and form, planned again."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from qiao.missions.actions.compute import compute_plan
from qiao.missions.enums import JobState
from qiao.missions.models import Mission, Plan, Traveller
from qiao.missions.models import Visit as PlannedVisit
from qiao.register.models import Name
from qiao.zones.models import Membership
from tests import factories
from tests.journeys.conftest import Visit
from tests.journeys.test_pages_are_for_everyone import SMALL, problems_of

LONG = (
    "Gemeinschaftsunternehmen für Antriebsstrangelektrifizierung und Hochspannungsgleichstromübertragung Obersteiermark"
)
HOSTS = ("Rhône Capteurs SA", "Seine Logiciels", LONG, "松果")


@pytest.fixture
def register(lin: Membership) -> None:
    """Four firms and a traveller, invented."""
    for name in HOSTS:
        factories.make_organisation(lin, name)
    factories.make_person(lin, "Chen Yulan")


@pytest.fixture
def queue(monkeypatch: pytest.MonkeyPatch) -> None:
    """A plan waits until the test does the worker's part."""
    monkeypatch.setattr("qiao.missions.actions.in_line._wake", lambda plan: None)


@pytest.fixture
def begun(visit: Visit, register: None, queue: None) -> Page:
    """The plan page of a mission of three days to two towns with four visits, added by keys."""
    page = visit("/z/linhu/missions/new")
    page.fill("[name=title]", "Lyon and Paris (invented)")
    page.fill("[name=departs_on]", "2026-06-08")
    page.fill("[name=returns_on]", "2026-06-10")
    page.fill("[name=towns]", "Lyon, Paris")
    page.click("main form .main")
    expect(page.locator("#leg .n")).to_have_text("2")
    page.click(".tabs >> text=Plan")
    page.wait_for_url("**/plan")
    for name in HOSTS:
        add_by_keys(page, name)
    return page


def add_by_keys(page: Page, name: str) -> None:
    """The key that leads to the box, the name, Enter."""
    page.wait_for_load_state()
    page.keyboard.press("a")
    expect(page.locator("#adding")).to_be_focused()
    page.keyboard.type(name[:24])
    page.keyboard.press("Enter")
    expect(page.locator(".notices")).to_contain_text(name)


def work() -> None:
    """What the worker does when the queue wakes it."""
    compute_plan(Plan.objects.latest("id").pk, now=timezone.now)


def make_plan(page: Page) -> None:
    """Ask by the key, see that it is under way, and wait until the page shows it made."""
    page.wait_for_load_state()
    page.keyboard.press("p")
    expect(page.locator("#progress")).to_be_visible()
    Plan.objects.filter(state=JobState.QUEUED).update(progress={"score": 120.0, "bound": 205.0})
    expect(page.locator("#progress")).to_contain_text("Best plan so far: 120 points. No plan can score above 205.")
    work()
    expect(page.locator("#progress")).to_have_count(0)


def drag(page: Page, name: str, *, days: int, hours: int) -> None:
    """Take a block of the time line and let it go so many columns and hours away."""
    line = page.locator("svg.timeline")
    box = page.locator(".stop", has_text=name).bounding_box()
    assert box is not None
    x, y = box["x"] + 12, box["y"] + box["height"] - 4
    across = days * int(line.get_attribute("data-column") or 0)
    down = hours * int(line.get_attribute("data-hour") or 0)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + across / 2, y + down / 2)
    page.mouse.move(x + across, y + down)
    page.mouse.up()


def place_of(name: str) -> tuple[date | None, int | None, date | None]:
    """Day, minute, and the day at which a visit is held."""
    host = Name.objects.get(text=name).subject
    row = PlannedVisit.objects.get(host=host)
    return row.day, row.start, row.pinned_day


def test_mission_is_planned_from_nothing_moved_by_mouse_and_keys_and_planned_again(begun: Page) -> None:
    page = begun
    make_plan(page)
    expect(page.locator("svg.timeline .stop")).to_have_count(4)
    day, start, pinned = place_of(HOSTS[0])
    assert day is not None
    assert start is not None
    assert pinned is None

    to = date(2026, 6, 9)
    drag(page, HOSTS[0], days=(to - day).days, hours=(14 * 60 - start) // 60)
    expect(page.locator(".notices")).to_contain_text("Held there")
    dropped = place_of(HOSTS[0])
    assert (dropped[0], dropped[2]) == (to, to)
    expect(page.locator(".block.held")).to_have_count(1)

    page.click(".notices button")
    expect(page.locator(".block.held")).to_have_count(0)
    assert place_of(HOSTS[0]) == (day, start, None)

    hold_by_form(page, HOSTS[0], "2026-06-09", "15:00")
    assert place_of(HOSTS[0]) == (to, 900, to)

    make_plan(page)
    before = places()
    page.locator("tr", has_text="Choose").locator("button").first.click()
    expect(page.locator(".notices")).to_contain_text("The plan is chosen")
    assert place_of(HOSTS[0]) == (to, 900, to)
    page.click(".notices button")
    expect(page.locator(".notices")).not_to_contain_text("The plan is chosen")
    assert places() == before


def hold_by_form(page: Page, name: str, day: str, time: str) -> None:
    """The same as dragging, with keys alone."""
    row = page.locator("section tr", has=page.locator("details.menu")).filter(has_text=name)
    row.locator("summary").focus()
    page.keyboard.press("Enter")
    row.locator("[name=day]").select_option(day)
    row.locator("[name=start]").fill(time)
    page.keyboard.press("Enter")
    expect(page.locator(".notices")).to_contain_text("Held there")


def places() -> list[tuple[date | None, int | None]]:
    return list(PlannedVisit.objects.order_by("id").values_list("day", "start"))


def test_a_traveller_is_found_by_name(begun: Page) -> None:
    page = begun
    page.click(".tabs >> text=Preparation")
    page.click("#traveller summary")
    page.fill("#typed-traveller", "chen yulan")
    page.press("#typed-traveller", "Enter")

    expect(page.locator("#traveller .n")).to_have_text("1")
    assert Traveller.objects.count() == 1


def test_a_visit_dropped_outside_the_days_goes_back(begun: Page) -> None:
    page = begun
    make_plan(page)
    before = place_of(HOSTS[0])

    drag(page, HOSTS[0], days=-6, hours=0)

    expect(page.locator("svg.timeline .stop")).to_have_count(4)
    expect(page.locator(".stop.dragging")).to_have_count(0)
    assert place_of(HOSTS[0]) == before


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_plan_reads_and_can_be_moved_without_scripts(begun: Page, visit: Visit, language: str) -> None:
    make_plan(begun)
    mission = Mission.objects.get()

    page = visit(f"/z/linhu/missions/{mission.pk}/plan", scripts=False, language=language)

    for name in HOSTS:
        expect(page.locator(".stop", has_text=name)).to_be_visible()
    row = page.locator("section tr", has=page.locator("details.menu")).filter(has_text=HOSTS[3])
    row.locator("summary").click()
    row.locator("[name=day]").select_option("2026-06-10")
    row.locator("[name=start]").fill("9:45")
    row.locator("button").click()
    assert place_of(HOSTS[3]) == (date(2026, 6, 10), 585, date(2026, 6, 10))


@pytest.mark.parametrize(
    ("width", "scheme", "language"),
    [(1440, "dark", "en"), (1024, "light", "zh-hans"), (390, "light", "de"), (390, "dark", "zh-hant")],
)
def test_axe_finds_nothing_where_missions_are_planned(
    begun: Page, visit: Visit, width: int, scheme: str, language: str
) -> None:
    make_plan(begun)
    mission, planned = Mission.objects.get(), PlannedVisit.objects.earliest("id")
    root = f"/z/linhu/missions/{mission.pk}"
    page = visit("/z/linhu/missions/new", width=width, scheme=scheme, language=language)
    found = []
    for address in (
        "/z/linhu/missions/new",
        f"{root}/preparation",
        f"{root}/plan",
        f"{root}/plan/terms",
        f"{root}/visits/{planned.pk}",
        f"/z/linhu/meetings/new?occasion=visit:{planned.pk}",
        "/z/linhu/promises/",
    ):
        page.goto(address)
        found += [f"{address}: {problem}" for problem in problems_of(page)]
        if width == 390:
            found += [f"{address}: {small}" for small in page.evaluate(SMALL)]
    assert found == []
