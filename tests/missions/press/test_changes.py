"""Two prints compared."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from qiao.missions.press.changes import checksum, imprint, marked
from qiao.missions.press.compose import briefing_paper
from qiao.missions.press.values import Briefing, Change, Contact, Moved, Standing, Stop
from tests.missions.press.sample import PRINTED, briefing, stop


def _marks(*now: Stop, before: Briefing) -> dict[str, Change | None]:
    kept = json.loads(json.dumps(imprint(before)))
    return {one.key: one.change for one in marked(briefing(*now, number=2), kept).stops}


def test_first_print_is_unmarked() -> None:
    assert marked(briefing(stop()), None).stops[0].change is None


@pytest.mark.parametrize(
    ("now", "change"),
    [
        (stop(), None),
        (stop(address="Quai 1"), Change(Moved.MOVED, None, "Lyon")),
        (stop(standing=Standing.CANCELLED), Change(Moved.CANCELLED)),
        (stop(notes="new"), Change(Moved.EDITED)),
        (stop(standing=Standing.CONFIRMED), Change(Moved.EDITED)),
    ],
)
def test_each_change_has_its_mark(now: Stop, change: Change | None) -> None:
    now = replace(now, city="Lyon")
    assert _marks(now, before=briefing(stop(city="Lyon"))) == {"a": change}


def test_a_stop_moved_in_time_says_when_it_was() -> None:
    before = stop()
    later = replace(
        before, starts_at=before.starts_at + timedelta(hours=2), ends_at=before.ends_at + timedelta(hours=2)
    )
    assert _marks(later, before=briefing(before)) == {"a": Change(Moved.MOVED, before.starts_at)}


def test_added_and_removed_stops_are_told() -> None:
    now = marked(briefing(stop("b"), number=2), imprint(briefing(stop("a"))))
    assert [(one.key, one.change) for one in now.stops] == [("b", Change(Moved.NEW))]
    assert [(one.key, one.standing, one.change) for one in now.gone] == [
        ("a", Standing.CANCELLED, Change(Moved.CANCELLED))
    ]


def test_what_was_cancelled_before_is_not_told_again() -> None:
    was = briefing(stop(standing=Standing.CANCELLED))
    assert _marks(stop(standing=Standing.CANCELLED), before=was) == {"a": None}
    assert marked(briefing(number=2), imprint(was)).gone == []


def test_front_lists_the_changes_in_words() -> None:
    before = stop()
    later = replace(before, starts_at=before.starts_at + timedelta(days=1), ends_at=before.ends_at + timedelta(days=1))
    paper = briefing_paper(marked(briefing(later, number=2), imprint(briefing(before))))
    assert paper.tables[0].rows == [["moved", "6 Jun 2023", "09:30–10:30", "Host", "5 Jun 2023 09:30"]]


def test_checksum_knows_content_from_circumstance() -> None:
    first = briefing(stop())
    again = replace(first, number=7, printed_at=PRINTED + timedelta(days=3), for_whom="Lin")
    assert checksum(marked(again, imprint(briefing(stop("b"))))) == checksum(first)
    assert checksum(briefing(stop(last_contact=Contact(PRINTED.date(), "called")))) != checksum(first)
