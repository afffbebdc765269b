"""The ways in which two names of persons can agree."""

from __future__ import annotations

from enum import IntEnum


class Agreement(IntEnum):
    """How two names agree, weakest first.

    NONE        nothing in common, or what they have in common contradicts itself (John A., John B.).
    SOUND       Han names written differently and read alike: 韩杨, 韩扬.
    NEAR        Latin names with one letter missing, too many or wrong.
    INITIALS    the surname, and initials that fit: J. Müller, Johann Müller.
    OVERSEAS    alike when another romanisation is allowed for: Wong Kwok-wai, 黄国伟.
    PART        the surname or a part of it, and some of the given names: Anna Meyer, Anna Schmidt-Meyer.
    ROMANISED   alike as romanised from Han: Yang Han, 韩杨. Many bear the same.
    LATIN       the same full name in Latin letters, not romanised from Han.
    HAN         the same full name in Han characters, in either script.
    """

    NONE = 0
    SOUND = 1
    NEAR = 2
    INITIALS = 3
    OVERSEAS = 4
    PART = 5
    ROMANISED = 6
    LATIN = 7
    HAN = 8
