"""Ruin and recreate: customers are torn out of neighbouring tours and others put in, with a cooling temper.

Source: the tearing of strings after Christiaens & Vanden Berghe (2020), Transportation Science 54(2), 417-433, with
profits in place of lengths; slack kept for each stop as in Vansteenwegen, Souffriau, Vanden Berghe & Van Oudheusden
(2009), Computers & Operations Research 36(12), 3281-3290.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

BLINK = 0.02
NEVER = 1 << 60


@njit(cache=True)
def _times(tour: Any, length: int, travel: Any, service: Any, opens: Any, latest: Any, begin: Any, limit: Any) -> None:
    """Earliest begin of each stop of a tour, and the latest that leaves the rest possible; place 0 is the depot."""
    begin[0] = opens[0]
    for place in range(1, length + 1):
        one, other = tour[place - 1], tour[place]
        begin[place] = max(begin[place - 1] + service[one] + travel[one, other], opens[other])
    limit[length + 1] = latest[0]
    for place in range(length, 0, -1):
        one, other = tour[place], tour[place + 1]
        limit[place] = min(latest[one], limit[place + 1] - service[one] - travel[one, other])


@njit(cache=True)
def _insert(tours: Any, lengths: Any, tour: int, place: int, customer: int) -> None:
    for at in range(lengths[tour] + 1, place - 1, -1):
        tours[tour, at + 1] = tours[tour, at]
    tours[tour, place] = customer
    lengths[tour] += 1


@njit(cache=True)
def _best_place(
    customer: int,
    tours: Any,
    lengths: Any,
    begins: Any,
    limits: Any,
    travel: Any,
    service: Any,
    opens: Any,
    latest: Any,
    blink: float,
) -> Any:
    """The cheapest place for a customer: tour, place, and the delay it brings; NEVER where it fits nowhere."""
    cheapest, best_tour, best_place = NEVER, -1, -1
    for tour in range(lengths.shape[0]):
        for place in range(1, lengths[tour] + 2):
            one, other = tours[tour, place - 1], tours[tour, place]
            begin = begins[tour, place - 1] + service[one] + travel[one, customer]
            if begin > latest[customer]:
                break
            begin = max(begin, opens[customer])
            then = begin + service[customer] + travel[customer, other]
            if then > limits[tour, place]:
                continue
            if blink > 0.0 and np.random.random() < blink:
                continue
            cost = travel[one, customer] + travel[customer, other] - travel[one, other] + service[customer]
            wait = begin - (begins[tour, place - 1] + service[one] + travel[one, customer])
            cost += wait
            if cost < cheapest:
                cheapest, best_tour, best_place = cost, tour, place
    return best_tour, best_place, cheapest


@njit(cache=True)
def _tear(tours: Any, lengths: Any, where: Any, near: Any, seed: int, strings: int, longest: int) -> None:
    """Take strings of stops out of the tours nearest to a customer."""
    torn = np.zeros(lengths.shape[0], np.bool_)
    done = 0
    for rank in range(near.shape[1]):
        if done >= strings:
            return
        customer = near[seed, rank]
        tour = where[customer]
        if tour < 0 or torn[tour]:
            continue
        length = lengths[tour]
        cut = min(longest, length)
        if cut < 1:
            continue
        cut = 1 + int(np.random.random() * cut)
        at = 1
        while tours[tour, at] != customer:
            at += 1
        first = max(1, at - int(np.random.random() * cut))
        first = min(first, length - cut + 1)
        for place in range(first, first + cut):
            where[tours[tour, place]] = -1
        for place in range(first, length - cut + 2):
            tours[tour, place] = tours[tour, place + cut]
        lengths[tour] = length - cut
        torn[tour] = True
        done += 1


@njit(cache=True)
def _offer(
    customer: int,
    tours: Any,
    lengths: Any,
    begins: Any,
    limits: Any,
    travel: Any,
    service: Any,
    prize: Any,
    opens: Any,
    latest: Any,
    power: float,
) -> Any:
    """The cheapest place for a customer and, shaken a little, its prize for the delay; -1 where it fits nowhere."""
    tour, place, cost = _best_place(customer, tours, lengths, begins, limits, travel, service, opens, latest, BLINK)
    if tour < 0:
        return tour, place, -1.0
    return tour, place, prize[customer] ** power / (cost + 1.0) * (0.8 + 0.4 * np.random.random())


@njit(cache=True)
def _fill(
    tours: Any,
    lengths: Any,
    where: Any,
    begins: Any,
    limits: Any,
    travel: Any,
    service: Any,
    prize: Any,
    opens: Any,
    latest: Any,
    keys: Any,
    power: float,
) -> None:
    """Put customers in for as long as some fit: in the order of their keys, or by prize for delay where power > 0."""
    size = prize.shape[0]
    if power <= 0.0:
        for customer in np.argsort(keys):
            if customer == 0 or where[customer] >= 0 or keys[customer] > 1e17:
                continue
            tour, place, _cost = _best_place(
                customer, tours, lengths, begins, limits, travel, service, opens, latest, BLINK
            )
            if tour >= 0:
                _insert(tours, lengths, tour, place, customer)
                where[customer] = tour
                _times(tours[tour], lengths[tour], travel, service, opens, latest, begins[tour], limits[tour])
        return
    worth = np.full(size, -1.0)
    at_tour = np.empty(size, np.int64)
    at_place = np.empty(size, np.int64)
    for customer in range(1, size):
        if where[customer] < 0 and keys[customer] < 1e17:
            at_tour[customer], at_place[customer], worth[customer] = _offer(
                customer, tours, lengths, begins, limits, travel, service, prize, opens, latest, power
            )
    while True:
        chosen, best = -1, 0.0
        for customer in range(1, size):
            if worth[customer] > best:
                chosen, best = customer, worth[customer]
        if chosen < 0:
            return
        tour = at_tour[chosen]
        _insert(tours, lengths, tour, at_place[chosen], chosen)
        where[chosen] = tour
        worth[chosen] = -1.0
        _times(tours[tour], lengths[tour], travel, service, opens, latest, begins[tour], limits[tour])
        for customer in range(1, size):
            if worth[customer] > 0.0 and at_tour[customer] == tour:
                at_tour[customer], at_place[customer], worth[customer] = _offer(
                    customer, tours, lengths, begins, limits, travel, service, prize, opens, latest, power
                )


@njit(cache=True)
def seed_with(seed: int) -> None:
    """Begin the random numbers of the compiled search."""
    np.random.seed(seed)


@njit(cache=True)
def improve(
    tours: Any,
    lengths: Any,
    where: Any,
    best_tours: Any,
    best_lengths: Any,
    travel: Any,
    service: Any,
    prize: Any,
    opens: Any,
    latest: Any,
    near: Any,
    prizes: Any,
    temper: float,
    steps: int,
) -> None:
    """Some steps of ruin and recreate at one temper; tours, where and the best are changed in place.

    prizes   (3,): prize and length of the present tours, prize of the best.
    """
    size, count = prize.shape[0], lengths.shape[0]
    begins = np.zeros((count, size + 2), np.int64)
    limits = np.zeros((count, size + 2), np.int64)
    old_tours, old_lengths, old_where = tours.copy(), lengths.copy(), where.copy()
    keys = np.empty(size)
    for _step in range(steps):
        for tour in range(count):
            used = lengths[tour] + 2
            old_tours[tour, :used] = tours[tour, :used]
        old_lengths[:] = lengths
        old_where[:] = where
        served = 0
        for tour in range(count):
            served += lengths[tour]
        longest = max(1, min(10, served // max(count, 1)))
        longest = 1 + int(np.random.random() * longest)
        strings = 1 + int(np.random.random() * count)
        seed = 1 + int(np.random.random() * (size - 1))
        _tear(tours, lengths, where, near, seed, strings, longest)
        for tour in range(count):
            _times(tours[tour], lengths[tour], travel, service, opens, latest, begins[tour], limits[tour])
        way = np.random.random()
        for customer in range(size):
            if way < 0.35:
                keys[customer] = np.random.random()
            elif way < 0.55:
                keys[customer] = -prize[customer] * (0.7 + 0.6 * np.random.random())
            elif way < 0.65:
                keys[customer] = latest[customer] - opens[customer]
            else:
                keys[customer] = 0.0
            if old_where[customer] >= 0 and where[customer] < 0 and np.random.random() < 0.15:
                keys[customer] = 1e18
        _fill(
            tours,
            lengths,
            where,
            begins,
            limits,
            travel,
            service,
            prize,
            opens,
            latest,
            keys,
            0.0 if way < 0.65 else 1.0 + np.random.random(),
        )
        total, spent = 0, 0
        for tour in range(count):
            for place in range(1, lengths[tour] + 1):
                total += prize[tours[tour, place]]
            spent += begins[tour, lengths[tour]] + service[tours[tour, lengths[tour]]]
            spent += travel[tours[tour, lengths[tour]], 0]
        change = (total - prizes[0]) - 1e-4 * (spent - prizes[1]) / max(1, latest[0]) * prize.max()
        if change >= 0 or np.random.random() < np.exp(change / temper):
            prizes[0], prizes[1] = total, spent
            if total > prizes[2]:
                prizes[2] = total
                best_tours[:] = tours
                best_lengths[:] = lengths
        else:
            for tour in range(count):
                used = old_lengths[tour] + 2
                tours[tour, :used] = old_tours[tour, :used]
            lengths[:] = old_lengths
            where[:] = old_where
