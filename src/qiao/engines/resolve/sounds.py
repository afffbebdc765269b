"""How a foreigner would spell what Han characters say: 西门子 as something like simens."""

from __future__ import annotations

from qiao.engines.resolve.han import pinyin


def spelled(han: str) -> str:
    """The likeliest Latin spelling of a Han transcription."""
    return pinyin(han)


_BONES = str.maketrans(
    {**dict.fromkeys("aeiouywh", ""), **dict.fromkeys("bpfv", "p"), **dict.fromkeys("dt", "t"), **dict.fromkeys("gkqc", "k")}
    | {**dict.fromkeys("szxj", "s"), "r": "l", "m": "n"}
)


def bones(word: str) -> str:
    """A folded word by the sounds that survive transcription: vowels out, neighbouring consonants as one."""
    bare = word.replace("sch", "s").replace("ch", "s").replace("ph", "p").replace("ck", "k").replace("x", "ks")
    kept = bare.translate(_BONES)
    return "".join(c for at, c in enumerate(kept) if at == 0 or kept[at - 1] != c)
