from __future__ import annotations

import pytest

from qiao.register.actions.judge import judge
from qiao.register.actions.state import add_claim, correct_claim, name_values, prefer_claim, withdraw_claim
from qiao.register.actions.undo import AlreadyUndone, undo_action
from qiao.register.enums import Verdict
from qiao.register.models import Judgement, Label, Location, Name, Preference
from tests import factories
from tests.register.cast import groups, later, live_claims, preferred_values, state, told


@pytest.fixture
def house(lin):
    return factories.make_organisation(lin, "Ostwind")


def place(lin, house, name: str, minute: int) -> Location:
    return add_claim(member=lin, table=Location, subject=house, now=later(minute), place=name, country="DE")


def test_undoing_an_addition_withdraws_it(lin, house):
    before = live_claims(lin.zone)
    claim = place(lin, house, "Ulm", 1)
    undo_action(member=lin, action=claim.recorded, now=later(2))
    assert live_claims(lin.zone) == before


def test_undoing_a_withdrawal_says_it_again_from_the_same_place(lin, house):
    claim = told(lin, factories.make_source(lin.zone, "Ulm"), Location, house, place="Ulm", country="DE")
    before = live_claims(lin.zone)
    withdraw_claim(member=lin, claim=claim, because="wrong", now=later(2))
    undo_action(member=lin, action=claim.withdrawn, now=later(3))
    assert live_claims(lin.zone) == before
    assert Location.objects.live().get(subject=house).replaces_id == claim.pk


def test_undoing_a_correction_restores_the_value(lin, house):
    claim = place(lin, house, "Ulm", 1)
    before = state(lin.zone)
    later_claim = correct_claim(member=lin, claim=claim, now=later(2), place="Augsburg")
    undo_action(member=lin, action=later_claim.recorded, now=later(3))
    assert state(lin.zone) == before


def test_an_undo_can_be_undone(lin, house):
    claim = place(lin, house, "Ulm", 1)
    before = live_claims(lin.zone)
    undoing = undo_action(member=lin, action=claim.recorded, now=later(2))
    undo_action(member=lin, action=undoing, now=later(3))
    assert live_claims(lin.zone) == before


def test_nothing_is_undone_twice(lin, house):
    claim = place(lin, house, "Ulm", 1)
    undo_action(member=lin, action=claim.recorded, now=later(2))
    with pytest.raises(AlreadyUndone):
        undo_action(member=lin, action=claim.recorded, now=later(3))


def test_undoing_a_judgement_parts_the_group(lin, house):
    other = factories.make_organisation(lin, "OSTWIND")
    before = groups(lin.zone)
    judgement = judge(member=lin, left=house, right=other, verdict=Verdict.SAME, now=later(1))
    assert groups(lin.zone)[other.pk] == house.pk
    undo_action(member=lin, action=judgement.recorded, now=later(2))
    assert groups(lin.zone) == before
    undo = Judgement.objects.get().withdrawn
    undo_action(member=lin, action=undo, now=later(3))
    assert groups(lin.zone)[other.pk] == house.pk


def test_preferring_another_value_can_be_undone(lin, house):
    ulm, augsburg = place(lin, house, "Ulm", 1), place(lin, house, "Augsburg", 2)
    prefer_claim(member=lin, claim=ulm, now=later(3))
    before = preferred_values(lin.zone)
    second = prefer_claim(member=lin, claim=augsburg, now=later(4))
    undo_action(member=lin, action=second.recorded, now=later(5))
    assert preferred_values(lin.zone) == before != {}


def test_a_preference_survives_withdrawal_and_undo(lin, house):
    ulm = place(lin, house, "Ulm", 1)
    place(lin, house, "Augsburg", 2)
    prefer_claim(member=lin, claim=ulm, now=later(3))
    before = state(lin.zone)
    withdraw_claim(member=lin, claim=ulm, because="wrong", now=later(4))
    undo_action(member=lin, action=ulm.withdrawn, now=later(5))
    assert state(lin.zone) == before


def test_what_corrects_a_preferred_value_is_preferred(lin, house):
    ulm = place(lin, house, "Ulm", 1)
    place(lin, house, "Augsburg", 2)
    prefer_claim(member=lin, claim=ulm, now=later(3))
    neu = correct_claim(member=lin, claim=ulm, now=later(4), place="Neu-Ulm")
    assert Preference.objects.get(withdrawn__isnull=True).claim_id == neu.pk


def test_preferring_one_question_leaves_another_alone(lin, house):
    german, chinese = (
        add_claim(member=lin, table=Name, subject=house, now=later(minute), **name_values(text))
        for minute, text in ((1, "Ostwind Sensorik"), (2, "东风传感"))
    )
    prefer_claim(member=lin, claim=german, now=later(3))
    prefer_claim(member=lin, claim=chinese, now=later(4))
    assert Preference.objects.filter(withdrawn__isnull=True).count() == 2


def test_a_preferred_name_becomes_the_label(lin, house):
    short = add_claim(member=lin, table=Name, subject=house, now=later(1), **name_values("Ostwind AG", "de"))
    name = Name.objects.get(subject=house, text="Ostwind")
    language = name.language
    assert Label.objects.get(entity=house, language="de").text in ("Ostwind", "Ostwind AG")
    prefer_claim(member=lin, claim=short, now=later(2))
    assert Label.objects.get(entity=house, language="de").text == "Ostwind AG", language


def test_the_label_goes_back_with_the_preference(lin, house):
    first, second = (
        add_claim(member=lin, table=Name, subject=house, now=later(minute), **name_values(text, "de"))
        for minute, text in ((1, "Ostwind AG"), (2, "Ostwind KG"))
    )
    assert Label.objects.get(entity=house, language="de").text == first.text
    preference = prefer_claim(member=lin, claim=second, now=later(3))
    assert Label.objects.get(entity=house, language="de").text == second.text
    undo_action(member=lin, action=preference.recorded, now=later(4))
    assert Label.objects.get(entity=house, language="de").text == first.text
