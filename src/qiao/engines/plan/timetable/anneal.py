"""Simulated annealing over a timetable: many small moves, fewer and fewer of them for the worse."""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

from qiao.engines.plan.timetable.moves import NOWHERE, burden, in_order, lift, place, swap, walk

_ANYWHERE = 0.1
_TRIES = 12


@njit(cache=True)
def anneal(
    moves: int,
    heat: float,
    seed: int,
    pairs: Any,
    worth: Any,
    allowed: Any,
    tables: int,
    first: Any,
    requests: Any,
    order: Any,
    weights: Any,
    slots: Any,
    occupied: Any,
    busy: Any,
    taken: Any,
) -> Any:
    """Try `moves` moves at one heat and return the change of cost; slots, occupied and taken are changed in place.

    worth     of each meeting held, in units of cost.    first, requests   the meetings of each person.
    """
    np.random.seed(seed)
    people, width = occupied.shape
    chain = np.empty(401, np.int32)
    partner = np.empty(401, np.int32)
    total = 0.0
    for _ in range(moves):
        person = np.random.randint(people)
        asked = first[person + 1] - first[person]
        if asked == 0:
            continue
        meeting = requests[first[person] + np.random.randint(asked)]
        goal = _goal(busy[person], width)
        if slots[meeting] == NOWHERE:
            total += _let_in(
                meeting, goal, heat, pairs, worth, allowed, tables, order, weights, slots, occupied, busy, taken
            )
        else:
            source = slots[meeting]
            if goal != source and occupied[person, goal] == NOWHERE:
                total += _swap_two(
                    person,
                    source,
                    goal,
                    heat,
                    pairs,
                    allowed,
                    tables,
                    order,
                    weights,
                    slots,
                    occupied,
                    busy,
                    taken,
                    chain,
                    partner,
                )
    return total


@njit(cache=True)
def _goal(mask: Any, width: int) -> Any:
    """A slot drawn by chance, mostly within or beside a person's other meetings, where gaps close."""
    if mask == np.uint64(0) or np.random.random() < _ANYWHERE:
        return np.random.randint(width)
    low, high = 0, width - 1
    while not (mask >> np.uint64(low)) & np.uint64(1):
        low += 1
    while not (mask >> np.uint64(high)) & np.uint64(1):
        high -= 1
    low, high = max(0, low - 1), min(width - 1, high + 1)
    return low + np.random.randint(high - low + 1)


@njit(cache=True)
def _taken_at_heat(change: float, heat: float) -> bool:
    return bool(change <= 0 or np.random.random() < np.exp(-change / heat))


@njit(cache=True)
def _ends(start: int, end: int, source: int, goal: int, length: int, busy: Any, weights: Any) -> Any:
    """What swapping a path changes for the persons at its two ends."""
    change = burden(busy, start, source, goal, weights) - burden(busy, start, -1, -1, weights)
    off, on = (source, goal) if length % 2 == 1 else (goal, source)
    return change + burden(busy, end, off, on, weights) - burden(busy, end, -1, -1, weights)


@njit(cache=True)
def _swap_two(
    person: int,
    source: int,
    goal: int,
    heat: float,
    pairs: Any,
    allowed: Any,
    tables: int,
    order: Any,
    weights: Any,
    slots: Any,
    occupied: Any,
    busy: Any,
    taken: Any,
    chain: Any,
    partner: Any,
) -> Any:
    length, end = walk(person, source, goal, pairs, allowed, occupied, chain)
    if length == 0:
        return 0.0
    change = _ends(person, end, source, goal, length, busy, weights)
    second = 0
    if length % 2 == 1 and taken[goal] >= tables:
        second, more = _balance(source, goal, pairs, allowed, occupied, busy, weights, partner)
        if second == 0:
            return 0.0
        change += more
    if not _taken_at_heat(change, heat):
        return 0.0
    swap(chain, length, source, goal, pairs, slots, occupied, busy, taken)
    if second:
        swap(partner, second, goal, source, pairs, slots, occupied, busy, taken)
    if order[1].size and not (
        _all_in_order(chain, length, slots, order) and _all_in_order(partner, second, slots, order)
    ):
        swap(chain, length, source, goal, pairs, slots, occupied, busy, taken)
        if second:
            swap(partner, second, goal, source, pairs, slots, occupied, busy, taken)
        return 0.0
    return change


@njit(cache=True)
def _all_in_order(chain: Any, length: int, slots: Any, order: Any) -> bool:
    for index in range(length):
        meeting = chain[index]
        if not in_order(meeting, slots[meeting], slots, order[0], order[1], order[2], order[3]):
            return False
    return True


@njit(cache=True)
def _balance(
    source: int,
    goal: int,
    pairs: Any,
    allowed: Any,
    occupied: Any,
    busy: Any,
    weights: Any,
    partner: Any,
) -> tuple[int, float]:
    """A path that brings a table back from `goal` to `source`: its length, 0 for none, and what it changes."""
    best, cheapest = -1, np.inf
    for _ in range(_TRIES):
        person = np.random.randint(occupied.shape[0])
        if occupied[person, goal] == NOWHERE or occupied[person, source] != NOWHERE:
            continue
        length, end = walk(person, goal, source, pairs, allowed, occupied, partner)
        if length % 2 == 1:
            change = _ends(person, end, goal, source, length, busy, weights)
            if change < cheapest:
                best, cheapest = person, change
    if best < 0:
        return 0, 0.0
    length, end = walk(best, goal, source, pairs, allowed, occupied, partner)
    return length, cheapest


@njit(cache=True)
def _let_in(
    meeting: int,
    goal: int,
    heat: float,
    pairs: Any,
    worth: Any,
    allowed: Any,
    tables: int,
    order: Any,
    weights: Any,
    slots: Any,
    occupied: Any,
    busy: Any,
    taken: Any,
) -> Any:
    """Hold a meeting that is not, in place of those in its way."""
    if not allowed[meeting, goal]:
        return 0.0
    one, two = occupied[pairs[meeting, 0], goal], occupied[pairs[meeting, 1], goal]
    if one == NOWHERE and two == NOWHERE and taken[goal] >= tables:
        one = _someone(goal, pairs, worth, occupied, busy, weights)
        if one == NOWHERE:
            return 0.0
    if one == two:
        two = NOWHERE
    gain = worth[meeting] - (worth[one] if one != NOWHERE else 0.0) - (worth[two] if two != NOWHERE else 0.0)
    # A gap costs a few units at most; what gives up far more worth is not worth weighing.
    if -gain > 12 * heat + 8 * (weights[0] + weights[1]):
        return 0.0
    if order[1].size and not in_order(meeting, goal, slots, order[0], order[1], order[2], order[3]):
        return 0.0
    before = _days(meeting, one, two, pairs, busy, weights)
    if one != NOWHERE:
        lift(one, pairs, slots, occupied, busy, taken)
    if two != NOWHERE:
        lift(two, pairs, slots, occupied, busy, taken)
    place(meeting, goal, pairs, slots, occupied, busy, taken)
    change = _days(meeting, one, two, pairs, busy, weights) - before - gain
    if _taken_at_heat(change, heat):
        return change
    lift(meeting, pairs, slots, occupied, busy, taken)
    if one != NOWHERE:
        place(one, goal, pairs, slots, occupied, busy, taken)
    if two != NOWHERE:
        place(two, goal, pairs, slots, occupied, busy, taken)
    return 0.0


@njit(cache=True)
def _days(meeting: int, one: int, two: int, pairs: Any, busy: Any, weights: Any) -> Any:
    """The burden of all who take part in up to three meetings, each person once."""
    total = 0.0
    for side in range(2):
        total += burden(busy, pairs[meeting, side], -1, -1, weights)
    for other in (one, two):
        if other == NOWHERE:
            continue
        for side in range(2):
            person = pairs[other, side]
            if person == pairs[meeting, 0] or person == pairs[meeting, 1]:
                continue
            if other == two and one != NOWHERE and (person == pairs[one, 0] or person == pairs[one, 1]):
                continue
            total += burden(busy, person, -1, -1, weights)
    return total


@njit(cache=True)
def _someone(slot: int, pairs: Any, worth: Any, occupied: Any, busy: Any, weights: Any) -> Any:
    """The meeting of this slot that is missed least, of a few drawn by chance."""
    best, cheapest = NOWHERE, np.inf
    for _ in range(_TRIES):
        meeting = occupied[np.random.randint(occupied.shape[0]), slot]
        if meeting == NOWHERE:
            continue
        change = worth[meeting]
        for side in range(2):
            person = pairs[meeting, side]
            change += burden(busy, person, slot, -1, weights) - burden(busy, person, -1, -1, weights)
        if change < cheapest:
            best, cheapest = meeting, change
    return best
