"""Names as cells from which import reads the very same names back."""

from __future__ import annotations

from collections.abc import Iterable

from qiao.exchange.reading.name_cells import names_in

UNKNOWN = "und"


def name_cell(names: Iterable[tuple[str, str]], *, column: str = "", role: str = "printed") -> str:
    """Names with their languages, a line each.

    column   the language that the header names. A name that would be read otherwise carries its language in brackets:
             "Fraunhofer-Gesellschaft (FhG) [de]".
    """
    return "\n".join(_line(" ".join(text.split()), language, column, role) for text, language in names)


def _line(text: str, language: str, column: str, role: str) -> str:
    read = [(name.text, name.language, name.role) for name in names_in(text, role, column)]
    return text if read == [(text, language, role)] else f"{text} [{language or UNKNOWN}]"
