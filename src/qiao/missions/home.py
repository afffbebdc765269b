"""The zone's own territory, which is no place that a mission travels to."""

from __future__ import annotations

from dataclasses import dataclass

from qiao.engines.text.language import is_han
from qiao.engines.text.names import fold
from qiao.engines.text.places import find_place
from qiao.zones.models import Zone


@dataclass(frozen=True)
class Home:
    """The names of the territory, folded; those of the gazetteer; and the country it lies in."""

    names: frozenset[str]
    places: frozenset[str]
    countries: frozenset[str]

    def is_here(self, name: str) -> bool:
        """Whether a name is of the territory, or of a part that its own name holds: 无锡 of 无锡高新区."""
        folded = fold(name)
        place = find_place(name)
        if place is not None and place.kind != "country" and place.norm in self.places:
            return True
        return bool(folded) and any(_holds(held, folded) for held in self.names)


def home_of(zone: Zone) -> Home:
    """The territory as the zone's own names for it tell."""
    found = [place for place in map(find_place, zone.home_names) if place is not None]
    return Home(
        names=frozenset(fold(name) for name in zone.home_names),
        places=frozenset(place.norm for place in found if place.kind != "country"),
        countries=frozenset(place.country for place in found if place.country),
    )


def _holds(held: str, part: str) -> bool:
    if any(map(is_han, part)):
        return part in held
    return f" {part} " in f" {held} "
