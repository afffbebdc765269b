from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from qiao.register.actions.record import ForeignZone, correct
from qiao.register.actions.state import add_claim, correct_claim, name_values, withdraw_claim
from qiao.register.enums import TieKind
from qiao.register.models import Evidence, Label, Location, Name, Tie
from qiao.zones.actions import NotAllowed, acting
from qiao.zones.models import Action
from qiao.zones.rules import may_record
from tests import factories
from tests.register.cast import later, told


def test_same_words_from_the_same_place_are_one_claim(lin):
    source = factories.make_source(lin.zone, "Ostwind GmbH in Augsburg")
    house = factories.make_organisation(lin, "Ostwind GmbH")
    first = told(lin, source, Location, house, words="Augsburg", place="Augsburg", country="DE")
    second = told(lin, source, Location, house, words="Augsburg", place="Augsburg", country="DE")
    assert first == second
    assert Evidence.objects.filter(source=source).count() == 1


def test_a_second_source_is_a_second_claim(lin):
    house = factories.make_organisation(lin, "Ostwind GmbH")
    for text in ("Augsburg", "in Augsburg"):
        told(lin, factories.make_source(lin.zone, text), Location, house, place="Augsburg", country="DE")
    assert Location.objects.live().filter(subject=house).count() == 2


def test_a_post_held_twice_is_two_claims(lin):
    source = factories.make_source(lin.zone, "Leiterin 2019 und 2023")
    house, person = factories.make_organisation(lin, "Ostwind"), factories.make_person(lin, "Marlene Vogt")
    for year in (2019, 2023):
        told(
            lin,
            source,
            Tie,
            person,
            kind=TieKind.HOLDS_POST,
            object=house,
            role="Leiterin",
            valid_from=date(year, 1, 1),
        )
    assert Tie.objects.live().filter(subject=person).count() == 2


def test_a_correction_withdraws_and_adds(lin):
    house = factories.make_organisation(lin, "Ostwind")
    old = add_claim(member=lin, table=Location, subject=house, now=later(1), place="Augsburg", country="DE")
    new = correct_claim(member=lin, claim=old, now=later(2), because="moved", place="Ulm")
    old.refresh_from_db()
    assert (old.place, old.withdrawn_id, old.withdrawn_because) == ("Augsburg", new.recorded_id, "moved")
    assert (new.place, new.country, new.replaces_id) == ("Ulm", "DE", old.pk)


def test_withdrawing_twice_changes_nothing(lin):
    house = factories.make_organisation(lin, "Ostwind")
    claim = add_claim(member=lin, table=Location, subject=house, now=later(1), place="Ulm", country="DE")
    withdraw_claim(member=lin, claim=claim, because="wrong", now=later(2))
    withdraw_claim(member=lin, claim=claim, because="again", now=later(3))
    claim.refresh_from_db()
    assert (claim.withdrawn_because, claim.withdrawn.at) == ("wrong", later(2))


def test_rows_of_another_zone_are_refused(lin, otto, now):
    house = factories.make_organisation(lin, "Ostwind")
    foreign = factories.make_organisation(otto, "Westwind")
    with pytest.raises(ForeignZone):
        add_claim(member=lin, table=Tie, subject=house, now=now, kind=TieKind.INVESTED_IN, object=foreign)
    with pytest.raises(ForeignZone):
        withdraw_claim(member=otto, claim=Name.objects.get(subject=house), because="x", now=now)
    assert not Action.objects.filter(verb__in=("add_tie", "withdraw_claim")).exists()


def test_a_value_that_the_table_refuses_leaves_no_trace(lin, now):
    house = factories.make_organisation(lin, "Ostwind")
    with pytest.raises(ValidationError):
        add_claim(member=lin, table=Name, subject=house, now=now, text="", language="de", kind="official")
    assert not Action.objects.filter(verb="add_name").exists()


def test_who_may_only_read_may_not_state(mei, lin, now):
    house = factories.make_organisation(lin, "Ostwind")
    with pytest.raises(NotAllowed):
        add_claim(member=mei, table=Location, subject=house, now=now, place="Ulm", country="DE")


def test_a_correction_inside_an_action_keeps_the_evidence_given(lin, now):
    house = factories.make_organisation(lin, "Ostwind")
    source = factories.make_source(lin.zone, "Ulm")
    claim = told(lin, source, Location, house, place="Ulm", country="DE")
    with acting(member=lin, verb="x", now=now, allowed=may_record) as act:
        new = correct(act, claim, evidence=claim.evidence, place="Neu-Ulm")
    assert new.evidence_id == claim.evidence_id


def test_labels_follow_the_names(lin):
    house = factories.make_organisation(lin, "Ostwind Sensorik GmbH")
    add_claim(member=lin, table=Name, subject=house, now=later(1), **name_values("奥斯特温德传感"))
    labels = dict(Label.objects.filter(entity=house).values_list("language", "text"))
    assert labels == {
        "zh-hans": "奥斯特温德传感",
        "zh-hant": "奥斯特温德传感",
        "en": "Ostwind Sensorik GmbH",
        "fr": "Ostwind Sensorik GmbH",
        "de": "Ostwind Sensorik GmbH",
    }
