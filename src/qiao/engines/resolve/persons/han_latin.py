"""A name in Han held against another, or against one in Latin letters."""

from __future__ import annotations

from qiao.engines.resolve.persons.han import HanName
from qiao.engines.resolve.persons.kinds import Agreement
from qiao.engines.resolve.persons.latin import LatinName, Spoken
from qiao.engines.resolve.persons.latin_latin import spoken_alike
from qiao.engines.resolve.persons.syllables import surname_sound


def han_with_han(left: HanName, right: HanName) -> Agreement:
    """The same characters, or others read alike. A surname alone agrees with nothing."""
    if not left.given or not right.given:
        return Agreement.NONE
    if left.text == right.text:
        return Agreement.HAN
    return Agreement.SOUND if _read_alike(left, right) else Agreement.NONE


def han_with_latin(han: HanName, latin: LatinName) -> Agreement:
    """The Han name as romanised, as another system romanises it, or its surname with fitting initials."""
    if not han.surname or not han.given:
        return Agreement.NONE
    spoken = Spoken(han.sounds[0], han.sounds[1:])
    if any(spoken_alike(spoken, other, exactly=True) for other in latin.spoken):
        return Agreement.ROMANISED
    if any(spoken_alike(spoken, other, exactly=False) for other in latin.spoken):
        return Agreement.OVERSEAS
    return Agreement.INITIALS if _initials_fit(han, latin) else Agreement.NONE


def _read_alike(left: HanName, right: HanName) -> bool:
    pairs = list(zip(left.sounds, right.sounds, strict=False))
    return bool(pairs) and len(left.sounds) == len(right.sounds) and all(a.is_exactly(b) for a, b in pairs)


def _initials_fit(han: HanName, latin: LatinName) -> bool:
    for split in latin.splits:
        sound = surname_sound(split.surname)
        initials = split.given
        if sound is None or not han.sounds[0].may_be(sound) or not initials or len(initials) > len(han.given):
            continue
        if all(
            len(letter) == 1 and any(said.startswith(letter) for said in said_as.exact)
            for letter, said_as in zip(initials, han.sounds[1:], strict=False)
        ):
            return True
    return False
