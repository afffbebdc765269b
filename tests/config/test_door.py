"""Signing in and out, the second step, a new password: in our frame and in our words."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import hotp_value, yield_hotp_counters_from_time
from django.core.cache import cache
from django.core.mail import EmailMessage
from django.test import Client

from qiao.zones.models import Membership

ClientOf = Callable[[Membership], Client]
PASSWORD = "cedar-bridge-41"
LOGIN = "/account/login/"


@pytest.fixture
def lin(lin: Membership) -> Membership:
    """Lin, with a password."""
    lin.user.set_password(PASSWORD)
    lin.user.save()
    return lin


@pytest.fixture
def visitor() -> Client:
    cache.clear()  # what earlier tests tried does not count against this one
    return Client(headers={"accept-language": "en"})


def sign_in(browser: Client, password: str = PASSWORD, **more: Any) -> Any:
    return browser.post(LOGIN, {"login": "lin@example.org", "password": password, **more})


def code_for(secret: str) -> str:
    """What the authenticator app would show now."""
    return str(hotp_value(secret, next(iter(yield_hotp_counters_from_time())))).zfill(6)


@pytest.mark.parametrize(
    "page", ["/account/login/", "/account/signup/", "/account/password/reset/", "/account/inactive/"]
)
def test_door_pages_wear_our_frame(visitor: Client, db: None, page: str) -> None:
    html = visitor.get(page).text

    assert '<body class="door">' in html
    assert html.count("<h1>") == 1
    assert "sign up" not in html.lower()


def test_member_signs_in_and_out(visitor: Client, lin: Membership) -> None:
    assert sign_in(visitor, next="/z/linhu/zone/").headers["location"] == "/z/linhu/zone/"
    page = visitor.get("/z/linhu/zone/")
    assert page.status_code == 200
    assert 'class="notices"' not in page.text

    visitor.post("/account/logout/")

    assert visitor.get("/z/linhu/zone/").status_code == 302


def test_locked_out_login_says_so(visitor: Client, lin: Membership) -> None:
    for _ in range(5):
        assert "Too many" not in sign_in(visitor, "wrong").text
    answer = sign_in(visitor)

    assert "Too many failed login attempts. Try again later." in answer.text
    assert visitor.get("/z/linhu/zone/").status_code == 302


def test_flood_of_logins_meets_a_closed_door(visitor: Client, lin: Membership) -> None:
    answers = [
        visitor.post(LOGIN, {"login": f"guess{number}@example.org", "password": "wrong"}) for number in range(40)
    ]

    assert answers[-1].status_code == 429 or "Too many failed" in answers[-1].text


def test_nobody_signs_up_from_the_street(visitor: Client, db: None) -> None:
    said = {"email": "eve@example.org", "password1": PASSWORD, "password2": PASSWORD}

    assert "Accounts come by invitation" in visitor.post("/account/signup/", said).text


def test_password_is_renewed_by_letter(visitor: Client, lin: Membership, mailoutbox: list[EmailMessage]) -> None:
    done = visitor.post("/account/password/reset/", {"email": "lin@example.org"}, follow=True)
    assert "Look into your mail" in done.text
    link = re.search(r"http://testserver(/\S+)", str(mailoutbox[0].body))
    assert link is not None

    form = visitor.get(link[1], follow=True)
    place = form.redirect_chain[-1][0]
    visitor.post(place, {"password1": "walnut-ferry-77", "password2": "walnut-ferry-77"})

    lin.user.refresh_from_db()
    assert lin.user.check_password("walnut-ferry-77")
    assert "This link is used up" in visitor.get(link[1], follow=True).text


def test_letter_to_an_unknown_address_offers_no_signup(
    visitor: Client, db: None, mailoutbox: list[EmailMessage]
) -> None:
    visitor.post("/account/password/reset/", {"email": "nobody@example.org"})

    assert "signup" not in str(mailoutbox[0].body)
    assert "There is no account with this address here." in str(mailoutbox[0].body)


def test_second_step_is_set_up_and_asked_for(visitor: Client, lin: Membership) -> None:
    sign_in(visitor)
    visitor.post("/account/reauthenticate/", {"password": PASSWORD})
    form = visitor.get("/account/2fa/totp/activate/")
    secret = form.context["form"].secret
    assert 'src="data:image/svg+xml' in form.text
    visitor.post("/account/2fa/totp/activate/", {"code": code_for(secret)})
    assert "Codes for a lost phone" in visitor.get("/account/2fa/").text
    visitor.post("/account/logout/")
    cache.clear()  # the app would show another code by now

    answer = sign_in(visitor)
    assert answer.headers["location"].startswith("/account/2fa/authenticate/")
    assert "The second step" in visitor.get("/account/2fa/authenticate/").text
    assert visitor.get("/z/linhu/zone/").status_code == 302
    visitor.post("/account/2fa/authenticate/", {"code": code_for(secret)})

    assert visitor.get("/z/linhu/zone/").status_code == 200


def test_security_pages_ask_again_who_it_is(lin: Membership, client_of: ClientOf) -> None:
    answer = client_of(lin).get("/account/2fa/totp/activate/", follow=True)

    assert "Is it still you?" in answer.text


def test_own_security_pages_wear_our_frame(visitor: Client, lin: Membership) -> None:
    sign_in(visitor)

    for page in ("/account/2fa/", "/account/password/change/", "/account/logout/", "/account/email/"):
        html = visitor.get(page).text
        assert '<body class="door">' in html
        assert html.count("<h1>") == 1
