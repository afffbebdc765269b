"""Risk as JSON."""

from __future__ import annotations

from typing import Any

from qiao.engines.plan.itinerary.risk.risk import Risk


def risk_to_json(risk: Risk) -> dict[str, Any]:
    """The form that `qiao plan itinerary --risk` adds to a plan; shares are of 0 to 1."""
    return {
        "trips": risk.trips,
        "seed": risk.seed,
        "planned": risk.planned,
        "delivered": round(risk.delivered, 1),
        "share": round(risk.share, 4),
        "trips_without_a_miss": round(risk.unbroken, 4),
        "late_home": round(risk.late_home, 4),
        "appointments": [
            {"id": one.id, "missed": round(one.missed, 4), "late_minutes": round(one.late_minutes, 1)}
            for one in risk.chances
        ],
    }
