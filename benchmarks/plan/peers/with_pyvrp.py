"""PyVRP: a distance costs 1, a missed prize half the day's length; without a cost of distance it does much worse."""

from __future__ import annotations

import time

from pyvrp import Model

from qiao.engines.plan.toptw.problem import Problem


def tours(problem: Problem, seconds: float) -> list[list[int]]:
    began = time.process_time()
    found = _model(problem).solve(
        stop=lambda _cost: time.process_time() - began >= seconds, seed=0, collect_stats=False, display=False
    )
    if not found.is_feasible():
        return []
    return [[stop.idx + 1 for stop in route if stop.is_client()] for route in found.best.routes()]


def _model(problem: Problem) -> Model:
    model = Model()
    opens, closes = int(problem.opens[0]), int(problem.latest[0])
    unit = (closes - opens) // 2
    points = [model.add_location(0, number) for number in range(len(problem.prize))]
    depot = model.add_depot(points[0])
    model.add_vehicle_type(problem.tours, start_depot=depot, end_depot=depot, tw_early=opens, tw_late=closes)
    for number, point in enumerate(points[1:], 1):
        model.add_client(
            point,
            service_duration=int(problem.service[number]),
            tw_early=int(problem.opens[number]),
            tw_late=int(problem.latest[number]),
            prize=int(problem.prize[number]) * unit,
            required=False,
        )
    for one, start in enumerate(points):
        for other, end in enumerate(points):
            if one != other:
                way = int(problem.travel[one, other])
                model.add_edge(start, end, distance=way, duration=way)
    return model
