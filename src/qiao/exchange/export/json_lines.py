"""Parties in our own full form: one JSON object a line, every statement with its modality, time and source."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from qiao.exchange.export.party import Cited, Party, Stated

VERSION = 1
_KEYS = {
    "name": "names",
    "location": "places",
    "identifier": "numbers",
    "contactpoint": "contacts",
    "classification": "segments",
    "dating": "dates",
    "tie": "ties",
}


def json_file(parties: Iterable[Party]) -> Iterator[bytes]:
    """UTF-8, one party a line."""
    for party in parties:
        yield json.dumps(party_object(party), ensure_ascii=False, default=str).encode("utf-8", "replace") + b"\n"


def party_object(party: Party) -> dict[str, Any]:
    """A party as a JSON value. Statements that say the same are one, with all their sources."""
    return thing_object(party, _KEYS)


def thing_object(party: Party, keys: Mapping[str, str]) -> dict[str, Any]:
    """Anything told of as a JSON value. keys   table -> what the value calls its statements."""
    said: dict[str, Any] = {
        "qiao": VERSION,
        "id": str(party.id),
        "kind": party.kind,
        "called": party.called,
        "records": [str(record) for record in party.records],
    }
    return said | {key: _joined([one for one in party.stated if one.table == table]) for table, key in keys.items()}


def _joined(stated: list[Stated]) -> list[dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for one in stated:
        value = _value(one)
        key = json.dumps(value, sort_keys=True, default=str)
        found.setdefault(key, value | {"sources": []})["sources"].append(_source(one.cited))
    return list(found.values())


def _value(one: Stated) -> dict[str, Any]:
    value = {
        key: said
        for key, said in one.value.items()
        if said not in ("", None) and not key.startswith(("object_", "to_"))
    }
    if "object_id" in one.value:
        value["to" if one.table == "tie" else "party"] = _other(one, "object")
    if "to_id" in one.value:
        value["to"] = _other(one, "to")
    if not one.is_fact:
        value["modality"] = one.modality
    days = {"from": one.valid_from, "until": one.valid_until, "precision": one.precision}
    return value | {key: str(said) for key, said in days.items() if said}


def _other(one: Stated, side: str) -> dict[str, str]:
    return {"id": str(one.value[f"{side}_id"]), "called": one.value[f"{side}_name"]}


def _source(cited: Cited) -> dict[str, Any]:
    said = {
        "id": cited.source_id,
        "title": cited.title,
        "kind": cited.kind,
        "date": cited.published,
        "place": cited.place,
    }
    return {key: str(value) for key, value in said.items() if value}
