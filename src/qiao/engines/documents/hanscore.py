"""How much a decoded text looks like Chinese: the share of its signs that every schoolchild knows."""

from __future__ import annotations

from functools import cache

_FUNCTION_SIGNS = frozenset(
    "的是在了和有不一人这這中大为為上个個国國我以要他时時来來用们們到于於出就分对對成会會可主发發年动動同工也能下过過说說"
    "产產面而方后後多行学學所等部家高理业業本开開合由其与與及将將并並公司新区區技术術企"
)


@cache
def _common_signs() -> frozenset[str]:
    """The first level of GB 2312 and of Big5: the signs that either standard calls frequent."""
    simplified = (bytes((lead, trail)) for lead in range(0xB0, 0xD8) for trail in range(0xA1, 0xFF))
    traditional = (
        bytes((lead, trail)) for lead in range(0xA4, 0xC7) for trail in (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    )
    signs = [pair.decode("gb2312", "ignore") for pair in simplified]
    signs += [pair.decode("big5", "ignore") for pair in traditional]
    return frozenset(signs)


def han_score(text: str) -> tuple[float, float]:
    """The shares, 0 to 1, of frequent and of function signs in what is neither ASCII nor punctuation."""
    signs = [char for char in text if char > "\x7f" and not _is_punctuation(char)]
    if not signs:
        return 0.0, 0.0
    common = _common_signs()
    return (
        sum(char in common for char in signs) / len(signs),
        sum(char in _FUNCTION_SIGNS for char in signs) / len(signs),
    )


def _is_punctuation(char: str) -> bool:
    return (
        "\u3000" <= char <= "\u303f" or "\uff00" <= char <= "\uffef" or "\u2010" <= char <= "\u2027" or char == "\xb7"
    )
