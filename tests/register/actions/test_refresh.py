"""Caches of many groups are rebuilt together, as they would be one by one."""

from __future__ import annotations

import pytest

from qiao.engines.text.names import FOLD_VERSION
from qiao.register.actions.judge import judge
from qiao.register.actions.refold import is_stale, refold
from qiao.register.actions.refresh import refresh_group, refresh_groups
from qiao.register.actions.state import add_claim, name_values
from qiao.register.enums import Verdict
from qiao.register.models import Label, Location, Name, SearchEntry
from qiao.register.queries.found import found
from qiao.zones.models import Circle
from tests import factories
from tests.register.cast import later


def caches() -> tuple[set[tuple[object, ...]], set[tuple[object, ...]]]:
    labels = Label.objects.exclude(text="").values_list("entity", "language", "text", "text_language", "sort_key")
    entries = SearchEntry.objects.values_list("entity", "is_own", "names", "tokens", "fold_version")
    return set(labels), set(entries)


@pytest.fixture
def houses(lin, zone):
    circle = Circle.objects.create(zone=zone, name="Station Munich")
    made = [factories.make_organisation(lin, name) for name in ("Ostwind", "Kestrel Aero", "東風")]
    made.append(factories.make_organisation(lin, "Aurora", audience=circle))
    add_claim(member=lin, table=Name, subject=made[0], now=later(1), **name_values("Éolienne"))
    judge(member=lin, left=made[0], right=made[3], verdict=Verdict.SAME, now=later(2))
    return made


def test_together_is_as_one_by_one(zone, houses):
    held = caches()
    groups = sorted({house.__class__.objects.get(pk=house.pk).canonical_id for house in houses})
    for rebuild in (lambda: refresh_groups(zone.pk, groups), lambda: [refresh_group(zone.pk, one) for one in groups]):
        Label.objects.update(text="gone")
        SearchEntry.objects.update(fold_version=0, names="gone")
        rebuild()
        assert caches() == held


def test_the_number_of_queries_does_not_grow(lin, zone, django_assert_num_queries):
    for count in (1, 3):
        ids = [factories.make_organisation(lin, f"Ostwind {at}").pk for at in range(count)]
        SearchEntry.objects.update(fold_version=0)
        with django_assert_num_queries(6):  # records, names, labels, preferences, entries; the entries written
            refresh_groups(zone.pk, ids)


def test_what_is_as_it_should_be_is_not_written(zone, houses, django_assert_num_queries):
    with django_assert_num_queries(5):
        refresh_groups(zone.pk, [house.pk for house in houses])


def test_names_of_an_earlier_folding_are_folded_again_from_where_it_stopped(lin, zone, houses):
    assert not is_stale(zone)
    held = caches()
    SearchEntry.objects.update(fold_version=FOLD_VERSION - 1, tokens="old")
    assert is_stale(zone)
    assert refold(zone, at_most=1) > 0
    while refold(zone, at_most=1):
        pass
    assert not is_stale(zone)
    assert caches() == held


def test_entries_that_are_not_there_are_made(lin, zone, houses):
    SearchEntry.objects.all()._raw_delete("default")
    assert is_stale(zone)
    assert found(lin, "ostwind") == []
    refold(zone)
    assert [one.entity_id for one in found(lin, "ostwind")] == [min(houses[0].pk, houses[3].pk)]


def test_a_place_finds_no_party(lin):
    house = factories.make_organisation(lin, "Ostwind")
    add_claim(member=lin, table=Location, subject=house, now=later(1), place="Marktheim", country="DE")
    assert found(lin, "marktheim") == []
