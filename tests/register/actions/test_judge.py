from __future__ import annotations

from itertools import permutations

import pytest

from qiao.register.actions.judge import JudgedOtherwise, KindsDiffer, judge
from qiao.register.actions.undo import undo_action
from qiao.register.enums import Verdict
from qiao.register.models import CanonicalSpan, Judgement, Label
from qiao.register.queries.groups import records_of
from qiao.zones.actions import NotAllowed
from tests import factories
from tests.register.cast import groups, later


@pytest.fixture
def records(lin):
    return [factories.make_organisation(lin, f"Ostwind {letter}") for letter in "ABCD"]


def same(lin, left, right, minute=1):
    return judge(member=lin, left=left, right=right, verdict=Verdict.SAME, now=later(minute))


def test_the_lowest_record_stands_for_the_group(lin, records):
    a, b, c, d = records
    same(lin, d, c)
    same(lin, c, a)
    assert groups(lin.zone) == {a.pk: a.pk, b.pk: b.pk, c.pk: a.pk, d.pk: a.pk}


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_groups_do_not_depend_on_the_order_of_judgements(lin, records, order):
    a, b, c, _d = records
    pairs = [(a, b, Verdict.SAME), (b, c, Verdict.DIFFERENT), (c, a, Verdict.UNSURE)]
    for minute, at in enumerate(order):
        left, right, verdict = pairs[at]
        judge(member=lin, left=left, right=right, verdict=verdict, now=later(minute))
    assert groups(lin.zone)[b.pk] == a.pk
    assert groups(lin.zone)[c.pk] == c.pk


def test_a_live_different_keeps_two_groups_apart(lin, records):
    a, b, c, _d = records
    judge(member=lin, left=a, right=c, verdict=Verdict.DIFFERENT, now=later(1))
    same(lin, a, b, 2)
    same(lin, b, c, 3)
    assert groups(lin.zone)[c.pk] == c.pk


def test_two_persons_do_not_contradict_each_other_unseen(lin, records):
    a, b, *_ = records
    standing = same(lin, a, b)
    with pytest.raises(JudgedOtherwise) as refused:
        judge(member=lin, left=b, right=a, verdict=Verdict.DIFFERENT, now=later(2))
    assert refused.value.standing == standing
    assert Judgement.objects.count() == 1


def test_unsure_gives_way(lin, records):
    a, b, *_ = records
    judge(member=lin, left=a, right=b, verdict=Verdict.UNSURE, now=later(1))
    same(lin, a, b, 2)
    assert groups(lin.zone)[b.pk] == a.pk


def test_the_same_judgement_is_made_once(lin, records):
    a, b, *_ = records
    assert same(lin, a, b) == same(lin, b, a, 2)


def test_kinds_are_never_one(lin, records):
    person = factories.make_person(lin, "Ost Wind")
    with pytest.raises(KindsDiffer):
        same(lin, records[0], person)


def test_who_may_not_review_may_not_judge(mei, records):
    with pytest.raises(NotAllowed):
        same(mei, *records[:2])


def test_the_group_as_it_was_known(lin, records):
    a, b, *_ = records
    judgement = same(lin, a, b, 10)
    undo_action(member=lin, action=judgement.recorded, now=later(20))
    b.refresh_from_db()
    assert records_of(b, as_of=later(5)) == [b.pk]
    assert set(records_of(b, as_of=later(15))) == {a.pk, b.pk}
    assert records_of(b, as_of=later(25)) == [b.pk]
    assert CanonicalSpan.objects.filter(entity=b).count() == 2


def test_every_record_of_a_group_goes_by_its_names(lin, records):
    a, b, *_ = records
    same(lin, a, b)
    names = set(Label.objects.filter(entity__in=(a, b), language="de").values_list("text", flat=True))
    assert len(names) == 1
