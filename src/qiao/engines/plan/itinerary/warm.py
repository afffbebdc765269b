"""The compiled parts made ready: at install for good, in a program before its clock starts."""

from __future__ import annotations

from qiao.engines.plan.itinerary.problem import Event, Host, Lunch, Problem, Window


def warm() -> None:
    """Plan a mission of one morning, so that all compiled code is loaded."""
    from qiao.engines.plan.itinerary.risk.risk import risk_of
    from qiao.engines.plan.itinerary.solve import solve

    problem = Problem(
        days=("1",),
        day_window=(0, 1000),
        places=("here",),
        travel={"here": {"here": 1}},
        start_place="here",
        start_earliest=0,
        end_place="here",
        end_latest=1000,
        hotel_places=("here",),
        hosts=(
            Host("one", "here", 1, 10, (Window(0, 0, 900),)),
            Host("two", "here", 1, 10, (Window(0, 0, 900),)),
            Host("three", "here", 1, 10, (Window(0, 0, 15),)),
        ),
        events=(Event("all", "here", 0, 500, 10),),
        lunch=Lunch(10, 100, 200),
    )
    risk_of(problem, solve(problem, seconds=5.0), trips=1)
