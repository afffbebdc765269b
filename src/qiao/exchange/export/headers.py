"""The headers of an exported table in the reader's language; import knows each of them by heart."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from qiao.exchange.reading import Field

FALLBACK = "en"


def header(field: Field, language: str) -> str:
    """The header of a column, in a language of the interface."""
    return _headers().get(language, _headers()[FALLBACK])[field]


def languages() -> tuple[str, ...]:
    """The languages that headers are written in."""
    return tuple(_headers())


@cache
def _headers() -> dict[str, dict[Field, str]]:
    text = (files("qiao.exchange.export") / "data" / "headers.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    return {
        language: {Field(row["field"]): row[language] for row in rows} for language in rows[0] if language != "field"
    }
