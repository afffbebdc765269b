"""Read every development text, score it, print the table, and freeze the result when asked.

python -m benchmarks.extract                    both splits, all languages
python -m benchmarks.extract --split tune --language zh
python -m benchmarks.extract --freeze           keep this run as the one to compare with
python -m benchmarks.extract --mistakes zh-hans-01    what was missed and what was false; tune texts only
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence

from benchmarks.extract.entities import ENTITY_TYPES, compare
from benchmarks.extract.frozen import load_frozen, save_frozen, to_frozen
from benchmarks.extract.rate import read_all
from benchmarks.extract.score import Score, score_text, sum_scores
from benchmarks.extract.spans import is_same
from benchmarks.extract.table import group_lines
from benchmarks.extract.texts import SPLITS, DevelopmentText, load_texts
from qiao.engines.extract import Fact, extract


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    texts = load_texts()
    if options.mistakes:
        return _print_mistakes(texts, options.mistakes)
    chosen = [t for t in texts if options.split in ("", t.split) and options.language in ("", t.language)]
    if options.freeze and len(chosen) < len(texts):
        print("Expected all texts when freezing; found a choice of split or language.", file=sys.stderr)
        return 2
    _run(chosen, freeze=options.freeze)
    return 0


def _run(texts: Sequence[DevelopmentText], *, freeze: bool) -> None:
    given, rates = read_all(texts)
    groups = dict(_groups(texts, given))
    before = load_frozen()["groups"]
    for name, score in groups.items():
        print("\n".join(group_lines(name, score, before.get(name, {}))), end="\n\n")
    print(f"{len(texts)} texts; characters per CPU second:", ", ".join(f"{k} {v}" for k, v in rates.items()))
    if freeze:
        save_frozen(to_frozen(groups, rates))


def _groups(texts: Sequence[DevelopmentText], given: Sequence[Sequence[Fact]]) -> Iterator[tuple[str, Score]]:
    scored = [(t, score_text(t.expected, facts)) for t, facts in zip(texts, given, strict=True)]
    for split in SPLITS:
        inside = [(t, score) for t, score in scored if t.split == split]
        languages = sorted({t.language for t, _ in inside})
        for language in languages:
            yield f"{split} {language}", sum_scores(score for t, score in inside if t.language == language)
        if len(languages) > 1:
            yield f"{split} all", sum_scores(score for _, score in inside)


def _print_mistakes(texts: Sequence[DevelopmentText], name: str) -> int:
    text = next((t for t in texts if t.name == name), None)
    if text is None or text.split != "tune":
        print(f"Expected the name of a text in tune/; found {name}. Held texts are only scored.", file=sys.stderr)
        return 2
    given = extract(text.reading)
    for kind in ENTITY_TYPES:
        result = compare(text.expected, given, kind, is_same)
        print(f"{kind.value}\n  missed {list(result.missed)}\n  false  {list(result.false)}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.extract", description="Measure the reader.")
    parser.add_argument("--split", choices=SPLITS, default="")
    parser.add_argument("--language", default="", help="zh, en, fr or de")
    parser.add_argument("--freeze", action="store_true", help="keep this run as the one to compare with")
    parser.add_argument("--mistakes", metavar="TEXT", help="print what was missed and what was false in one text")
    return parser


if __name__ == "__main__":
    sys.exit(main())
