"""From a director's form to a letter, and from the letter into the zone."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.mail import EmailMessage
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks

from qiao.zones.actions.invite import call_back, invite
from qiao.zones.models import Invitation, Membership, Role, User

ClientOf = Callable[[Membership], Client]
INVITATIONS = "/z/linhu/zone/invitations/"
PASSWORD = "cedar-bridge-41"


@pytest.fixture
def letter(lin: Membership) -> Invitation:
    return invite(member=lin, email="ada@example.org", role=Role.OFFICER, circles=[], now=timezone.now())


def address(letter: Invitation) -> str:
    return f"/join/{letter.token}/"


def visitor() -> Client:
    return Client(headers={"accept-language": "en"})


def test_letter_leads_into_the_zone(
    lin: Membership,
    client_of: ClientOf,
    mailoutbox: list[EmailMessage],
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        client_of(lin).post(f"{INVITATIONS}new", {"email": "ada@example.org", "role": "officer", "language": "en"})
    [mail] = mailoutbox
    assert mail.to == ["ada@example.org"]
    assert mail.subject == "Your invitation to Linhu High-tech Zone"
    link = re.search(r"http://testserver(/join/\S+)", str(mail.body))
    assert link is not None

    said = {"name": "Ada Lindqvist", "language": "fr", "password": PASSWORD}
    browser = visitor()
    answer = browser.post(link[1], said)

    member = Membership.objects.get(user__email="ada@example.org")
    assert (member.zone, member.role, member.user.name) == (lin.zone, Role.OFFICER, "Ada Lindqvist")
    assert (answer.status_code, answer.headers["location"]) == (302, "/")
    assert browser.cookies["django_language"].value == "fr"
    assert browser.get("/z/linhu/zone/").status_code == 200


def test_known_address_is_refused_beside_the_field(lin: Membership, mei: Membership, client_of: ClientOf) -> None:
    said = {"email": "Mei@example.org", "role": "guest", "language": "en"}
    answer = client_of(lin).post(f"{INVITATIONS}new", said)

    assert answer.status_code == 422
    assert 'id="id_email_error"' in answer.text
    assert not Invitation.objects.exists()


def test_open_letters_are_listed_and_called_back(lin: Membership, letter: Invitation, client_of: ClientOf) -> None:
    browser = client_of(lin)
    assert letter.token in browser.get(INVITATIONS).text

    browser.post(f"{INVITATIONS}{letter.pk}/call-back")

    assert letter.email not in browser.get(INVITATIONS).text.partition("</ul></div>")[2]
    assert visitor().get(address(letter)).status_code == 410


def test_only_directors_see_letters(mei: Membership, otto: Membership, letter: Invitation, client_of: ClientOf) -> None:
    assert client_of(mei).get(INVITATIONS).status_code == 403
    assert client_of(mei).post(f"{INVITATIONS}{letter.pk}/call-back").status_code == 403
    assert client_of(otto).get(INVITATIONS).status_code == 404
    assert client_of(otto).post(f"/z/auental/zone/invitations/{letter.pk}/call-back").status_code == 404
    letter.refresh_from_db()
    assert not letter.called_back


def test_weak_password_is_refused_beside_the_field(letter: Invitation) -> None:
    said = {"name": "Ada", "language": "en", "password": "short"}
    answer = visitor().post(address(letter), said)

    assert answer.status_code == 422
    assert 'id="id_password_error"' in answer.text
    assert not User.objects.filter(email=letter.email).exists()


def test_owner_of_an_account_signs_in_and_confirms(lin: Membership, otto: Membership, client_of: ClientOf) -> None:
    letter = invite(member=lin, email=otto.user.email, role=Role.ANALYST, circles=[], now=timezone.now())
    assert f"/account/login/?next={address(letter)}" in visitor().get(address(letter)).text

    browser = client_of(otto)
    assert "You join as Otto." in browser.get(address(letter)).text
    browser.post(address(letter))

    assert otto.user.memberships.filter(zone=lin.zone, role=Role.ANALYST).exists()


def test_another_account_is_told_to_sign_out(mei: Membership, letter: Invitation, client_of: ClientOf) -> None:
    answer = client_of(mei).post(address(letter))

    assert answer.status_code == 403
    assert "mei@example.org" in answer.text
    letter.refresh_from_db()
    assert letter.accepted_by is None


def test_used_lapsed_and_unknown_letters_open_nothing(lin: Membership, letter: Invitation) -> None:
    Invitation.objects.filter(pk=letter.pk).update(expires_at=timezone.now() - timedelta(seconds=1))
    called_back = invite(member=lin, email="eve@example.org", role=Role.GUEST, circles=[], now=timezone.now())
    call_back(member=lin, invitation=called_back, now=timezone.now())

    assert visitor().get(address(letter)).status_code == 410
    assert visitor().post(address(called_back), {"name": "Eve", "password": PASSWORD}).status_code == 410
    assert visitor().get("/join/never-written/").status_code == 404


def test_letter_is_not_kept_by_the_browser(letter: Invitation) -> None:
    assert "no-store" in visitor().get(address(letter)).headers["cache-control"]
