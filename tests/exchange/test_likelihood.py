"""One pair is told one likelihood: by an import, in the queue, in the preview of a merge, as a hint."""

from __future__ import annotations

from datetime import timedelta

import pytest

from qiao.engines.resolve import MODEL_VERSION
from qiao.exchange.models import ImportRow
from qiao.register.actions.duplicates import look_for_duplicates, set_identity_policy
from qiao.register.actions.find_duplicates import search_on
from qiao.register.actions.look_around import QUIET, look_around
from qiao.register.actions.state import correct_claim
from qiao.register.enums import EntityKind
from qiao.register.models import Entity, Name, WaitingPair
from qiao.register.queries.identify import hints, record_named
from qiao.register.queries.merge_preview import merge_preview
from qiao.register.queries.pair_page import pair_page
from qiao.zones.models import Membership
from tests.exchange.cast import imported
from tests.factories import NOW
from tests.register.cast import later

DAY = timedelta(days=1)

HEAD = ("Company name", "Country", "City")
KNOWN = [
    HEAD,
    ("Robert Bosch GmbH", "Germany", "Gerlingen"),
    ("Siemens AG", "Germany", "München"),
    ("Stadtwerke Leipzig GmbH", "Germany", "Leipzig"),
    ("Technische Universität München", "Germany", "München"),
]
BROUGHT = [HEAD, ("博世", "Germany", "")]


@pytest.fixture
def pair(lin: Membership) -> WaitingPair:
    imported(lin, KNOWN)
    run = imported(lin, BROUGHT)
    row = ImportRow.objects.get(run=run)
    assert row.fate == "asked"
    return WaitingPair.objects.get()


def percent(lin: Membership, pair: WaitingPair) -> int:
    told = pair_page(lin, pair, "en").likely
    assert told is not None
    return told.percent


def test_the_queue_is_told_what_the_import_was(lin: Membership, pair: WaitingPair) -> None:
    row = ImportRow.objects.get(how="likeness")
    assert row.score is not None
    assert pair.score == row.score > 0.5
    assert percent(lin, pair) == int(row.score * 100)
    preview = merge_preview(lin, [pair.left, pair.right], "en")
    assert preview.likely is not None
    assert preview.likely.percent == percent(lin, pair)


def test_a_search_of_everything_tells_the_same(lin: Membership, pair: WaitingPair) -> None:
    was = percent(lin, pair)
    search = look_for_duplicates(member=lin, now=later(60))
    assert search_on(search.pk, now=lambda: later(61))
    pair.refresh_from_db()
    assert (pair.found_id, pair.model_version) == (search.started_id, MODEL_VERSION)
    assert percent(lin, pair) == was


def test_looking_around_leaves_what_an_import_weighed(lin: Membership) -> None:
    imported(lin, KNOWN)
    assert search_on(look_for_duplicates(member=lin, now=NOW - DAY).pk, now=lambda: NOW - DAY)
    imported(lin, BROUGHT)
    pair = WaitingPair.objects.latest("id")
    was, found = pair.score, pair.found_id
    (search,) = look_around(now=later(60) + QUIET)
    assert search.since is not None
    assert search_on(search.pk, now=lambda: later(70))
    pair.refresh_from_db()
    assert (pair.score, pair.found_id, pair.dropped_id) == (was, found, None)


def test_looking_around_weighs_anew_what_was_said_of_since(lin: Membership) -> None:
    imported(lin, KNOWN)
    assert search_on(look_for_duplicates(member=lin, now=NOW - DAY).pk, now=lambda: NOW - DAY)
    imported(lin, BROUGHT)
    pair = WaitingPair.objects.latest("id")
    correct_claim(member=lin, claim=Name.objects.get(subject=pair.right), now=later(20), text="Ganz Anderes Werk")
    (search,) = look_around(now=later(60) + QUIET)
    assert search_on(search.pk, now=lambda: later(70))
    pair.refresh_from_db()
    assert pair.dropped_id == search.started_id


def test_a_pair_that_does_not_wait_is_asked_of_the_index_and_told_the_same(lin: Membership, pair: WaitingPair) -> None:
    was = percent(lin, pair)
    WaitingPair.objects.filter(pk=pair.pk).update(dropped=pair.found)
    preview = merge_preview(lin, [pair.left, pair.right], "en")
    assert preview.likely is not None
    assert abs(preview.likely.percent - was) <= 5  # of so few, the index finds all


def test_a_document_is_hinted_the_same(lin: Membership) -> None:
    imported(lin, KNOWN)
    imported(lin, [HEAD[:1], ("博世",)])
    row = ImportRow.objects.get(how="likeness")
    assert row.score is not None
    Entity.objects.filter(pk=row.own).update(canonical=row.matched)  # only those known before are asked
    told = hints(lin.zone, EntityKind.ORGANISATION, record_named(EntityKind.ORGANISATION, ["博世"]))
    assert [abs(hint.score - row.score) < 0.05 for hint in told[:1]] == [True]


def test_the_very_name_is_asked_about_with_a_likelihood(lin: Membership) -> None:
    set_identity_policy(member=lin, organisations=False, persons=False, now=later(1))
    twin = ("Hafenfeld Klinik", "", "")
    imported(lin, [HEAD, (*twin[:1], "Germany", "Kiel"), (*twin[:1], "Germany", "Ulm")])
    run = imported(lin, [HEAD, twin])
    row = ImportRow.objects.get(run=run)
    assert (row.fate, row.how) == ("asked", "name")
    assert row.score is not None
    assert 0 < row.score < 1
    assert WaitingPair.objects.get(right=row.own, left=row.matched).score == row.score
