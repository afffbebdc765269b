"""What was done in a zone, newest first, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from qiao.zones.models import Action, Membership

PAGE_ROWS = 50


@dataclass(frozen=True)
class Mark:
    """A place in the list: the last action that was shown."""

    at: datetime
    id: UUID

    def __str__(self) -> str:
        return f"{self.at.isoformat()}_{self.id}"

    @classmethod
    def read(cls, text: str) -> Mark | None:
        """A mark as it was written into an address; None for anything else."""
        at, _, row = text.partition("_")
        try:
            moment = datetime.fromisoformat(at)
            return cls(moment.astimezone(UTC), UUID(row)) if moment.tzinfo else None
        except (ValueError, OverflowError):  # the first and the last hours of the calendar have no time in UTC
            return None


@dataclass(frozen=True)
class AuditPage:
    """Actions, newest first, and where the next page begins; None on the last."""

    actions: list[Action]
    older: Mark | None


def audit_page(
    member: Membership,
    *,
    verb: str = "",
    actor_id: int | None = None,
    before: Mark | None = None,
    rows: int = PAGE_ROWS,
) -> AuditPage:
    """Up to `rows` actions of the member's zone that precede `before`, by instant and then by id.

    verb, actor_id   keep only actions of that verb, of that user.
    """
    found = Action.objects.visible_to(member).select_related("actor", "undoes")
    if verb:
        found = found.filter(verb=verb.replace("\0", " "))
    if actor_id:
        found = found.filter(actor_id=actor_id)
    if before:
        found = found.filter(at__lte=before.at).exclude(at=before.at, id__gte=before.id)
    page = list(found.prefetch_related("undone_by").order_by("-at", "-id")[: rows + 1])
    older = Mark(page[rows - 1].at, page[rows - 1].id) if len(page) > rows else None
    return AuditPage(page[:rows], older)


def verbs_used(member: Membership) -> list[str]:
    """The verbs that occur in the zone's audit, in alphabetical order."""
    return list(Action.objects.visible_to(member).order_by("verb").values_list("verb", flat=True).distinct())
