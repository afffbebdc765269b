"""Small invented reports, with the facts that a careful reader sees in them."""

from __future__ import annotations

from typing import Any

REPORT = (
    "From 2 to 9 June 2025 a delegation of Linhu High-tech Zone, led by Chen Yulan, "
    "visited Steinfeld Optik GmbH in Graz.\n"
    "\n"
    "In 7 days it signed 3 letters of intent and agreed on a framework with Steinfeld Optik GmbH "
    "worth over 20 million euros.\n"
    "Karin Lobmayr, managing director of Steinfeld Optik, hopes to open a laboratory in Linhu."
)
FACTS: list[dict[str, Any]] = [
    {"kind": "date", "text": "2 to 9 June 2025", "norm": "2025-06-02/2025-06-09", "attrs": {"kind": "range"}},
    {"kind": "organisation", "text": "Linhu High-tech Zone"},
    {"kind": "person", "text": "Chen Yulan"},
    {
        "kind": "relation",
        "text": "visited Steinfeld Optik GmbH",
        "norm": "visited(Linhu High-tech Zone, Steinfeld Optik)",
        "attrs": {"kind": "visited", "parties": ["Linhu High-tech Zone", "Steinfeld Optik"]},
    },
    {"kind": "organisation", "text": "Steinfeld Optik GmbH", "norm": "Steinfeld Optik"},
    {"kind": "place", "text": "Graz", "attrs": {"country": "AT"}},
    {
        "kind": "count",
        "text": "7 days",
        "norm": "7",
        "attrs": {"count": 7, "unit": "days", "kind": "duration", "bound": "exact"},
    },
    {
        "kind": "count",
        "text": "3 letters of intent",
        "norm": "3",
        "attrs": {"count": 3, "unit": "letters of intent", "kind": "agreements", "bound": "exact"},
    },
    {
        "kind": "agreement",
        "text": "agreed on a framework with Steinfeld Optik GmbH",
        "attrs": {
            "kind": "framework",
            "step": "intention",
            "parties": ["Linhu High-tech Zone", "Steinfeld Optik"],
        },
    },
    {
        "kind": "amount",
        "text": "over 20 million euros",
        "norm": ">20000000 EUR",
        "attrs": {"amount": 20_000_000, "currency": "EUR", "bound": "over", "kind": "total_investment"},
    },
    {
        "kind": "person",
        "text": "Karin Lobmayr",
        "confidence": 0.6,
        "attrs": {"role": "managing director", "org": "Steinfeld Optik"},
    },
    {"kind": "organisation", "text": "Steinfeld Optik", "nth": 2},
]
