"""`qiao resolve link` keeps its contract: an answer for each query in order, one sentence for each trouble."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qiao import cli

REGISTRY = [
    {"id": "tum", "country": "DE", "city": "Munich", "names": [["Technical University of Munich", "en", ["label"]]],
     "links": ["https://www.tum.de/"]},
    {"id": "moss", "country": "FR", "city": "Lyon", "names": [["Centre de recherche sur les mousses", "fr", ["label"]],
     ["CRM", None, ["acronym"]]], "links": []},
]  # fmt: skip
QUERIES = [
    {"qid": "q2", "name": "Moss Research Centre", "lang": "en", "country": "FR", "city": None},
    {"qid": "q1", "name": "慕尼黑工业大学", "lang": "zh", "country": None, "city": "慕尼黑"},
    {"qid": "q0", "name": "Quite Another Thing", "lang": None, "country": "BR", "city": None},
]


def put(folder: Path, name: str, lines: list[object] | bytes) -> str:
    path = folder / name
    path.write_bytes(lines if isinstance(lines, bytes) else "".join(json.dumps(x) + "\n" for x in lines).encode())
    return str(path)


def link(folder: Path, registry: list[object] | bytes, queries: list[object] | bytes, *more: str) -> int:
    files = ["--registry", put(folder, "r.jsonl", registry), "--queries", put(folder, "q.jsonl", queries)]
    return cli.main(["resolve", "link", *files, *more])


def test_answers_every_query_in_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert link(tmp_path, REGISTRY, QUERIES, "--top", "1") == 0

    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [answer["qid"] for answer in answers] == ["q2", "q1", "q0"]
    assert [[match["id"] for match in answer["matches"]] for answer in answers] == [["moss"], ["tum"], []]
    assert all(set(answer) == {"qid", "matches", "decision"} for answer in answers)
    assert all(0 < match["score"] <= 1 and match["reasons"] for answer in answers for match in answer["matches"])


def test_writes_a_file_whole(tmp_path: Path) -> None:
    assert link(tmp_path, REGISTRY, QUERIES, "--out", str(tmp_path / "out.jsonl")) == 0

    assert len((tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()) == 3


@pytest.mark.parametrize(
    ("queries", "sentence"),
    [
        (b'{"qid": "a", "name": "x"}\n{"qid": ', "line 2: expected one JSON object, found something else"),
        (b'\n["qid"]\n', "line 2: expected a JSON object, found list"),
        (b'{"qid": "a", "name": "\xff"}', "line 1: expected UTF-8, found other bytes"),
        (b'{"name": "x"}', "line 1: expected qid, a text of at most 1000 characters, found None"),
        (b'{"qid": "a", "name": 7}', "line 1: expected name, a text of at most 1000 characters, found 7"),
        (b'{"qid": "a"}\n{"qid": "a"}', "line 2: expected each qid once, found 'a' on line 1 too"),
        (b'{"qid": "a", "links": "b"}', "line 1: expected links, a list of addresses, found 'b'"),
    ],
)
def test_a_bad_line_is_named_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], queries: bytes, sentence: str
) -> None:
    assert link(tmp_path, REGISTRY, queries, "--out", str(tmp_path / "out.jsonl")) == 2

    out, err = capsys.readouterr()
    assert (out, err) == ("", f"{tmp_path}/q.jsonl, {sentence}; nothing was written.\n")
    assert not (tmp_path / "out.jsonl").exists()


def test_a_missing_file_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["resolve", "link", "--registry", f"{tmp_path}/no.jsonl", "--queries", "-"]) == 2
    assert capsys.readouterr().err == f"{tmp_path}/no.jsonl: No such file or directory.\n"


def test_another_model_must_be_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = put(tmp_path, "model.json", [{"trees": 1}])

    assert link(tmp_path, REGISTRY, QUERIES, "--model", other) == 2
    assert capsys.readouterr().err == (
        f"{other}: expected a model written by benchmarks.resolve.train, found something else.\n"
    )


def test_empty_files_give_no_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert link(tmp_path, b"", b"") == 0
    assert capsys.readouterr() == ("", "")


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)
keys = st.sampled_from(["id", "qid", "name", "names", "country", "city", "links", "lang", "kind"])


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(keys, json_values, max_size=7), st.dictionaries(keys, json_values, max_size=7))
def test_any_line_is_answered_or_refused_in_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, record: dict[str, object], query: dict[str, object]
) -> None:
    assert link(tmp_path_factory.mktemp("fuzz"), [record], [query]) in (0, 2)
