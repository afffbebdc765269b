"""The zone's other pages: the zone, its circles, its audit, one's own account."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from django.test import Client
from pytest_django import DjangoAssertNumQueries

from qiao.zones.actions.circles import create_circle
from qiao.zones.actions.members import change_role
from qiao.zones.models import Action, Circle, Membership, Role, Zone
from tests import factories

ClientOf = Callable[[Membership], Client]
SAID = {
    "name_zh-hans": "临湖高新区",
    "name_en": "Linhu Zone",
    "home_names": "临湖\n\n Linhu ",
    "time_zone": "Asia/Shanghai",
    "industry_system": "6+2+X",
    "language": "zh-hans",
}


def test_director_describes_the_zone(lin: Membership, client_of: ClientOf) -> None:
    answer = client_of(lin).post("/z/linhu/zone/edit", SAID, follow=True)

    zone = Zone.objects.get(pk=lin.zone_id)
    assert zone.names == {"zh-hans": "临湖高新区", "en": "Linhu Zone"}
    assert (zone.home_names, zone.industry_system) == (["临湖", "Linhu"], "6+2+X")
    assert "<h1>" in answer.text


def test_unknown_time_zone_is_named_beside_the_field(lin: Membership, client_of: ClientOf) -> None:
    answer = client_of(lin).post("/z/linhu/zone/edit", SAID | {"time_zone": "Mars/Olympus"})

    assert "found “Mars/Olympus”" in answer.text
    assert Zone.objects.get(pk=lin.zone_id).time_zone == "Asia/Shanghai"


def test_analyst_reads_the_zone(mei: Membership, client_of: ClientOf) -> None:
    assert "/zone/edit" not in client_of(mei).get("/z/linhu/zone/").text
    assert client_of(mei).post("/z/linhu/zone/edit", SAID).status_code == 403


def test_circle_is_made_renamed_and_peopled(lin: Membership, mei: Membership, client_of: ClientOf) -> None:
    browser = client_of(lin)
    browser.post("/z/linhu/zone/circles/", {"name": "Lyon"})
    circle = Circle.objects.get()
    page = f"/z/linhu/zone/circles/{circle.pk}/"

    browser.post(page, {"name": "Lyon station"})
    browser.post(page, {"deed": "members", "members": [str(mei.pk)]})

    circle.refresh_from_db()
    assert (circle.name, list(circle.members.all())) == ("Lyon station", [mei])


def test_taken_circle_name_is_refused(lin: Membership, client_of: ClientOf, now: datetime) -> None:
    create_circle(member=lin, name="Lyon", now=now)
    answer = client_of(lin).post("/z/linhu/zone/circles/", {"name": "Lyon"})

    assert answer.status_code == 422
    assert 'id="id_name_error"' in answer.text


def test_circles_are_for_members_to_read_and_directors_to_make(
    lin: Membership, mei: Membership, otto: Membership, client_of: ClientOf, now: datetime
) -> None:
    circle = create_circle(member=lin, name="Lyon", now=now)
    page = f"/z/linhu/zone/circles/{circle.pk}/"

    assert client_of(mei).get(page).status_code == 200
    assert client_of(mei).post(page, {"name": "Ours"}).status_code == 403
    assert client_of(mei).post("/z/linhu/zone/circles/", {"name": "Ours"}).status_code == 403
    assert client_of(otto).get(f"/z/auental/zone/circles/{circle.pk}/").status_code == 404


def test_keeper_meets_no_foreign_circle(lin: Membership, client_of: ClientOf, now: datetime) -> None:
    circle = create_circle(member=lin, name="Lyon", now=now)
    kim = factories.make_member(lin.zone, "kim", Role.KEEPER)

    assert "Lyon" not in client_of(kim).get("/z/linhu/zone/circles/").text
    assert client_of(kim).get(f"/z/linhu/zone/circles/{circle.pk}/").status_code == 404


def test_audit_speaks_in_sentences(lin: Membership, mei: Membership, client_of: ClientOf, now: datetime) -> None:
    change_role(member=lin, subject=mei, role=Role.OFFICER, now=now)
    page = client_of(lin).get("/z/linhu/zone/audit/").text

    assert "<b>Lin</b> changed the role of Mei" in page
    assert "2 Mar 2026 17:00" in page  # in Shanghai


def test_audit_leads_from_page_to_page(lin: Membership, client_of: ClientOf, now: datetime) -> None:
    Action.objects.bulk_create(
        Action(zone=lin.zone, actor=lin.user, verb="invite", at=now + timedelta(minutes=number)) for number in range(51)
    )
    browser = client_of(lin)
    first = browser.get("/z/linhu/zone/audit/?verb=invite")
    second = browser.get(f"/z/linhu/zone/audit/?{first.context['older']}")

    assert (len(first.context["lines"]), len(second.context["lines"])) == (50, 1)
    assert "verb=invite" in first.context["older"]
    assert second.context["older"] == ""


def test_audit_is_for_directors_and_analysts(
    lin: Membership, mei: Membership, otto: Membership, client_of: ClientOf
) -> None:
    ada = factories.make_member(lin.zone, "ada", Role.OFFICER)

    assert client_of(mei).get("/z/linhu/zone/audit/").status_code == 200
    assert client_of(ada).get("/z/linhu/zone/audit/").status_code == 403
    assert client_of(otto).get("/z/linhu/zone/audit/").status_code == 404


def test_audit_asks_the_same_for_one_and_three(
    lin: Membership,
    mei: Membership,
    client_of: ClientOf,
    now: datetime,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    browser = client_of(lin)
    for role in (Role.OFFICER, Role.GUEST, Role.ANALYST):
        change_role(member=lin, subject=mei, role=role, now=now)
        # session, user, membership; members, circles; actions, undone by; names of four kinds; verbs
        with django_assert_num_queries(12):
            browser.get("/z/linhu/zone/audit/")


def test_own_account_changes_name_and_language(mei: Membership, client_of: ClientOf) -> None:
    browser = client_of(mei)
    answer = browser.post("/z/linhu/account/", {"name": "Mei Qing", "language": "de"}, follow=True)

    mei.user.refresh_from_db()
    assert (mei.user.name, mei.user.language) == ("Mei Qing", "de")
    assert '<html lang="de">' in answer.text


def test_account_refuses_an_empty_name(mei: Membership, client_of: ClientOf) -> None:
    answer = client_of(mei).post("/z/linhu/account/", {"name": "", "language": "de"})

    assert answer.status_code == 422
    assert 'id="id_name_error"' in answer.text
