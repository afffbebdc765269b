"""The reading process: bound, and never a danger to its caller."""

from __future__ import annotations

import subprocess
import sys
import threading

import pytest

from qiao.engines.documents import Limits, Trouble, UnreadableDocument, read_document, sandbox
from qiao.engines.documents.io import error_from_json, error_to_json, source_from_json, source_to_json
from tests.engines.documents.builders import REPORT_HANT, docx_bytes, eml_message, xlsx_bytes

DOCX = docx_bytes(REPORT_HANT, table=[["a", "b"]])


def trouble_of(limits: Limits) -> Trouble:
    with pytest.raises(UnreadableDocument) as caught:
        read_document(DOCX, "a.docx", limits)
    return caught.value.trouble


def test_stops_waiting() -> None:
    assert trouble_of(Limits(wall_seconds=0.02)) is Trouble.TOO_SLOW


def test_stops_at_the_memory_limit() -> None:
    assert trouble_of(Limits(memory_bytes=24 << 20)) is Trouble.TOO_HUNGRY


@pytest.mark.parametrize(
    ("script", "trouble"),
    [
        ("while True: pass", Trouble.TOO_SLOW),
        ("import os; os.abort()", Trouble.CRASHED),
        ("import sys; sys.exit(7)", Trouble.CRASHED),
        ("print('no json')", Trouble.CRASHED),
        ("print('[]')", Trouble.CRASHED),
    ],
)
def test_survives_the_death_of_the_child(script: str, trouble: Trouble, monkeypatch: pytest.MonkeyPatch) -> None:
    bound = f"import resource; resource.setrlimit(resource.RLIMIT_CPU, (1, 2)); {script}"
    if script.startswith("while"):
        bound = f"import resource\nresource.setrlimit(resource.RLIMIT_CPU, (1, 2))\n{script}"
    real = subprocess.run
    monkeypatch.setattr(
        sandbox.subprocess, "run", lambda command, **options: real([sys.executable, "-c", bound], **options)
    )
    assert trouble_of(Limits()) is trouble


def test_says_when_no_process_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox.sys, "executable", "/nowhere/python")
    assert trouble_of(Limits()) is Trouble.NO_READER


def test_takes_no_module_from_the_current_folder(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "docx.py").write_text("raise SystemExit(9)")  # type: ignore[operator,attr-defined]
    monkeypatch.chdir(tmp_path)  # type: ignore[arg-type]
    assert read_document(DOCX, "a.docx").text.startswith(REPORT_HANT)


def test_reads_from_threads_at_once() -> None:
    texts: list[str] = []
    threads = [threading.Thread(target=lambda: texts.append(read_document(DOCX, "a.docx").text)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert texts == [f"{REPORT_HANT}\na\tb\nafter the table"] * 3


@pytest.mark.parametrize(
    ("data", "name"),
    [(DOCX, "a.docx"), (xlsx_bytes({"S": {"A1": 1}}), "a.xlsx"), (eml_message("s", "x").as_bytes(), "a")],
)
def test_says_the_same_through_the_pipe(data: bytes, name: str) -> None:
    source = read_document(data, name)
    assert source_from_json(source_to_json(source)) == source


def test_carries_errors_whole() -> None:
    error = UnreadableDocument(Trouble.BROKEN, name="a", found="b", expected="c")
    carried = error_from_json(error_to_json(error))
    assert (carried.trouble, carried.params, str(carried)) == (error.trouble, error.params, str(error))


def test_accepts_names_that_are_no_unicode() -> None:
    assert read_document(DOCX, "bad\udcff.docx").text.startswith(REPORT_HANT)


def test_refuses_limits_of_nothing() -> None:
    with pytest.raises(ValueError, match="Expected depth above 0, found 0"):
        Limits(depth=0)
