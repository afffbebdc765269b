"""A sentence whose names are replaced by signs, so that a pattern can tell a name from the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qiao.engines.extract.result import FactType
from qiao.engines.extract.second.known import Known, Name, is_free
from qiao.engines.extract.second.lexicon import table

FIRST_SIGN, LAST_SIGN = "\ue000", "\uf8ff"
ANY = f"[{FIRST_SIGN}-{LAST_SIGN}]"


@dataclass(frozen=True, slots=True)
class Masked:
    """A masked sentence; `origin[i]` is the place in the text of its i-th character, `names` are its signs' names."""

    text: str
    origin: tuple[int, ...]
    names: tuple[Name, ...]
    is_sender: tuple[bool, ...]

    def signs(self, norm: str, *types: FactType) -> str:
        """A pattern for every sign that stands for one thing; matches nothing when the sentence has none."""
        found = [
            chr(ord(FIRST_SIGN) + index)
            for index, name in enumerate(self.names)
            if name.norm == norm and (not types or name.type in types or self.is_sender[index])
        ]
        return f"[{''.join(found)}]" if found else r"(?!)"


def mask(known: Known, start: int, end: int) -> Masked:
    """The sentence in [start, end) with a sign for each name and for each word of the delegation."""
    names = known.names_in(start, end)
    senders = _senders(known, names, start, end)
    every = sorted([*names, *senders], key=lambda name: name.start)
    chars: list[str] = []
    origin: list[int] = []
    at = start
    for index, name in enumerate(every):
        chars += known.plain[at : name.start]
        origin += range(at, name.start)
        chars.append(chr(ord(FIRST_SIGN) + index))
        origin.append(name.start)
        at = name.end
    chars += known.plain[at:end]
    origin += range(at, end)
    return Masked("".join(chars), tuple(origin), tuple(every), tuple(name in senders for name in every))


def _senders(known: Known, names: list[Name], start: int, end: int) -> list[Name]:
    """ "the delegation" and "we" stand for the home, when there is one."""
    if not known.home:
        return []
    words = str(table("second_ties.toml")["senders"][known.language])
    whole = words if known.language == "zh" else rf"(?<!\w)(?:{words})(?!\w)"
    found = [
        Name(match.start(), match.end(), FactType.ORGANISATION, known.home)
        for match in re.finditer(whole, known.plain[:end])
        if match.start() >= start
    ]
    return [name for name in found if is_free(names, name.start, name.end)]
