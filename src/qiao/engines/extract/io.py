"""Facts as the JSON lines of the command contract, and back."""

from __future__ import annotations

from dataclasses import fields
from decimal import Decimal
from typing import Any

from qiao.engines.extract.result import Attributes, Fact, FactType, Modality, Post


def fact_to_json(fact: Fact) -> dict[str, Any]:
    """The contract's object for one fact; attributes that say nothing are left out."""
    return {
        "type": fact.type.value,
        "text": fact.text,
        "start": fact.start,
        "end": fact.end,
        "norm": fact.norm,
        "modality": fact.modality.value,
        "confidence": round(fact.confidence, 3),
        "attrs": _attributes_to_json(fact.attrs),
    }


def fact_from_json(data: dict[str, Any]) -> Fact:
    """The fact that `fact_to_json` wrote. Raises KeyError or ValueError on a foreign object."""
    attrs = dict(data.get("attrs") or {})
    posts = tuple(Post(role=p["role"], org=p["org"]) for p in attrs.pop("posts", ()))
    parties = tuple(attrs.pop("parties", ()))
    numbers = {key: Decimal(str(attrs.pop(key))) for key in ("count", "amount") if attrs.get(key) is not None}
    known = {f.name for f in fields(Attributes)}
    words = {key: str(value) for key, value in attrs.items() if key in known and value is not None}
    return Fact(
        start=int(data["start"]),
        end=int(data["end"]),
        type=FactType(data["type"]),
        text=data["text"],
        norm=data["norm"],
        modality=Modality(data.get("modality", "fact")),
        confidence=float(data.get("confidence", 0.5)),
        attrs=Attributes(posts=posts, parties=parties, **numbers, **words),  # type: ignore[arg-type]  # keyed by field name
    )


def _attributes_to_json(attrs: Attributes) -> dict[str, Any]:
    said: dict[str, Any] = {}
    for entry in fields(Attributes):
        value = getattr(attrs, entry.name)
        if value in ("", (), None):
            continue
        if entry.name == "posts":
            value = [{"role": post.role, "org": post.org} for post in value]
        elif isinstance(value, tuple):
            value = list(value)
        elif isinstance(value, Decimal):
            value = int(value) if value == value.to_integral_value() else float(value)
        said[entry.name] = value
    return said
