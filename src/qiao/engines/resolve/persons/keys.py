"""The blocking keys of a person: two records that compare as more than distinct share one.

A full name and a name with initials must meet, and two full names that have no more than a surname and an initial in
common must not: in a register of 200,000 some 1,500 are a Wang X. So a record is held under one set of keys and looks
under another, and only where one of the two has initials do they meet by them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, product

from qiao.engines.resolve.persons.evidence import contact_keys
from qiao.engines.resolve.persons.han import HanName
from qiao.engines.resolve.persons.latin import LatinName, Split, Spoken
from qiao.engines.resolve.persons.syllables import Sound, surname_sound
from qiao.engines.resolve.persons.written import names_of
from qiao.engines.resolve.record import Record

MOST_SOUNDS = 48
BEGINNING = 3
"""Letters of a given name under which names with one letter wrong further on still meet."""


@dataclass(frozen=True, slots=True)
class Keys:
    """What a record is held under, and what it looks under."""

    held: frozenset[str]
    asked: frozenset[str]


def keys(record: Record) -> frozenset[str]:
    """All keys of a person: where two persons compare as more than distinct, these sets meet."""
    own = keys_of(record)
    return own.held | own.asked


def keys_of(record: Record) -> Keys:
    """Keys such as "han:韩杨", "said:han:yang", "latin:muller:johann", "own:a@b.example", "initial:full:muller:j"."""
    written = names_of(record)
    both: set[str] = set(contact_keys(record))
    full: set[str] = set()
    initials: set[str] = set()
    for han in written.han:
        both.update(_han(han))
        full.update(_initials_of_han(han))
    for latin in written.latin:
        both.update(_latin(latin))
        for split in latin.splits:
            (initials if len(split.given[0]) == 1 else full).update(_initials(split))
        full.update(letter for spoken in latin.spoken for letter in _initials_of_sounds(spoken))
    held = both | {f"initial:full:{key}" for key in full} | {f"initial:only:{key}" for key in initials}
    asked = both | {f"initial:only:{key}" for key in full | initials} | {f"initial:full:{key}" for key in initials}
    return Keys(frozenset(held), frozenset(asked))


def _han(name: HanName) -> Iterator[str]:
    if name.given:
        yield f"han:{name.text}"
    if name.sounds and name.given:
        yield from _said(Spoken(name.sounds[0], name.sounds[1:]))


def _said(spoken: Spoken) -> Iterator[str]:
    """The ways to say a whole name; the likeliest ones when there are too many."""
    ways = product(_all(spoken.surname), *(_all(sound) for sound in spoken.given))
    yield from (f"said:{surname}:{''.join(given)}" for surname, *given in islice(ways, MOST_SOUNDS))


def _latin(name: LatinName) -> Iterator[str]:
    yield f"full:{' '.join(sorted(name.words))}"
    for spoken in name.spoken:
        yield from _said(spoken)
    for split in name.splits:
        full = [word for word in split.given if len(word) > 1]
        yield from (f"latin:{surname}:{word[:BEGINNING]}" for surname in split.surname for word in full)
        if not name.spoken:
            yield from (f"given:{word}:{split.surname[0][:BEGINNING]}" for word in full)


def _initials(split: Split) -> Iterator[str]:
    letters = {word[0] for word in split.given}
    sound = surname_sound(split.surname)
    surnames = {*split.surname, *(_all(sound) if sound else ())}
    yield from (f"{surname}:{letter}" for surname in surnames for letter in letters)


def _initials_of_han(name: HanName) -> Iterator[str]:
    if name.sounds and name.given:
        yield from _initials_of_sounds(Spoken(name.sounds[0], name.sounds[1:]))


def _initials_of_sounds(spoken: Spoken) -> Iterator[str]:
    letters = {said[0] for said in _all(spoken.given[0])}
    yield from (f"{surname}:{letter}" for surname in _all(spoken.surname) for letter in letters)


def _all(sound: Sound) -> list[str]:
    return [*sorted(sound.exact), *sorted(sound.loose)]
