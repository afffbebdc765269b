"""The blocking keys of a person: two records that compare as more than distinct share one."""

from __future__ import annotations

from collections.abc import Iterator

from qiao.engines.resolve.persons.evidence import contact_keys
from qiao.engines.resolve.persons.han import HanName
from qiao.engines.resolve.persons.latin import LatinName, Spoken
from qiao.engines.resolve.persons.syllables import Sound, surname_sound
from qiao.engines.resolve.persons.written import names_of
from qiao.engines.resolve.record import Record


def keys(record: Record) -> frozenset[str]:
    """Keys such as "han:韩杨", "said:han:y", "latin:muller:j", "own:a@b.example".

    One letter of the given name goes with the surname, so that initials and other romanisations meet the full name.
    """
    written = names_of(record)
    found = set(contact_keys(record))
    for han in written.han:
        found.update(_han(han))
    for latin in written.latin:
        found.update(_latin(latin))
    return frozenset(found)


def _han(name: HanName) -> Iterator[str]:
    if name.given:
        yield f"han:{name.text}"
    if name.sounds and name.given:
        yield from _said(Spoken(name.sounds[0], name.sounds[1:]))


def _said(spoken: Spoken) -> Iterator[str]:
    letters = {said[0] for said in _all(spoken.given[0])}
    yield from (f"said:{surname}:{letter}" for surname in _all(spoken.surname) for letter in letters)


def _latin(name: LatinName) -> Iterator[str]:
    for spoken in name.spoken:
        yield from _said(spoken)
    yield f"full:{' '.join(sorted(name.words))}"
    for split in name.splits:
        letters = {word[0] for word in split.given}
        yield from (f"latin:{word}:{letter}" for word in split.surname for letter in letters)
        sound = surname_sound(split.surname)
        if sound and split.given and len(split.given[0]) == 1:
            yield from (f"said:{surname}:{split.given[0]}" for surname in _all(sound))


def _all(sound: Sound) -> frozenset[str]:
    return sound.exact | sound.loose
