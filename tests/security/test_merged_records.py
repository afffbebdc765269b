"""A record kept to a circle is judged the same as an open one: its name stays with those who may see it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from qiao.intake.models import ProposedParty
from qiao.intake.queries.parties import candidates, known_entities
from qiao.meetings.models import Event
from qiao.missions.models import Mission, MissionPart
from qiao.register.actions.judge import judge
from qiao.register.actions.record import new_entity, record
from qiao.register.actions.state import add_claim, name_values, own_word, prefer_claim
from qiao.register.enums import EntityKind, NameKind, Verdict
from qiao.register.models import Entity, Name, Preference
from qiao.register.queries.listing import Wanted, party_list
from qiao.zones.actions import acting
from qiao.zones.models import Action
from qiao.zones.rules import may_record
from tests import factories
from tests.register.cast import address, later

SECRET = "Aurora Codename"
OPEN = "Zeppelin Optik"


@dataclass(frozen=True)
class Pair:
    kept: Entity
    open: Entity


@pytest.fixture
def pair(lin, circle) -> Pair:
    """The record of the circle is the older one, and so stands for the group."""
    kept = factories.make_organisation(lin, SECRET, audience=circle)
    held = factories.make_organisation(lin, OPEN)
    judge(member=lin, left=kept, right=held, verdict=Verdict.SAME, now=later(1))
    held.refresh_from_db()
    assert held.canonical_id == kept.pk
    return Pair(kept, held)


def test_record_offered_for_a_party_of_a_document_goes_by_its_own_name(pair, ben):
    offered = known_entities(ben, [pair.open.pk])
    assert [known.name.text for known in offered.values()] == [OPEN]
    asked = ProposedParty(zone=ben.zone, kind=EntityKind.ORGANISATION)
    assert [known.name.text for known in candidates(ben, asked, "zeppelin")] == [OPEN]
    assert candidates(ben, asked, "aurora") == []


@pytest.mark.parametrize("page", ["party", "history", "judge"])
def test_pages_of_the_group_do_not_tell_the_name(pair, ben, client_of, page):
    for record_id in (pair.kept.pk, pair.open.pk):
        answer = client_of(ben).get(address(page, ben, record_id))
        assert answer.status_code == 200
        assert SECRET not in answer.content.decode()


def test_form_for_a_claim_is_headed_by_the_record_written_on(pair, ben, client_of):
    for record_id in (pair.kept.pk, pair.open.pk):
        answer = client_of(ben).get(address("add_claim", ben, record_id, "name"))
        assert answer.status_code == 200
        assert SECRET not in answer.content.decode()
        assert OPEN in answer.content.decode()


def test_part_of_a_mission_goes_by_no_hidden_name(lin, ben, circle, client_of):
    with acting(member=lin, verb="tell", now=later(1), allowed=may_record) as act:
        mission = new_entity(act, EntityKind.MISSION, Mission)
        kept = new_entity(act, EntityKind.EVENT, Event, circle, kind="forum")
        held = new_entity(act, EntityKind.EVENT, Event, kind="forum")
        word, closed = own_word(act, lin, None), own_word(act, lin, circle)
        record(act, Name, subject=kept, evidence=closed, **name_values(SECRET))
        record(act, MissionPart, subject=mission, evidence=word, object=held)
    judge(member=lin, left=kept, right=held, verdict=Verdict.SAME, now=later(2))
    root = f"/z/{ben.zone.slug}/missions/{mission.pk}/"
    for path in (root, root + "figures/events"):
        answer = client_of(ben).get(path)
        assert answer.status_code == 200
        assert SECRET not in answer.content.decode()


def test_keeper_does_not_learn_the_open_name(pair, kai):
    rows = party_list(kai, Wanted(), language="en").rows
    assert [row.name.text for row in rows] == [SECRET]
    assert party_list(kai, Wanted(typed="zeppelin"), language="en").rows == ()


def test_preference_of_a_keeper_leaves_those_alone_that_he_does_not_see(pair, lin, kai):
    other = add_claim(
        member=lin, table=Name, subject=pair.open, now=later(3), **name_values("Zeppelin", "en", NameKind.SHORT)
    )
    prefer_claim(member=lin, claim=other, now=later(4))
    own = add_claim(
        member=kai, table=Name, subject=pair.kept, now=later(5), **name_values("Aurora", "en", NameKind.SHORT)
    )
    prefer_claim(member=kai, claim=own, now=later(6))
    assert Preference.objects.filter(claim_id=other.pk, withdrawn__isnull=True).exists()


def test_preference_for_a_hidden_claim_is_not_undone_by_who_does_not_see_it(pair, lin, ben, client_of):
    kept = Name.objects.get(subject=pair.kept)
    preference = prefer_claim(member=lin, claim=kept, now=later(4))
    answer = client_of(ben).post(address("undo", ben, preference.recorded_id))
    assert answer.status_code == 403
    assert not Action.objects.filter(verb="undo").exists()
