"""The terms that a plan must keep to, as a mission stores them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class PlanTerms:
    """All times are minutes after local midnight.

    departs_at   when the party is free in the first town; back_by, when it must be in the last.
    begins, ends when a day may begin and must be over.
    lunch        minutes of it, beginning between `lunch_from` and `lunch_until`; 0 for none.
    most_a_day   appointments of one day; 0 for any number.
    resources    what visits need (such as "interpreter:de") -> how many parties can have it at once.
    leg_slack    minutes added to every leg within a town; trip_slack, to every other.
    """

    departs_at: int = 9 * 60
    back_by: int = 20 * 60
    begins: int = 9 * 60
    ends: int = 22 * 60
    lunch: int = 60
    lunch_from: int = 11 * 60 + 30
    lunch_until: int = 13 * 60 + 30
    most_a_day: int = 5
    parties: int = 1
    leg_slack: int = 0
    trip_slack: int = 0
    resources: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> PlanTerms:
        """The terms kept with a mission; what is not kept, or not of its kind, is as usual."""
        known = {one.name: kept[one.name] for one in fields(cls) if one.name in kept}
        numbers = {key: value for key, value in known.items() if key != "resources" and isinstance(value, int)}
        resources = known.get("resources")
        held = (
            {str(k): int(v) for k, v in resources.items() if isinstance(v, int)} if isinstance(resources, dict) else {}
        )
        return cls(**numbers, resources=held)

    def kept(self) -> dict[str, Any]:
        """As JSON."""
        return {**asdict(self), "resources": dict(self.resources)}
