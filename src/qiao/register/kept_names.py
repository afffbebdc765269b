"""The names of an entity as its search entry keeps them, one a line, ready to be compared with what was typed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from qiao.engines.text.name_forms import Forms, forms_of

MOST = 100  # names of one entity that are kept for search
PLACE = "place"  # the kind of a line that is no name, but the town of a journey, an event, a station

_BREAKS = re.compile(r"[\t\r\n\v\f\x00\x1c-\x1e\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class KeptName:
    """One name with its language, its kind, and the forms it is compared by."""

    text: str
    language: str
    kind: str
    forms: Forms


def kept(text: str, language: str, kind: str) -> KeptName:
    return KeptName(_BREAKS.sub(" ", text), language, kind, forms_of(text))


def pack(names: Iterable[KeptName]) -> str:
    """The lines of the names, each once, at most a hundred; those without a letter or digit are left out."""
    lines = dict.fromkeys(
        "\t".join((name.text, name.language, name.kind, name.forms.folded, name.forms.pinyin))
        for name in names
        if name.forms.folded
    )
    return "\n".join(list(lines)[:MOST])


def unpack(lines: str) -> list[KeptName]:
    """The names that `pack` wrote."""
    return [_name(line) for line in lines.split("\n") if line]


def _name(line: str) -> KeptName:
    text, language, kind, folded, pinyin = line.split("\t")
    return KeptName(text, language, kind, Forms(folded, pinyin))
