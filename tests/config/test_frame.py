"""The frame of every page: rooms, languages, notices, and pages for what went wrong."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.conf import settings
from django.test import Client

from qiao.zones.models import Membership, Role
from tests import factories

ClientOf = Callable[[Membership], Client]
ZONE = "/z/linhu/zone/"


def test_current_room_is_marked(lin: Membership, client_of: ClientOf) -> None:
    html = client_of(lin).get(ZONE).text

    assert html.count('aria-current="page"') == 2  # the room, and the page within it
    assert f'<a href="{ZONE}" aria-current="page">Zone</a>' in html


def test_page_begins_with_a_way_past_the_frame(lin: Membership, client_of: ClientOf) -> None:
    body = client_of(lin).get(ZONE).text.partition("<body")[2]

    assert body.index('href="#main"') < body.index("<header")
    assert 'id="main"' in body


def test_title_of_the_tab_is_the_heading_without_markup(lin: Membership, client_of: ClientOf) -> None:
    lin.zone.names = {"en": "Bridges & Roads"}
    lin.zone.save()
    html = client_of(lin).get(ZONE).text

    assert "<title>Bridges &amp; Roads · Qiao</title>" in html
    assert '<h1><span lang="en">Bridges &amp; Roads</span></h1>' in html


def test_zone_named_in_another_language_says_so(lin: Membership, client_of: ClientOf) -> None:
    lin.zone.names, lin.zone.language = {"zh-hans": "临湖高新区"}, "zh-hans"
    lin.zone.save()

    assert '<span lang="zh-Hans">临湖高新区</span>' in client_of(lin).get(ZONE).text


def test_menu_offers_every_language_by_its_own_name(client: Client, db: None) -> None:
    html = client.get("/account/login/", headers={"accept-language": "en"}).text

    for code, own_name in (("zh-Hans", "简体中文"), ("zh-Hant", "繁體中文"), ("fr", "Français"), ("de", "Deutsch")):
        assert f'lang="{code}">{own_name}</button>' in html


@pytest.mark.parametrize("code", [code for code, _name in settings.LANGUAGES])
def test_chosen_language_is_kept(client: Client, db: None, code: str) -> None:
    client.post("/language", {"language": code, "next": "/account/login/"})
    answer = client.get("/account/login/")

    assert f'<html lang="{code}"'.lower() in answer.text.lower()


def test_language_menu_leads_nowhere_foreign(client: Client, db: None) -> None:
    answer = client.post("/language", {"language": "de", "next": "https://evil.example/"})

    assert answer.headers["location"] == "/"


@pytest.mark.parametrize(
    ("page", "status", "words"),
    [
        ("/nowhere", 404, "There is nothing at this address"),
        ("/z/auental/zone/", 404, "There is nothing at this address"),
        ("/z/linhu/zone/invitations/", 403, "This page is not open to you"),
    ],
)
def test_what_went_wrong_is_said_in_words(
    mei: Membership, otto: Membership, client_of: ClientOf, page: str, status: int, words: str
) -> None:
    answer = client_of(mei).get(page)

    assert answer.status_code == status
    assert f"<h1>{words}</h1>" in answer.text


def test_zones_are_chosen_by_who_has_several(lin: Membership, otto: Membership, client_of: ClientOf) -> None:
    factories.make_member(lin.zone, "otto", Role.GUEST)
    html = client_of(otto).get("/").text

    assert "Which zone?" in html
    assert "/z/auental/documents/" in html
    assert "/z/linhu/documents/" in html


def test_who_is_in_no_zone_is_told_how_to_come_in(mei: Membership, client_of: ClientOf) -> None:
    mei.active = False
    mei.save()

    assert "You are in no zone yet" in client_of(mei).get("/").text
