"""Eleven ways in which people type a name they half know: each finds it among the first three lines."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from qiao.register.models import Name
from qiao.zones.models import Membership
from tests import factories
from tests.journeys.conftest import Visit
from tests.register.cast import told

NAMES = (
    "深圳华星光电技术有限公司", "Helix Cobalt Industries Ltd.", "Schröder Präzisionstechnik GmbH",
    "Société Générale de Santé", "Ostwind Sensorik GmbH", "Linde Verfahren AG", "湖光生物科技有限公司",
)  # fmt: skip
ASKED = {
    "obalt": "Helix Cobalt", "华星": "华星光电", "深圳华星": "华星光电", "宋若岚": "宋若岚", "華星": "华星光电",
    "huaxing": "华星光电", "schroder": "Schröder", "societe generale de sante": "Société Générale de Santé",
    "helx cobalt": "Helix Cobalt", "vent d'est capteurs": "Vent d’Est Capteurs", "华 星": "华星光电",
}  # fmt: skip


@pytest.fixture
def register(lin: Membership) -> None:
    firms = {name: factories.make_organisation(lin, name) for name in NAMES}
    factories.make_person(lin, "宋若岚")
    source = factories.make_source(lin.zone, "Vent d’Est Capteurs.")
    firm = firms["Ostwind Sensorik GmbH"]
    told(lin, source, Name, firm, text="Vent d’Est Capteurs", language="fr", script="Latn", kind="alias")


def test_each_way_of_asking_finds_it_in_the_first_three(visit: Visit, register: None) -> None:
    page = visit("/z/linhu/register/")
    missed = []
    for typed, wanted in ASKED.items():
        page.goto(f"/z/linhu/search?q={typed}")
        expect(page.locator("h1")).to_be_visible()
        first = page.locator(".results a.open").all_inner_texts()[:3]
        lines = page.locator(".results li, .results tr").all_inner_texts()[:3]
        if not any(wanted in text for text in (*first, *lines)):
            missed.append((typed, first, lines))
    assert missed == []
