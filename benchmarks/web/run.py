"""One run: both servers up at once, rounds interleaved, and the table of what was found."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.db import connection

from benchmarks.web import servers
from benchmarks.web.cases import cases
from benchmarks.web.client import Visitor
from benchmarks.web.measure import Taken, a_round
from benchmarks.web.requests import Case
from benchmarks.web.visit import first_visit
from benchmarks.web.zone import MEMBERS, PASSWORD

OFFICER = MEMBERS[1][0]


def run(var: Path, port: int, *, rounds: int, seconds: float, only: str) -> dict[str, Any]:
    """Everything that is measured, printed as it comes."""
    with servers.product(port, var) as product, servers.floor(port + 1, var) as bare:
        found: dict[str, Any] = {
            "database": connection.vendor,
            "start_s": round(product.started_s, 2),
            "rest_pss_mb": {name: round(size, 1) for name, size in product.pss_mb().items()},
        }
        print(f"start {found['start_s']} s; at rest {sum(found['rest_pss_mb'].values()):.0f} MB", flush=True)
        found["first_visit"] = first_visit(port, OFFICER, PASSWORD)
        print("first visit", {page: f"{size / 1000:.1f} kB" for page, size in found["first_visit"].items()}, flush=True)
        visitor = Visitor(port)
        visitor.log_in(OFFICER, PASSWORD)
        chosen = [case for case in cases(visitor) if case.name.startswith(only)]
        found["cases"] = _measured(chosen, product, bare, visitor.cookies, rounds, seconds)
        return found


def _measured(
    chosen: list[Case],
    product: servers.Server,
    bare: servers.Server,
    cookies: dict[str, str],
    rounds: int,
    for_s: float,
) -> dict[str, Any]:
    taken = {(case.name, side, many): Taken() for case in chosen for side in ("product", "floor") for many in (1, 8)}
    database = servers.database_cpu()
    for at in range(rounds + 1):
        for case in chosen:
            for side, server, asked in (("product", product, case.product), ("floor", bare, case.floor)):
                for many in (1, 8):
                    kept = taken[case.name, side, many] if at else Taken()  # the first round only warms
                    a_round(kept, server.port, cookies, asked, many, for_s if at else 0.3, _both(server, database))
    return {case.name: _told(case, taken) for case in chosen}


def _both(server: servers.Server, database: Callable[[], float]) -> Callable[[], float]:
    return lambda: server.cpu_s() + database()


def _told(case: Case, taken: dict[tuple[str, str, int], Taken]) -> dict[str, Any]:
    rows = {f"{side} x{many}": taken[case.name, side, many].row() for many in (1, 8) for side in ("product", "floor")}
    ratio = {
        f"x{many}": round(rows[f"product x{many}"]["p50_ms"] / rows[f"floor x{many}"]["p50_ms"], 2) for many in (1, 8)
    }
    bar = f"bar {case.bar}, aim {case.aim}" if case.bar else "no bar"
    print(f"\n{case.name}: {ratio['x1']} and {ratio['x8']} times the floor ({bar})")
    for name, row in rows.items():
        print(f"  {name:<11} " + "  ".join(f"{key} {value}" for key, value in row.items()), flush=True)
    return {"ratio": ratio, "bar": case.bar, "aim": case.aim, **rows}
