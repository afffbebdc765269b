from __future__ import annotations

from datetime import timedelta

import pytest

from qiao.engines.resolve import Pair, Reason
from qiao.register.actions.duplicates import ask, judge_unasked, look_for_duplicates, set_identity_policy
from qiao.register.actions.find_duplicates import STALE, search_on, stale_searches
from qiao.register.actions.judge import judge, withdraw_judgement
from qiao.register.actions.look_around import QUIET, look_around
from qiao.register.actions.state import add_claim, name_values
from qiao.register.actions.undo import undo_action
from qiao.register.enums import ContactKind, EntityKind, SearchState, Verdict
from qiao.register.models import ContactPoint, DuplicateSearch, Judgement, Name, WaitingPair
from qiao.zones.actions import NotAllowed, acting
from qiao.zones.models import Circle
from qiao.zones.rules import may_review
from tests import factories
from tests.register.cast import groups, later
from tests.register.likeness import plain_likeness

__all__ = ["plain_likeness"]
pytestmark = pytest.mark.usefixtures("plain_likeness")

ORGANISATION = EntityKind.ORGANISATION


def run(search, minute: int = 60) -> DuplicateSearch:
    assert search_on(search.pk, now=lambda: later(minute))
    search.refresh_from_db()
    return search


def look(lin, minute: int = 50) -> DuplicateSearch:
    return run(look_for_duplicates(member=lin, now=later(minute)), minute + 1)


def twins(lin, name: str = "Ostwind Sensorik GmbH"):
    return [factories.make_organisation(lin, name) for _ in range(2)]


def pairs() -> set[frozenset]:
    return {frozenset(ids) for ids in WaitingPair.objects.filter(dropped=None).values_list("left_id", "right_id")}


def test_organisations_as_good_as_sure_are_joined_and_can_be_parted(lin):
    left, right = twins(lin)
    search = look(lin)
    assert (search.state, search.looked, search.total, search.joined) == (SearchState.DONE, 2, 2, 1)
    judgement = Judgement.objects.get()
    assert not judgement.by_person
    assert judgement.score > 0
    assert groups(lin.zone)[right.pk] == left.pk
    undo_action(member=lin, action=judgement.recorded, now=later(60))
    assert groups(lin.zone)[right.pk] == right.pk


def test_the_machine_is_not_heard_twice(lin):
    left, right = twins(lin)
    look(lin)
    withdraw_judgement(member=lin, judgement=Judgement.objects.get(), now=later(55))
    look(lin, 60)
    assert groups(lin.zone)[right.pk] == right.pk
    assert pairs() == {frozenset((left.pk, right.pk))}


def test_a_zone_may_want_to_be_asked(lin):
    left, right = twins(lin)
    set_identity_policy(member=lin, organisations=False, persons=False, now=later(1))
    search = look(lin)
    assert (search.joined, search.found) == (0, 1)
    assert pairs() == {frozenset((left.pk, right.pk))}
    assert not Judgement.objects.exists()


def test_persons_are_asked(lin):
    one, two = (factories.make_person(lin, "Marlene Vogt") for _ in range(2))
    look(lin)
    assert pairs() == {frozenset((one.pk, two.pk))}
    assert not Judgement.objects.exists()


def test_a_romanised_name_alone_joins_nobody_even_where_the_zone_lets_it(lin):
    one, two = (factories.make_person(lin, "Han Yang") for _ in range(2))
    set_identity_policy(member=lin, organisations=True, persons=True, now=later(1))
    look(lin)
    assert not Judgement.objects.exists()
    assert pairs() == {frozenset((one.pk, two.pk))}


def test_what_a_person_said_is_not_overruled(lin):
    left, right = twins(lin)
    judge(member=lin, left=left, right=right, verdict=Verdict.DIFFERENT, now=later(1))
    look(lin)
    assert Judgement.objects.filter(by_person=False).count() == 0


def test_a_circle_s_record_is_paired_but_never_joined_unasked(lin):
    circle = Circle.objects.create(zone=lin.zone, name="Station")
    kept = factories.make_organisation(lin, "Ostwind Sensorik GmbH", audience=circle)
    opened = factories.make_organisation(lin, "Ostwind Sensorik GmbH")
    look(lin)
    assert pairs() == {frozenset((kept.pk, opened.pk))}
    assert not Judgement.objects.exists()


def test_an_open_pair_does_not_rest_on_a_hidden_name(lin):
    circle = Circle.objects.create(zone=lin.zone, name="Station")
    kept = factories.make_organisation(lin, "Ostwind Sensorik GmbH", audience=circle)
    one, two = (
        factories.make_organisation(lin, "Aurora Optik"),
        factories.make_organisation(lin, "Ostwind Sensorik GmbH"),
    )
    judge(member=lin, left=kept, right=one, verdict=Verdict.SAME, now=later(1))
    look(lin)
    assert frozenset((one.pk, two.pk)) not in pairs()


def test_a_killed_search_is_taken_up_where_it_stopped(lin, monkeypatch):
    from qiao.register.actions import find_duplicates

    monkeypatch.setattr(find_duplicates, "BATCH", 1)
    set_identity_policy(member=lin, organisations=False, persons=False, now=later(1))
    left, right = twins(lin)
    others = [factories.make_organisation(lin, name) for name in ("Aurora", "Borealis")]
    search = look_for_duplicates(member=lin, now=later(50))
    kept = find_duplicates._keep
    seen = []

    def dies(*args):
        seen.append(args)
        if len(seen) == 2:
            raise KeyboardInterrupt
        kept(*args)

    monkeypatch.setattr(find_duplicates, "_keep", dies)
    with pytest.raises(KeyboardInterrupt):
        search_on(search.pk, now=lambda: later(51))
    search.refresh_from_db()
    assert (search.state, search.looked, search.cursor) == (SearchState.RUNNING, 1, left.pk)
    assert search_on(search.pk, now=lambda: later(52))  # another worker holds it, as far as anybody knows
    assert stale_searches(later(51) + STALE + timedelta(seconds=1)) == [search.pk]
    run(search, 70)
    assert (search.state, search.looked, search.total) == (SearchState.DONE, 4, 4)
    assert pairs() == {frozenset((left.pk, right.pk))}
    assert others


def test_a_search_gives_way_after_a_while(lin, monkeypatch):
    from qiao.register.actions import find_duplicates

    monkeypatch.setattr(find_duplicates, "BATCH", 1)
    twins(lin)
    search = look_for_duplicates(member=lin, now=later(50))
    assert not search_on(search.pk, now=lambda: later(51), lasting=timedelta(0))
    search.refresh_from_db()
    assert (search.state, search.looked) == (SearchState.QUEUED, 1)
    assert run(search).state == SearchState.DONE


def test_a_fault_ends_the_search(lin, monkeypatch):
    from qiao.register.actions import find_duplicates

    def broken(*args, **options):
        raise ZeroDivisionError

    twins(lin)
    monkeypatch.setattr(find_duplicates, "comparer", broken)
    assert run(look_for_duplicates(member=lin, now=later(50))).state == SearchState.FAILED


def test_one_search_at_a_time(lin, mei):
    first = look_for_duplicates(member=lin, now=later(1))
    assert look_for_duplicates(member=lin, now=later(2)) == first
    with pytest.raises(NotAllowed):
        look_for_duplicates(member=mei, now=later(3))


def test_pairs_that_are_alike_no_more_wait_no_more(lin):
    from qiao.register.actions.state import correct_claim

    set_identity_policy(member=lin, organisations=False, persons=False, now=later(1))
    left, right = twins(lin)
    look(lin)
    assert len(pairs()) == 1
    correct_claim(member=lin, claim=Name.objects.get(subject=right), now=later(55), text="Aurora")
    look(lin, 60)
    assert pairs() == set()
    assert left != right


def test_what_was_recorded_lately_is_looked_at(lin):
    set_identity_policy(member=lin, organisations=False, persons=False, now=later(1))
    left, right = twins(lin)
    look(lin, 10)
    third = factories.make_organisation(lin, "Aurora")
    add_claim(member=lin, table=Name, subject=third, now=later(30), **name_values("Ostwind Sensorik GmbH"))
    assert look_around(now=later(31)) == []  # not quiet yet
    (search,) = look_around(now=later(30) + QUIET + timedelta(seconds=1))
    run(search, 40)
    assert (search.looked, search.total) == (1, 1)
    assert pairs() == {frozenset(two) for two in ((left.pk, right.pk), (left.pk, third.pk), (right.pk, third.pk))}
    assert look_around(now=later(90)) == []


def test_a_shared_number_makes_candidates(lin):
    set_identity_policy(member=lin, organisations=False, persons=True, now=later(1))
    one, two = factories.make_person(lin, "Marlene Vogt"), factories.make_person(lin, "M. Vogt")
    for minute, person in enumerate((one, two)):
        add_claim(
            member=lin,
            table=ContactPoint,
            subject=person,
            now=later(minute + 2),
            kind=ContactKind.EMAIL,
            address="Vogt@ostwind.example",
        )
    from qiao.register.adapt import adapted
    from qiao.register.queries.candidates import candidates
    from qiao.register.queries.readers import groups_around, open_to_all

    reader = open_to_all(lin.zone)
    (query,) = adapted(reader, EntityKind.PERSON, groups_around(reader, [one.pk]))
    assert {record.id for record in candidates(reader, query)} == {str(one.pk), str(two.pk)}


def test_pairs_are_told_anew_and_kept_once(lin):
    left, right = twins(lin)
    for score in (0.4, 0.6):
        with acting(member=lin, verb="tell", now=later(1), allowed=may_review) as act:
            ask(act, ORGANISATION, [Pair(str(right.pk), str(left.pk), score, (Reason("same_name", 1.0, ("x",)),))])
    pair = WaitingPair.objects.get()
    assert (pair.left, pair.right, pair.score, pair.reasons) == (left, right, 0.6, ["same_name"])


def test_the_machine_leaves_judged_groups_alone(lin):
    left, right = twins(lin)
    third = factories.make_organisation(lin, "Ostwind")
    judge(member=lin, left=right, right=third, verdict=Verdict.SAME, now=later(1))
    judge(member=lin, left=left, right=third, verdict=Verdict.UNSURE, now=later(2))
    pair = Pair(str(left.pk), str(right.pk), 0.99, ())
    with acting(member=lin, verb="tell", now=later(3), allowed=may_review) as act:
        assert judge_unasked(act, [pair]) == [pair]
