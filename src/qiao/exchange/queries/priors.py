"""What earlier imports made of rows that say the same."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from uuid import UUID

from django.db.models import Q

from qiao.exchange.detect.batch import Prior
from qiao.exchange.enums import RunState
from qiao.exchange.models import ImportRow, ImportRun
from qiao.exchange.queries.known import existing


def priors_of(run: ImportRun, digests: Sequence[str]) -> list[Prior | None]:
    """For each row of a batch, in order, where an equal row of an earlier import of the same circle landed.

    The same file brought again pairs its rows one to one: the second of two equal rows is the second once more.
    """
    wanted = {digest for digest in digests if digest}
    before = _landed(run, wanted)
    if not before:
        return [None] * len(digests)
    there = existing(run.zone, {prior.record for priors in before.values() for prior in priors})
    nth = _counted(run, wanted)
    found: list[Prior | None] = []
    for digest in digests:
        told = before.get(digest, [])
        same_file = [prior for prior in told if prior.same_file]
        chosen = same_file[nth[digest]] if nth[digest] < len(same_file) else (told[0] if told else None)
        if chosen is not None and nth[digest] >= len(same_file):
            chosen = Prior(chosen.record, same_file=False)
        nth[digest] += 1
        found.append(chosen if chosen is not None and chosen.record in there else None)
    return found


def _landed(run: ImportRun, digests: set[str]) -> dict[str, list[Prior]]:
    """The rows of the latest import of each file, in the order of the file."""
    rows = ImportRow.objects.filter(zone=run.zone, digest__in=digests, run__state=RunState.DONE)
    rows = rows.filter(Q(run__audience=run.audience_id) if run.audience_id else Q(run__audience__isnull=True))
    latest: dict[tuple[str, bool], UUID] = {}
    found: defaultdict[str, list[Prior]] = defaultdict(list)
    for row in rows.select_related("run").defer("cells", "reasons").order_by("-run_id", "ordinal"):
        same_file = row.run.digest == run.digest
        if latest.setdefault((row.digest, same_file), row.run_id) != row.run_id:
            continue
        if row.lands_on is not None:
            found[row.digest].append(Prior(row.lands_on, same_file))
    return found


def _counted(run: ImportRun, digests: set[str]) -> Counter[str]:
    """How many rows of this import have been compared already, for each digest."""
    rows = ImportRow.objects.filter(zone=run.zone, run=run, digest__in=digests)
    return Counter(rows.values_list("digest", flat=True))
