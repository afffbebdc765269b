"""One import from the file to the last row, timed step by step."""

from __future__ import annotations

import resource
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.files.base import File
from django.utils import timezone

from qiao.exchange.actions.bring import bring_table
from qiao.exchange.actions.steps import map_columns, start_import
from qiao.exchange.actions.work import work
from qiao.exchange.enums import RunState
from qiao.exchange.models import ImportRow, ImportRun
from qiao.exchange.reading import Field
from qiao.zones.models import Membership


@dataclass(frozen=True)
class Timed:
    """Rows, seconds of the clock and of the processor for the comparison and for the writing, fates, memory."""

    rows: int
    compare_s: float
    write_s: float
    cpu_s: float
    fates: dict[str, int]
    unmarked: int
    peak_mb: int

    @property
    def rows_per_second(self) -> float:
        return self.rows / (self.compare_s + self.write_s)

    def told(self) -> dict[str, Any]:
        return {
            "rows": self.rows,
            "rows_per_second": round(self.rows_per_second),
            "compare_s": round(self.compare_s, 1),
            "write_s": round(self.write_s, 1),
            "cpu_s": round(self.cpu_s, 1),
            "fates": self.fates,
            "unmarked": self.unmarked,
            "peak_mb": self.peak_mb,
        }


def timed(member: Membership, path: Path, *, write: bool = True) -> Timed:
    """Import a file through the same actions as the pages do; without `write` only as far as the preview."""
    begun, cpu = time.perf_counter(), time.process_time()
    with path.open("rb") as file:
        run = bring_table(member=member, file=File(file), filename=path.name, now=timezone.now())
    run = _worked(run, RunState.MAPPING)
    map_columns(member=member, run=run, fields=[Field(f) for f in run.mapping], now=timezone.now())
    run = _worked(run, RunState.READY)
    compared = time.perf_counter()
    if write:
        start_import(member=member, run=run, now=timezone.now())
        run = _worked(run, RunState.DONE)
    ended = time.perf_counter()
    rows = ImportRow.objects.filter(run=run)
    return Timed(
        rows=rows.count(),
        compare_s=compared - begun,
        write_s=ended - compared,
        cpu_s=time.process_time() - cpu,
        fates=dict(Counter(rows.values_list("fate", flat=True))),
        unmarked=rows.filter(fate="new").count(),
        peak_mb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    )


def _worked(run: ImportRun, state: RunState) -> ImportRun:
    work(run.pk, now=timezone.now)
    run.refresh_from_db()
    if run.state != state:
        raise RuntimeError(f"Expected {state}; found {run.state}: {run.problem}")
    return run
