"""What the joints of names have in common in all languages: particles and posts."""

from __future__ import annotations

from qiao.engines.extract.latin.page import Token
from qiao.engines.extract.latin.vocabulary import is_role_head, is_title

_PARTICLES = frozenset(
    "de da do dos das del della di van von der den ter ten vom zum zur bin al el la le y e du af "
    "della delle degli dei des na".split()
)


def person_particle(tokens: tuple[Token, ...], last: int, end: int) -> int:
    """Up to two particles before a capital: "van der Berg", "de la Fuente"."""
    position = last
    while position < end and position < last + 2 and tokens[position].lower in _PARTICLES:
        position += 1
    if position > last and position < end and tokens[position].is_capital:
        return position
    return end


def is_post(token: Token, language: str) -> bool:
    return is_role_head(token.lower, language) or is_title(token.lower)
