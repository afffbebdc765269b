"""A matchmaking round: wishes, the problem they make, timetables asked for, chosen, shown and changed under way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from qiao.missions.actions.compute import compute_round
from qiao.missions.actions.invite import invite_many, set_availability
from qiao.missions.actions.rounds import (
    NothingChosen,
    NothingToMeet,
    RoundNotMade,
    ask_for_change,
    ask_for_round,
    choose_round,
    stop_round,
)
from qiao.missions.actions.rows import change_row
from qiao.missions.actions.wishes import wish_many
from qiao.missions.adapt_round import round_problem, slots_within
from qiao.missions.enums import JobState, WishKind
from qiao.missions.models import Invitee, PlannedEvent, Round, Wish
from qiao.missions.queries.rounds import round_page
from qiao.missions.queries.rounds_result import round_result
from qiao.missions.queries.rounds_wishes import pasted_wishes
from qiao.register.actions.undo import undo_action
from qiao.zones.models import Circle, Membership
from tests import factories
from tests.missions.events.conftest import LIKE, MUST, NO, Guests
from tests.missions.events.test_events import address

Browser = Callable[[Membership], Client]
NAMES = ("Aurora", "Boreal", "Corvus", "Dorado")


@pytest.fixture
def four(guests: Guests) -> list[Invitee]:
    return guests(*NAMES)


def wish(lin: Membership, event: PlannedEvent, now: datetime, *told: tuple[Invitee, Invitee, WishKind]) -> None:
    wish_many(member=lin, event=event, wishes=told, now=now)


def problem(event: PlannedEvent) -> dict[str, Any]:
    return round_problem(event, list(Invitee.objects.filter(live=True)), Wish.objects.filter(live=True))


def made(round_: Round, *meetings: tuple[str, int, int], unheld: tuple[tuple[str, str], ...] = ()) -> Round:
    """Give a round an answer: (asker's and asked's ids as the problem has them) -> slot, table."""
    round_.answer = {
        "status": "optimal",
        "held": len(meetings),
        "priority": 8,
        "bound": 8,
        "idle_slots": 0,
        "meetings": [{"id": pk, "slot": slot, "table": table} for pk, slot, table in meetings],
        "unheld": [{"id": pk, "because": because} for pk, because in unheld],
    }
    round_.state = JobState.DONE
    round_.finished_at = timezone.now()
    round_.save()
    return round_


def test_two_who_wish_each_other_are_one_meeting(
    forum: PlannedEvent, lin: Membership, four: list[Invitee], now: datetime
) -> None:
    a, b, c, _d = four
    wish(lin, forum, now, (a, b, LIKE), (b, a, MUST), (a, c, LIKE))

    found = problem(forum)

    assert [(one["a"], one["b"], one["priority"]) for one in found["requests"]] == [
        (str(a.pk), str(b.pk), 8),
        (str(a.pk), str(c.pk), 3),
    ]
    assert {person["id"] for person in found["people"]} == {str(a.pk), str(b.pk), str(c.pk)}


@pytest.mark.parametrize("other_way", [False, True])
def test_who_will_not_meet_is_never_sent(
    other_way: bool, forum: PlannedEvent, lin: Membership, four: list[Invitee], now: datetime
) -> None:
    a, b, c, _d = four
    refusal = (b, a, NO) if other_way else (a, b, NO)
    wish(lin, forum, now, (a, b, MUST), refusal, (b, a, MUST) if not other_way else (a, b, LIKE), (a, c, LIKE))

    assert [(one["a"], one["b"]) for one in problem(forum)["requests"]] == [(str(a.pk), str(c.pk))]


def test_who_declined_is_not_sent(forum: PlannedEvent, lin: Membership, four: list[Invitee], now: datetime) -> None:
    a, b, c, _d = four
    wish(lin, forum, now, (a, b, MUST), (a, c, LIKE))
    change_row(member=lin, row=c, status="declined", now=now)

    assert [one["b"] for one in problem(forum)["requests"]] == [str(b.pk)]


def test_fixed_slot_in_which_one_is_away_is_left_free(
    forum: PlannedEvent, lin: Membership, four: list[Invitee], now: datetime
) -> None:
    a, b, _c, _d = four
    wish(lin, forum, now, (a, b, MUST))
    change_row(member=lin, row=Wish.objects.get(), fixed_slot=2, now=now)
    assert problem(forum)["requests"][0]["fixed_slot"] == 2

    set_availability(member=lin, event=forum, forbidden={b.pk: [2]}, now=now)

    assert problem(forum)["requests"][0]["fixed_slot"] is None


@given(st.lists(st.one_of(st.integers(), st.text(max_size=3), st.none(), st.floats())), st.integers(0, 64))
def test_columns_of_slots_are_read_whatever_they_hold(told: list[Any], slots: int) -> None:
    assert all(0 <= slot < slots for slot in slots_within(told, slots))


def test_wish_said_again_changes_its_kind(
    forum: PlannedEvent, lin: Membership, four: list[Invitee], now: datetime
) -> None:
    a, b, _c, _d = four
    wish(lin, forum, now, (a, b, LIKE))

    count, action = wish_many(member=lin, event=forum, wishes=[(a, b, MUST)], now=now)

    assert (count, Wish.objects.get().kind) == (1, "must")
    assert wish_many(member=lin, event=forum, wishes=[(a, b, MUST)], now=now) == (0, None)
    assert action is not None
    undo_action(member=lin, action=action, now=now)
    assert Wish.objects.get().kind == "like"


def test_pasted_wishes_are_read_or_refused(forum: PlannedEvent, lin: Membership, four: list[Invitee]) -> None:
    a, b, c, _d = four

    told = pasted_wishes(
        forum,
        lin,
        "Aurora > Boreal must\naurora → Corvus\nBoreal\tCorvus\tno\nAurora > Nobody Here\nAurora\nCorvus > corvus",
    )

    assert told.wishes == ((a.pk, b.pk, MUST), (a.pk, c.pk, LIKE), (b.pk, c.pk, NO))
    assert [(one.line, one.because) for one in told.refused] == [
        ("Aurora > Nobody Here", "Nobody on the list answers to “Nobody Here”."),
        ("Aurora", "Expected two names with > between them."),
        ("Corvus > corvus", "Expected two different people; found one."),
    ]


def test_pasted_on_the_page_notes_the_good_and_keeps_the_rest(
    forum: PlannedEvent, lin: Membership, four: list[Invitee], client_of: Browser
) -> None:
    page = (
        client_of(lin)
        .post(address("wishes_paste", lin, forum.pk), {"lines": "Aurora > Boreal must\nAurora > Zz"})
        .content.decode()
    )

    assert Wish.objects.live().count() == 1
    assert "Nobody on the list answers to “Zz”." in page
    assert ">Aurora &gt; Zz<" in page.replace("\n", "")


@pytest.mark.parametrize(
    "said", [{}, {"asker": "Aurora"}, {"asker": "Aurora", "asked": "aurora"}, {"asker": "x" * 9000, "asked": "\0"}]
)
def test_wish_that_says_nothing_is_not_noted(
    said: dict[str, str], forum: PlannedEvent, lin: Membership, four: list[Invitee], client_of: Browser
) -> None:
    assert client_of(lin).post(address("wishes", lin, forum.pk), said).status_code == 303
    assert not Wish.objects.exists()


def test_wish_is_noted_and_taken_back(
    forum: PlannedEvent, lin: Membership, four: list[Invitee], client_of: Browser
) -> None:
    browser = client_of(lin)
    browser.post(address("wishes", lin, forum.pk), {"asker": "Aurora", "asked": "dorado", "kind": "must"})
    held = Wish.objects.get()
    assert (held.asker_id, held.asked_id, held.kind) == (four[0].pk, four[3].pk, "must")

    browser.post(address("wish_change", lin, forum.pk, held.pk), {"kind": "no"})
    held.refresh_from_db()
    assert held.kind == "no"
    browser.post(address("wish_change", lin, forum.pk, held.pk), {"cancel": "1"})
    assert not Wish.objects.live().exists()


def test_nothing_to_meet_is_refused(forum: PlannedEvent, lin: Membership, four: list[Invitee], now: datetime) -> None:
    with pytest.raises(NothingToMeet) as refusal:
        ask_for_round(member=lin, event=forum, now=now)
    assert refusal.value.missing == ("requests",)


def test_asking_again_stops_the_one_under_way(
    forum: PlannedEvent, lin: Membership, four: list[Invitee], now: datetime
) -> None:
    wish(lin, forum, now, (four[0], four[1], MUST))
    first = ask_for_round(member=lin, event=forum, now=now)

    second = ask_for_round(member=lin, event=forum, seconds=9000, now=now)

    first.refresh_from_db()
    assert (first.stop, second.stop, second.seconds) == (True, False, 120)
    stop_round(member=lin, made=second, now=now)
    second.refresh_from_db()
    assert second.stop


def test_choosing_is_undone_to_the_one_before(
    forum: PlannedEvent, lin: Membership, four: list[Invitee], now: datetime
) -> None:
    wish(lin, forum, now, (four[0], four[1], MUST))
    first, second = (ask_for_round(member=lin, event=forum, now=now) for _ in range(2))
    with pytest.raises(RoundNotMade):
        choose_round(member=lin, made=first, now=now)
    pk = str(Wish.objects.get().pk)
    made(first, (pk, 0, 0))
    made(second, (pk, 1, 0))

    choose_round(member=lin, made=first, now=now)
    action = choose_round(member=lin, made=second, now=now)
    assert Round.objects.get(chosen=True).pk == second.pk
    undo_action(member=lin, action=action, now=now)

    assert Round.objects.get(chosen=True).pk == first.pk


@pytest.fixture
def chosen(forum: PlannedEvent, lin: Membership, four: list[Invitee], now: datetime) -> Round:
    """A chosen timetable: Aurora meets Boreal in slot 0 and Corvus in slot 1; Boreal with Dorado is not held."""
    a, b, c, d = four
    wish(lin, forum, now, (a, b, MUST), (a, c, LIKE), (b, d, LIKE))
    ids = [one["id"] for one in problem(forum)["requests"]]
    held = made(
        ask_for_round(member=lin, event=forum, now=now),
        (ids[0], 0, 0),
        (ids[1], 1, 0),
        unheld=((ids[2], "Their free slots are taken."),),
    )
    choose_round(member=lin, made=held, now=now)
    return held


def test_result_is_a_grid_and_each_ones_own(chosen: Round, forum: PlannedEvent, lin: Membership) -> None:
    found = round_result(chosen, forum, lin, "en")

    grid = [(table, [seat and (seat.one.words, seat.other.words) for seat in row]) for table, row in found.grid(0)]
    assert grid == [
        (0, [("Aurora", "Boreal"), ("Aurora", "Corvus"), None, None]),
        (1, [None] * 4),
        (2, [None] * 4),
    ]
    assert [(one.one.words, one.other.words, one.because) for one in found.left] == [
        ("Boreal", "Dorado", "Their free slots are taken.")
    ]
    (day,) = found.days([found.in_order()[0]])
    assert (day.guest.words, day.meetings) == ("Aurora", 2)
    assert [(slot.start, other and other.words) for slot, _seat, other, _away in day.hours] == [
        (600, "Boreal"),
        (620, "Corvus"),
        (640, None),
        (660, None),
    ]


def test_result_pages_open(
    chosen: Round, forum: PlannedEvent, lin: Membership, mei: Membership, otto: Membership, client_of: Browser
) -> None:
    for name in ("round_result", "round_people"):
        page = client_of(mei).get(address(name, mei, forum.pk, chosen.pk)).content.decode()
        assert "Aurora" in page
        assert client_of(otto).get(address(name, otto, forum.pk, chosen.pk)).status_code == 404
    own = address("round_people", lin, forum.pk, chosen.pk)
    assert client_of(lin).get(f"{own}?person={UUID(int=0)}").status_code == 404
    assert client_of(lin).get(f"{own}?person=%00&page=zz").status_code == 404
    assert "2 of 3" in client_of(lin).get(address("round", lin, forum.pk)).content.decode()


def test_hidden_invitee_is_in_no_timetable_of_those_who_may_not_know(
    forum: PlannedEvent, lin: Membership, mei: Membership, four: list[Invitee], now: datetime, client_of: Browser
) -> None:
    circle = Circle.objects.create(zone=lin.zone, name="Board")
    hidden = factories.make_organisation(lin, "Hidden Works", audience=circle)
    rows, _action = invite_many(member=lin, event=forum, parties=[hidden], now=now)
    wish(lin, forum, now, (four[0], four[1], MUST), (four[0], rows[0], MUST))
    ids = [one["id"] for one in problem(forum)["requests"]]
    held = made(ask_for_round(member=lin, event=forum, now=now), (ids[0], 0, 0), (ids[1], 1, 0))
    choose_round(member=lin, made=held, now=now)

    assert len(round_result(held, forum, lin, "en").seats) == 2
    told = round_result(held, forum, mei, "en")
    assert [(seat.one.words, seat.other.words) for seat in told.seats] == [("Aurora", "Boreal")]
    line = round_page(forum, mei, "en").chosen
    assert line is not None
    assert (line.held, line.wished, line.points, line.bound, line.idle) == (1, 1, None, None, None)
    for name in ("round_result", "round_people"):
        assert "Hidden" not in client_of(mei).get(address(name, mei, forum.pk, held.pk)).content.decode()
    change_row(member=lin, row=rows[0], status="absent", now=now)
    assert (round_page(forum, lin, "en").dropped, round_page(forum, mei, "en").dropped) == (1, 0)


def test_change_under_way_needs_a_chosen_one(forum: PlannedEvent, lin: Membership, now: datetime) -> None:
    with pytest.raises(NothingChosen):
        ask_for_change(member=lin, event=forum, since=0, tables=1, now=now)


def test_drop_out_is_noted_and_asked_for(
    chosen: Round, forum: PlannedEvent, lin: Membership, four: list[Invitee], client_of: Browser
) -> None:
    browser = client_of(lin)

    browser.post(address("round_drop_out", lin, forum.pk), {"typed": "corvus", "since": "1", "tables": "2"})

    four[2].refresh_from_db()
    asked = Round.objects.exclude(pk=chosen.pk).get()
    assert (four[2].status, asked.previous_id) == ("absent", chosen.pk)
    assert asked.problem["after"] == {"slot": 1, "tables": 2, "gone": [str(four[2].pk)]}
    assert {key: value for key, value in asked.problem.items() if key != "after"} == chosen.problem
    browser.post(address("round_drop_out", lin, forum.pk), {"typed": "Nobody At All"})
    assert Round.objects.count() == 2


def test_computed_and_changed_when_somebody_drops_out(
    forum: PlannedEvent, lin: Membership, four: list[Invitee], now: datetime
) -> None:
    """The whole way: asked for, computed in its own process, chosen, changed for one who is not there."""
    a, b, c, d = four
    wish(lin, forum, now, (a, b, MUST), (a, c, LIKE), (b, c, LIKE), (c, d, MUST), (b, d, NO))
    held = ask_for_round(member=lin, event=forum, seconds=2, now=now)
    compute_round(held.pk, now=timezone.now)
    held.refresh_from_db()
    assert (held.state, held.answer["held"], held.answer["priority"]) == ("done", 4, 22)
    choose_round(member=lin, made=held, now=now)
    change_row(member=lin, row=c, status="absent", now=now)

    changed = ask_for_change(member=lin, event=forum, since=0, tables=3, now=now)
    compute_round(changed.pk, now=timezone.now)

    changed.refresh_from_db()
    first = {one["id"]: one["slot"] for one in held.answer["meetings"]}
    assert [first[one["id"]] == one["slot"] for one in changed.answer["meetings"]] == [True]
    found = round_result(changed, forum, lin, "en")
    assert {one.because for one in found.left} == {"Corvus dropped out."}
    assert all(one.lost for one in found.left)
    (line,) = [one for one in round_page(forum, lin, "en").rounds if one.made.pk == changed.pk]
    assert (line.lost, line.moved) == (3, 0)


def test_progress_of_a_made_one_asks_for_the_page(
    chosen: Round, forum: PlannedEvent, lin: Membership, four: list[Invitee], now: datetime, client_of: Browser
) -> None:
    running = ask_for_round(member=lin, event=forum, now=now)
    Round.objects.filter(pk=running.pk).update(progress={"score": 8, "bound": 11})
    browser = client_of(lin)

    part = browser.get(address("round_progress", lin, forum.pk, running.pk), headers={"HX-Request": "true"})
    assert "None can score above 11." in part.content.decode()
    done = browser.get(address("round_progress", lin, forum.pk, chosen.pk), headers={"HX-Request": "true"})
    assert done["HX-Refresh"] == "true"
    assert browser.get(address("round_progress", lin, forum.pk, chosen.pk)).status_code == 303
