"""Measure the planner: python -m benchmarks.plan [--hosts 60 120 240] [--seeds 5] [--toptw FOLDER [--peers]]"""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.plan import frozen


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.plan", description=__doc__)
    parser.add_argument("--hosts", type=int, nargs="*", default=None)
    parser.add_argument("--seeds", type=int, nargs="+", default=[5], help="how many, for all sizes or for each")
    parser.add_argument("--first", type=int, default=1, help="the first seed")
    parser.add_argument("--toptw", type=Path, help="a folder of instances with reference_prizes.csv")
    parser.add_argument("--tours", type=int, nargs="+", default=[1, 2, 3, 4], help="numbers of tours looked at")
    parser.add_argument("--seconds", type=float, default=5.0, help="CPU seconds for each orienteering instance")
    parser.add_argument("--peers", action="store_true", help="other solvers on the same instances")
    parser.add_argument("--freeze", action="store_true", help="keep the results in last.json")
    parser.add_argument("--timetable", type=Path, help="a folder of published events in the .dzn format")
    parser.add_argument("--made", type=int, metavar="SEED", help="made events of two sizes too, from this seed")
    arguments = parser.parse_args()
    if arguments.timetable or arguments.made is not None:
        _timetables(arguments.timetable, arguments.made)
        return
    hosts: list[int] = arguments.hosts if arguments.hosts is not None else [] if arguments.toptw else [60, 120, 240]
    if hosts:
        _missions(hosts, arguments)
    if arguments.toptw:
        _tours(arguments)


def _timetables(folder: Path | None, seed: int | None) -> None:
    from benchmarks.plan import timetable_runs

    if folder:
        print(timetable_runs.published(folder, 5.0))
    if seed is not None:
        print(timetable_runs.made(seed, 60.0))


def _missions(hosts: list[int], arguments: argparse.Namespace) -> None:
    from benchmarks.plan import certificates
    from qiao.engines.plan.itinerary.warm import warm

    warm()
    counts = arguments.seeds if len(arguments.seeds) == len(hosts) else arguments.seeds[:1] * len(hosts)
    for size, count in zip(hosts, counts, strict=True):
        answer = certificates.certificates(size, range(arguments.first, arguments.first + count))
        print(certificates.told(size, answer), flush=True)
        if arguments.freeze:
            frozen.freeze(f"certificates, {size} hosts", answer)


def _tours(arguments: argparse.Namespace) -> None:
    # Imported apart: HiGHS as the itineraries load it and OR-Tools' routing do not bear each other in one process.
    from benchmarks.plan.peers import compare

    answer = compare.compared(arguments.toptw, arguments.tours, arguments.seconds, peers=arguments.peers)
    print(compare.told(answer), flush=True)
    if arguments.freeze:
        frozen.freeze("orienteering", answer)


if __name__ == "__main__":
    main()
