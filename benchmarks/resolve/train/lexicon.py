"""Words learned from names that one organisation bears in several languages.

Names are parsed with the hand-written lists first; what is left over on both sides is aligned: words by IBM model 1
(Brown, Della Pietra, Della Pietra & Mercer 1993), runs of Han characters by how often they meet a word.
An entry needs SUPPORT organisations that agree. The result was read through; the words struck out are in `STRUCK`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from qiao.engines.resolve.folding import has_han
from qiao.engines.resolve.forms import Form, form_of
from qiao.engines.resolve.han import segments

SUPPORT = 3
_ROUNDS = 6
_SURE = 0.34
_SECOND = 0.26
_LICENCE = "# Learned from names of ROR (CC0) by benchmarks/resolve/train: word, meaning, supporting organisations."

_Pair = tuple[str, Form, Form]
"""An organisation's id, a foreign name of it and an English one."""

STRUCK = frozenset(
    "nan tei napn sbu nam pho pri shiyahan det akh ynd drmny leur sol vie pro din ins spol deed saiensu "
    "milenium pentru unis kakun hmrkhz imya zhane eta atyndaghy atyndagy ustanova koukiyou sankiyou standort "
    "mer sain klk stat cong bymry mkl lda organizace prispevkova organisatie olii".split()
)


def learn(organisations: Iterable[Mapping[str, Any]], target: Path) -> int:
    """Write the lexicon learned from organisations in the form of ROR. Returns the number of entries.

    To be called before any name is parsed: what was learned earlier must not be read.
    """
    target.unlink(missing_ok=True)
    pairs = list(_pairs(organisations))
    english = Counter(word for _, _, other in pairs for word in set(other.words))
    entries = {**_latin_entries(pairs, english), **_han_entries(pairs)}
    rows = sorted(entries.items(), key=lambda row: (-row[1][1], row[0]))
    lines = [_LICENCE, *(f"{word},{said},{support}" for word, (said, support) in rows if word not in STRUCK)]
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(lines) - 1


def _pairs(organisations: Iterable[Mapping[str, Any]]) -> Iterator[_Pair]:
    """One foreign name with one English name of each organisation and language."""
    for organisation in organisations:
        names = [n for n in organisation["names"] if "acronym" not in n[2]]
        english = [n[0] for n in names if n[1] == "en"] or [n[0] for n in names if n[1] is None and "label" in n[2]]
        foreign = [n[0] for n in names if n[1] not in ("en", None) or has_han(n[0])]
        for name in foreign:
            for other in english[:2]:
                if name != other and not has_han(other):
                    yield str(organisation["id"]), form_of(name), form_of(other)


def _latin_entries(pairs: Sequence[_Pair], english: Counter[str]) -> dict[str, tuple[str, int]]:
    left_over = []
    met: set[tuple[str, str, str]] = set()
    for owner, form, other in pairs:
        ours = [w for w in form.words if w not in other.words and not w.isdigit()]
        theirs = [w for w in other.words if w not in form.words and not w.isdigit()]
        if ours and theirs and not form.han:
            left_over.append((ours, theirs))
            met.update((f, e, owner) for f in ours for e in theirs)
    table = _aligned(left_over)
    together = Counter((f, e) for f, e, _ in met)
    entries = {}
    for word, said in table.items():
        best = sorted(said.items(), key=lambda item: -item[1])[:2]
        good = [e for at, (e, p) in enumerate(best) if p >= (_SECOND if at else _SURE) and together[word, e] >= SUPPORT]
        if good and good[0] == best[0][0] and english[word] <= together[word, good[0]] and len(word) > 2:
            entries[word] = (" ".join(good), together[word, good[0]])
    return entries


def _aligned(pairs: Sequence[tuple[list[str], list[str]]]) -> dict[str, dict[str, float]]:
    """The chance that a word is said as another, by expectation maximisation; "" stands for nothing."""
    table: dict[str, dict[str, float]] = defaultdict(dict)
    for ours, theirs in pairs:
        for f in ("", *ours):
            for e in theirs:
                table[f][e] = 1.0
    for _ in range(_ROUNDS):
        counts: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for ours, theirs in pairs:
            for e in theirs:
                total = sum(table[f][e] for f in ("", *ours))
                for f in ("", *ours):
                    counts[f][e] += table[f][e] / total
        for f, said in counts.items():
            whole = sum(said.values())
            table[f] = {e: n / whole for e, n in said.items()}
    table.pop("", None)
    return table


def _han_entries(pairs: Sequence[_Pair]) -> dict[str, tuple[str, int]]:
    facts: set[tuple[str, str, str]] = set()
    for owner, form, other in pairs:
        if form.han:
            theirs = {w for w in other.words if w not in form.words and not w.isdigit()}
            grams = {gram for part, said in segments(form.han) if not said for gram in _grams(part)}
            facts.update((gram, word, owner) for gram in grams for word in (*theirs, ""))
            facts.update(("", word, owner) for word in theirs)
    together = Counter((gram, word) for gram, word, _ in facts)
    seen = Counter({gram: n for (gram, word), n in together.items() if gram and not word})
    heard = {word: n for (gram, word), n in together.items() if word and not gram}
    entries: dict[str, tuple[str, int]] = {}
    for gram, count in seen.items():
        if count < SUPPORT:
            continue
        met = [(n, w) for w in heard if (n := together[gram, w]) >= max(SUPPORT, 0.5 * count)]
        good = sorted(((n * n / (count * heard[w]), n, w) for n, w in met), reverse=True)[:2]
        words = [w for dice, _, w in good if dice >= 0.12]
        if words:
            entries[gram] = (" ".join(words), good[0][1])
    return {g: e for g, e in entries.items() if not _inside_another(g, entries, seen)}


def _grams(part: str) -> Iterator[str]:
    for size in (2, 3, 4):
        for at in range(len(part) - size + 1):
            yield part[at : at + size]


def _inside_another(gram: str, entries: Mapping[str, object], seen: Counter[str]) -> bool:
    """Whether a gram is met almost only inside a longer one that is kept."""
    return any(gram in longer and gram != longer and seen[longer] >= 0.8 * seen[gram] for longer in entries)
