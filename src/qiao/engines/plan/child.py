"""One computation in a process of its own: a job as JSON on standard input, lines of JSON on standard output.

The solvers hold much memory and much processor time; a worker that must stay light starts them here and reads along.
In: {"what": "itinerary" | "timetable", "problem": …, "seconds": …, "seed": …, "previous": … or null,
"from": [day, minute] or null, "kind": "tight" | "buffered" | "other" | "changed"}. Out: any number of {"progress":
[score, bound]}, then one of {"answer": …}, {"infeasible": [sentence, …]}, {"faults": [sentence, …]}.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from qiao.engines.plan.itinerary.problem import Problem
    from qiao.engines.plan.itinerary.result import Plan

Job = dict[str, Any]
TRIPS = 2000  # simulated journeys


def main() -> int:
    """Compute what standard input asks for."""
    job = json.load(sys.stdin)
    _say({"itinerary": itinerary_answer, "timetable": timetable_answer}[job["what"]](job))
    return 0


def itinerary_answer(job: Job) -> dict[str, Any]:
    """A mission's plan, or why there is none."""
    from qiao.engines.plan.itinerary.io import Malformed, plan_from_json, plan_to_json, problem_from_json
    from qiao.engines.plan.itinerary.problem import ProblemFault
    from qiao.engines.plan.itinerary.replan import Since, replan
    from qiao.engines.plan.itinerary.solve import solve

    try:
        problem = problem_from_json(job["problem"])
        if job.get("previous") is None:
            plan = solve(problem, seconds=job["seconds"], seed=job["seed"], progress=_progress)
        else:
            day, minute = job["from"]
            since = Since(problem.days.index(day), minute)
            plan = replan(problem, plan_from_json(job["previous"]), since, seconds=job["seconds"], seed=job["seed"])
    except ProblemFault as fault:
        return {"faults": list(fault.found)}
    except Malformed as fault:
        return {"faults": [str(fault)]}
    if plan.clash:
        return {"infeasible": list(plan.clash)}
    told = plan_to_json(plan, replanned=job.get("previous") is not None)
    return {"answer": _beside(job, problem, plan, told)}


def _beside(job: Job, problem: Problem, plan: Plan, told: dict[str, Any]) -> dict[str, Any]:
    """The plan with what it delivers when things run late; or, as asked, a buffered one or another in its place."""
    from qiao.engines.plan.itinerary.beside import alternatives_to_json, buffered_to_json, more_to_json
    from qiao.engines.plan.itinerary.io import plan_from_json
    from qiao.engines.plan.itinerary.risk.io import risk_to_json
    from qiao.engines.plan.itinerary.risk.risk import risk_of

    limits = {"seconds": job["seconds"] / 2, "seed": job["seed"]}
    told["risk"] = risk_to_json(risk_of(problem, plan, trips=TRIPS))
    if job.get("kind") == "buffered":
        return buffered_to_json(problem, plan, trips=TRIPS, **limits)
    if job.get("kind") == "other":
        found = alternatives_to_json(problem, plan, count=1, **limits)
        if found:
            other = plan_from_json(found[0])
            return found[0] | {"risk": risk_to_json(risk_of(problem, other, trips=TRIPS))}
        return told
    if job.get("kind") == "tight":
        told["more"] = more_to_json(problem, plan, **limits)
    return told


def timetable_answer(job: Job) -> dict[str, Any]:
    """A round's timetable, or why there is none; with `after` in the problem, the previous one when some drop out."""
    from qiao.engines.plan.timetable.dropping_out import DropOut, after_dropping_out
    from qiao.engines.plan.timetable.io import Malformed, problem_from_json, timetable_from_json, timetable_to_json
    from qiao.engines.plan.timetable.problem import ProblemFault
    from qiao.engines.plan.timetable.solve import timetable
    from qiao.engines.plan.timetable.warm import warm

    try:
        problem = problem_from_json(job["problem"])
    except ProblemFault as fault:
        return {"faults": list(fault.found)}
    except Malformed as fault:
        return {"faults": [str(fault)]}
    if job.get("previous") is not None:
        told = job["problem"]["after"]
        lost = DropOut(told["slot"], told["tables"], frozenset(told["gone"]))
        changed = after_dropping_out(problem, timetable_from_json(job["previous"]), lost)
        return {"answer": timetable_to_json(changed)}
    warm()
    found = timetable(problem, seconds=job["seconds"], seed=job["seed"], progress=_progress)
    if found.clash:
        return {"infeasible": list(found.clash)}
    return {"answer": timetable_to_json(found)}


def _progress(score: float, bound: float, _seconds: float = 0.0) -> None:
    _say({"progress": [score, None if bound == float("inf") else bound]})


def _say(line: dict[str, Any]) -> None:
    print(json.dumps(line), flush=True)


if __name__ == "__main__":
    sys.exit(main())
