"""Plain rows leave revisions, and what an action did to them is undone exactly or not at all."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError

from qiao.missions.actions.rows import add_row, cancel_row, change_row
from qiao.missions.models import Leg, Mission, Visit, VisitWindow
from qiao.register.actions.undo import AlreadyUndone, undo_action
from qiao.register.queries.undoable import may_undo
from qiao.zones.actions import ChangedSince, NotAllowed, acting, make
from qiao.zones.actions.change import ForeignRow
from qiao.zones.models import Membership, Revision
from qiao.zones.rules import may_plan
from tests import factories
from tests.missions.planned.conftest import begin, mission, visits

__all__ = ["begin", "mission", "visits"]


def test_change_keeps_what_was_before_and_after(lin: Membership, visits: list[Visit], now: datetime) -> None:
    action = change_row(member=lin, row=visits[0], prize=80, minutes=60, now=now)
    (revision,) = Revision.objects.filter(action=action)
    assert (revision.before, revision.after) == ({"prize": 60}, {"prize": 80})


def test_nothing_is_written_for_a_value_that_is_there(lin: Membership, visits: list[Visit], now: datetime) -> None:
    action = change_row(member=lin, row=visits[0], prize=60, now=now)
    assert not Revision.objects.filter(action=action).exists()


def test_undo_puts_a_row_back_and_undo_of_that_changes_it_again(
    lin: Membership, visits: list[Visit], now: datetime
) -> None:
    day = date(2026, 6, 9)
    action = change_row(member=lin, row=visits[0], prize=80, pinned_day=day, needs=["interpreter:fr"], now=now)
    undoing = undo_action(member=lin, action=action, now=now)
    held = Visit.objects.get(pk=visits[0].pk)
    assert (held.prize, held.pinned_day, held.needs) == (60, None, [])
    undo_action(member=lin, action=undoing, now=now)
    held.refresh_from_db()
    assert (held.prize, held.pinned_day, held.needs) == (80, day, ["interpreter:fr"])
    with pytest.raises(AlreadyUndone):
        undo_action(member=lin, action=action, now=now)


def test_undo_of_making_a_row_takes_it_off_and_of_cancelling_brings_it_back(
    lin: Membership, visits: list[Visit], now: datetime
) -> None:
    action = cancel_row(member=lin, row=visits[0], now=now)
    assert not Visit.objects.visible_to(lin).live().filter(pk=visits[0].pk).exists()
    undo_action(member=lin, action=action, now=now)
    assert Visit.objects.visible_to(lin).live().filter(pk=visits[0].pk).exists()
    row, made = add_row(
        member=lin, table=VisitWindow, visit=visits[0], day=date(2026, 6, 9), opens=540, closes=600, now=now
    )
    undo_action(member=lin, action=made, now=now)
    row.refresh_from_db()
    assert not row.live


def test_undo_is_refused_when_a_row_was_changed_since(lin: Membership, visits: list[Visit], now: datetime) -> None:
    action = change_row(member=lin, row=visits[0], prize=80, now=now)
    change_row(member=lin, row=visits[0], prize=90, now=now + timedelta(minutes=1))
    with pytest.raises(ChangedSince):
        undo_action(member=lin, action=action, now=now)
    assert Visit.objects.get(pk=visits[0].pk).prize == 90


def test_undo_leaves_columns_alone_that_others_changed(lin: Membership, visits: list[Visit], now: datetime) -> None:
    action = change_row(member=lin, row=visits[0], prize=80, now=now)
    change_row(member=lin, row=Visit.objects.get(pk=visits[0].pk), minutes=90, now=now)
    undo_action(member=lin, action=action, now=now)
    held = Visit.objects.get(pk=visits[0].pk)
    assert (held.prize, held.minutes) == (60, 90)


def test_bad_values_are_refused_and_nothing_is_written(lin: Membership, visits: list[Visit], now: datetime) -> None:
    before = Revision.objects.count()
    with pytest.raises(ValidationError):
        change_row(member=lin, row=visits[0], prize=0, now=now)
    with pytest.raises(ValidationError):
        change_row(member=lin, row=visits[0], purpose="x" * 501, now=now)
    assert Revision.objects.count() == before


def test_rows_of_another_zone_are_refused(lin: Membership, otto: Membership, mission: Mission, now: datetime) -> None:
    foreign = factories.make_organisation(otto, "Auental Werke")
    with pytest.raises(ForeignRow), acting(member=lin, verb="plan_visit", now=now, allowed=may_plan) as act:
        make(act, Visit, mission=mission, host=foreign, place="fr:lyon")
    assert not Visit.objects.filter(host=foreign).exists()


def test_who_may_only_read_plans_nothing(lin: Membership, mei: Membership, visits: list[Visit], now: datetime) -> None:
    with pytest.raises(NotAllowed):
        change_row(member=mei, row=visits[0], prize=80, now=now)
    leg = Leg.objects.first()
    assert leg is not None
    with pytest.raises(NotAllowed):
        cancel_row(member=mei, row=leg, now=now)
    action = change_row(member=lin, row=visits[0], prize=80, now=now)
    assert may_undo(lin, action)
    assert not may_undo(mei, action)


def test_relation_is_put_back_too(lin: Membership, visits: list[Visit], now: datetime) -> None:
    other = factories.make_organisation(lin, "Isère Optique")
    action = change_row(member=lin, row=visits[0], host=other, now=now)
    before = visits[1].host_id
    undo_action(member=lin, action=action, now=now)
    held = Visit.objects.get(pk=visits[0].pk)
    assert held.host_id not in (other.pk, before)
