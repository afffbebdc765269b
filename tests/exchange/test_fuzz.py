"""Whatever is brought: no crash, a sentence, and as many rows as the file has."""

from __future__ import annotations

import io
import zipfile

import pytest
from django.core.files.base import ContentFile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qiao.exchange.actions.bring import bring_table
from qiao.exchange.actions.steps import map_columns
from qiao.exchange.actions.work import work
from qiao.exchange.detect.clean import clean
from qiao.exchange.enums import RunState
from qiao.exchange.models import ImportRow, ImportRun
from qiao.exchange.reading import NAMES, Field
from qiao.exchange.words import PROBLEMS, REFUSALS, problem_words
from qiao.zones.models import Membership
from tests.exchange.cast import clock, finish, imported
from tests.factories import NOW


def brought(member: Membership, content: bytes, name: str) -> ImportRun:
    run = bring_table(member=member, file=ContentFile(content), filename=name, now=NOW)
    work(run.pk, now=clock)
    run.refresh_from_db()
    return run


def compared(member: Membership, run: ImportRun) -> ImportRun:
    """Go on with whatever columns were guessed, the first taken for the name when none was."""
    fields = [Field(field) for field in run.mapping]
    if not NAMES.intersection(fields):
        fields[0] = Field.NAME
    map_columns(member=member, run=run, fields=fields, now=NOW)
    work(run.pk, now=clock)
    run.refresh_from_db()
    return run


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=400), name=st.sampled_from(["a.csv", "a.xlsx", "a.vcf", "a.xls", "a", "a.ods"]))
def test_any_bytes_give_rows_or_a_sentence(lin: Membership, content: bytes, name: str) -> None:
    run = brought(lin, content, name)
    assert run.state in (RunState.MAPPING, RunState.FAILED, RunState.READY)
    if run.state == RunState.FAILED:
        assert run.problem["code"] in PROBLEMS
        assert "%(" not in problem_words(run.problem)
    elif run.state == RunState.MAPPING and run.columns:
        run = compared(lin, run)
        assert (run.state, ImportRow.objects.filter(run=run).count()) == (RunState.READY, run.row_count)


CELLS = st.text(st.characters(blacklist_categories=("Cs",)), max_size=20)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=6))
def test_any_cells_are_imported_and_known_again(lin: Membership, rows: list[tuple[str, str, str]]) -> None:
    table = [("Company", "Town", "E-mail"), *(tuple(clean(cell) for cell in row) for row in rows)]
    run = brought(lin, "\r\n".join(",".join(f'"{c}"' for c in _quoted(row)) for row in table).encode(), "a.csv")
    if run.state != RunState.MAPPING or not run.columns:
        assert run.state == RunState.FAILED
        return
    run = finish(lin, compared(lin, run))
    assert ImportRow.objects.filter(run=run).count() == run.row_count
    again = compared(
        lin, brought(lin, "\r\n".join(",".join(f'"{c}"' for c in _quoted(r)) for r in table).encode(), "b")
    )
    assert set(again.counts) <= {"same", "refused"}


def _quoted(row: tuple[str, ...]) -> list[str]:
    return [cell.replace('"', '""') for cell in row]


def test_formulas_stay_text(lin: Membership) -> None:
    run = imported(lin, [("Company", "Town"), ("=cmd|' /C calc'!A0", "@SUM(1)")])
    row = ImportRow.objects.get(run=run)
    assert row.cells[0].lstrip("'").startswith("=cmd")


def test_nul_and_halves_of_characters_reach_no_column() -> None:
    assert clean("a\0b") == "a\ufffdb"
    assert "\ud800" not in clean("x\ud800y")
    assert clean("韩杨 Ünal") == "韩杨 Ünal"


@pytest.mark.parametrize("columns", [2000])
def test_very_many_columns_are_refused_with_a_sentence(lin: Membership, columns: int) -> None:
    line = ",".join(f"c{at}" for at in range(columns))
    run = brought(lin, f"{line}\n{line}\n".encode(), "wide.csv")
    assert (run.state, run.problem["code"]) == (RunState.FAILED, "too_many_columns")


def test_a_bomb_is_refused_with_a_sentence(lin: Membership) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("[Content_Types].xml", "<Types/>")
        bomb.writestr("xl/workbook.xml", "<workbook/>")
        bomb.writestr("xl/worksheets/sheet1.xml", "0" * 300_000_000)
    run = brought(lin, held.getvalue(), "bomb.xlsx")
    assert run.state == RunState.FAILED
    assert run.problem["code"] in PROBLEMS


def test_every_refusal_of_a_row_is_worded() -> None:
    assert {"no_name", "name_too_long", "cell_too_long", "header_again"} <= set(REFUSALS)
