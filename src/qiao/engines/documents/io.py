"""Source texts and refusals as JSON values, and back: what the reading process says to its caller."""

from __future__ import annotations

from datetime import date
from typing import Any

from qiao.engines.documents.errors import Trouble, UnreadableDocument
from qiao.engines.documents.result import Anchor, MediaKind, Place, SourceText, Step, Unit, Warn, WarnCode


def source_to_json(source: SourceText) -> dict[str, Any]:
    return {
        "text": source.text,
        "kind": source.kind.value,
        "read_with": source.read_with,
        "anchors": [[a.start, a.end, _place_to_json(a.place)] for a in source.anchors],
        "warnings": [[w.code.value, [list(pair) for pair in w.params]] for w in source.warnings],
        "title": source.title,
        "published": source.published.isoformat() if source.published else None,
    }


def source_from_json(data: dict[str, Any]) -> SourceText:
    """The source text that `source_to_json` wrote. Raises KeyError or ValueError on a foreign object."""
    return SourceText(
        text=data["text"],
        kind=MediaKind(data["kind"]),
        read_with=data["read_with"],
        anchors=tuple(Anchor(start, end, _place_from_json(place)) for start, end, place in data["anchors"]),
        warnings=tuple(_warn_from_json(code, params) for code, params in data["warnings"]),
        title=data["title"],
        published=date.fromisoformat(data["published"]) if data["published"] else None,
    )


def error_to_json(error: UnreadableDocument) -> dict[str, Any]:
    return {"trouble": error.trouble.value, "params": error.params}


def error_from_json(data: dict[str, Any]) -> UnreadableDocument:
    return UnreadableDocument(Trouble(data["trouble"]), **data["params"])


def _warn_from_json(code: str, params: list[list[str]]) -> Warn:
    return Warn(WarnCode(code), tuple((name, value) for name, value in params))


def _place_to_json(place: Place) -> list[list[str | int]]:
    return [[step.unit.value, step.number, step.name] for step in place]


def _place_from_json(data: list[list[Any]]) -> Place:
    return tuple(Step(Unit(unit), number, name) for unit, number, name in data)
