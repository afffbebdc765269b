"""Records from JSON objects and answers to them, in the form of the command `qiao resolve link`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from qiao.engines.resolve.record import Kind, Named, Record, Role
from qiao.engines.resolve.result import Linked

LONGEST_TEXT = 1_000
MOST_NAMES = 200

_ROLES = {"acronym": Role.ACRONYM, "alias": Role.ALIAS, "short": Role.SHORT, "former": Role.FORMER}


class Malformed(ValueError):
    """An object that is not of the expected form; says what was expected and found."""


def record_from(line: Mapping[str, Any]) -> Record:
    """A record of the registry. Raises Malformed."""
    names = line.get("names")
    if not isinstance(names, list) or not names or len(names) > MOST_NAMES:
        raise Malformed(f"expected names, a list of 1 to {MOST_NAMES}, found {_shown(names)}")
    links = line.get("links") or []
    if not isinstance(links, list):
        raise Malformed(f"expected links, a list of addresses, found {_shown(links)}")
    return Record(
        id=_text(line, "id", needed=True),
        names=tuple(_named(each) for each in names),
        kind=_kind(line),
        country=_text(line, "country").upper(),
        city=_text(line, "city"),
        domains=frozenset(d for d in (domain_of(link) for link in links if isinstance(link, str)) if d),
    )


def query_from(line: Mapping[str, Any]) -> Record:
    """A query: one name, perhaps a country, a city and links. Raises Malformed."""
    links = line.get("links") or []
    if not isinstance(links, list):
        raise Malformed(f"expected links, a list of addresses, found {_shown(links)}")
    return Record(
        id=_text(line, "qid", needed=True),
        names=(Named(_text(line, "name"), _text(line, "lang")),),
        kind=_kind(line),
        country=_text(line, "country").upper(),
        city=_text(line, "city"),
        domains=frozenset(d for d in (domain_of(link) for link in links if isinstance(link, str)) if d),
    )


def domain_of(link: str) -> str:
    """The host of an address without "www.", lower case; empty when there is none."""
    text = link.strip()[:LONGEST_TEXT]
    try:
        host = urlsplit(text if "//" in text else f"//{text}").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.") if "." in host else ""


def to_json(linked: Linked) -> dict[str, Any]:
    """The answer to a query, its reasons as English sentences."""
    matches = [
        {"id": m.id, "score": round(m.score, 6), "reasons": [str(reason) for reason in m.reasons]}
        for m in linked.matches
    ]
    return {"qid": linked.query, "matches": matches, "decision": linked.decision}


def _named(value: object) -> Named:
    parts: Sequence[object] = [value] if isinstance(value, str) else value if isinstance(value, list) else []
    if not parts or not isinstance(parts[0], str) or len(parts[0]) > LONGEST_TEXT:
        raise Malformed(f"expected a name [text, language, roles], found {_shown(value)}")
    language = parts[1] if len(parts) > 1 and isinstance(parts[1], str) else ""
    kinds = parts[2] if len(parts) > 2 and isinstance(parts[2], list) else []
    roles = [_ROLES[kind] for kind in kinds if isinstance(kind, str) and kind in _ROLES]
    return Named(parts[0], language[:20], roles[0] if roles else Role.OFFICIAL)


def _text(line: Mapping[str, Any], key: str, *, needed: bool = False) -> str:
    value = line.get(key)
    if value is None and not needed:
        return ""
    if needed and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str) or len(value) > LONGEST_TEXT or (needed and not value):
        raise Malformed(f"expected {key}, a text of at most {LONGEST_TEXT} characters, found {_shown(value)}")
    return value


def _kind(line: Mapping[str, Any]) -> Kind:
    """An organisation unless the line says otherwise; keys of others called "kind" mean nothing here."""
    value = line.get("kind")
    return Kind(value) if isinstance(value, str) and value in set(Kind) else Kind.ORGANISATION


def _shown(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= 40 else f"{shown[:37]}..."
