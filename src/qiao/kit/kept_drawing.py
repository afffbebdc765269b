"""Pieces of pages that are drawn once and kept as text, with places for what differs from one request to the next."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping
from secrets import token_hex

from django.utils.safestring import SafeString, mark_safe

Marks = Mapping[str, SafeString]


class KeptDrawings:
    """Drawings by all they were drawn from: what is asked for with another value is another drawing.

    Nothing needs to be told when something changes, since every value that shows is part of the key or put into a
    place. `places` names the places; `most` drawings are kept, beyond them all are drawn anew.
    """

    def __init__(self, *places: str, most: int = 512) -> None:
        mark = token_hex(12)  # which nobody can know, and so nobody can write into a name
        self._marks: Marks = {place: mark_safe(f"place{mark}{at}x") for at, place in enumerate(places)}
        self._place = {str(shown): place for place, shown in self._marks.items()}
        self._cut = re.compile(f"(place{mark}[0-9]+x)")
        self._most = most
        self._kept: dict[Hashable, list[str]] = {}

    def filled(self, key: Hashable, draw: Callable[[Marks], str], values: Mapping[str, str]) -> SafeString:
        """The drawing of `key` with its places filled.

        draw      draws it with a mark for each place, when it is not kept yet.
        values    place -> what stands there, escaped already.
        """
        pieces = self._kept.get(key)
        if pieces is None:
            if len(self._kept) >= self._most:
                self._kept.clear()
            pieces = self._kept[key] = self._cut.split(draw(self._marks))
        told = list(pieces)
        told[1::2] = [values[self._place[mark]] for mark in pieces[1::2]]
        return mark_safe("".join(told))  # drawn by templates, and by values that were escaped
