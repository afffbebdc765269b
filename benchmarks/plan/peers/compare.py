"""Gaps to reference prizes on public orienteering instances: ours, and the peers' in the same run.

A gap is 1 - prize / reference, in per cent; below 0 when a reference is beaten. All tours go through one check.
"""

from __future__ import annotations

import csv
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from statistics import mean
from typing import Any

from qiao.engines.plan.toptw import solve as own
from qiao.engines.plan.toptw.io import problem_from_text
from qiao.engines.plan.toptw.problem import Problem, broken_rule, prize_of

Solver = Callable[[Problem, float], list[list[int]]]
PEERS = {"PyVRP": "with_pyvrp", "VROOM": "with_vroom", "OR-Tools routing": "with_routing"}


def compared(folder: Path, tours: list[int], seconds: float, *, peers: bool) -> dict[str, Any]:
    """Prizes and CPU seconds of every solver on every instance of the folder with so many tours, and the gaps."""
    own.warm()
    solvers: dict[str, Solver] = {"Qiao": lambda problem, seconds: own.solve(problem, seconds=seconds).tours}
    if peers:
        solvers |= {name: import_module(f"{__package__}.{module}").tours for name, module in PEERS.items()}
    with (folder / "reference_prizes.csv").open(encoding="utf-8") as stream:
        rows = [row for row in csv.DictReader(stream) if int(row["m"]) in tours]
    cases = [_case(folder, row, solvers, seconds) for row in rows]
    answers = {name: _summed(name, cases, list(solvers)) for name in solvers}
    return {"seconds": seconds, "cases": cases, "solvers": answers}


def _case(folder: Path, row: dict[str, str], solvers: dict[str, Solver], seconds: float) -> dict[str, Any]:
    name, reference = row["instance"], int(row["reference"])
    text = (folder / f"{name}.txt").read_text(encoding="utf-8")
    problem = problem_from_text(text, tours=int(row["m"]), decimals=2 if name.startswith("pr") else 1)
    prizes, spent = {}, {}
    for solver, tours in solvers.items():
        began = time.process_time()
        found = tours(problem, seconds)
        spent[solver] = round(time.process_time() - began, 2)
        assert (broken := broken_rule(problem, found)) is None, f"{solver}, {name}: {broken}"
        prizes[solver] = prize_of(problem, found)
    print(f"  {name} x {problem.tours}: {reference}; {prizes}; {spent}", flush=True)
    return {
        "instance": name,
        "tours": problem.tours,
        "reference": reference,
        "prizes": prizes,
        "cpu_seconds": spent,
        "gaps": {solver: round(100 * (1 - prize / reference), 3) for solver, prize in prizes.items()},
    }


def _summed(solver: str, cases: list[dict[str, Any]], solvers: list[str]) -> dict[str, Any]:
    gaps = [case["gaps"][solver] for case in cases]
    others = [min(gap for name, gap in case["gaps"].items() if name != solver) for case in cases if len(solvers) > 1]
    return {
        "mean_gap": round(mean(gaps), 2),
        "max_gap": max(gaps),
        "reaches_reference": sum(gap <= 0 for gap in gaps),
        "best_alone": sum(own < other for own, other in zip(gaps, others, strict=False)),
        "best_or_equal": sum(case["gaps"][solver] == min(case["gaps"].values()) for case in cases),
        "mean_cpu_seconds": round(mean(case["cpu_seconds"][solver] for case in cases), 2),
    }


def told(answer: dict[str, Any]) -> str:
    """The answer as lines, one for each solver."""
    cases = len(answer["cases"])
    lines = [f"{cases} orienteering problems, {answer['seconds']:g} CPU s:"]
    for solver, row in answer["solvers"].items():
        lines.append(
            f"  {solver}: mean gap {row['mean_gap']:.2f} %, most {row['max_gap']:.2f} %, reference reached "
            f"{row['reaches_reference']}, best {row['best_or_equal']}, CPU s {row['mean_cpu_seconds']:.1f}"
        )
    return "\n".join(lines)
