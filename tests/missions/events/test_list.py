"""The list of an event: names added, pasted, marked, counted against the claim, taken out as a file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from qiao.missions.actions.invite import invite_many, set_availability
from qiao.missions.actions.rows import change_row
from qiao.missions.models import Invitee, PlannedEvent
from qiao.missions.queries.events_invitees import attended, invitee_page
from qiao.missions.queries.events_pasted import MOST_LINES, lines_of, pasted_names
from qiao.register.actions.undo import undo_action
from qiao.zones.models import Circle, Membership
from tests import factories
from tests.missions.events.conftest import Guests
from tests.missions.events.test_events import address

Browser = Callable[[Membership], Client]


def test_name_and_enter_put_on_the_list(forum: PlannedEvent, lin: Membership, client_of: Browser) -> None:
    party = factories.make_organisation(lin, "Aurora Photonics")

    client_of(lin).post(address("invitee_add", lin, forum.pk), {"typed": "aurora"})
    page = client_of(lin).post(address("invitee_add", lin, forum.pk), {"typed": "aurora"}, follow=True)

    assert [row.party_id for row in Invitee.objects.live()] == [party.pk]
    assert "Already on the list" in page.content.decode()


def test_nobody_is_invited_twice_and_undo_takes_all(forum: PlannedEvent, lin: Membership, now: datetime) -> None:
    parties = [factories.make_organisation(lin, name) for name in ("Aurora", "Boreal", "Corvus")]
    invite_many(member=lin, event=forum, parties=parties[:1], now=now)

    rows, action = invite_many(member=lin, event=forum, parties=[*parties, *parties], now=now)

    assert [row.party_id for row in rows] == [one.pk for one in parties[1:]]
    assert action is not None
    undo_action(member=lin, action=action, now=now)
    assert [row.party_id for row in Invitee.objects.live()] == [parties[0].pk]
    assert invite_many(member=lin, event=forum, parties=parties[:1], now=now) == ([], None)


def test_pasted_lines_say_whom_they_mean(forum: PlannedEvent, lin: Membership, guests: Guests) -> None:
    guests("Aurora")
    boreal = factories.make_organisation(lin, "Boreal Optics")
    twins = [factories.make_organisation(lin, "Corvus"), factories.make_organisation(lin, "Corvus")]

    told = pasted_names(forum, lin, "1. Boreal Optics\n- Aurora\nCorvus\nNobody At All Here\nBoreal Opt", "en")

    assert [(one.line, one.sure, one.listed, one.is_unknown) for one in told.names] == [
        ("Boreal Optics", True, False, False),
        ("Aurora", True, True, False),
        ("Corvus", False, False, False),
        ("Nobody At All Here", False, False, True),
        ("Boreal Opt", False, False, False),
    ]
    assert [name.entity_id for name in told.names[0].choices] == [boreal.pk]
    assert {name.entity_id for name in told.names[2].choices} == {one.pk for one in twins}


def test_paste_shows_then_adds(forum: PlannedEvent, lin: Membership, client_of: Browser) -> None:
    boreal = factories.make_organisation(lin, "Boreal Optics")
    browser = client_of(lin)

    page = browser.post(address("invitee_paste", lin, forum.pk), {"lines": "Boreal Optics\nUnheard Of"})
    assert "not found" in page.content.decode()
    assert not Invitee.objects.exists()
    browser.post(address("invitee_paste", lin, forum.pk), {"chosen": "1", "party": [str(boreal.pk), "", "x"]})
    assert [row.party_id for row in Invitee.objects.live()] == [boreal.pk]


def test_paste_does_not_tell_of_hidden_parties(forum: PlannedEvent, lin: Membership, zone: object) -> None:
    circle = Circle.objects.create(zone=lin.zone, name="Board")
    factories.make_organisation(lin, "Hidden Works", audience=circle)
    wei = factories.make_member(lin.zone, "wei")

    assert pasted_names(forum, lin, "Hidden Works", "en").names[0].sure
    assert pasted_names(forum, wei, "Hidden Works", "en").names[0].is_unknown


@given(st.text(max_size=400))
def test_any_paste_becomes_bounded_lines(text: str) -> None:
    lines = lines_of(text)

    assert len(set(lines)) == len(lines)
    assert all(0 < len(line) <= 200 and "\0" not in line for line in lines)


def test_lines_beyond_the_most_are_counted(forum: PlannedEvent, lin: Membership) -> None:
    told = pasted_names(forum, lin, "\n".join(f"{n} zz" for n in range(MOST_LINES + 7)), "en")

    assert (len(told.names), told.left_out) == (MOST_LINES, 7)


def test_marks_stand_against_the_claim(
    forum: PlannedEvent, lin: Membership, guests: Guests, now: datetime, client_of: Browser
) -> None:
    change_row(member=lin, row=forum, claimed=4, now=now)
    rows = guests("Aurora", "Boreal")
    browser = client_of(lin)

    browser.post(address("invitee_change", lin, forum.pk, rows[0].pk), {"status": "came"})
    part = browser.post(
        address("invitee_change", lin, forum.pk, rows[1].pk), {"status": "came"}, headers={"HX-Request": "true"}
    ).content.decode()

    found = attended(forum, lin)
    assert (found.claimed, found.came, found.unnamed, found.is_drawn) == (4, 2, 2, True)
    assert "4 claimed · 2 named" in part
    assert "<html" not in part
    opened = browser.get(address("event", lin, forum.pk) + "?status=came").content.decode()
    assert opened.count("data-invitee") == 2


def test_many_are_drawn_as_a_bar(forum: PlannedEvent, lin: Membership, now: datetime) -> None:
    change_row(member=lin, row=forum, claimed=400, now=now)

    assert not attended(forum, lin).is_drawn


@pytest.mark.parametrize("status", ["", "x" * 300, "\0", "CAME"])
def test_unknown_state_changes_nothing(
    status: str, forum: PlannedEvent, lin: Membership, guests: Guests, client_of: Browser
) -> None:
    (row,) = guests("Aurora")

    response = client_of(lin).post(address("invitee_change", lin, forum.pk, row.pk), {"status": status})

    row.refresh_from_db()
    assert (response.status_code, row.status) == (303, "listed")


def test_invitee_in_a_circle_is_neither_shown_nor_counted(
    forum: PlannedEvent, lin: Membership, mei: Membership, guests: Guests, now: datetime, client_of: Browser
) -> None:
    guests("Aurora")
    circle = Circle.objects.create(zone=lin.zone, name="Board")
    hidden = factories.make_organisation(lin, "Hidden Works", audience=circle)
    invite_many(member=lin, event=forum, parties=[hidden], now=now)

    assert (attended(forum, lin).listed, attended(forum, mei).listed) == (2, 1)
    assert "Hidden Works" in client_of(lin).get(address("event", lin, forum.pk)).content.decode()
    assert "Hidden Works" not in client_of(mei).get(address("event", mei, forum.pk)).content.decode()


def test_list_is_narrowed_by_name_and_paged(forum: PlannedEvent, lin: Membership, guests: Guests) -> None:
    guests("Aurora", "Boreal", "Corvus")

    by_name = invitee_page(forum, lin, "en", typed="boreal")
    second = invitee_page(forum, lin, "en", page=1, shown=2)

    assert [line.name.text for line in by_name.lines if line.name] == ["Boreal"]
    assert ([line.name.text for line in second.lines if line.name], second.more) == (["Corvus"], False)


@pytest.mark.parametrize("count", [1, 3])
def test_queries_of_the_page(
    count: int, forum: PlannedEvent, lin: Membership, guests: Guests, client_of: Browser
) -> None:
    guests(*["Aurora", "Boreal", "Corvus"][:count])
    browser = client_of(lin)
    found = []
    for name in ("event", "round", "wishes", "availability"):
        browser.get(address(name, lin, forum.pk))
        with CaptureQueriesContext(connection) as asked:
            browser.get(address(name, lin, forum.pk))
        found.append(len(asked))

    assert found == PAGE_QUERIES


PAGE_QUERIES = [17, 16, 16, 14]


def test_list_leaves_as_a_file(
    forum: PlannedEvent, lin: Membership, otto: Membership, guests: Guests, client_of: Browser
) -> None:
    guests("Aurora", "=Boreal()")
    said = {"form": "csv", "event": str(forum.pk)}

    assert _export(lin) in client_of(lin).get(address("event", lin, forum.pk)).content.decode()
    csv = b"".join(client_of(lin).post(_export(lin), said).streaming_content).decode()  # type: ignore[attr-defined]
    assert "Aurora,on the list" in csv
    assert "\n=Boreal" not in csv
    other = b"".join(client_of(otto).post(_export(otto), said).streaming_content).decode()  # type: ignore[attr-defined]
    assert "Aurora" not in other


def _export(member: Membership) -> str:
    return reverse("exchange:export", args=[member.zone.slug, "invitees"])


def test_availability_is_ticked(forum: PlannedEvent, lin: Membership, guests: Guests, client_of: Browser) -> None:
    one, other = guests("Aurora", "Boreal")
    said = {
        "shown": [str(one.pk), str(other.pk), "x"],
        "away": [f"{one.pk}:0", f"{one.pk}:3", f"{one.pk}:99", f"{other.pk}:-1", "x:1", ":", "1"],
    }

    client_of(lin).post(address("availability", lin, forum.pk), said)

    one.refresh_from_db()
    other.refresh_from_db()
    assert (one.forbidden, other.forbidden) == ([0, 3], [])


def test_who_is_not_shown_keeps_their_slots(
    forum: PlannedEvent, lin: Membership, guests: Guests, now: datetime
) -> None:
    one, other = guests("Aurora", "Boreal")
    set_availability(member=lin, event=forum, forbidden={one.pk: [1], other.pk: [2]}, now=now)

    set_availability(member=lin, event=forum, forbidden={one.pk: []}, now=now)

    one.refresh_from_db()
    other.refresh_from_db()
    assert (one.forbidden, other.forbidden) == ([], [2])
