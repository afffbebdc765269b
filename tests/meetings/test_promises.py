"""What was said and promised is entered with the meeting, kept in order, and taken back exactly."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from qiao.meetings.actions.enter import NobodyPromised, Present, Promised, enter_meeting
from qiao.meetings.actions.keep import ForeignOwner, keep_promise
from qiao.meetings.enums import MeetingKind, NoteKind, PromiseState, Side
from qiao.meetings.models import Keeping, Note, Promise
from qiao.meetings.queries.promises import open_promises
from qiao.register.actions.undo import undo_action
from qiao.register.forms.days import Days
from qiao.register.models import Entity
from qiao.zones.actions import NotAllowed
from qiao.zones.models import Action, Circle, Membership
from tests import factories

DAY = date(2026, 3, 2)
ClientOf = Callable[[Membership], Client]


@pytest.fixture
def met(lin: Membership, now: datetime) -> Entity:
    """A meeting with a note and a promise of either side."""
    return enter(lin, now)


def enter(member: Membership, now: datetime, audience: Circle | None = None) -> Entity:
    theirs = factories.make_organisation(member, "Ostwind Sensorik", audience=audience)
    ours = factories.make_person(member, "Anna Berg", audience=audience)
    return enter_meeting(
        member=member,
        kind=MeetingKind.VISIT,
        days=Days(DAY, DAY, "day"),
        place="Graz",
        present=[Present(theirs, Side.HOST), Present(ours, Side.OURS)],
        notes=[(NoteKind.SAID, "They look for a plant of 5,000 m²."), (NoteKind.NEXT, "  ")],
        promised=[
            Promised(True, "send the list of sites", DAY + timedelta(days=7), member),
            Promised(False, "name a contact in purchasing"),
        ],
        audience=audience,
        now=now,
    ).meeting


def page(member: Membership, client_of: ClientOf, query: str = "") -> str:
    address = reverse("meetings:promises", args=[member.zone.slug]) + query
    return client_of(member).get(address).content.decode()


def test_notes_and_promises_are_kept_with_the_meeting(lin: Membership, met: Entity) -> None:
    assert [(note.kind, note.text) for note in Note.objects.filter(subject=met)] == [
        ("said", "They look for a plant of 5,000 m².")
    ]
    told = open_promises(lin, today=DAY, language="en")
    assert [(line.by and line.by.text, line.to and line.to.text) for line in told.by_us] == [
        ("Anna Berg", "Ostwind Sensorik")
    ]
    assert [(line.by and line.by.text, line.keeping.due_on) for line in told.by_them] == [("Ostwind Sensorik", None)]


def test_undo_takes_back_the_meeting_with_its_promises(lin: Membership, met: Entity, now: datetime) -> None:
    action = Promise.objects.filter(subject=met).first()
    assert action is not None
    undoing = undo_action(member=lin, action=action.recorded, now=now)
    assert not Keeping.objects.filter(live=True).exists()
    told = open_promises(lin, today=DAY, language="en")
    assert (told.by_us, told.by_them) == ((), ())
    undo_action(member=lin, action=undoing, now=now)
    assert Promise.objects.live().filter(subject=met).count() == 2


def test_promise_of_a_side_that_was_not_there_is_refused(lin: Membership, now: datetime) -> None:
    theirs = factories.make_organisation(lin, "Ostwind Sensorik")
    with pytest.raises(NobodyPromised):
        enter_meeting(
            member=lin,
            kind=MeetingKind.TALK,
            days=Days(DAY, DAY, "day"),
            place="",
            present=[Present(theirs, Side.HOST)],
            promised=[Promised(True, "send the drawings")],
            now=now,
        )
    assert not Promise.objects.exists()


def test_promise_is_kept_and_opened_again(lin: Membership, met: Entity, now: datetime) -> None:
    keeping = Keeping.objects.get(promise__ours=True)
    action = keep_promise(member=lin, keeping=keeping, state=PromiseState.KEPT, now=now)
    assert open_promises(lin, today=DAY, language="en").by_us == ()
    keeping.refresh_from_db()
    assert keeping.closed_on == now.date()
    undo_action(member=lin, action=action, now=now)
    keeping.refresh_from_db()
    assert (keeping.state, keeping.closed_on) == (PromiseState.OPEN, None)


def test_promise_is_passed_on_within_the_zone_only(
    lin: Membership, otto: Membership, met: Entity, now: datetime
) -> None:
    keeping = Keeping.objects.get(promise__ours=True)
    with pytest.raises(ForeignOwner):
        keep_promise(member=lin, keeping=keeping, owner=otto, now=now)


def test_overdue_promises_come_first(lin: Membership, met: Entity, now: datetime) -> None:
    enter(lin, now)
    later = Keeping.objects.filter(promise__ours=True).order_by("id").last()
    assert later is not None
    keep_promise(member=lin, keeping=later, due_on=DAY, now=now)
    told = open_promises(lin, today=DAY + timedelta(days=3), language="en")
    assert [(line.keeping.pk == later.pk, line.is_late) for line in told.by_us] == [(True, True), (False, False)]


def test_promises_of_a_circle_stay_in_it(
    lin: Membership, mei: Membership, otto: Membership, now: datetime, client_of: ClientOf
) -> None:
    circle = Circle.objects.create(zone=lin.zone, name="Team A")
    enter(lin, now, audience=circle)
    assert "send the list of sites" in page(lin, client_of)
    assert "send the list of sites" not in page(mei, client_of)
    assert "send the list of sites" not in page(otto, client_of)
    assert client_of(mei).get(reverse("meetings:promises", args=[lin.zone.slug])).status_code == 200


def test_reader_closes_no_promise(mei: Membership, met: Entity, now: datetime, client_of: ClientOf) -> None:
    keeping = Keeping.objects.first()
    assert keeping is not None
    address = reverse("meetings:keep", args=[mei.zone.slug, keeping.pk])
    assert client_of(mei).post(address, {"state": "kept"}).status_code == 403
    with pytest.raises(NotAllowed):
        keep_promise(member=mei, keeping=keeping, state=PromiseState.KEPT, now=now)


def test_page_postpones_and_refuses_a_day_that_is_none(lin: Membership, met: Entity, client_of: ClientOf) -> None:
    keeping = Keeping.objects.get(promise__ours=True)
    address = reverse("meetings:keep", args=[lin.zone.slug, keeping.pk])
    client_of(lin).post(address, {"due_on": "2026-04-01"})
    keeping.refresh_from_db()
    assert keeping.due_on == date(2026, 4, 1)
    answer = client_of(lin).post(address, {"due_on": "soon"}, follow=True)
    assert "found soon" in answer.content.decode()
    keeping.refresh_from_db()
    assert keeping.due_on == date(2026, 4, 1)


def test_entry_page_keeps_promises_with_the_meeting(lin: Membership, client_of: ClientOf) -> None:
    firm = factories.make_organisation(lin, "Ostwind Sensorik")
    anna = factories.make_person(lin, "Anna Berg")
    said = {
        "kind": "visit",
        "days": "2026-03-02",
        "present": [f"host:{firm.pk}", f"ours:{anna.pk}"],
        "said": "A plant of 5,000 m².",
        "p_side": ["ours", "theirs"],
        "p_text": ["send the list of sites", ""],
        "p_due": ["2026-03-09", ""],
        "p_owner": [str(lin.pk), str(lin.pk)],
    }
    client_of(lin).post(reverse("meetings:enter", args=[lin.zone.slug]), said)
    promise = Promise.objects.get()
    assert (promise.text, promise.ours, promise.due_on) == ("send the list of sites", True, date(2026, 3, 9))
    assert Keeping.objects.get().owner == lin


@pytest.mark.parametrize("due", ["tomorrow", "2026-02-30", "\0", "9" * 400])
def test_entry_page_says_which_day_it_could_not_read(due: str, lin: Membership, client_of: ClientOf) -> None:
    firm, anna = factories.make_organisation(lin, "Ostwind Sensorik"), factories.make_person(lin, "Anna Berg")
    said = {
        "kind": "visit",
        "days": "2026-03-02",
        "present": [f"host:{firm.pk}", f"ours:{anna.pk}"],
        "p_side": ["ours"],
        "p_text": ["send the list"],
        "p_due": [due],
        "p_owner": [""],
    }
    before = Action.objects.count()
    answer = client_of(lin).post(reverse("meetings:enter", args=[lin.zone.slug]), said)
    assert answer.status_code == 422
    assert Action.objects.count() == before


def test_person_who_is_not_in_the_register_is_put_there_and_on_the_list(lin: Membership, client_of: ClientOf) -> None:
    address = reverse("meetings:enter", args=[lin.zone.slug])
    answer = client_of(lin).post(
        address, {"kind": "visit", "days": "2026-03-02", "typed": "Jana Winter", "new": "host"}
    )
    assert "Jana Winter" in answer.content.decode()
    assert Entity.objects.filter(kind="person").count() == 1


@pytest.mark.parametrize("many", [1, 3])
def test_promises_are_listed_in_a_fixed_number_of_queries(
    many: int, lin: Membership, now: datetime, django_assert_max_num_queries: Callable[..., object]
) -> None:
    for _ in range(many):
        enter(lin, now)
    with django_assert_max_num_queries(4):
        open_promises(lin, today=DAY, language="en")
