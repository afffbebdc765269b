"""Claims are checked as Django would check them, without asking the database what is known."""

from datetime import date, datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from qiao.meetings.enums import MeetingKind
from qiao.meetings.models import Attendance, Meeting, Note
from qiao.register.actions.checking import surely_holds
from qiao.register.actions.record import new_entity, record
from qiao.register.actions.state import own_word
from qiao.register.enums import EntityKind
from qiao.register.models import Claim, Dating
from qiao.zones.actions import acting
from qiao.zones.models import Membership
from qiao.zones.rules import may_record
from tests import factories

ENDS = next(one for one in Dating._meta.constraints if one.name == "dating_end_after_start")


@given(st.dates(), st.dates())
def test_a_comparison_of_two_days_is_known_without_the_database(first: date, last: date) -> None:
    assert surely_holds(ENDS, Dating(start_date=first, end_date=last)) == (last >= first)


def test_what_cannot_be_told_is_left_to_the_database() -> None:
    assert not surely_holds(ENDS, Dating(start_date=date(2026, 1, 1)))
    assert not any(surely_holds(one, Dating()) for one in Dating._meta.constraints)


def say(member: Membership, now: datetime, table: type[Claim], **values: Any) -> None:
    with acting(member=member, verb="enter_meeting", now=now, allowed=may_record) as act:
        meeting = new_entity(act, EntityKind.MEETING, Meeting, kind=MeetingKind.VISIT)
        record(act, table, subject=meeting, evidence=own_word(act, member, None), **values)


@pytest.mark.django_db
def test_a_meeting_that_ends_before_it_begins_is_refused(lin: Membership, now: datetime) -> None:
    days = {"start_date": date(2026, 3, 2), "end_date": date(2026, 3, 1), "precision": "day"}
    with pytest.raises(ValidationError) as refused:
        say(lin, now, Dating, **days)
    assert list(refused.value.message_dict) == ["__all__"]
    assert not Meeting.objects.exists()


@pytest.mark.django_db
def test_a_wrong_column_is_named(lin: Membership, now: datetime) -> None:
    with pytest.raises(ValidationError) as refused:
        say(lin, now, Note, kind="song", text="la")
    assert list(refused.value.message_dict) == ["kind"]


@pytest.mark.django_db
def test_what_a_new_record_is_told_twice_is_kept_once(lin: Membership, now: datetime) -> None:
    firm = factories.make_organisation(lin, "Ostwind Sensorik")
    with acting(member=lin, verb="enter_meeting", now=now, allowed=may_record) as act:
        meeting = new_entity(act, EntityKind.MEETING, Meeting, kind=MeetingKind.VISIT)
        word = own_word(act, lin, None)
        told = [record(act, Attendance, subject=meeting, evidence=word, object=firm, side="host") for _ in range(2)]
    assert told[0].pk == told[1].pk
    assert Attendance.objects.filter(subject=meeting).count() == 1
    assert set(act.action.touched) >= {str(meeting.pk), str(told[0].pk)}
    act.action.refresh_from_db()
    assert str(told[0].pk) in act.action.touched
