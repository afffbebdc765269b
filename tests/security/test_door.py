"""The door: how often a password may be guessed, what an invitation opens, what leads away from the site."""

from __future__ import annotations

import os
import re
import stat
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from qiao.register.models import Name
from qiao.zones.actions.invite import call_back, invite
from qiao.zones.models import Membership, Role, User
from tests import factories

DB_CACHE = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "qiao_cache"}}


def test_prepare_makes_the_cache_table_though_nothing_is_to_migrate(db, settings):
    settings.CACHES = DB_CACHE
    settings.DEBUG = True  # static files are another matter
    call_command("prepare")
    assert "qiao_cache" in connection.introspection.table_names()


@pytest.fixture
def kept_cache(db, settings):
    settings.CACHES = DB_CACHE | {"default": DB_CACHE["default"] | {"OPTIONS": {"MAX_ENTRIES": 50_000}}}
    call_command("createcachetable", verbosity=0)


def test_guesses_at_a_password_are_counted_in_the_database(kept_cache, lin):
    lin.user.set_password("a long enough password")
    lin.user.save()
    client = Client()
    wrong = {"login": lin.user.email, "password": "wrong"}
    answers = [client.post(reverse("account_login"), wrong).content.decode() for _ in range(7)]
    assert "a long enough password" not in answers[-1]
    right = client.post(reverse("account_login"), wrong | {"password": "a long enough password"})
    assert right.status_code != 302, "a guess after five wrong ones must wait"


def test_cache_holds_more_than_the_counts_of_one_attack(tmp_path):
    assert int(setting(tmp_path, "CACHES['default']['OPTIONS']['MAX_ENTRIES']")) >= 10_000


def test_key_and_folder_are_read_by_their_owner_alone(tmp_path):
    folder = tmp_path / "var"
    key = setting(folder, "SECRET_KEY")
    assert len(key) >= 50
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "secret-key").stat().st_mode) == 0o600
    assert setting(folder, "SECRET_KEY") == key


def test_key_that_a_killed_start_left_empty_is_made_again(tmp_path):
    (tmp_path / "secret-key").touch(mode=0o600)
    assert len(setting(tmp_path, "SECRET_KEY")) >= 50


def test_settings_are_closed_by_default(tmp_path):
    assert setting(tmp_path, "DEBUG") == "False"
    assert "*" not in setting(tmp_path, "ALLOWED_HOSTS")
    assert setting(tmp_path, "SESSION_COOKIE_HTTPONLY") == "True"
    assert setting(tmp_path, "(SESSION_COOKIE_SECURE, CSRF_COOKIE_SECURE, SECURE_SSL_REDIRECT)", QIAO_HTTPS="1") == str(
        (True, True, True)
    )


def setting(var: Path, name: str, **environment: str) -> str:
    """A setting as an installation under `var` reads it."""
    asked = f"import qiao.config.settings as s; print(eval({name!r}, vars(s)))"
    own = {**os.environ, "PYTHONPATH": "src", "QIAO_VAR": str(var), "PATH": "", **environment}
    return subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, env=own, check=True
    ).stdout.strip()


def test_health_says_nothing_but_that_it_lives(db):
    answer = Client().get("/healthz")
    assert answer.json() == {"status": "ok"}
    assert not answer.cookies


@pytest.mark.parametrize("path", ["/nowhere", "/z/linhu/register/", "/join/guess/", "/z/nowhere/documents/"])
def test_strangers_are_not_told_what_exists(zone, path):
    answer = Client().get(path)
    assert answer.status_code in (302, 404)
    assert zone.names["en"] not in answer.content.decode()


@pytest.mark.parametrize("away", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"])
def test_no_address_leads_away(lin, client_of, away):
    client = client_of(lin)
    answers = [
        client.post("/language", {"language": "en", "next": away}),
        Client().get(reverse("account_login") + f"?next={away}"),
        client.get(reverse("account_login") + f"?next={away}"),
    ]
    lin.user.set_password("a long enough password")
    lin.user.save()
    said = {"login": lin.user.email, "password": "a long enough password", "next": away}
    answers.append(Client().post(reverse("account_login"), said))
    for answer in answers:
        assert "evil" not in answer.headers.get("Location", "")
        assert "javascript" not in answer.headers.get("Location", "")


def test_an_undo_leads_back_to_our_own_pages(lin, client_of):
    name = Name.objects.get(subject=factories.make_organisation(lin, "Ostwind"))
    undo = reverse("register:undo", args=[lin.zone.slug, name.recorded_id])
    answer = client_of(lin).post(undo, {"next": "https://evil.example/"})
    assert "evil" not in answer.headers["Location"]


def test_posts_without_a_token_are_refused_from_scripts_too(lin):
    client = Client(enforce_csrf_checks=True)
    client.force_login(lin.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    address = reverse("register:add", args=[lin.zone.slug])
    for headers in ({}, {"HX-Request": "true"}, {"X-Requested-With": "XMLHttpRequest"}):
        assert client.post(address, {"kind": "person", "name": "x"}, headers=headers).status_code == 403


def test_an_invitation_opens_once(lin, now):
    letter = invite(member=lin, email="neu@example.org", role=Role.GUEST, circles=[], now=timezone.now())
    address = reverse("joining:join", args=[letter.token])
    said = {"name": "Neu", "language": "en", "password": "a long enough password"}
    assert Client().post(address, said).status_code == 302
    assert Client().post(address, said | {"name": "Other"}).status_code == 410
    assert User.objects.filter(email="neu@example.org").count() == 1
    assert Membership.objects.get(user__email="neu@example.org").role == Role.GUEST


def test_closed_invitations_open_nothing(lin, client_of, mei):
    late = invite(
        member=lin, email="late@example.org", role=Role.DIRECTOR, circles=[], now=timezone.now() - timedelta(days=15)
    )
    gone = invite(member=lin, email="gone@example.org", role=Role.DIRECTOR, circles=[], now=timezone.now())
    call_back(member=lin, invitation=gone, now=timezone.now())
    open_ = invite(member=lin, email="else@example.org", role=Role.DIRECTOR, circles=[], now=timezone.now())
    said = {"name": "Neu", "language": "en", "password": "a long enough password"}
    for letter, status in ((late, 410), (gone, 410)):
        assert Client().post(reverse("joining:join", args=[letter.token]), said).status_code == status
    assert client_of(mei).post(reverse("joining:join", args=[open_.token]), said).status_code == 403
    assert Membership.objects.get(pk=mei.pk).role == Role.ANALYST


def test_a_reset_says_the_same_of_every_address(lin):
    answers = []
    for address in (lin.user.email, "nobody@example.org"):
        answer = Client().post(reverse("account_reset_password"), {"email": address})
        answers.append((answer.status_code, answer.headers.get("Location")))
    assert answers[0] == answers[1]


def test_a_reset_link_opens_once(lin):
    Client().post(reverse("account_reset_password"), {"email": lin.user.email})
    link = re.search(r"http://testserver(\S+)", mail.outbox[-1].body)[1]
    for status in (302, 200):
        client = Client()
        shown = client.get(link, follow=True)
        form = {
            "password": "another long password",
            "password1": "another long password",
            "password2": "another long password",
        }
        answer = client.post(shown.request["PATH_INFO"], form)
        assert answer.status_code == status


def test_an_account_keeps_the_address_it_was_invited_at(lin, client_of):
    client = client_of(lin)
    client.post("/account/email/", {"action_add": "", "email": "victim@example.org"})
    client.post("/account/email/", {"action_primary": "", "email": "victim@example.org"})
    lin.user.refresh_from_db()
    assert lin.user.email == "lin@example.org"
    assert not EmailAddress.objects.filter(email="victim@example.org").exists()
