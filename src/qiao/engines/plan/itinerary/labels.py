"""Days grown stop by stop: labels over sets of stops, compiled, with bounds that cut what cannot pay.

A label is a party somewhere in its day: the morning's place, the set met so far, the last stop, whether it has
eaten, and the earliest minute at which it is free. Of labels that differ only in that minute the earliest is kept.
Source: label setting for the elementary shortest path with resources; Feillet, Dejax, Gendreau & Gueguen (2004),
Networks 44(3), 216-229. The bound on what may still be won lets a stop be met again, as in Christofides, Mingozzi &
Toth (1981), Networks 11(2), 145-164. Cuts over three stops: Jepsen, Petersen, Spoorendonk & Pisinger (2008),
Operations Research 56(2), 497-511.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

from qiao.engines.plan.itinerary.problem import Lunch

STEP = 10  # minutes of one cell of the bound's table
CELLS = 160  # cells of a day and what a late leg may add
LATE = 1 << 28

# Columns of a label's whole numbers.
LAST, PARENT, FREE, FED, MORNING, DUTIES = range(6)


@njit(cache=True)
def begin_of(opens: Any, latest: Any, stop: int, minute: int) -> int:
    """Earliest minute at which a stop may begin when one is there at `minute`; -1 when it is too late."""
    best = LATE
    for window in range(opens.shape[1]):
        begin = max(minute, opens[stop, window])
        if begin <= latest[stop, window] and begin < best:
            best = begin
    return best if best < LATE else -1


@njit(cache=True)
def promise(profit: Any, minutes: Any, opens: Any, latest: Any, legs: Any, most: int) -> Any:
    """What may still be won: table[r, i, c] with r stops to go after stop i, free at minute c * STEP or later."""
    size = profit.shape[0]
    table = np.zeros((most + 1, size, CELLS))
    for left in range(1, most + 1):
        for last in range(size):
            for cell in range(CELLS):
                best = 0.0
                for stop in range(size):
                    if stop == last or profit[stop] + table[left - 1, stop, 0] <= best:
                        continue
                    begin = begin_of(opens, latest, stop, cell * STEP + legs[last, stop])
                    if begin < 0:
                        continue
                    then = min((begin + minutes[stop]) // STEP, CELLS - 1)
                    best = max(best, profit[stop] + table[left - 1, stop, then])
                table[left, last, cell] = best
    return table


def lunch_row(lunch: Lunch | None) -> NDArray[np.int64]:
    """Minutes, earliest and latest of a lunch as compiled code takes it; minutes < 0 when none is asked for."""
    return np.array([lunch.minutes, lunch.earliest, lunch.latest] if lunch else [-1, 0, 0], np.int64)


@njit(cache=True)
def fed_at(free: int, leg: int, lunch: Any, first: bool) -> int:
    """Earliest minute at which one is there after a leg and has eaten; -1 when lunch fits neither side of it.

    Before the day's first leg one may eat as early as lunch begins.
    """
    eat, begins, ends = lunch[0], lunch[1], lunch[2]
    there = -1
    before = begins if first else max(free, begins)
    if before <= ends:
        there = max(free, before + eat) + leg
    after = max(free + leg, begins)
    if after <= ends and (there < 0 or after + eat < there):
        there = after + eat
    return there


@njit(cache=True)
def is_home(free: int, leg: int, fed: bool, closes: int, lunch: Any, first: bool) -> bool:
    """Whether a day's last leg ends in time, with lunch before it or after the day."""
    if free + leg > closes:
        return False
    if fed or max(free + leg, lunch[1]) <= lunch[2]:
        return True
    before = lunch[1] if first else max(free, lunch[1])
    return bool(before <= lunch[2] and max(free, before + lunch[0]) + leg <= closes)


@njit(cache=True)
def _begins(opens: Any, latest: Any, stop: int, free: int, leg: int, fed: bool, lunch: Any, first: bool) -> Any:
    """When a stop may begin with lunch behind one, and still hungry; -1 each where it cannot."""
    hungry = begin_of(opens, latest, stop, free + leg)
    if fed:
        return hungry, -1
    there = fed_at(free, leg, lunch, first)
    full = -1 if there < 0 else begin_of(opens, latest, stop, there)
    return full, -1 if hungry == full else hungry


@njit(cache=True)
def _gain(stop: int, chain: Any, depth: int, profit: Any, penalties: Any, in_cut: Any) -> float:
    """What a further stop is worth: its profit, less the price of each cut of which it is the second stop met."""
    gain = float(profit[stop])
    for cut in range(penalties.shape[0]):
        if in_cut[stop, cut]:
            others = 0
            for place in range(depth):
                if in_cut[chain[place], cut]:
                    others += 1
            if others == 1:
                gain -= penalties[cut]
    return gain


@njit(cache=True)
def _is_in(stop: int, chain: Any, depth: int) -> bool:
    for place in range(depth):  # noqa: SIM110  # compiled: no generators
        if chain[place] == stop:
            return True
    return False


@njit(cache=True)
def _misses(stop: int, free: int, chain: Any, depth: int, mandatory: Any, opens: Any, latest: Any, reach: Any) -> bool:
    """Whether an event that everybody attends can no longer be reached after this stop."""
    for other in range(mandatory.shape[0]):
        if not mandatory[other] or other == stop or _is_in(other, chain, depth):
            continue
        if begin_of(opens, latest, other, free + reach[stop, other]) < 0:
            return True
    return False


@njit(cache=True)
def _chain(labels: Any, label: int, depth: int, chain: Any) -> None:
    """Write the stops of a label, in order, into `chain`."""
    for place in range(depth - 1, -1, -1):
        chain[place] = labels[label, LAST]
        label = labels[label, PARENT]


@njit(cache=True)
def _thin(labels: Any, values: Any, keys: Any, hopes: Any, begun: int, count: int, width: int) -> int:
    """Keep the most hopeful labels of a level; returns the new count."""
    order = np.argsort(-hopes[begun:count])[:width]
    order.sort()
    for place in range(order.shape[0]):
        kept = begun + order[place]
        labels[begun + place] = labels[kept]
        values[begun + place] = values[kept]
        keys[begun + place] = keys[kept]
        hopes[begun + place] = hopes[kept]
    return int(begun + order.shape[0])


@njit(cache=True)
def grow(
    profit: Any,
    penalties: Any,
    in_cut: Any,
    morning_tolls: Any,
    night_tolls: Any,
    names: Any,
    mandatory: Any,
    minutes: Any,
    opens: Any,
    latest: Any,
    legs: Any,
    reach: Any,
    out: Any,
    home: Any,
    leaves: int,
    closes: int,
    lunch: Any,
    most: int,
    potential: Any,
    floor: float,
    table: Any,
    width: int,
    room: int,
    patience: int,
) -> Any:
    """Sets of stops that make a day worth more than `floor`, each with an order in which it is feasible.

    profit      (m,) what each stop is worth now; penalties (c,) are taken off once two stops of a cut are met;
                in_cut (m, c) says which.
    tolls       (A, m) and (B, m) what meeting a stop costs from a morning's place, and before a night's.
    names       (m,) random whole numbers; a set is named by their sum.
    reach       (m, m) as legs; to an event, the fewest minutes over any stops between.
    lunch       (minutes, earliest, latest); minutes < 0 when no lunch is asked for.
    potential   (A, B) what a day from a morning's place to a night's must be worth.
    width       labels kept on each level, the most hopeful first; 0 keeps all.
    room        rows at most.                        patience  labels at most, over all levels.
    Returns     mornings (k,), nights (k,), stops (k, most) with -1 behind the last, values (k,), and whether these
                are all there are.
    """
    size, nights = profit.shape[0], home.shape[1]
    ease = np.empty(out.shape[0])
    for morning in range(out.shape[0]):
        ease[morning] = potential[morning].min()
    duties = mandatory.sum()
    labels = np.empty((4096, 6), np.int64)
    values, hopes, keys = np.empty(4096), np.empty(4096), np.empty(4096, np.int64)
    row_ends = np.empty((room, 2), np.int32)
    row_stops = np.full((room, most), -1, np.int32)
    row_values = np.empty(room)
    chain = np.empty(most, np.int64)
    held = {np.int64(0): np.int64(0)}
    told = {np.int64(0): np.int64(0)}
    rows, count, begun, complete = 0, 0, 0, True
    for depth in range(most):
        first = depth == 0
        ended = count
        held.clear()
        for source in range(out.shape[0] if first else ended - begun):
            label = -1 if first else begun + source
            morning = source if first else labels[label, MORNING]
            free = leaves if first else labels[label, FREE]
            fed = lunch[0] < 0 if first else labels[label, FED] == 1
            value = 0.0 if first else values[label]
            key = np.int64(0) if first else keys[label]
            done = np.int64(0) if first else labels[label, DUTIES]
            last = -1 if first else labels[label, LAST]
            _chain(labels, label, depth, chain)
            for stop in range(size):
                if _is_in(stop, chain, depth):
                    continue
                leg = out[morning, stop] if first else legs[last, stop]
                duty = done + (1 if mandatory[stop] else 0)
                worth = value + _gain(stop, chain, depth, profit, penalties, in_cut) - morning_tolls[morning, stop]
                if duties - duty > most - depth - 1:
                    continue
                full, hungry = _begins(opens, latest, stop, free, leg, fed, lunch, first)
                for sated in range(2):
                    begin = full if sated else hungry
                    if begin < 0:
                        continue
                    then = begin + minutes[stop]
                    if then > closes or (not sated and then > lunch[2]):
                        continue
                    hope = worth - ease[morning] + table[most - depth - 1, stop, min(then // STEP, CELLS - 1)]
                    if hope <= floor:
                        continue
                    if duty < duties and _misses(stop, then, chain, depth, mandatory, opens, latest, reach):
                        continue
                    mark = (key + names[stop]) * 1000003 + (stop * 64 + morning) * 2 + sated
                    if mark in held:
                        same = held[mark]
                        if labels[same, FREE] > then:
                            labels[same, FREE], labels[same, PARENT] = then, label
                            hopes[same] = hope
                        continue
                    if count >= patience:
                        complete = False
                        continue
                    if count == labels.shape[0]:
                        labels = np.concatenate((labels, np.empty_like(labels)))
                        values = np.concatenate((values, np.empty_like(values)))
                        hopes = np.concatenate((hopes, np.empty_like(hopes)))
                        keys = np.concatenate((keys, np.empty_like(keys)))
                    labels[count, LAST], labels[count, PARENT], labels[count, FREE] = stop, label, then
                    labels[count, FED], labels[count, MORNING], labels[count, DUTIES] = sated, morning, duty
                    values[count], hopes[count], keys[count] = worth, hope, key + names[stop]
                    held[mark] = np.int64(count)
                    count += 1
        begun = ended
        if width > 0 and count - begun > width:
            complete = False
            count = _thin(labels, values, keys, hopes, begun, count, width)
        for label in range(begun, count):
            if labels[label, DUTIES] < duties:
                continue
            morning, last = labels[label, MORNING], labels[label, LAST]
            _chain(labels, label, depth + 1, chain)
            for night in range(nights):
                value = values[label] - potential[morning, night]
                for place in range(depth + 1):
                    value -= night_tolls[night, chain[place]]
                if value <= floor:
                    continue
                if not is_home(labels[label, FREE], home[last, night], labels[label, FED] == 1, closes, lunch, False):
                    continue
                mark = keys[label] * 1000003 + morning * 64 + night
                if mark in told:
                    continue
                if rows == room:
                    complete = False
                    continue
                told[mark] = np.int64(rows)
                row_ends[rows, 0], row_ends[rows, 1], row_values[rows] = morning, night, value
                _chain(labels, label, depth + 1, row_stops[rows])
                rows += 1
        if count == begun:
            break
    return row_ends[:rows, 0], row_ends[:rows, 1], row_stops[:rows], row_values[:rows], complete
