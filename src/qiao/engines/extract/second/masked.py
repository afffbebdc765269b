"""A sentence whose names are replaced by signs, so that a pattern can tell a name from the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qiao.engines.extract.result import FactType
from qiao.engines.extract.second.known import Known, Name, is_free
from qiao.engines.extract.second.lexicon import compiled, table
from qiao.engines.text.view import simplified

FIRST_SIGN, LAST_SIGN = "\ue000", "\uf8ff"
_BESIDE, _OF = 5, 12
_OWNED = re.compile(r" (?:from|of|de|du|des|aus|von|der) ")
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
            if name.norm == norm
            and (not types or name.type in types or (self.is_sender[index] and types != (FactType.PERSON,)))
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
    """ "the delegation" and "we" stand for the home, when there is one and no guests bring a delegation too."""
    if not known.home or _has_guests(known, start, end):
        return []
    found = [
        Name(match.start(), match.end(), FactType.ORGANISATION, known.home)
        for match in _sender_words(known).finditer(known.plain[:end], max(0, start - 1))
        if match.start() >= start
    ]
    return [name for name in found if is_free(names, name.start, name.end)]


def _has_guests(known: Known, start: int, end: int) -> bool:
    """Whether a delegation may be another's than the home's: one is named so, or the paragraph tells of guests."""
    first, last = known.plain.rfind("\n", 0, start) + 1, known.plain.find("\n", end)
    paragraph = known.plain[first : last if last >= 0 else len(known.plain)]
    guests = compiled(table("second_ties.toml")["guests"][known.language], known.language)
    return guests.search(paragraph) is not None or _is_anothers(known)


def _is_anothers(known: Known) -> bool:
    """Whether a name that is not the home's stands beside a word for a delegation, anywhere in the text."""
    names = [name for name in known.all_names if name.norm != known.home and name.type is not FactType.PERSON]
    ends = {at for name in names for at in range(name.end, name.end + _BESIDE)}
    starts = {at for name in names for at in range(name.start - _OF, name.start)}
    for match in _sender_words(known).finditer(known.plain):
        if known.language == "zh" and match.start() in ends:
            return True
        if match.end() in starts and _OWNED.match(known.plain, match.end()):
            return True
    return False


def meaning(name: str, known: Known, start: int, end: int) -> str:
    """What a name is a form of; "the delegation" is a form of the home where it is the home's."""
    plain = "".join(map(simplified, name))
    is_sender = bool(known.home) and _sender_words(known).fullmatch(plain) is not None
    return known.home if is_sender and not _has_guests(known, start, end) else known.meaning(name)


def _sender_words(known: Known) -> re.Pattern[str]:
    return compiled(table("second_ties.toml")["senders"][known.language], known.language)
