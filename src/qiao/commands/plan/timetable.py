"""`qiao plan timetable`: a matchmaking event in, a timetable with its bound out."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING, Any

from qiao.commands import Refused
from qiao.commands._files import STANDARD
from qiao.commands.plan._arguments import above_zero
from qiao.commands.plan._json import read_text, write_json

if TYPE_CHECKING:
    from qiao.engines.plan.timetable.problem import Problem

SUMMARY = "Let people meet two by two in slots and at tables, with proof"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="an event as JSON or in the .dzn format, or -")
    parser.add_argument("--seconds", type=above_zero, default=60.0, metavar="S", help="CPU seconds at most (60)")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="names the search (0)")
    parser.add_argument("--out", default=STANDARD, metavar="FILE", help="write here instead of standard output")
    parser.add_argument("--progress", action="store_true", help="show result and bound on standard error")


def run(arguments: argparse.Namespace) -> int:
    from qiao.engines.plan.timetable.io import timetable_to_json
    from qiao.engines.plan.timetable.solve import timetable
    from qiao.engines.plan.timetable.warm import warm

    problem = read_problem(arguments.file)
    warm()
    show = _show if arguments.progress and sys.stderr.isatty() else None
    found = timetable(problem, seconds=arguments.seconds, seed=arguments.seed, progress=show)
    write_json(timetable_to_json(found), arguments.out)
    return 0


def read_problem(file: str) -> Problem:
    """An event in either form. Raises Refused with one sentence, OSError."""
    from qiao.engines.plan.timetable.dzn import problem_from_dzn
    from qiao.engines.plan.timetable.io import Malformed, problem_from_json
    from qiao.engines.plan.timetable.problem import ProblemFault

    text = read_text(file)
    try:
        return problem_from_json(_json(text, file)) if _is_json(text) else problem_from_dzn(text)
    except (Malformed, ProblemFault) as fault:
        raise Refused(f"{file}: {fault}") from fault


def is_event(file: str) -> bool:
    """Whether a file that can be read twice holds an event rather than a mission."""
    if file == STANDARD:
        return False
    text = read_text(file)
    if not _is_json(text):
        return True
    try:
        read = json.loads(text)
    except (ValueError, RecursionError):
        return False  # the reader of missions says what is wrong with it
    return isinstance(read, dict) and "slots" in read and "tables" in read


def _is_json(text: str) -> bool:
    return text.lstrip()[:1] in ("{", "[", '"')


def _json(text: str, file: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise Refused(f"{file}: expected JSON, line {error.lineno} column {error.colno}: {error.msg}.") from error
    except (RecursionError, ValueError) as error:
        raise Refused(f"{file}: expected an event, found JSON nested too deeply or numbers too long.") from error


def _show(prize: float, bound: float) -> None:
    sys.stderr.write(f"\r\x1b[Kheld {prize:.0f}, none above {bound:.0f}")
    sys.stderr.flush()
