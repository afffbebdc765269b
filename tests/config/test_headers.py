"""What the browser is told with every answer, from the first page on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client

from qiao.zones.models import Membership

ClientOf = Callable[[Membership], Client]
SIGNED_OUT = ["/account/login/", "/account/password/reset/", "/account/signup/", "/nowhere", "/healthz", "/"]
SIGNED_IN = [
    "/account/2fa/",
    "/account/2fa/totp/activate/",
    "/account/password/change/",
    "/account/logout/",
    "/z/linhu/zone/",
    "/z/linhu/zone/edit",
    "/z/linhu/zone/members/",
    "/z/linhu/zone/invitations/",
    "/z/linhu/zone/invitations/new",
    "/z/linhu/zone/circles/",
    "/z/linhu/zone/audit/",
    "/z/linhu/account/",
    "/z/linhu/documents/",
    "/z/linhu/register/",
    "/z/linhu/missions/",
    "/z/elsewhere/zone/",
]


def policy(answer: HttpResponse) -> dict[str, list[str]]:
    """The content security policy, each directive with its sources."""
    parts = (part.split() for part in answer.headers["content-security-policy"].split(";"))
    return {name: sources for name, *sources in parts}


def assert_guarded(answer: HttpResponse) -> None:
    told = policy(answer)
    assert told["default-src"] == ["'none'"]
    assert told["script-src"] == ["'self'"]
    assert told["style-src"] == ["'self'"]
    assert told["frame-ancestors"] == ["'none'"]
    assert told["base-uri"] == ["'none'"]
    assert told["form-action"] == ["'self'"]
    assert answer.headers["x-frame-options"] == "DENY"
    assert answer.headers["referrer-policy"] == "same-origin"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cross-origin-opener-policy"] == "same-origin"


@pytest.mark.parametrize("page", SIGNED_OUT)
def test_strangers_answers_are_guarded(client: Client, db: None, page: str) -> None:
    assert_guarded(client.get(page))


@pytest.mark.parametrize("page", SIGNED_IN)
def test_members_answers_are_guarded(lin: Membership, client_of: ClientOf, page: str) -> None:
    assert_guarded(client_of(lin).get(page))


@pytest.mark.parametrize("page", [page for page in SIGNED_IN if page.startswith("/z/")])
def test_strangers_are_asked_to_sign_in(client: Client, lin: Membership, page: str) -> None:
    answer = client.get(page)

    assert answer.status_code == 302
    assert answer.headers["location"] == f"/account/login/?next={page}"


def test_forms_without_proof_are_refused(lin: Membership) -> None:
    browser = Client(enforce_csrf_checks=True, headers={"accept-language": "en"})
    browser.force_login(lin.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    answer = browser.post("/z/linhu/account/", {"name": "Eve", "language": "en"})

    assert answer.status_code == 403
    assert "This form had grown stale" in answer.text
    assert_guarded(answer)


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(lin: Membership, client: Client) -> None:
    lin.user.set_password("cedar-bridge-41")
    lin.user.save()
    client.post("/account/login/", {"login": "lin@example.org", "password": "cedar-bridge-41"})
    session = client.cookies["sessionid"]

    assert (session["httponly"], session["samesite"]) == (True, "Lax")
