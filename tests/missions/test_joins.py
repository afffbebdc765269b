"""Several reports of one journey: found by their days and towns, judged on a page, taken back again."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from qiao.missions.models import Mission
from qiao.register.models import Entity, Judgement
from qiao.zones.models import Membership
from tests.missions import founding
from tests.missions.conftest import Report

Browser = Callable[[Membership], Client]


def address(mission: Mission) -> str:
    return f"/z/linhu/missions/{mission.pk}/same"


def test_same_week_is_offered_judged_and_taken_back(
    mission: Mission, lin: Membership, accept: Report, client_of: Browser
) -> None:
    other = Mission.objects.get(entity=accept(lin, founding.TEXT + " ", founding.FACTS).about)
    browser = client_of(lin)
    page = browser.get(f"/z/linhu/missions/{mission.pk}/").content.decode()
    assert "1 other report may tell of this journey" in page
    assert str(other.pk) in browser.get(address(mission)).content.decode()

    answer = browser.post(address(mission), {"other": str(other.pk), "verdict": "same"})
    assert answer.status_code == 303
    assert Entity.objects.get(pk=other.pk).canonical_id == mission.pk
    page = browser.get(f"/z/linhu/missions/{mission.pk}/").content.decode()
    assert "other report may tell" not in page

    action = Judgement.objects.get().recorded_id
    browser.post(f"/z/linhu/actions/{action}/undo", {"next": address(mission)})
    assert Entity.objects.get(pk=other.pk).canonical_id == other.pk


def test_one_judged_different_is_not_offered_again(
    mission: Mission, lin: Membership, accept: Report, client_of: Browser
) -> None:
    other = Mission.objects.get(entity=accept(lin, founding.TEXT + " ", founding.FACTS).about)
    browser = client_of(lin)
    browser.post(address(mission), {"other": str(other.pk), "verdict": "different"})
    assert "No other mission of the register" in browser.get(address(mission)).content.decode()
    refused = browser.post(address(mission), {"other": str(other.pk), "verdict": "same"}, follow=True)
    assert "Withdraw that judgement first" in refused.content.decode()


def test_odd_answers_change_nothing(
    mission: Mission, lin: Membership, mei: Membership, otto: Membership, client_of: Browser
) -> None:
    for said in ({}, {"other": "x", "verdict": "same"}, {"other": str(mission.pk), "verdict": "same"}):
        assert client_of(lin).post(address(mission), said).status_code == 303
    assert client_of(mei).get(address(mission)).status_code == 403
    assert client_of(otto).get(address(mission)).status_code == 404
    assert not Judgement.objects.exists()
