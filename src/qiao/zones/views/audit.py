"""What was done in the zone."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.safestring import SafeString

from qiao.zones.doors import MemberRequest, zone_page
from qiao.zones.models import Action, Membership
from qiao.zones.queries.audit import AuditPage, Mark, audit_page, verbs_used
from qiao.zones.queries.members import members_seen_by
from qiao.zones.queries.named import names_of_rows
from qiao.zones.queries.undoable import undo_address
from qiao.zones.queries.verbs import SYSTEM, sentence, verb_label
from qiao.zones.rules import may_read_audit
from qiao.zones.views.frame import framed

NAMES_SHOWN = 3


@dataclass(frozen=True)
class Line:
    """One action as the page shows it."""

    action: Action
    said: SafeString
    rows: int
    undone: bool
    undo: str


@zone_page(may_read_audit)
def audit(request: MemberRequest) -> HttpResponse:
    verb = request.GET.get("verb", "")
    members = list(members_seen_by(request.member))
    chosen = next((row for row in members if str(row.pk) == request.GET.get("member")), None)
    page = audit_page(
        request.member,
        verb=verb,
        actor_id=chosen.user_id if chosen else None,
        before=Mark.read(request.GET.get("before", "")),
    )
    verbs = [(each, verb_label(each)) for each in verbs_used(request.member)]
    words = framed(
        request.member,
        "audit",
        lines=lines(request.member, page),
        older=_address(request.GET, page.older),
        verbs=sorted(verbs, key=lambda pair: pair[1]),
        verb=verb,
        members=members,
        chosen=chosen,
        first="before" not in request.GET,
    )
    return render(request, "zones/audit.html", words)


def lines(member: Membership, page: AuditPage) -> list[Line]:
    """The page's actions as sentences, with the rows they touched by name."""
    ids = {UUID(each) for action in page.actions for each in action.touched}
    names = names_of_rows(member, ids)
    return [_line(member, action, names) for action in page.actions]


def _line(member: Membership, action: Action, names: dict[UUID, str]) -> Line:
    found = [names[pk] for pk in map(UUID, action.touched) if pk in names]
    distinct = list(dict.fromkeys(found))
    shown = distinct[:NAMES_SHOWN]
    actor = str(action.actor) if action.actor else SYSTEM
    undone = bool(action.undone_by.all())
    return Line(
        action=action,
        said=sentence(action.verb, actor=actor, what=", ".join(shown)),
        rows=len(action.touched),
        undone=undone,
        undo="" if undone else undo_address(member, action),
    )


def _address(query: QueryDict, older: Mark | None) -> str:
    """The query of the next page, filters kept; empty on the last."""
    if older is None:
        return ""
    kept = query.copy()
    kept["before"] = str(older)
    return kept.urlencode()
