"""How a foreigner would spell what Han characters say: 西门子 as something like simenz."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

from qiao.engines.resolve.han import reading


@lru_cache(maxsize=50_000)
def spelled(han: str) -> str:
    """The likeliest Latin spelling of a Han transcription; pinyin for characters that spell nothing foreign."""
    table, last = _table(), len(han) - 1
    parts = []
    for at, char in enumerate(han):
        known = table.get(char)
        parts.append(known[0 if at == 0 else 2 if at == last else 1] if known else reading(char))
    return "".join(parts)


@cache
def _table() -> dict[str, tuple[str, str, str]]:
    source = files("qiao.engines.resolve") / "data" / "sounds.tsv"
    if not source.is_file():
        return {}
    rows = (line.split("\t") for line in source.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {row[0]: (row[1], row[2], row[3]) for row in rows}


_BONES = str.maketrans(
    {
        **dict.fromkeys("aeiouywh", ""),
        **dict.fromkeys("bpfv", "p"),
        **dict.fromkeys("dt", "t"),
        **dict.fromkeys("gkqc", "k"),
    }
    | {**dict.fromkeys("szxj", "s"), "r": "l", "m": "n"}
)


def bones(word: str) -> str:
    """A folded word by the sounds that survive transcription: vowels out, neighbouring consonants as one."""
    bare = word.replace("sch", "s").replace("ch", "s").replace("ph", "p").replace("ck", "k").replace("x", "ks")
    kept = bare.translate(_BONES)
    return "".join(c for at, c in enumerate(kept) if at == 0 or kept[at - 1] != c)
