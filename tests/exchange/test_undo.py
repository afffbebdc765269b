"""An import is taken back exactly: whatever was done meanwhile and undone in whatever order, the beginning returns."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from qiao.exchange.actions.undo import NotUndoable, undo_import
from qiao.exchange.actions.work import work
from qiao.exchange.enums import RunState
from qiao.exchange.models import ImportRun
from qiao.exchange.queries.rested import Rested, rested_on
from qiao.register.actions.restore import root_action, standing_of
from qiao.register.actions.state import add_claim, correct_claim, name_values, prefer_claim, withdraw_claim
from qiao.register.actions.undo import undo_action
from qiao.register.models import ContactPoint, Name
from qiao.zones.models import Action, Membership, Role
from tests.exchange.cast import clock, imported, state_of
from tests.exchange.test_import import FIRMS
from tests.factories import NOW, make_member, make_organisation, make_zone
from tests.register.cast import later


def taken_back(lin: Membership, run: ImportRun) -> None:
    undo_import(member=lin, run=run, now=NOW)
    work(run.pk, now=clock)
    run.refresh_from_db()
    assert run.state == RunState.UNDONE


def test_what_was_withdrawn_and_put_back_goes_with_its_import(lin: Membership) -> None:
    make_organisation(lin, "Ostwind Energie GmbH")
    before = state_of(lin.zone)
    run = imported(lin, FIRMS[:2])
    claim = ContactPoint.objects.live().order_by("id").first()
    assert claim is not None
    withdraw_claim(member=lin, claim=claim, now=later(1), because="wrong")
    assert claim.withdrawn is not None
    undo_action(member=lin, action=claim.withdrawn, now=later(2))
    taken_back(lin, run)
    assert state_of(lin.zone) == before


def test_nothing_undone_later_brings_a_claim_of_it_back(lin: Membership) -> None:
    make_organisation(lin, "Ostwind Energie GmbH")
    before = state_of(lin.zone)
    run = imported(lin, FIRMS[:2])
    claim = ContactPoint.objects.live().order_by("id").first()
    assert claim is not None
    withdraw_claim(member=lin, claim=claim, now=later(1), because="wrong")
    assert claim.withdrawn is not None
    taken_back(lin, run)
    undo_action(member=lin, action=claim.withdrawn, now=later(2))
    assert state_of(lin.zone) == before


def test_what_others_lean_on_is_refused_with_their_number(lin: Membership) -> None:
    make_organisation(lin, "Ostwind Energie GmbH")
    run = imported(lin, FIRMS)
    stated = state_of(lin.zone)
    made = Name.objects.get(text="Helix Cobalt SAS").subject
    add_claim(member=lin, table=Name, subject=made, now=later(1), **name_values("Helix"))
    phone = ContactPoint.objects.live().order_by("id").first()
    assert phone is not None
    corrected = correct_claim(member=lin, claim=phone, now=later(2), address="+49 341 999999")
    assert rested_on(run) == Rested(2)
    with pytest.raises(NotUndoable, match="found 2 records"):
        undo_import(member=lin, run=run, now=later(3))
    undo_action(member=lin, action=corrected.recorded, now=later(4))
    assert rested_on(run) == Rested(1)
    assert state_of(lin.zone) != stated
    run.refresh_from_db()
    assert run.state == RunState.DONE


Deed = Callable[[Membership, int, int], Action | None]


def _withdraw(lin: Membership, which: int, minute: int) -> Action | None:
    live = list(ContactPoint.objects.live().filter(zone=lin.zone).order_by("id"))
    if not live:
        return None
    claim = live[which % len(live)]
    withdraw_claim(member=lin, claim=claim, now=later(minute), because="wrong")
    return claim.withdrawn


def _correct(lin: Membership, which: int, minute: int) -> Action | None:
    live = list(ContactPoint.objects.live().filter(zone=lin.zone).order_by("id"))
    if not live:
        return None
    told = correct_claim(member=lin, claim=live[which % len(live)], now=later(minute), address=f"+49 341 20000{which}")
    return told.recorded


def _prefer(lin: Membership, which: int, minute: int) -> Action | None:
    live = list(ContactPoint.objects.live().filter(zone=lin.zone).order_by("id"))
    return prefer_claim(member=lin, claim=live[which % len(live)], now=later(minute)).recorded if live else None


DEEDS: dict[str, Deed] = {"withdraw": _withdraw, "correct": _correct, "prefer": _prefer}
said = st.lists(st.tuples(st.sampled_from([*DEEDS, "undo"]), st.integers(0, 5)), max_size=6)


@pytest.mark.django_db
@settings(
    max_examples=10, deadline=None, phases=(Phase.explicit, Phase.generate), suppress_health_check=list(HealthCheck)
)
@given(said=said, order=st.randoms(use_true_random=False))
def test_in_whatever_order_all_is_undone_the_beginning_returns(said: list[tuple[str, int]], order: Any) -> None:
    with transaction.atomic():
        lin = make_member(make_zone("undoing", name="Undoing"), "lina", Role.DIRECTOR)
        make_organisation(lin, "Ostwind Energie GmbH")
        before = state_of(lin.zone)
        run = imported(lin, FIRMS)
        acted: list[Action] = []
        for minute, (verb, which) in enumerate(said, start=1):
            if verb == "undo":
                if acted:
                    acted.append(undo_action(member=lin, action=acted.pop(which % len(acted)), now=later(minute)))
            elif (action := DEEDS[verb](lin, which, minute)) is not None:
                acted.append(action)
        _all_undone(lin, run, acted, order)
        assert state_of(lin.zone) == before
        transaction.set_rollback(True)


def _all_undone(lin: Membership, run: ImportRun, acted: list[Action], order: Any) -> None:
    """The deeds, each by the last undoing of it, and the import once nothing leans on it, in a random order."""
    standing = standing_of(lin.zone.pk, [root_action(action).pk for action in acted])
    left: list[Action | None] = [*(action for action in acted if root_action(action).pk in standing), None]
    order.shuffle(left)
    while left:
        action = left.pop(0)
        if action is not None:
            undo_action(member=lin, action=action, now=later(60))
        elif rested_on(run).records:
            assert left  # something is left that leans on it
            left.append(None)
        else:
            taken_back(lin, run)
