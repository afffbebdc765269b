"""Kept queries answer each member as the plain ones do: the SQL is shared, the zone and the circles are not."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from qiao.kit.instants import Moment
from qiao.register.actions.state import add_claim
from qiao.register.models import Location, Name
from qiao.register.queries.about import known, told_at
from qiao.register.queries.groups import visible_records
from qiao.register.queries.history import PAGE, history
from qiao.register.queries.told import tables_told, told_now
from qiao.register.queries.touching import actions_touching
from qiao.zones.models import Circle, Membership, Role
from tests import factories


@pytest.fixture
def kept(lin):
    """Three circles, a party in each and an open one; four members, of none, of one, of another and of two."""
    circles = [Circle.objects.create(zone=lin.zone, name=name) for name in ("Lyon", "Graz", "Ulm")]
    parties = [factories.make_organisation(lin, "Open house")]
    parties += [factories.make_organisation(lin, f"House of {circle}", audience=circle) for circle in circles]
    members = [lin]
    for name, role, own in (
        ("ada", Role.KEEPER, circles[:1]),
        ("ben", Role.KEEPER, circles[1:2]),
        ("cai", Role.OFFICER, circles[1:]),
        ("dan", Role.GUEST, []),
    ):
        member = factories.make_member(lin.zone, name, role)
        member.circles.set(own)
        members.append(member)
    return members, [party.pk for party in parties]


def test_each_sees_what_the_plain_query_shows(kept, otto):
    members, records = kept
    for _again in range(2):
        for member in [*members, otto]:
            plain = list(known(Name, member, Moment()).filter(subject_id__in=records))
            assert told_now(Name, member, records) == plain
            assert told_at(Name, member, records, Moment()) == plain
            assert tables_told(member, records) == ({Name} if plain else set())


def test_the_circles_differ_and_so_does_what_is_seen(kept):
    members, records = kept
    seen = [{name.subject_id for name in told_now(Name, member, records)} for member in members]
    assert seen == [set(records), {records[1]}, {records[2]}, {records[0], *records[2:]}, set()]


def test_nothing_is_among_no_ids(lin, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert told_now(Name, lin, []) == []


def test_a_record_of_another_zone_is_not_seen(lin, otto):
    party = factories.make_organisation(otto, "Far house")
    assert visible_records(party, lin) == []
    assert visible_records(party, otto) == [party.pk]


def test_a_second_asking_builds_nothing(lin):
    party = factories.make_organisation(lin, "House")
    first, second = _sql(lin, party.pk), _sql(Membership.objects.get(pk=lin.pk), party.pk)
    assert first == second


def _sql(member, record):
    with CaptureQueriesContext(connection) as asked:
        told_now(Name, member, [record])
    return [query["sql"] for query in asked.captured_queries]


def test_pages_of_a_history_follow_each_other(lin, now):
    party = factories.make_organisation(lin, "House")
    for at in range(PAGE + 5):
        then = now + timedelta(minutes=at // 3)  # several at one instant
        add_claim(member=lin, table=Location, subject=party, now=then, place=f"Ulm {at}", country="DE")
    every = actions_touching(lin, [party.pk], before=None, limit=1000)
    first, mark = history(lin, [party.pk], "en")
    rest, end = history(lin, [party.pk], "en", mark)
    assert [entry.action_id for entry in (*first, *rest)] == every
    assert (len(first), len(every), end) == (PAGE, PAGE + 6, None)
