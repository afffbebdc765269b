"""Kept frames and pages are what a fresh drawing would be, for each reader, and change with whatever they show."""

from __future__ import annotations

import re

import pytest
from django.conf import settings

from qiao.config.templatetags import frame
from qiao.kit.kept_drawing import KeptDrawings
from qiao.zones import kept_page
from qiao.zones.models import Circle, Role
from tests import factories

TOKEN = re.compile(r'(csrfmiddlewaretoken" value="|X-CSRFToken": ")[^"]+')
PAGES = (
    "register/",
    "register/?kind=person&country=&x=%3Cb%3E%22",
    "register/?q=ost%22%3E",
    "zone/",
    "search?q=%3Ci%3E",
)


@pytest.fixture(autouse=True)
def nothing_kept(monkeypatch):
    monkeypatch.setattr(frame, "_FRAMES", KeptDrawings(*kept_page.FRAME))
    monkeypatch.setattr(kept_page, "_pages", {})


def drawn(client, address: str, language: str = "en") -> str:
    """The page without its tokens, whose masks differ each time."""
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    return TOKEN.sub(r"\1", client.get(address).text)


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_what_is_kept_is_what_would_be_drawn(lin, mei, otto, client_of, language, monkeypatch):
    factories.make_organisation(lin, "Ostwind <Sensorik> & Co")
    for member in (lin, mei, otto):
        client = client_of(member)
        for page in PAGES:
            address = f"/z/{member.zone.slug}/{page}"
            kept = [drawn(client, address, language) for _again in range(2)]
            with monkeypatch.context() as patch:
                patch.setattr(kept_page, "keeps", lambda: False)
                assert kept == [drawn(client, address, language)] * 2, page


def test_each_reader_has_a_frame_of_their_own(lin, mei, client_of):
    for _again in range(2):
        for member, other in ((lin, mei), (mei, lin)):
            html = drawn(client_of(member), "/z/linhu/register/")
            assert member.user.email in html
            assert other.user.email not in html


def test_each_request_has_its_own_token_address_and_words(lin, client_of):
    client = client_of(lin)
    pages = [client.get(f"/z/linhu/register/?kind={kind}").text for kind in ("person", "organisation", "person")]
    tokens = [set(re.findall(r'csrfmiddlewaretoken" value="([^"]+)"', page)) for page in pages]
    assert all(len(found) == 1 for found in tokens)
    assert len(set.union(*tokens)) == 3
    assert '<option value="person" selected>' in pages[2]
    assert 'name="next" value="/z/linhu/register/?kind=person"' in pages[2]


def test_a_new_role_name_and_zone_are_shown_at_once(lin, mei, client_of):
    client = client_of(mei)
    assert "Add a party" not in drawn(client, "/z/linhu/register/")
    mei.role = Role.OFFICER
    mei.save()
    html = drawn(client, "/z/linhu/register/")
    assert "Add a party" in html
    assert "Officer" in html
    mei.user.name = "Mei <Lin>"
    mei.user.save()
    mei.zone.names = {"en": "Another Zone"}
    mei.zone.save()
    html = drawn(client, "/z/linhu/register/")
    assert "Mei &lt;Lin&gt;" in html
    assert '<span lang="en">Another Zone</span>' in html


def test_rows_are_never_kept(lin, client_of):
    client, circle = client_of(lin), Circle.objects.create(zone=lin.zone, name="Lyon")
    keeper = factories.make_member(lin.zone, "ada", Role.KEEPER)
    keeper.circles.add(circle)
    factories.make_organisation(lin, "Ostwind")
    assert "Ostwind" in drawn(client, "/z/linhu/register/")
    factories.make_organisation(lin, "House of Lyon", audience=circle)
    assert "House of Lyon" in drawn(client, "/z/linhu/register/")
    seen = client_of(keeper)
    assert "House of Lyon" in drawn(seen, "/z/linhu/register/")
    assert "Ostwind" not in drawn(seen, "/z/linhu/register/")
    keeper.circles.clear()
    assert "House of Lyon" not in drawn(seen, "/z/linhu/register/")


def test_a_notice_is_shown_once(lin, client_of):
    client = client_of(lin)
    client.get("/z/linhu/register/")
    client.post("/z/linhu/register/new", {"kind": "organisation", "name": "Ostwind", "language": "en"})
    pages = [drawn(client, "/z/linhu/register/") for _again in range(2)]
    assert ["Added to the register." in page for page in pages] == [True, False]
