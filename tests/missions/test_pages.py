"""The pages of the room: who may open them, how many queries they take, and that every number opens."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from qiao.missions.models import Mission
from qiao.zones.models import Circle, Membership, Role
from tests import factories
from tests.missions import founding
from tests.missions.conftest import Report

Browser = Callable[[Membership], Client]


def address(name: str, member: Membership, *args: object) -> str:
    return reverse(f"missions:{name}", args=[member.zone.slug, *args])


def get(client: Client, url: str, **headers: str) -> str:
    response = client.get(url, headers=headers)
    assert response.status_code == 200
    return response.content.decode()


def test_empty_list_leads_to_documents(mei: Membership, client_of: Browser) -> None:
    page = get(client_of(mei), address("missions", mei))

    assert reverse("intake:documents", args=[mei.zone.slug]) in page
    assert "A mission appears here" in page


@pytest.mark.parametrize("name", ["mission", "figure"])
def test_cast_of_three(
    name: str, mission: Mission, lin: Membership, mei: Membership, otto: Membership, client_of: Browser
) -> None:
    more = ["agreements"] if name == "figure" else []
    url = address(name, lin, mission.pk, *more)

    assert client_of(lin).get(url).status_code == 200
    assert client_of(mei).get(url).status_code == 200
    assert client_of(otto).get(url).status_code == 404
    foreign = address(name, otto, mission.pk, *more)
    assert client_of(otto).get(foreign).status_code == 404
    assert Client().get(url).status_code == 302


def test_list_shows_each_zone_its_own(mission: Mission, lin: Membership, otto: Membership, client_of: Browser) -> None:
    assert "Graz and Ljubljana, June 2025" in get(client_of(lin), address("missions", lin))
    assert "Graz" not in get(client_of(otto), address("missions", otto))


def test_list_draws_claimed_against_named(mission: Mission, mei: Membership, client_of: Browser) -> None:
    page = get(client_of(mei), address("missions", mei))

    assert 'aria-label="5 named, 2 not"' in page
    assert "2–9 Jun 2025" in page
    assert "Austria, Slovenia" in page


@pytest.mark.parametrize("missions", [1, 3])
def test_list_takes_the_same_queries(
    missions: int,
    lin: Membership,
    mei: Membership,
    accept: Report,
    client_of: Browser,
    django_assert_num_queries: object,
) -> None:
    for _ in range(missions):
        accept(lin)
    client = client_of(mei)

    with django_assert_num_queries(23):  # type: ignore[operator]  # a fixture of pytest-django
        page = get(client, address("missions", mei))

    assert page.count("Graz and Ljubljana, June 2025") == missions


@pytest.mark.parametrize("times", [1, 3])
def test_page_takes_the_same_queries(
    times: int, mission: Mission, lin: Membership, accept: Report, client_of: Browser, django_assert_num_queries: object
) -> None:
    for number in range(times):
        text = f"The Linhu High-tech Zone visited Werk {number}."
        attrs = {"kind": "visited", "parties": [founding.HOME, f"Werk {number}"]}
        accept(lin, text, [{"kind": "relation", "text": f"visited Werk {number}", "attrs": attrs}], about=mission)
    client = client_of(lin)

    with django_assert_num_queries(28):  # type: ignore[operator]  # a fixture of pytest-django
        page = get(client, address("mission", lin, mission.pk))

    assert page.count(">Werk ") == times


def test_list_goes_on_where_it_stopped(
    lin: Membership, accept: Report, client_of: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qiao.missions.queries.listing.PAGE", 2)
    made = [Mission.objects.get(entity=accept(lin).about) for _ in range(3)]
    client = client_of(lin)

    first = get(client, address("missions", lin))
    found = re.search(r"\?after=([0-9a-f-]+)", first)
    assert found is not None
    second = get(client, address("missions", lin) + found.group(0))

    assert [f"/missions/{one.pk}/" in first for one in made] == [False, True, True]
    assert [f"/missions/{one.pk}/" in second for one in made] == [True, False, False]


def test_list_forgives_an_address_that_is_no_id(mission: Mission, mei: Membership, client_of: Browser) -> None:
    assert str(mission.pk) in get(client_of(mei), address("missions", mei) + "?after=nonsense")


def test_every_number_of_the_page_opens(mission: Mission, mei: Membership, client_of: Browser) -> None:
    client = client_of(mei)
    page = get(client, address("mission", mei, mission.pk))

    links = set(re.findall(rf'href="({address("mission", mei, mission.pk)}figures/[^"]+)"', page))

    assert {link.rsplit("/", 1)[1] for link in links} == {
        "investment",
        "agreements",
        "ventures",
        "participants",
        "companies",
        "duration",
        "stations",
        "events",
        "visits",
    }
    for link in links:
        get(client, link)


def test_every_link_of_the_page_leads_somewhere(mission: Mission, mei: Membership, client_of: Browser) -> None:
    client = client_of(mei)
    page = get(client, address("mission", mei, mission.pk))

    links = {
        link.replace("&amp;", "&").split("#")[0] for link in re.findall(r'<a class="open[^"]*" href="([^"]+)"', page)
    }

    assert len(links) > 20
    assert {link: client.get(link).status_code for link in links if client.get(link).status_code != 200} == {}


def test_figure_shows_rule_records_and_marked_sentence(mission: Mission, mei: Membership, client_of: Browser) -> None:
    page = get(client_of(mei), address("figure", mei, mission.pk, "agreements"))

    assert "7 claimed · 5 named" in re.sub(r"<[^>]+>", "", page)
    assert "hopes are not counted" in page
    assert "<mark>seven letters of intent</mark> and met" in page
    assert re.search(r"/sources/[0-9a-f-]+/\?start=\d+&amp;end=\d+#at", page)
    assert "Lesna Labs" in page


def test_figure_alone_is_a_page_and_beside_is_a_part(mission: Mission, mei: Membership, client_of: Browser) -> None:
    client, url = client_of(mei), address("figure", mei, mission.pk, "stations")

    whole = get(client, url)
    part = get(client, url, **{"HX-Request": "true", "HX-Target": "panel"})

    assert whole.lstrip().startswith("<!doctype html>")
    assert "<!doctype" not in part
    assert "data-close-panel" in part
    assert "No source states this number" in part


def test_unknown_figure_is_missing(mission: Mission, mei: Membership, client_of: Browser) -> None:
    assert client_of(mei).get(address("figure", mei, mission.pk, "weather")).status_code == 404
    assert client_of(mei).get(address("figure", mei, mission.pk, "jobs")).status_code == 404


def test_a_figure_keeps_the_address_of_its_claim(mission: Mission, mei: Membership, client_of: Browser) -> None:
    claim = mission.entity.figure_claims.filter(measure="participants").get()

    assert "nearly 200" in get(client_of(mei), address("figure", mei, mission.pk, claim.pk))


def test_hope_has_no_ladder_and_gaps_ask(mission: Mission, mei: Membership, client_of: Browser) -> None:
    page = get(client_of(mei), address("mission", mei, mission.pk))

    assert page.count('class="ladder') == 3
    assert '<span class="tag hope">Contract</span>' in page
    assert re.findall(r"No\. (\d): name it", page) == ["6", "7"]
    assert "2 agreements to be named" in page


def test_a_part_kept_in_a_circle_is_not_shown_to_others(
    mission: Mission, lin: Membership, mei: Membership, accept: Report, client_of: Browser
) -> None:
    circle = Circle.objects.create(zone=lin.zone, name="Graz station")
    text = "The Linhu High-tech Zone visited Geheimwerk."
    attrs = {"kind": "visited", "parties": [founding.HOME, "Geheimwerk"]}
    facts = [{"kind": "relation", "text": "visited Geheimwerk", "attrs": attrs}]
    accept(lin, text, facts, about=mission, audience=circle)

    assert "Geheimwerk" in get(client_of(lin), address("mission", lin, mission.pk))
    assert "Geheimwerk" not in get(client_of(mei), address("mission", mei, mission.pk))
    assert "Geheimwerk" not in get(client_of(mei), address("figure", mei, mission.pk, "visits"))


def test_a_mission_of_a_circle_is_missing_to_others(
    lin: Membership, mei: Membership, accept: Report, client_of: Browser
) -> None:
    circle = Circle.objects.create(zone=lin.zone, name="Graz station")
    keeper = factories.make_member(lin.zone, "kai", Role.KEEPER)
    keeper.circles.add(circle)
    mission = Mission.objects.get(entity=accept(lin, audience=circle).about)

    assert client_of(mei).get(address("mission", mei, mission.pk)).status_code == 404
    assert "Graz" not in get(client_of(mei), address("missions", mei))
    assert "Graz and Ljubljana" in get(client_of(keeper), address("missions", keeper))


def test_page_as_it_was_known_before(mission: Mission, lin: Membership, accept: Report, client_of: Browser) -> None:
    later = factories.NOW + timedelta(days=3)
    text = "The Linhu High-tech Zone visited Spätwerk."
    attrs = {"kind": "visited", "parties": [founding.HOME, "Spätwerk"]}
    accept(lin, text, [{"kind": "relation", "text": "visited Spätwerk", "attrs": attrs}], about=mission, at=later)
    client, url = client_of(lin), address("mission", lin, mission.pk)

    now, then = get(client, url), get(client, url + "?as_of=2026-03-03")
    before = get(client, url + "?as_of=2026-03-01")

    assert "Spätwerk" in now
    assert "Spätwerk" not in then
    assert "As it was known on 3 March 2026" in then
    assert "figures/agreements?as_of=2026-03-03" in then
    assert "Rename" not in then
    assert "Nothing is told of this mission" in before


def test_a_day_that_is_none_is_named_and_the_present_shown(
    mission: Mission, mei: Membership, client_of: Browser
) -> None:
    response = client_of(mei).get(address("mission", mei, mission.pk) + "?on=31.12.2025")

    page = response.content.decode()
    assert response.status_code == 400
    assert "“31.12.2025” is not a day" in page
    assert "Steinfeld Mobility" in page
