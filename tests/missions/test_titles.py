"""What a mission is called, and how it is renamed."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.test import Client
from django.urls import reverse

from qiao.kit import show
from qiao.kit.instants import Moment
from qiao.missions.actions.rename import NoTitle, TitleTooLong, rename_mission
from qiao.missions.home import home_of
from qiao.missions.models import Mission
from qiao.missions.queries.claims import Asking
from qiao.missions.queries.titles import Title, titles
from qiao.register.actions.undo import undo_action
from qiao.zones.actions import NotAllowed
from qiao.zones.models import Membership
from tests import factories
from tests.missions.conftest import Report

Browser = Callable[[Membership], Client]


def title(mission: Mission, member: Membership, language: str = "en") -> Title:
    return titles([mission.pk], Asking(member, Moment(), language))[mission.pk]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Graz and Ljubljana, June 2025"),
        ("de", "Graz und Ljubljana, Juni 2025"),
        ("fr", "Graz et Ljubljana, juin 2025"),
        ("zh-hans", "格拉茨和卢布尔雅那，2025年6月"),
    ],
)
def test_places_and_month_in_the_language_of_the_reader(
    language: str, words: str, mission: Mission, lin: Membership
) -> None:
    assert title(mission, lin, language) == Title(words)


def test_own_title_stands_before_places_and_comes_off_again(mission: Mission, lin: Membership, now: datetime) -> None:
    action = rename_mission(member=lin, mission=mission, title="  The  Graz week ", now=now)

    assert (title(mission, lin).text, title(mission, lin).is_own) == ("The Graz week", True)

    undo_action(member=lin, action=action, now=now)

    assert title(mission, lin) == Title("Graz and Ljubljana, June 2025")


def test_a_second_title_takes_the_place_of_the_first(mission: Mission, lin: Membership, now: datetime) -> None:
    rename_mission(member=lin, mission=mission, title="The Graz week in June", now=now)
    second = rename_mission(member=lin, mission=mission, title="The week in Styria", now=now)

    assert title(mission, lin).text == "The week in Styria"

    undo_action(member=lin, action=second, now=now)

    assert title(mission, lin).text == "The Graz week in June"


def test_each_language_may_have_its_title(mission: Mission, lin: Membership, now: datetime) -> None:
    rename_mission(member=lin, mission=mission, title="The week in Styria", now=now)
    rename_mission(member=lin, mission=mission, title="施泰尔马克之行", now=now)

    assert title(mission, lin, "en").text == "The week in Styria"
    assert title(mission, lin, "zh-hans").text == "施泰尔马克之行"


def test_titles_that_cannot_be_are_refused(mission: Mission, lin: Membership, mei: Membership, now: datetime) -> None:
    with pytest.raises(NoTitle):
        rename_mission(member=lin, mission=mission, title=" \n ", now=now)
    with pytest.raises(TitleTooLong):
        rename_mission(member=lin, mission=mission, title="x" * 201, now=now)
    with pytest.raises(NotAllowed):
        rename_mission(member=mei, mission=mission, title="Mine", now=now)
    assert not title(mission, lin).is_own


def test_rename_page_and_its_undo(
    mission: Mission, lin: Membership, mei: Membership, otto: Membership, client_of: Browser
) -> None:
    url = reverse("missions:rename", args=[lin.zone.slug, mission.pk])
    page = reverse("missions:mission", args=[lin.zone.slug, mission.pk])

    assert client_of(mei).post(url, {"title": "Mine"}).status_code == 403
    assert client_of(otto).post(url, {"title": "Mine"}).status_code == 404
    assert client_of(lin).get(url).status_code == 405

    client = client_of(lin)
    answer = client.post(url, {"title": "The week <b>in</b> Styria"})
    shown = client.get(page).content.decode()

    assert (answer.status_code, answer["Location"]) == (303, page)
    assert "The week &lt;b&gt;in&lt;/b&gt; Styria" in shown
    undo = re.search(rf'action="({page}title/[0-9a-f-]+/undo)"', shown)
    assert undo is not None
    assert client_of(mei).post(undo.group(1)).status_code == 403
    assert client_of(otto).post(undo.group(1)).status_code == 404
    again = client.post(undo.group(1), follow=True).content.decode()
    assert "The earlier title is back." in again
    assert "<h1>Graz and Ljubljana, June 2025</h1>" in again
    assert "nothing was changed" in client.post(undo.group(1), follow=True).content.decode()
    assert "Rename" not in client_of(mei).get(page).content.decode()


def test_empty_title_is_answered_beside_the_old_one(mission: Mission, lin: Membership, client_of: Browser) -> None:
    client = client_of(lin)

    answer = client.post(reverse("missions:rename", args=[lin.zone.slug, mission.pk]), {"title": ""}, follow=True)

    assert "the old title stays" in answer.content.decode()
    assert "Graz and Ljubljana, June 2025" in answer.content.decode()


def test_a_mission_without_places_goes_by_its_month_or_its_kind() -> None:
    assert show.journey([], date(2025, 6, 2), date(2025, 7, 1), "en") == "June\u2009–\u2009July 2025"
    assert show.journey(["Graz"], None, None, "en") == "Graz"


def test_home_is_known_by_its_names_and_their_parts(db: None) -> None:
    home = home_of(factories.make_zone("wuxi", name="Wuxi", home_names=["无锡高新区", "新吴区", "Wuxi High-tech Zone"]))

    assert [name for name in ("无錫", "無錫高新區", "Wuxi", "wuxi high-tech zone") if not home.is_here(name)] == []
    assert [name for name in ("里昂", "Lyon", "Tech", "中国") if home.is_here(name)] == ["Tech"]


def test_only_a_renaming_of_this_mission_is_undone_here(
    mission: Mission, lin: Membership, accept: Report, client_of: Browser, now: datetime
) -> None:
    other = Mission.objects.get(entity=accept(lin).about)
    action = rename_mission(member=lin, mission=other, title="The other week", now=now)
    accepting = mission.entity.dating_claims.get().recorded
    client = client_of(lin)

    for found in (action, accepting):
        url = reverse("missions:undo_rename", args=[lin.zone.slug, mission.pk, found.pk])
        assert client.post(url).status_code == 404
    assert title(other, lin).text == "The other week"
