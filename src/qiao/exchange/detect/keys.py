"""What two ways of saying one thing have in common: the keys by which a row's values are told to be known."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from uuid import UUID

from qiao.engines.text.names import fold
from qiao.engines.text.places import Place, find_place
from qiao.exchange.reading.values import contact_key

Key = tuple[object, ...]


def name_key(text: str) -> Key:
    """Names are one when they fold to one."""
    return ("name", folded(text))


def former_key(text: str) -> Key:
    return ("former", folded(text))


def folded(text: str) -> str:
    """The fold of a name; of one without letters or digits the name itself."""
    return fold(text) or text.strip().casefold()


def number_key(scheme: str, number: str) -> Key:
    return ("number", scheme, number.casefold())


def point_key(kind: str, address: str, country: str = "") -> Key:
    return ("contact", kind, contact_key(kind, address, country))


def segment_key(segment: UUID) -> Key:
    return ("segment", segment)


def tie_keys(
    kind: str, other: UUID, role: str, *, is_outward: bool, first: date | None = None, last: date | None = None
) -> tuple[Key, ...]:
    """From the least to the most that a tie says: the bond, with the words of the post, with its days."""
    bond = (kind, is_outward, other)
    said = folded(role)
    return (("tie", *bond), ("post", *bond, said), ("term", *bond, said, first, last))


def told_tie(keys: tuple[Key, ...], role: str, *, is_dated: bool) -> Key:
    """The most that this telling says."""
    if is_dated:
        return keys[2]
    return keys[1] if role.strip() else keys[0]


def place_keys(place: str, country: str) -> tuple[Key, ...]:
    """All that a place says: the country, the town, both."""
    where = spot(place, country)
    found: list[Key] = []
    if country:
        found.append(("country", country))
    if where:
        found.append(("town", where))
    if country and where:
        found.append(("place", country, where))
    return tuple(found)


@lru_cache(maxsize=65536)
def spot(place: str, country: str) -> str:
    """A town by where it lies, so that one has one key in every language; by its folded name when unknown."""
    if not place:
        return ""
    known = known_place(place, country)
    if known is None:
        return folded(place)
    return "" if known.kind == "country" else f"{known.latitude},{known.longitude}" if known.latitude else known.norm


def known_place(place: str, country: str) -> Place | None:
    """The gazetteer's place of that name, unless it lies in another country than is said."""
    known = find_place(place)
    return None if known is None or (country and known.country != country) else known
