"""Whatever is done in whatever order: no claim is lost, and an undo restores what was before."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from qiao.engines.resolve import Pair
from qiao.register.actions.duplicates import judge_unasked
from qiao.register.actions.judge import JudgedOtherwise, TooFew, judge, judge_together, withdraw_judgement
from qiao.register.actions.split import Nameless, NothingStays, NothingToMove, split_party
from qiao.register.actions.state import add_claim, correct_claim, prefer_claim, withdraw_claim
from qiao.register.actions.undo import AlreadyUndone, undo_action
from qiao.register.enums import Verdict
from qiao.register.models import Claim, Entity, Judgement, Location, Name
from qiao.zones.actions.act import acting_as_system
from qiao.zones.models import Action, Membership, Role, Zone
from tests import factories
from tests.register.cast import later, state

PLACES = ("Ulm", "Augsburg", "Lyon")
VERDICTS = tuple(Verdict)
REFUSALS = (JudgedOtherwise, AlreadyUndone, TooFew, NothingToMove, NothingStays, Nameless)
VERBS = (
    "add",
    "rename",
    "correct",
    "withdraw",
    "prefer",
    "judge",
    "together",
    "machine",
    "withdraw_judgement",
    "split",
)
numbers = st.integers(0, 7)
deeds = st.lists(st.tuples(st.sampled_from(VERBS), numbers, numbers), min_size=1, max_size=10)
steps = st.lists(st.tuples(st.sampled_from((*VERBS, "undo")), numbers, numbers), min_size=1, max_size=12)


@dataclass
class Ledger:
    """A zone with four houses, a clock, and the actions that can be taken back."""

    lin: Membership
    houses: list[Entity]
    minutes: int = 0
    done: list[Action] = field(default_factory=list)

    def now(self) -> datetime:
        self.minutes += 1
        return later(self.minutes)

    def pick(self, number: int) -> Entity:
        house = self.houses[number % len(self.houses)]
        house.refresh_from_db()
        return house

    @property
    def live(self) -> list[Location]:
        return list(Location.objects.live().filter(zone=self.lin.zone).order_by("id"))

    def step(self, verb: str, first: int, second: int) -> Action | None:
        """One thing done; None when there was nothing to do it to, or when it was refused."""
        try:
            with transaction.atomic():
                return STEPS[verb](self, first, second)
        except REFUSALS:
            return None


def _add(ledger: Ledger, first: int, second: int) -> Action:
    place = PLACES[second % 3]
    claim = add_claim(member=ledger.lin, table=Location, subject=ledger.pick(first), now=ledger.now(), place=place)
    return claim.recorded


def _rename(ledger: Ledger, first: int, second: int) -> Action:
    text = f"House {second}"
    claim = add_claim(member=ledger.lin, table=Name, subject=ledger.pick(first), now=ledger.now(), text=text)
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
    left, right = ledger.pick(first), ledger.pick(first + 1 + second % 2)
    verdict = VERDICTS[second % 3]
    judgement = judge(member=ledger.lin, left=left, right=right, verdict=verdict, now=ledger.now())
    return judgement.recorded if judgement.recorded.at == later(ledger.minutes) else None


def _together(ledger: Ledger, first: int, second: int) -> Action:
    three = [ledger.pick(first), ledger.pick(first + 1), ledger.pick(first + 2 + second % 2)]
    return judge_together(member=ledger.lin, records=three, now=ledger.now())


def _machine(ledger: Ledger, first: int, second: int) -> Action | None:
    pair = Pair(str(ledger.pick(first).pk), str(ledger.pick(first + 1).pk), 0.9 + second / 100, ())
    with acting_as_system(zone=ledger.lin.zone, verb="judge_same_unasked", now=ledger.now()) as act:
        refused = judge_unasked(act, [pair])
    return None if refused else act.action


def _withdraw_judgement(ledger: Ledger, first: int, _second: int) -> Action | None:
    live = list(Judgement.objects.filter(zone=ledger.lin.zone, withdrawn=None).order_by("id"))
    if not live:
        return None
    return withdraw_judgement(member=ledger.lin, judgement=live[first % len(live)], now=ledger.now())


def _split(ledger: Ledger, first: int, second: int) -> Action:
    house = ledger.pick(first)
    claims: list[Claim] = [*Name.objects.live().filter(subject=house), *Location.objects.live().filter(subject=house)]
    chosen = [claim for at, claim in enumerate(claims) if (second + 1) >> (at % 3) & 1]
    made, action = split_party(member=ledger.lin, entity=house, claims=chosen, name="Split", now=ledger.now())
    ledger.houses.append(made)
    return action


def _undo(ledger: Ledger, first: int, _second: int) -> Action | None:
    if not ledger.done:
        return None
    action = ledger.done[first % len(ledger.done)]
    return undo_action(member=ledger.lin, action=action, now=ledger.now())


STEPS: dict[str, Callable[[Ledger, int, int], Action | None]] = {
    "add": _add,
    "rename": _rename,
    "correct": _correct,
    "withdraw": _withdraw,
    "prefer": _prefer,
    "judge": _judge,
    "together": _together,
    "machine": _machine,
    "withdraw_judgement": _withdraw_judgement,
    "split": _split,
    "undo": _undo,
}


def rows(zone: Zone) -> dict[Any, tuple[Any, ...]]:
    """What every claim ever recorded says."""
    return {
        claim.pk: (claim.subject_id, claim.value, claim.evidence_id, claim.recorded_id)
        for table in Claim.kinds()
        for claim in table._default_manager.filter(zone=zone)
    }


def seen(ledger: Ledger) -> tuple[Any, ...]:
    """The state, without records that a split made and its undo left empty."""
    claims, grouped, preferred = state(ledger.lin.zone)
    filled = {claim[1] for claim in claims}
    return claims, {record: root for record, root in grouped.items() if record in filled or record != root}, preferred


def _fresh() -> Ledger:
    zone = factories.make_zone("ledger", name="Ledger")
    lin = factories.make_member(zone, "lin", Role.DIRECTOR)
    return Ledger(lin, [factories.make_organisation(lin, name) for name in "ABCD"])


careful = settings(
    max_examples=int(os.environ.get("LEDGER_EXAMPLES", "12")),
    deadline=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.django_db
@careful
@given(said=steps)
def test_nothing_is_lost_and_an_undo_restores(said):
    with transaction.atomic():
        ledger = _fresh()
        for verb, first, second in said:
            _step_and_back(ledger, verb, first, second)
        transaction.set_rollback(True)  # the next example finds the tables empty


def _step_and_back(ledger: Ledger, verb: str, first: int, second: int) -> None:
    zone = ledger.lin.zone
    before, said_before = seen(ledger), rows(zone)
    action = ledger.step(verb, first, second)
    assert said_before.items() <= rows(zone).items()
    if action is None:
        assert seen(ledger) == before
        return
    after = seen(ledger)
    undoing = undo_action(member=ledger.lin, action=action, now=ledger.now())
    assert seen(ledger) == before
    redoing = undo_action(member=ledger.lin, action=undoing, now=ledger.now())
    assert seen(ledger) == after
    ledger.done.append(redoing)


@pytest.mark.django_db
@careful
@given(said=deeds)
def test_what_was_done_is_undone_step_by_step(said):
    with transaction.atomic():
        ledger = _fresh()
        states, done = [seen(ledger)], []
        for verb, first, second in said:
            action = ledger.step(verb, first, second)
            if action is not None:
                done.append(action)
                states.append(seen(ledger))
        for action, before in zip(reversed(done), reversed(states[:-1]), strict=True):
            undo_action(member=ledger.lin, action=action, now=ledger.now())
            assert seen(ledger) == before
        transaction.set_rollback(True)


@pytest.mark.django_db
@careful
@given(said=deeds, order=st.randoms(use_true_random=False))
def test_in_whatever_order_all_is_undone_the_beginning_returns(said, order):
    with transaction.atomic():
        ledger = _fresh()
        start = seen(ledger)
        done = [action for step in said if (action := ledger.step(*step)) is not None]
        end = seen(ledger)
        order.shuffle(done)
        undone = _undo_all(ledger, done)
        assert seen(ledger) == start
        order.shuffle(undone)
        _undo_all(ledger, undone)
        assert seen(ledger) == end
        transaction.set_rollback(True)


def _undo_all(ledger: Ledger, actions: list[Action]) -> list[Action]:
    """Undo all; what a standing contrary judgement refuses comes after the others."""
    undone: list[Action] = []
    waiting = list(actions)
    while waiting:
        refused = [action for action in waiting if not _undone(ledger, action, undone)]
        assert len(refused) < len(waiting)
        waiting = refused
    return undone


def _undone(ledger: Ledger, action: Action, undone: list[Action]) -> bool:
    try:
        with transaction.atomic():
            undone.append(undo_action(member=ledger.lin, action=action, now=ledger.now()))
    except JudgedOtherwise:
        return False
    return True
