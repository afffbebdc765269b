"""The latest decisions on a document, which can be taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Exists, OuterRef

from qiao.intake import codes
from qiao.intake.models import Document, Review
from qiao.zones.models import Action

OFFERED = 8


@dataclass(frozen=True)
class RecentDecision:
    """One action that decided facts: who, when, how many."""

    action: UUID
    verb: str
    facts: int
    actor: str
    at: datetime


def recent_decisions(document: Document) -> list[RecentDecision]:
    """Decisions that still stand, the latest first."""
    undone = Action.objects.filter(zone=document.zone_id, undoes=OuterRef("action"))
    rows = (
        Review.objects.filter(zone=document.zone_id, proposal__document=document)
        .filter(action__undoes__isnull=True)
        .exclude(Exists(undone))
        .values("action", "action__verb", "action__at", "action__actor__name", "action__actor__email")
        .annotate(facts=Count("id"))
        .order_by("-action__at", "-action")[:OFFERED]
    )
    return [
        RecentDecision(
            row["action"],
            str(codes.VERBS.get(row["action__verb"], row["action__verb"])),
            row["facts"],
            row["action__actor__name"] or row["action__actor__email"] or "",
            row["action__at"],
        )
        for row in rows
    ]
