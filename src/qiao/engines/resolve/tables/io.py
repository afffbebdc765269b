"""Rows and judgements from JSON objects, in the form of the command `qiao resolve dedupe`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from qiao.engines.resolve.io import LONGEST_TEXT, Malformed
from qiao.engines.resolve.result import Judged, Verdict
from qiao.engines.resolve.tables.columns import Row, link_of


def row_from(line: Mapping[str, Any]) -> Row:
    """A row; its id is the rid as JSON, so that 1 and "1" are two. Raises Malformed."""
    return Row(
        id=rid_of(line, "rid"),
        name=_text(line, "name", needed=True),
        country=_text(line, "country").strip().upper(),
        city=_text(line, "city").strip(),
        link=link_of(_text(line, "link")),
    )


def judged_from(line: Mapping[str, Any]) -> Judged:
    """A judgement on two rows. Raises Malformed."""
    verdict = line.get("verdict")
    if verdict not in tuple(Verdict):
        raise Malformed(f"expected verdict, one of {', '.join(Verdict)}, found {_shown(verdict)}")
    return Judged(rid_of(line, "left"), rid_of(line, "right"), Verdict(verdict))


def rid_of(line: Mapping[str, Any], key: str) -> str:
    """A row's id as JSON: a whole number or a text of at most LONGEST_TEXT characters. Raises Malformed."""
    value = line.get(key)
    sane = (isinstance(value, int) and not isinstance(value, bool) and abs(value) < 1 << 63) or (
        isinstance(value, str) and len(value) <= LONGEST_TEXT
    )
    if not sane:
        raise Malformed(f"expected {key}, a whole number or a text, found {_shown(value)}")
    return json.dumps(value, ensure_ascii=True)


def _text(line: Mapping[str, Any], key: str, *, needed: bool = False) -> str:
    value = line.get(key)
    if value is None and not needed:
        return ""
    if not isinstance(value, str) or len(value) > LONGEST_TEXT:
        raise Malformed(f"expected {key}, a text of at most {LONGEST_TEXT} characters, found {_shown(value)}")
    # A lone half of a character pair is valid JSON but no text.
    return value.encode("utf-8", "replace").decode() if not value.isascii() else value


def _shown(value: object) -> str:
    shown = ascii(value)
    return shown if len(shown) <= 40 else f"{shown[:37]}..."
