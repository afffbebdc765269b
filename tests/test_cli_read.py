"""`qiao read` keeps its contract: offsets, names of outputs, exit codes, one sentence for each trouble."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from qiao import cli
from qiao.commands import read as read_command
from qiao.commands._files import output_stems, write_whole
from qiao.commands._progress import Progress
from qiao.engines.extract import Fact, FactType, Reading
from tests.engines.documents.builders import REPORT_HANT, docx_bytes, eml_message

SOURCE = Path(__file__).parents[1] / "src"


@pytest.fixture(autouse=True)
def grammar(monkeypatch: pytest.MonkeyPatch) -> list[Reading]:
    """A grammar that finds Lyon only; it keeps what it was given."""
    asked: list[Reading] = []

    def extract(reading: Reading) -> list[Fact]:
        asked.append(reading)
        if "broken grammar" in reading.text:
            raise IndexError
        start = reading.text.find("里昂")
        return [Fact(start, start + 2, FactType.PLACE, "里昂", "Lyon")] if start >= 0 else []

    monkeypatch.setattr("qiao.engines.extract.extract", extract)
    return asked


def put(folder: Path, name: str, data: bytes | str) -> str:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return str(path)


def read_facts(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_prints_a_line_for_each_fact(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["read", put(tmp_path, "a.txt", REPORT_HANT)]) == 0
    out, err = capsys.readouterr()
    fact = json.loads(out)
    assert (fact["type"], fact["text"], fact["norm"]) == ("place", "里昂", "Lyon")
    assert REPORT_HANT[fact["start"] : fact["end"]] == "里昂"
    assert err.startswith(f"Read 1 facts in {len(REPORT_HANT)} characters of 1 file in ")
    assert err.endswith("characters/s.\n")


def test_writes_outputs_by_stem_and_text_that_offsets_fit(tmp_path: Path) -> None:
    files = [put(tmp_path, "a.docx", docx_bytes("一", REPORT_HANT)), put(tmp_path, "b.txt", "\ufeffx\r\n里昂\r")]
    assert cli.main(["read", *files, "--out", str(tmp_path / "out"), "--text", str(tmp_path / "deep" / "text")]) == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a.jsonl", "b.jsonl"]
    assert (tmp_path / "deep/text/b.txt").read_bytes() == "x\n里昂\n".encode()
    for stem in "ab":
        text = (tmp_path / f"deep/text/{stem}.txt").read_bytes().decode()
        for fact in read_facts(tmp_path / f"out/{stem}.jsonl"):
            assert text[fact["start"] : fact["end"]] == fact["text"] == "里昂"


def test_one_bad_file_stops_no_other(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = [
        put(tmp_path, "empty.txt", b""),
        str(tmp_path / "missing.txt"),
        str(tmp_path),
        put(tmp_path, "slip.txt", "broken grammar"),
        put(tmp_path, "half.docx", docx_bytes("a")[:-40]),
        put(tmp_path, "good.txt", "里昂"),
    ]
    assert cli.main(["read", *files, "--out", str(tmp_path / "out")]) == 2
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["good.jsonl"]
    sentences = capsys.readouterr().err.splitlines()
    assert sentences[0] == "empty.txt is empty: expected a document, found 0 bytes; nothing was kept."
    assert sentences[1] == f"{tmp_path / 'missing.txt'} could not be read or written: No such file or directory."
    assert len(sentences) == 6
    assert all(sentence.endswith(".") for sentence in sentences)


def test_no_output_when_every_file_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["read", put(tmp_path, "a.txt", b"")]) == 2
    assert capsys.readouterr().out == ""


def test_reads_standard_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("去里昂".encode())))
    assert cli.main(["read", "-", "--text", str(tmp_path)]) == 0
    assert json.loads(capsys.readouterr().out)["start"] == 1
    assert (tmp_path / "stdin.txt").read_text() == "去里昂"


def test_names_the_source_of_each_fact_when_files_share_the_output(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["read", put(tmp_path, "a.txt", "里昂"), put(tmp_path, "b.txt", "里昂")]) == 0
    assert [json.loads(line)["source"] for line in capsys.readouterr().out.splitlines()] == ["a.txt", "b.txt"]


def test_hands_on_day_and_home(tmp_path: Path, grammar: list[Reading]) -> None:
    mail = put(tmp_path, "a.eml", eml_message("s", "x").as_bytes())
    cli.main(["read", mail])
    cli.main(["read", mail, "--published", "2024-01-02", "--home", "无锡高新区"])
    assert [(asked.published, asked.home) for asked in grammar] == [
        (date(2023, 6, 13), ""),
        (date(2024, 1, 2), "无锡高新区"),
    ]


@pytest.mark.parametrize(
    ("files", "stems"),
    [
        (["a.txt", "b.pdf"], ["a", "b"]),
        (["x/a.txt", "a.pdf", "b.txt"], ["a.txt", "a.pdf", "b"]),
        (["x/a.txt", "y/a.txt"], ["a.txt", "a.txt-2"]),
        (["A.txt", "a.md"], ["A.txt", "a.md"]),
        (["a.b.txt", "a.b", "-"], ["a.b", "a", "stdin"]),
        (["a.txt", "a.md", "a.txt.md"], ["a.txt", "a.md", "a.txt-2"]),
    ],
)
def test_clashing_names_keep_their_suffix(files: list[str], stems: list[str]) -> None:
    assert output_stems(files) == stems


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "The following arguments are required: COMMAND; see qiao --help."),
        (["read"], "The following arguments are required: FILE; see qiao read --help."),
        (
            ["read", "a", "--published", "June"],
            "Argument --published: expected a day such as 2023-06-13, found June; see qiao read --help.",
        ),
        (["read", "a", "--text", "-"], "--text expects a folder, for standard output is taken by the facts."),
    ],
)
def test_refuses_arguments_in_one_sentence(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        code = cli.main(arguments)
    except SystemExit as stop:
        code = int(str(stop.code))
    assert (code, capsys.readouterr().err) == (2, sentence + "\n")


def test_refuses_a_file_as_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = put(tmp_path, "a.txt", "里昂")
    assert cli.main(["read", file, "--out", file]) == 2
    assert capsys.readouterr().err == f"--out expects a folder, found the file {file}.\n"


def test_never_writes_over_its_source(tmp_path: Path) -> None:
    file = put(tmp_path, "a.txt", "里昂\r\n")
    assert cli.main(["read", file, "--text", str(tmp_path)]) == 2
    assert Path(file).read_bytes() == "里昂\r\n".encode()
    assert cli.main(["read", put(tmp_path, "b.txt", "里昂\n"), "--text", str(tmp_path)]) == 0


def test_leaves_nothing_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full_disk(*_: object) -> None:
        raise OSError(28, "No space left on device")

    put(tmp_path, "a.jsonl", "before")
    monkeypatch.setattr(Path, "replace", full_disk)
    with pytest.raises(OSError, match="No space left"):
        write_whole(tmp_path / "a.jsonl", "after")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("a.jsonl", "before")]


def test_warnings_are_sentences_and_no_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["read", put(tmp_path, "a.txt", REPORT_HANT.encode("big5"))]) == 0
    first = capsys.readouterr().err.splitlines()[0]
    assert first == "a.txt: the encoding is not stated and was taken to be big5hkscs."


def test_bar_is_for_terminals_only() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    seen, unseen = Terminal(), io.StringIO()
    for stream in (seen, unseen):
        progress = Progress(2, wanted=True, stream=stream)
        progress.step()
        progress.clear()
    assert "[###############...............] 1/2" in seen.getvalue()
    assert unseen.getvalue() == ""


def test_runs_as_a_program_without_django(tmp_path: Path) -> None:
    script = (
        "import sys; from qiao.cli import main; code = main(sys.argv[1:]);"
        "assert 'django' not in sys.modules; sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "read", put(tmp_path, "a.txt", REPORT_HANT)],
        env={**os.environ, "PYTHONPATH": str(SOURCE), "LC_ALL": "C"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert all(json.loads(line) for line in done.stdout.decode("utf-8").splitlines())


def test_asked_to_stop_it_leaves_no_part_behind(tmp_path: Path) -> None:
    script = (
        "import sys, time; from pathlib import Path; from qiao import cli; from qiao.commands import _files;"
        "cli._leave_tidily(); Path.replace = lambda *a: (print('now', flush=True), time.sleep(60));"
        "_files.write_whole(Path(sys.argv[1]) / 'a.jsonl', 'x')"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path)],
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        stdout=subprocess.PIPE,
    ) as child:
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(0.05)
        child.send_signal(signal.SIGTERM)
        assert child.wait(10) == 143
    assert list(tmp_path.iterdir()) == []


def test_every_public_module_is_a_command() -> None:
    assert "read" in cli.command_names()
    assert not [name for name in cli.command_names() if name.startswith("_")]
    assert read_command.SUMMARY
