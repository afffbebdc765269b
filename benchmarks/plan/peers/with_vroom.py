"""VROOM at its deepest exploration: prizes up to 100 are priorities, which it puts before cost; it ends by itself."""

from __future__ import annotations

from datetime import timedelta

import numpy as np
import vroom

from qiao.engines.plan.toptw.problem import Problem

WALL = 60  # times the seconds asked for: it can only be stopped by the clock on the wall


def tours(problem: Problem, seconds: float) -> list[list[int]]:
    asked = vroom.Input()
    asked.set_durations_matrix(profile="car", matrix_input=problem.travel.astype(np.uint32))
    day = vroom.TimeWindow(int(problem.opens[0]), int(problem.latest[0]))
    asked.add_vehicle([vroom.Vehicle(number, start=0, end=0, time_window=day) for number in range(problem.tours)])
    asked.add_job(
        [
            vroom.Job(
                number,
                location=number,
                default_service=int(problem.service[number]),
                priority=int(problem.prize[number]),
                time_windows=[vroom.TimeWindow(int(problem.opens[number]), int(problem.latest[number]))],
            )
            for number in range(1, len(problem.prize))
        ]
    )
    found = asked.solve(exploration_level=5, nb_threads=1, timeout=timedelta(seconds=seconds * WALL))
    steps = found.routes[found.routes["type"] == "job"]
    return [[int(stop) for stop in route["id"]] for _vehicle, route in steps.groupby("vehicle_id", sort=False)]
