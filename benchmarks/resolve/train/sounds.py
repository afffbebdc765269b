"""How Han characters are used to spell foreign names, learned from pairs of Latin and Chinese single names.

Each Han character is taken to spell a run of nought to five letters, the runs in order; the runs are found by
expectation maximisation over the best path (Viterbi training), beginning from the pinyin.
"""

from __future__ import annotations

import gzip
from collections import Counter, defaultdict
from hashlib import sha1
from math import log
from pathlib import Path

from rapidfuzz.distance import JaroWinkler

from qiao.engines.resolve.folding import has_han, latin, tidy
from qiao.engines.resolve.han import reading

_LONGEST_RUN = 5
_ROUNDS = 5
_LEAST = 3
_LICENCE = (
    "# Learned from names of Wikidata (CC0) by benchmarks/resolve/train: character, its spelling first, later, last."
)


def learn(source: Path, target: Path) -> dict[str, float]:
    """Write the table of spellings. Returns how alike spellings of held names are to the true ones, and pinyin's."""
    pairs = list(_pairs(source))
    train = [pair for pair in pairs if not _is_held(pair[0])]
    counts = _trained(train)
    lines = [_LICENCE]
    for char in sorted(filter(has_han, counts)):
        if sum(sum(c.values()) for c in counts[char].values()) >= _LEAST:
            every: Counter[str] = sum(counts[char].values(), Counter())
            chosen = [(counts[char][place] or every).most_common(1)[0][0] for place in ("first", "later", "last")]
            lines.append("\t".join([char, *chosen]))
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return _measured([pair for pair in pairs if _is_held(pair[0])], dict(_table(lines)))


def _pairs(source: Path) -> list[tuple[str, str]]:
    pairs = []
    with gzip.open(source / "names" / "wd_en_zh_train80.tsv.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            name, han, *_ = line.rstrip("\n").split("\t")
            folded, simple = latin(name), tidy(han.replace(" ", "").replace("·", ""))
            if 2 <= len(simple) <= 10 and 2 <= len(folded) <= 24:
                pairs.append((folded, simple))
    return pairs


def _is_held(name: str) -> bool:
    return sha1(name.encode()).digest()[0] < 26


def _trained(pairs: list[tuple[str, str]]) -> dict[str, dict[str, Counter[str]]]:
    chances: dict[str, Counter[str]] = defaultdict(Counter)
    counts: dict[str, dict[str, Counter[str]]] = {}
    for turn in range(_ROUNDS):
        counts = defaultdict(lambda: defaultdict(Counter))
        for name, han in pairs:
            runs = _best_path(name, han, chances, turn == 0)
            for at, (char, run) in enumerate(zip(han, runs, strict=False)):
                place = "first" if at == 0 else "last" if at == len(han) - 1 else "later"
                counts[char][place][run] += 1
        chances = defaultdict(Counter, {char: sum(places.values(), Counter()) for char, places in counts.items()})
    return counts


def _best_path(name: str, han: str, chances: dict[str, Counter[str]], is_first: bool) -> list[str]:
    """The likeliest run of letters for each character; empty when the name is too long for the characters."""
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for char in han:
        seen = chances[char]
        total = sum(seen.values()) + 5.0
        sound = reading(char)
        row: dict[int, tuple[float, int]] = {}
        for start, (score, _) in best[-1].items():
            for end in range(start, min(start + _LONGEST_RUN, len(name)) + 1):
                run = name[start:end]
                gained = _guess(run, sound) if is_first else log((seen[run] + 0.02) / total)
                if end not in row or score + gained > row[end][0]:
                    row[end] = (score + gained, start)
        best.append(row)
    if len(name) not in best[-1]:
        return []
    runs, end = [], len(name)
    for row in reversed(best[1:]):
        start = row[end][1]
        runs.append(name[start:end])
        end = start
    return runs[::-1]


def _guess(run: str, sound: str) -> float:
    if not run:
        return -3.0
    return (
        3.0 * JaroWinkler.similarity(run, sound) - 1.5 + (0.7 if run[0] == sound[:1] else 0.0) - 0.5 * abs(len(run) - 2)
    )


def _table(lines: list[str]) -> list[tuple[str, tuple[str, str, str]]]:
    rows = (line.split("\t") for line in lines[1:])
    return [(row[0], (row[1], row[2], row[3])) for row in rows]


def _measured(pairs: list[tuple[str, str]], table: dict[str, tuple[str, str, str]]) -> dict[str, float]:
    ours = pinyin = 0.0
    for name, han in pairs:
        parts = [
            table.get(char, (reading(char),) * 3)[0 if at == 0 else 2 if at == len(han) - 1 else 1]
            for at, char in enumerate(han)
        ]
        ours += JaroWinkler.similarity("".join(parts), name)
        pinyin += JaroWinkler.similarity("".join(map(reading, han)), name)
    return {"names": len(pairs), "learned": ours / len(pairs), "pinyin": pinyin / len(pairs)}
