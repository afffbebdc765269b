"""`qiao resolve dedupe`: its form, and its sentences when something is wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qiao.cli import main

ROWS: list[dict[str, Any]] = [
    {"rid": 0, "name": "Siemens AG", "country": "DE", "city": "München", "link": "https://www.siemens.com"},
    {"rid": "0", "name": "SIEMENS Aktiengesellschaft", "country": "DE", "city": None, "link": "http://siemens.com/"},
    {"rid": "x", "name": "Technische Universität München", "country": "DE", "city": "München", "link": None},
    {"rid": -7, "name": "Technical University of Munich", "country": "DE", "city": "Munich", "link": None},
    {"rid": 8, "name": "Bäckerei Huber", "country": "DE", "city": "Passau"},
]


def written(path: Path, lines: list[Any]) -> str:
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    return str(path)


def run(*arguments: str) -> int:
    return main(["resolve", "dedupe", *arguments])


def test_every_row_gets_its_cluster_in_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(written(tmp_path / "rows.jsonl", ROWS)) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [answer["rid"] for answer in answers] == [0, "0", "x", -7, 8]
    assert [answer["cluster"] for answer in answers] == [0, 0, 1, 1, 2]
    assert all(0.5 < answer["score"] <= 1 for answer in answers)
    assert answers[-1]["score"] == 1
    assert set(answers[0]) == {"rid", "cluster", "score"}


def test_judgements_beat_scores(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    judged = [
        {"left": 0, "right": "0", "verdict": "different"},
        {"left": 8, "right": "x", "verdict": "same"},
    ]
    rows = written(tmp_path / "rows.jsonl", ROWS)
    assert run(rows, "--judgements", written(tmp_path / "j.jsonl", judged)) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [answer["cluster"] for answer in answers] == [0, 1, 2, 2, 2]


def test_contradicting_judgements_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    judged = [{"left": 0, "right": "0", "verdict": verdict} for verdict in ("same", "different")]
    rows = written(tmp_path / "rows.jsonl", ROWS)
    assert run(rows, "--judgements", written(tmp_path / "j.jsonl", judged)) == 0
    assert 'Rows "0" and 0 are judged the same' in capsys.readouterr().err


def test_pairs_are_written_with_reasons(tmp_path: Path) -> None:
    rows, out, pairs = written(tmp_path / "rows.jsonl", ROWS), tmp_path / "out.jsonl", tmp_path / "pairs.jsonl"
    assert run(rows, "--out", str(out), "--pairs", str(pairs)) == 0
    found = [json.loads(line) for line in pairs.read_text(encoding="utf-8").splitlines()]
    assert {frozenset((str(pair["left"]), str(pair["right"]))) for pair in found} >= {frozenset(("x", "-7"))}
    assert all(set(pair) == {"left", "right", "score", "reasons"} and pair["reasons"] for pair in found)
    assert len(out.read_text(encoding="utf-8").splitlines()) == len(ROWS)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"rid": 1}', "line 2: expected name, a text of at most 1000 characters, found None"),
        ('{"rid": true, "name": "A"}', "line 2: expected rid, a whole number or a text, found True"),
        ('{"rid": 1.5, "name": "A"}', "line 2: expected rid, a whole number or a text, found 1.5"),
        ('{"rid": 0, "name": "A"}', "line 2: expected each rid once, found 0 on line 1 too"),
        ('{"rid": 1, "name": "A", "city": 3}', "line 2: expected city, a text of at most 1000 characters, found 3"),
        ('{"rid": 1', "line 2: expected one JSON object, found something else"),
        ("[1]", "line 2: expected a JSON object, found list"),
    ],
)
def test_a_bad_line_is_one_sentence_and_nothing_is_written(
    line: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text('{"rid": 0, "name": "A"}\n' + line + "\n", encoding="utf-8")
    assert run(str(file), "--out", str(tmp_path / "out.jsonl"), "--pairs", str(tmp_path / "pairs.jsonl")) == 2
    told = capsys.readouterr().err
    assert told.endswith(f"{said}; nothing was written.\n")
    assert told.count("\n") == 1
    assert sorted(each.name for each in tmp_path.iterdir()) == ["rows.jsonl"]


@pytest.mark.parametrize(
    ("judgement", "said"),
    [
        ({"left": 0, "right": 99, "verdict": "same"}, "expected a judgement on rows of the table, found 99"),
        ({"left": 0, "right": "x", "verdict": "maybe"}, "expected verdict, one of same, different, found 'maybe'"),
    ],
)
def test_a_bad_judgement_is_one_sentence(
    judgement: dict[str, Any], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = written(tmp_path / "rows.jsonl", ROWS)
    assert run(rows, "--judgements", written(tmp_path / "j.jsonl", [judgement])) == 2
    caught = capsys.readouterr()
    assert said in caught.err
    assert caught.out == ""


def test_no_rows_no_clusters(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(written(tmp_path / "rows.jsonl", [])) == 0
    assert capsys.readouterr().out == ""


strange = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=2),
    max_leaves=3,
)
lines = st.fixed_dictionaries(
    {"rid": st.integers() | st.text(max_size=8) | strange, "name": st.text(max_size=60) | strange},
    optional={"country": strange, "city": strange, "link": strange},
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(lines, max_size=6))
def test_anything_is_answered_or_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str], some: list[Any]) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in some), encoding="utf-8")
    code = run(str(file))
    caught = capsys.readouterr()
    assert (code, caught.err.count("\n")) in ((0, 0), (2, 1))
    assert len(caught.out.splitlines()) == (len(some) if code == 0 else 0)
