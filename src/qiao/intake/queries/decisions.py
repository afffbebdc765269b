"""Every decision on every proposal, as the records by which the reader is measured."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qiao.intake.models import Review
from qiao.register.models.audience import audience_allows
from qiao.zones.models import Membership

CHUNK = 500


def decisions(member: Membership) -> Iterator[dict[str, Any]]:
    """One record for each decision on a document that the member may see, in the order they were made.

    `before` and `after` are facts in the form of `qiao read`; `undone` tells whether the decision still stands.
    Actors are told by id: the record is about the reader of texts, not about its users.
    """
    rows = (
        Review.objects.visible_to(member)
        .filter(audience_allows(member, "proposal__document__audience"))
        .select_related("action", "proposal", "proposal__document__source")
        .defer("proposal__document__source__text")
        .prefetch_related("action__undone_by")
        .order_by("id")
    )
    for review in rows.iterator(chunk_size=CHUNK):
        yield _record(review)


def _record(review: Review) -> dict[str, Any]:
    action, proposal = review.action, review.proposal
    source = proposal.document.source
    return {
        "decision": review.decision,
        "at": action.at.isoformat(),
        "by": str(action.actor_id) if action.actor_id else None,
        "action": str(action.pk),
        "undone": any(True for _undoing in action.undone_by.all()),
        "document": str(proposal.document_id),
        "digest": source.digest if source else "",
        "language": source.language if source else "",
        "published": source.published_date.isoformat() if source and source.published_date else None,
        "fact": proposal.position + 1,
        "confidence": proposal.confidence,
        "second_reader": proposal.second_reader,
        "before": review.before,
        "after": review.after,
    }
