"""A list dropped on the page is looked at, imported, and taken back as a whole."""

from __future__ import annotations

import base64
import re

import pytest
from playwright.sync_api import Page, expect

from qiao.exchange.enums import RunState
from qiao.exchange.models import ImportRun
from qiao.register.models import Name
from qiao.zones.models import Membership
from tests import factories
from tests.journeys.conftest import Visit
from tests.journeys.test_pages_are_for_everyone import problems_of

TABLE = "Name,Country,Phone\r\nOstwind Sensorik GmbH,Germany,+49 89 1234567\r\n东湖微电子有限公司,中国,\r\n"
DROP = """([name, content]) => {
  const bytes = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));
  const data = new DataTransfer();
  data.items.add(new File([bytes], name));
  for (const kind of ["dragenter", "dragover", "drop"])
    document.body.dispatchEvent(new DragEvent(kind, {dataTransfer: data, bubbles: true, cancelable: true}));
}"""


def drop(page: Page, name: str, content: str) -> None:
    """Let a file fall on the page, as a hand would."""
    page.evaluate(DROP, [name, base64.b64encode(content.encode()).decode()])


def names() -> set[str]:
    return set(Name.objects.filter(withdrawn=None).values_list("text", flat=True))


@pytest.mark.parametrize("width", [1440, 390])
def test_from_the_drop_to_the_undo(visit: Visit, lin: Membership, width: int) -> None:
    factories.make_organisation(lin, "Known Before Ltd.")
    before = names()
    page = visit("/z/linhu/imports/", width=width)

    drop(page, "fair.csv", TABLE)
    page.wait_for_url(re.compile(r"/imports/[0-9a-f-]{36}/"))
    assert problems_of(page) == []

    page.get_by_role("button", name="Compare with the register").click()
    importing = page.get_by_role("button", name=re.compile(r"^Import 2 rows"))
    expect(importing).to_be_visible()
    assert names() == before
    assert problems_of(page) == []

    importing.click()
    expect(page.locator(".now")).to_contain_text("imported")
    assert names() == before | {"Ostwind Sensorik GmbH", "东湖微电子有限公司"}
    assert problems_of(page) == []

    page.get_by_text("More", exact=True).click()
    page.get_by_role("button", name="Undo the whole import").click()
    expect(page.locator(".now")).to_contain_text("undone")
    assert names() == before


def test_what_cannot_be_read_says_so(visit: Visit, lin: Membership) -> None:
    page = visit("/z/linhu/imports/")

    drop(page, "empty.csv", "")

    expect(page.locator("[role=alert], .notices")).to_contain_text(re.compile(r"\w"))
    assert not ImportRun.objects.filter(state=RunState.READY).exists()
