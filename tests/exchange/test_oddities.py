"""What was odd in reading a table is said on the preview and on the result."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st

from qiao.exchange.actions.bring import bring_table
from qiao.exchange.actions.steps import map_columns
from qiao.exchange.actions.work import work
from qiao.exchange.enums import RunState
from qiao.exchange.models import ImportRun
from qiao.exchange.oddities import ODDITIES, oddities_of
from qiao.exchange.reading import Field
from qiao.zones.models import Membership
from tests.exchange.cast import clock, finish
from tests.factories import NOW

ClientOf = Callable[[Membership], Client]
FILES = {
    "never closed": b'Name,Country\nOstwind Energie GmbH,Germany\n"Helix Cobalt SAS,France\nAurora Optik,Austria\n',
    "encoding": "Name,Country\nMüller Maschinenbau Süd GmbH,Österreich\nGrün Gärten,Österreich\n".encode("cp1252"),
    "above the headers": b"Unsere Firmen,\nName,Country\nOstwind Energie GmbH,Germany\nAurora Optik,Austria\n",
}


def compared(lin: Membership, data: bytes) -> ImportRun:
    run = bring_table(member=lin, file=ContentFile(data), filename="list.csv", now=NOW)
    work(run.pk, now=clock)
    run.refresh_from_db()
    assert run.state == RunState.MAPPING, run.problem
    map_columns(member=lin, run=run, fields=[Field(field) for field in run.mapping], now=NOW)
    work(run.pk, now=clock)
    run.refresh_from_db()
    return run


@pytest.mark.parametrize("odd", FILES)
def test_what_was_odd_is_said_before_and_after(lin: Membership, client_of: ClientOf, odd: str) -> None:
    run = compared(lin, FILES[odd])
    (words,) = oddities_of(run.reading)
    for _step in range(2):
        page = client_of(lin).get(reverse("exchange:import", args=["linhu", run.pk]))
        assert page.context["oddities"] == [words]
        assert "What was odd in this file" in page.content.decode()
        run = finish(lin, run) if run.state == RunState.READY else run
    assert run.state == RunState.DONE


def test_of_a_plain_file_nothing_is_said(lin: Membership, client_of: ClientOf) -> None:
    run = compared(lin, b"Name,Country\nOstwind Energie GmbH,Germany\n")
    assert oddities_of(run.reading) == []
    page = client_of(lin).get(reverse("exchange:import", args=["linhu", run.pk]))
    assert "odd" not in page.content.decode()


codes = st.sampled_from([*ODDITIES, "rows_above", "of another day", ""])
params = st.dictionaries(st.sampled_from(["count", "lines", "encoding", "main", "sheet"]), st.text(max_size=9))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.fixed_dictionaries({"code": codes}, optional={"params": params}), max_size=5))
def test_any_notes_kept_are_sentences_or_nothing(notes: list[dict[str, Any]]) -> None:
    for words in oddities_of({"notes": notes}):
        assert words.endswith(".")
        assert "%(" not in words
