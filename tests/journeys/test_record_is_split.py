"""A record that holds what is said of two is split: what is ticked moves to a record of its own, and comes back."""

from __future__ import annotations

from playwright.sync_api import expect

from qiao.register.models import Entity, Location, Name
from qiao.zones.models import Membership
from tests import factories
from tests.journeys.conftest import Visit
from tests.journeys.test_pages_are_for_everyone import problems_of
from tests.register.cast import told


def test_what_is_ticked_moves_and_one_undo_brings_it_back(visit: Visit, lin: Membership) -> None:
    firm = factories.make_organisation(lin, "Ostwind Sensorik")
    source = factories.make_source(lin.zone, "Westwind Optik of Wetzlar.")
    told(lin, source, Name, firm, text="Westwind Optik", language="de", script="Latn", kind="printed")
    told(lin, source, Location, firm, place="Wetzlar", country="DE")
    page = visit(f"/z/linhu/register/{firm.pk}/split", width=390)
    assert problems_of(page) == []

    page.get_by_label("Westwind Optik").check()
    page.get_by_label("Wetzlar").check()
    page.get_by_role("button", name="Move to a new record").click()
    expect(page.locator(".notices")).to_be_visible()

    other = Entity.objects.exclude(pk=firm.pk).get()
    assert held_by(other) == {"Westwind Optik", "Wetzlar"}
    assert held_by(firm) == {"Ostwind Sensorik"}

    page.locator(".notices").get_by_role("button", name="Undo").click()
    page.wait_for_load_state()
    assert held_by(firm) == {"Ostwind Sensorik", "Westwind Optik", "Wetzlar"}
    assert held_by(other) == set()


def held_by(entity: Entity) -> set[str]:
    names = Name.objects.filter(subject=entity, withdrawn=None).values_list("text", flat=True)
    return {*names, *Location.objects.filter(subject=entity, withdrawn=None).values_list("place", flat=True)}
