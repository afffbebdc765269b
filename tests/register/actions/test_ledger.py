"""Whatever is done in whatever order: no claim is lost, and an undo restores what was before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qiao.register.actions.judge import JudgedOtherwise, judge
from qiao.register.actions.state import add_claim, correct_claim, prefer_claim, withdraw_claim
from qiao.register.actions.undo import AlreadyUndone, undo_action
from qiao.register.enums import Verdict
from qiao.register.models import Claim, Entity, Location
from qiao.zones.models import Action, Membership, Role, Zone
from tests import factories
from tests.register.cast import later, state

PLACES = ("Ulm", "Augsburg", "Lyon")
VERDICTS = tuple(Verdict)
steps = st.lists(
    st.tuples(
        st.sampled_from(["add", "correct", "withdraw", "prefer", "judge", "undo"]),
        st.integers(0, 5),
        st.integers(0, 5),
    ),
    min_size=1,
    max_size=12,
)


@dataclass
class Ledger:
    """A zone with three houses, a clock, and the actions that can be taken back."""

    lin: Membership
    houses: list[Entity]
    minutes: int = 0
    done: list[Action] = field(default_factory=list)

    def now(self) -> datetime:
        self.minutes += 1
        return later(self.minutes)

    @property
    def live(self) -> list[Location]:
        return list(Location.objects.live().filter(zone=self.lin.zone).order_by("id"))

    def step(self, verb: str, first: int, second: int) -> Action | None:
        """One thing done; None when there was nothing to do it to, or when it was refused."""
        try:
            return STEPS[verb](self, first, second)
        except (JudgedOtherwise, AlreadyUndone):
            return None


def _add(ledger: Ledger, first: int, second: int) -> Action:
    house = ledger.houses[first % 3]
    place = PLACES[second % 3]
    claim = add_claim(member=ledger.lin, table=Location, subject=house, now=ledger.now(), place=place)
    return claim.recorded


def _correct(ledger: Ledger, first: int, second: int) -> Action | None:
    live = ledger.live
    if not live:
        return None
    claim = live[first % len(live)]
    return correct_claim(member=ledger.lin, claim=claim, now=ledger.now(), place=PLACES[second % 3]).recorded


def _withdraw(ledger: Ledger, first: int, _second: int) -> Action | None:
    live = ledger.live
    if not live:
        return None
    claim = live[first % len(live)]
    withdraw_claim(member=ledger.lin, claim=claim, because="wrong", now=ledger.now())
    return claim.withdrawn


def _prefer(ledger: Ledger, first: int, _second: int) -> Action | None:
    live = ledger.live
    if not live:
        return None
    return prefer_claim(member=ledger.lin, claim=live[first % len(live)], now=ledger.now()).recorded


def _judge(ledger: Ledger, first: int, second: int) -> Action | None:
    left, right = ledger.houses[first % 3], ledger.houses[(first + 1 + second % 2) % 3]
    verdict = VERDICTS[second % 3]
    judgement = judge(member=ledger.lin, left=left, right=right, verdict=verdict, now=ledger.now())
    return judgement.recorded if judgement.recorded.at == later(ledger.minutes) else None


def _undo(ledger: Ledger, first: int, _second: int) -> Action | None:
    if not ledger.done:
        return None
    action = ledger.done[first % len(ledger.done)]
    return undo_action(member=ledger.lin, action=action, now=ledger.now())


STEPS: dict[str, Callable[[Ledger, int, int], Action | None]] = {
    "add": _add,
    "correct": _correct,
    "withdraw": _withdraw,
    "prefer": _prefer,
    "judge": _judge,
    "undo": _undo,
}


def rows(zone: Zone) -> dict[Any, tuple[Any, ...]]:
    """What every claim ever recorded says."""
    return {
        claim.pk: (claim.subject_id, claim.value, claim.evidence_id, claim.recorded_id)
        for table in Claim.kinds()
        for claim in table._default_manager.filter(zone=zone)
    }


@pytest.mark.django_db
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(said=steps)
def test_nothing_is_lost_and_an_undo_restores(said):
    with transaction.atomic():
        zone = factories.make_zone("ledger", name="Ledger")
        lin = factories.make_member(zone, "lin", Role.DIRECTOR)
        ledger = Ledger(lin, [factories.make_organisation(lin, name) for name in "ABC"])
        for verb, first, second in said:
            _step_and_back(ledger, verb, first, second)
        transaction.set_rollback(True)  # the next example finds the tables empty


def _step_and_back(ledger: Ledger, verb: str, first: int, second: int) -> None:
    zone = ledger.lin.zone
    before, said_before = state(zone), rows(zone)
    action = ledger.step(verb, first, second)
    assert said_before.items() <= rows(zone).items()
    if action is None:
        assert state(zone) == before
        return
    after = state(zone)
    undoing = undo_action(member=ledger.lin, action=action, now=ledger.now())
    assert state(zone) == before
    redoing = undo_action(member=ledger.lin, action=undoing, now=ledger.now())
    assert state(zone) == after
    ledger.done.append(redoing)
