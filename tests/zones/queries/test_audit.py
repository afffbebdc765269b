"""The audit is read newest first, page by page, and loses no row between pages."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

import pytest

from qiao.zones.models import Action, Membership
from qiao.zones.queries.audit import Mark, audit_page, verbs_used


def make_action(member: Membership, verb: str, at: datetime) -> Action:
    return Action.objects.create(zone=member.zone, actor=member.user, verb=verb, at=at)


def test_pages_join_without_gap_or_repeat(lin: Membership, now: datetime) -> None:
    instants = [now, now, now, now + timedelta(seconds=1), now - timedelta(days=1)]  # three share an instant
    rows = [make_action(lin, "invite", at) for at in instants]

    seen: list[Action] = []
    before = None
    while True:
        page = audit_page(lin, before=before, rows=2)
        seen += page.actions
        before = page.older
        if before is None:
            break

    assert seen == sorted(rows, key=lambda row: (row.at, row.pk), reverse=True)


def test_full_last_page_has_no_next(lin: Membership, now: datetime) -> None:
    for _ in range(2):
        make_action(lin, "invite", now)

    assert audit_page(lin, rows=2).older is None


def test_filters_keep_one_verb_and_one_member(lin: Membership, mei: Membership, now: datetime) -> None:
    wanted = make_action(mei, "undo", now)
    make_action(mei, "invite", now)
    make_action(lin, "undo", now)

    assert audit_page(lin, verb="undo", actor_id=mei.user_id).actions == [wanted]
    assert verbs_used(lin) == ["invite", "undo"]


def test_other_zone_stays_unseen(lin: Membership, otto: Membership, now: datetime) -> None:
    make_action(otto, "undo", now)

    assert audit_page(lin).actions == []
    assert verbs_used(lin) == []


def test_mark_survives_an_address(now: datetime) -> None:
    mark = Mark(now, uuid4())

    assert Mark.read(str(mark)) == mark


@pytest.mark.parametrize(
    "text",
    ["", "_", "yesterday_x", "2026-03-02_0cdae2af-b660-4054-b220-3f0c2c2011f0", "2026-03-02T09:00:00+00:00_7"],
)
def test_broken_mark_is_no_mark(text: str) -> None:
    assert Mark.read(text) is None
