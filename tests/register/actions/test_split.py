from __future__ import annotations

import pytest

from qiao.register.actions.judge import judge
from qiao.register.actions.split import Nameless, NothingStays, NothingToMove, split_party
from qiao.register.actions.state import add_claim, name_values, prefer_claim
from qiao.register.actions.undo import undo_action
from qiao.register.enums import TieKind, Verdict
from qiao.register.models import Entity, Judgement, Label, Location, Name, Organisation, Tie
from qiao.zones.actions import NotAllowed
from qiao.zones.models import Circle
from tests import factories
from tests.register.cast import address, later, state, told


@pytest.fixture
def mixed(lin):
    """One record on which two houses were recorded: Ostwind in Ulm, and Aurora in Lyon, which Vogt works for."""
    house = factories.make_organisation(lin, "Ostwind")
    source = factories.make_source(lin.zone, "Aurora of Lyon, Marlene Vogt")
    vogt = factories.make_person(lin, "Marlene Vogt")
    add_claim(member=lin, table=Location, subject=house, now=later(1), place="Ulm", country="DE")
    claims = [
        told(lin, source, Name, house, words="Aurora", **name_values("Aurora")),
        told(lin, source, Location, house, words="Lyon", place="Lyon", country="FR"),
        told(lin, source, Tie, vogt, words="Marlene Vogt", kind=TieKind.HOLDS_POST, object=house, role="CTO"),
    ]
    return house, claims


def test_claims_move_and_the_two_are_judged_different(lin, mixed):
    house, claims = mixed
    made, action = split_party(member=lin, entity=house, claims=claims, now=later(5))
    assert {name.text for name in Name.objects.live().filter(subject=made)} == {"Aurora"}
    assert Location.objects.live().get(subject=made).evidence_id == claims[1].evidence_id
    assert Tie.objects.live().get().object_id == made.pk
    assert Tie.objects.live().get().subject_id == claims[2].subject_id
    assert {name.text for name in Name.objects.live().filter(subject=house)} == {"Ostwind"}
    judgement = Judgement.objects.get()
    assert (judgement.verdict, judgement.recorded) == (Verdict.DIFFERENT, action)
    assert Organisation.objects.filter(entity=made).exists()
    assert Label.objects.get(entity=made, language="de").text == "Aurora"
    assert Label.objects.get(entity=house, language="de").text == "Ostwind"


def test_undo_restores_exactly_and_the_new_record_is_hidden(lin, mixed):
    house, claims = mixed
    prefer_claim(member=lin, claim=claims[1], now=later(4))
    before = state(lin.zone)
    made, action = split_party(member=lin, entity=house, claims=claims, now=later(5))
    after = state(lin.zone)
    undoing = undo_action(member=lin, action=action, now=later(6))
    claims_now, groups_now, preferred_now = state(lin.zone)
    assert (claims_now, preferred_now) == (before[0], before[2])
    assert groups_now.pop(made.pk) == made.pk
    assert groups_now == before[1]
    assert Label.objects.get(entity=made, language="de").text == ""
    assert Judgement.objects.filter(withdrawn=None).count() == 0
    undo_action(member=lin, action=undoing, now=later(7))
    assert state(lin.zone) == after


def test_a_split_of_a_group_leaves_the_group(lin, mixed):
    house, claims = mixed
    twin = factories.make_organisation(lin, "Ostwind GmbH")
    judge(member=lin, left=house, right=twin, verdict=Verdict.SAME, now=later(3))
    twin.refresh_from_db()
    made, _action = split_party(member=lin, entity=twin, claims=claims, now=later(5))
    assert Entity.objects.get(pk=twin.pk).canonical_id == house.pk
    assert made.canonical_id == made.pk


def test_a_name_may_be_given(lin, mixed):
    house, claims = mixed
    made, _action = split_party(member=lin, entity=house, claims=claims[1:], name="Aurora SAS", now=later(5))
    assert Name.objects.live().get(subject=made).text == "Aurora SAS"


def test_what_cannot_be_split(lin, mei, mixed):
    house, claims = mixed
    before = state(lin.zone)
    own = Name.objects.get(subject=house, text="Ostwind")
    stranger = Name.objects.get(text="Marlene Vogt")
    for chosen, refusal in (([], NothingToMove), ([stranger], NothingToMove), ([own, *claims], NothingStays)):
        with pytest.raises(refusal):
            split_party(member=lin, entity=house, claims=chosen, now=later(5))
    with pytest.raises(Nameless):
        split_party(member=lin, entity=house, claims=claims[1:], now=later(5))
    with pytest.raises(NotAllowed):
        split_party(member=mei, entity=house, claims=claims, now=later(5))
    assert state(lin.zone) == before


def test_the_new_record_keeps_the_circle(lin):
    circle = Circle.objects.create(zone=lin.zone, name="Station")
    house = factories.make_organisation(lin, "Kept", audience=circle)
    claim = add_claim(member=lin, table=Name, subject=house, now=later(1), **name_values("Other"))
    made, _action = split_party(member=lin, entity=house, claims=[claim], now=later(2))
    assert made.audience == circle


def test_the_page_moves_what_is_chosen(lin, mei, mixed, client_of):
    house, claims = mixed
    client = client_of(lin)
    page = client.get(address("split", lin, house.pk))
    assert [len(told.lines) for told in page.context["sources"]] == [3, 2]
    assert client.post(address("split", lin, house.pk), {}).status_code == 422
    assert client.post(address("split", lin, house.pk), {"claim": ["x", claims[1].pk], "name": "\0"}).status_code == 422
    response = client.post(address("split", lin, house.pk), {"claim": [claim.pk for claim in claims]})
    made = Name.objects.live().get(text="Aurora").subject
    assert response["Location"] == address("party", lin, made.pk)
    assert client_of(mei).get(address("split", mei, house.pk)).status_code == 403
