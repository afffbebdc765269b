"""Moves of a timetable, compiled: swap two slots along a chain, or let one meeting in for another.

Meetings are edges between persons, slots are colours. In two slots each person has at most one meeting each, so the
meetings of two slots fall into paths and rings. Swapping the slots of a whole path keeps everyone free of collisions
and changes the day of the two persons at its ends alone; those inside have a meeting in both slots before and after.
Source: the alternating paths of Kempe and Vizing, here driven by simulated annealing.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

NOWHERE = -1
_LONGEST = 400  # meetings of one chain; longer ones are let be
_PARTNERS = 6  # tries to balance the tables of two slots
_EVEN = 2


@njit(cache=True)
def _count(bits: Any) -> Any:
    """How many bits are set."""
    bits = bits - ((bits >> np.uint64(1)) & np.uint64(0x5555555555555555))
    bits = (bits & np.uint64(0x3333333333333333)) + ((bits >> np.uint64(2)) & np.uint64(0x3333333333333333))
    bits = (bits + (bits >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
    return np.int64((bits * np.uint64(0x0101010101010101)) >> np.uint64(56))


@njit(cache=True)
def _weighed(mask: Any, weights: Any) -> Any:
    """The burden of a day whose taken slots are the bits of a mask."""
    if mask == np.uint64(0):
        return 0.0
    below = mask
    for shift in (1, 2, 4, 8, 16, 32):
        below |= below >> np.uint64(shift)
    lowest = mask & (~mask + np.uint64(1))
    idle = below & ~(lowest - np.uint64(1)) & ~mask
    breaks = _count(idle & ~(idle << np.uint64(1)))
    return weights[0] * _count(idle) + weights[1] * breaks + weights[2] * max(0, breaks - 2)


@njit(cache=True)
def burden(busy: Any, person: int, off: int, on: int, weights: Any) -> Any:
    """What a person's day costs, were slot `off` free and slot `on` taken; -1 for neither.

    busy      the slots each person is taken in, as bits.
    weights   per idle slot, per break, per break above two.
    """
    mask = busy[person]
    if off >= 0:
        mask &= ~(np.uint64(1) << np.uint64(off))
    if on >= 0:
        mask |= np.uint64(1) << np.uint64(on)
    return _weighed(mask, weights)


@njit(cache=True)
def in_order(meeting: int, at: int, slots: Any, first: Any, before: Any, first_after: Any, after: Any) -> bool:
    """No meeting that must come before lies after, were this one held at `at`; those not held bind nobody."""
    for index in range(first[meeting], first[meeting + 1]):
        other = slots[before[index]]
        if other != NOWHERE and other >= at:
            return False
    for index in range(first_after[meeting], first_after[meeting + 1]):
        other = slots[after[index]]
        if other != NOWHERE and other <= at:
            return False
    return True


@njit(cache=True)
def walk(person: int, source: int, goal: int, pairs: Any, allowed: Any, occupied: Any, chain: Any) -> tuple[int, int]:
    """The path from a person busy at `source` and free at `goal`: its length and the person at its other end.

    chain   filled with the meetings of the path. Length 0 when a meeting may not change its slot.
    """
    length, here, slot, other = 0, person, source, goal
    while True:
        meeting = occupied[here, slot]
        if meeting == NOWHERE:
            return length, here
        if length == _LONGEST or not allowed[meeting, other]:
            return 0, here
        chain[length] = meeting
        length += 1
        here = pairs[meeting, 1] if pairs[meeting, 0] == here else pairs[meeting, 0]
        slot, other = other, slot


@njit(cache=True)
def swap(
    chain: Any, length: int, source: int, goal: int, pairs: Any, slots: Any, occupied: Any, busy: Any, taken: Any
) -> None:
    """Let the meetings of a path change their slots."""
    for index in range(length):
        meeting = chain[index]
        for side in range(2):
            if occupied[pairs[meeting, side], slots[meeting]] == meeting:
                occupied[pairs[meeting, side], slots[meeting]] = NOWHERE
                busy[pairs[meeting, side]] &= ~(np.uint64(1) << np.uint64(slots[meeting]))
    for index in range(length):
        meeting = chain[index]
        taken[slots[meeting]] -= 1
        slots[meeting] = goal if slots[meeting] == source else source
        taken[slots[meeting]] += 1
        for side in range(2):
            occupied[pairs[meeting, side], slots[meeting]] = meeting
            busy[pairs[meeting, side]] |= np.uint64(1) << np.uint64(slots[meeting])


@njit(cache=True)
def place(meeting: int, slot: int, pairs: Any, slots: Any, occupied: Any, busy: Any, taken: Any) -> None:
    """Hold a meeting in a free slot."""
    slots[meeting] = slot
    taken[slot] += 1
    for side in range(2):
        occupied[pairs[meeting, side], slot] = meeting
        busy[pairs[meeting, side]] |= np.uint64(1) << np.uint64(slot)


@njit(cache=True)
def lift(meeting: int, pairs: Any, slots: Any, occupied: Any, busy: Any, taken: Any) -> None:
    """Hold a meeting no longer."""
    slot = slots[meeting]
    slots[meeting] = NOWHERE
    taken[slot] -= 1
    for side in range(2):
        occupied[pairs[meeting, side], slot] = NOWHERE
        busy[pairs[meeting, side]] &= ~(np.uint64(1) << np.uint64(slot))
