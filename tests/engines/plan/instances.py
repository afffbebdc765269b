"""Small missions made by hand, as JSON of the contract."""

from __future__ import annotations

from typing import Any


def lyon_and_munich(**more: Any) -> dict[str, Any]:
    """Two days, two towns three hours apart, two hosts and an evening."""
    return {
        "days": ["2025-06-02", "2025-06-03"],
        "day_window": [540, 1350],
        "places": [
            {"id": "lyon", "name": "Lyon", "country": "FR"},
            {"id": "munich", "name": "Munich", "country": "DE"},
        ],
        "travel_minutes": {"lyon": {"lyon": 30, "munich": 180}, "munich": {"lyon": 180, "munich": 20}},
        "start": {"place": "lyon", "day": "2025-06-02", "earliest": 600},
        "end": {"place": "munich", "day": "2025-06-03", "latest": 1200},
        "hotel_places": ["lyon", "munich"],
        "hosts": [
            {"id": "rhone", "place": "lyon", "prize": 40, "minutes": 60, "windows": [["2025-06-02", 540, 1050]]},
            {"id": "isar", "place": "munich", "prize": 60, "minutes": 90, "windows": [["2025-06-03", 540, 1050]]},
        ],
        "lunch": {"minutes": 60, "earliest": 690, "latest": 810},
    } | more


def its_plan() -> dict[str, Any]:
    """Both hosts met: Lyon in the morning, the train after lunch, Munich on the second day."""
    return {
        "status": "optimal",
        "prize": 100,
        "bound": 100,
        "days": [
            {
                "day": "2025-06-02",
                "night": "munich",
                "party": 0,
                "stops": [{"id": "rhone", "arrive": 630, "start": 630, "end": 690}],
            },
            {
                "day": "2025-06-03",
                "night": "munich",
                "party": 0,
                "stops": [{"id": "isar", "arrive": 560, "start": 560, "end": 650}],
            },
        ],
        "dropped": [],
    }
