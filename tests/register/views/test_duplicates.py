from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from qiao.engines.resolve import Pair
from qiao.register.actions.duplicates import ask, policy_of
from qiao.register.actions.judge import judge
from qiao.register.actions.state import add_claim, name_values
from qiao.register.enums import EntityKind, IdentifierScheme, TieKind, Verdict
from qiao.register.models import DuplicateSearch, Entity, Identifier, Judgement, Location, Name, Tie, WaitingPair
from qiao.register.queries.duplicates import waiting_pairs
from qiao.zones.actions import acting
from qiao.zones.models import Circle, Role
from qiao.zones.rules import may_review
from tests import factories
from tests.register.cast import address, groups, later, state, told
from tests.register.likeness import plain_likeness

__all__ = ["plain_likeness"]
pytestmark = pytest.mark.usefixtures("plain_likeness")


def wait(lin, left, right, score: float = 0.7) -> WaitingPair:
    with acting(member=lin, verb="tell", now=later(1), allowed=may_review) as act:
        ask(act, EntityKind(left.kind), [Pair(str(left.pk), str(right.pk), score, ())])
    return WaitingPair.objects.latest("id")


@pytest.fixture
def houses(lin):
    return [factories.make_organisation(lin, f"Ostwind {letter}") for letter in "ABCD"]


@pytest.fixture
def pair(lin, houses):
    return wait(lin, *houses[:2])


def queue(client, member, query: str = ""):
    response = client.get(address("duplicates", member) + query)
    assert response.status_code == 200
    return response


def test_a_pair_is_shown_with_its_grounds(lin, houses, pair, client_of):
    add_claim(member=lin, table=Location, subject=houses[0], now=later(2), place="", country="DE")
    add_claim(member=lin, table=Location, subject=houses[1], now=later(2), place="", country="DE")
    response = queue(client_of(lin), lin)
    page = response.context["page"]
    assert [side.entity for side in page.beside.sides] == houses[:2]
    assert (page.place.number, page.place.total) == (1, 1)
    assert page.likely.percent == 70
    (where,) = [topic for topic in page.beside.topics if topic.title == "Place"]
    assert [[value.shared for value in cell] for cell in where.cells] == [[True], [True]]
    assert not page.first_a_look


def test_different_is_never_asked_again(lin, houses, pair, client_of):
    client = client_of(lin)
    response = client.post(address("decide_pair", lin, pair.pk), {"verdict": "different"})
    assert response.status_code == 303
    assert Judgement.objects.get().verdict == Verdict.DIFFERENT
    wait(lin, *houses[:2], score=0.99)
    assert queue(client, lin).context["page"] is None


def test_a_judgement_keeps_the_score_it_answered(lin, houses, pair, client_of):
    client_of(lin).post(address("decide_pair", lin, pair.pk), {"verdict": "same"})
    judgement = Judgement.objects.get()
    assert (judgement.by_person, judgement.score) == (True, 0.7)
    assert groups(lin.zone)[houses[1].pk] == houses[0].pk


def test_judging_can_be_undone_from_the_notice(lin, houses, pair, client_of):
    client, before = client_of(lin), groups(lin.zone)
    client.post(address("decide_pair", lin, pair.pk), {"verdict": "same"})
    client.post(address("undo", lin, Judgement.objects.get().recorded_id))
    assert groups(lin.zone) == before
    assert queue(client, lin).context["page"].pair == pair


def test_what_groups_imply_is_not_asked(lin, houses, client_of):
    a, b, c, d = houses
    wait(lin, a, c)
    wait(lin, a, d)
    judge(member=lin, left=a, right=b, verdict=Verdict.SAME, now=later(3))
    judge(member=lin, left=b, right=c, verdict=Verdict.SAME, now=later(4))
    judge(member=lin, left=c, right=d, verdict=Verdict.DIFFERENT, now=later(5))
    assert not waiting_pairs(lin).exists()


def test_skipping_goes_down_the_line_and_ends(lin, houses, client_of):
    a, b, c, _d = houses
    first, second = wait(lin, a, b, 0.9), wait(lin, b, c, 0.5)
    client = client_of(lin)
    assert queue(client, lin).context["page"].pair == first
    response = queue(client, lin, f"?after={first.pk}")
    assert response.context["page"].pair == second
    assert response.context["page"].place.number == 2
    ended = queue(client, lin, f"?after={second.pk}")
    assert ended.context["page"] is None
    assert ended.context["passed"]


@pytest.mark.parametrize("query", ["?pair=x&after=%00", "?kind=nonsense", "?kind=meeting&after=1"])
def test_odd_addresses_begin_at_the_top(lin, pair, client_of, query):
    assert queue(client_of(lin), lin, query).context["page"].pair == pair


def test_the_line_is_narrowed_by_kind(lin, pair, client_of):
    assert queue(client_of(lin), lin, "?kind=person").context["page"] is None
    assert queue(client_of(lin), lin, "?kind=organisation").context["page"].pair == pair


def test_groups_are_looked_at_before_they_are_joined(lin, houses, pair, client_of):
    a, b, c, _d = houses
    judge(member=lin, left=b, right=c, verdict=Verdict.SAME, now=later(2))
    client = client_of(lin)
    response = client.post(address("decide_pair", lin, pair.pk), {"verdict": "same"})
    assert Judgement.objects.count() == 1
    preview = client.get(response["Location"])
    assert preview.context["preview"].statements == 3
    assert "3 statements before, 3 after" in preview.content.decode()
    said = {"record": [a.pk, b.pk], "pair": pair.pk}
    assert client.post(address("merge", lin), said).status_code == 303
    assert len(set(groups(lin.zone).values())) == 2


def test_contradictions_are_looked_at_first(lin, houses, pair, client_of):
    for house, number in zip(houses, ("1", "2"), strict=False):
        add_claim(
            member=lin, table=Identifier, subject=house, now=later(2), scheme=IdentifierScheme.SIREN, number=number
        )
    # one source that says two things contradicts nobody: the second house's number comes from another
    source = factories.make_source(lin.zone, "No. 3")
    from tests.register.cast import told

    told(lin, source, Identifier, houses[1], scheme=IdentifierScheme.SIREN, number="3")
    page = queue(client_of(lin), lin).context["page"]
    assert page.first_a_look
    assert [topic.title for topic in page.beside.topics if topic.differs] == ["Numbers"]


def test_three_are_joined_at_once_and_parted_by_one_undo(lin, houses, client_of):
    client, before = client_of(lin), state(lin.zone)
    response = client.post(address("merge", lin), {"record": [house.pk for house in houses[:3]]})
    assert response["Location"] == address("party", lin, houses[0].pk)
    assert len(set(groups(lin.zone).values())) == 2
    client.post(address("undo", lin, Judgement.objects.first().recorded_id))
    assert state(lin.zone) == before


def test_what_was_judged_different_is_not_joined_in_a_heap(lin, houses, client_of):
    a, b, c, _d = houses
    judge(member=lin, left=a, right=c, verdict=Verdict.DIFFERENT, now=later(2))
    before = state(lin.zone)
    client = client_of(lin)
    response = client.post(address("merge", lin), {"record": [a.pk, b.pk, c.pk]})
    assert response.status_code == 422
    assert "judged these two different" in response.content.decode()
    assert state(lin.zone) == before
    assert Judgement.objects.count() == 1


@pytest.mark.parametrize("records", [[], ["x"], ["01910000-0000-7000-8000-000000000000"]])
def test_too_few_records_are_no_merge(lin, client_of, records):
    client = client_of(lin)
    assert client.get(address("merge", lin), {"record": records}).status_code == 422
    assert client.post(address("merge", lin), {"record": records}).status_code == 422


def test_kinds_are_not_mixed(lin, houses, client_of):
    person = factories.make_person(lin, "Marlene Vogt")
    response = client_of(lin).post(address("merge", lin), {"record": [houses[0].pk, person.pk]})
    assert response.status_code == 422
    assert not Judgement.objects.exists()


def test_what_waits_together_is_offered_together(lin, houses, client_of):
    a, b, c, _d = houses
    pair = wait(lin, a, b)
    wait(lin, b, c)
    page = queue(client_of(lin), lin, f"?pair={pair.pk}").context["page"]
    assert set(page.family) == {a, b, c}


def test_the_button_looks_and_one_search_runs(lin, mei, client_of):
    client_of(lin).post(address("look_for_duplicates", lin))
    client_of(lin).post(address("look_for_duplicates", lin))
    assert DuplicateSearch.objects.count() == 1
    assert client_of(mei).post(address("look_for_duplicates", mei)).status_code == 403
    part = client_of(mei).get(address("duplicates_progress", mei), headers={"HX-Request": "true"})
    assert "hx-trigger" in part.content.decode()


def test_the_director_says_what_is_judged_unasked(lin, client_of):
    officer = factories.make_member(lin.zone, "ole", Role.OFFICER)
    assert client_of(officer).post(address("identity_policy", officer), {"persons": "on"}).status_code == 403
    client_of(lin).post(address("identity_policy", lin), {"persons": "on"})
    assert (policy_of(lin.zone).organisations, policy_of(lin.zone).persons) == (False, True)


def test_an_analyst_looks_and_does_not_judge(lin, mei, pair, client_of):
    client = client_of(mei)
    body = queue(client, mei).content.decode()
    assert "Ostwind A" in body
    assert 'name="verdict"' not in body
    for name in ("decide_pair",):
        assert client.post(address(name, mei, pair.pk), {"verdict": "same"}).status_code == 403
    assert client.post(address("merge", mei), {"record": [pair.left_id, pair.right_id]}).status_code == 403
    assert not Judgement.objects.exists()


def test_hidden_records_make_no_pair(lin, houses, client_of):
    circle = Circle.objects.create(zone=lin.zone, name="Station")
    kept = factories.make_organisation(lin, "Ostwind Secret", audience=circle)
    hidden = wait(lin, houses[0], kept)
    officer = factories.make_member(lin.zone, "ole", Role.OFFICER)
    keeper = factories.make_member(lin.zone, "kai", Role.KEEPER)
    keeper.circles.add(circle)
    guest = factories.make_member(lin.zone, "gil", Role.GUEST)
    for member in (officer, keeper, guest):
        client = client_of(member)
        assert queue(client, member).context["page"] is None
        assert client.post(address("decide_pair", member, hidden.pk), {"verdict": "same"}).status_code in (403, 404)
        answer = client.post(address("merge", member), {"record": [houses[0].pk, kept.pk]})
        assert answer.status_code in (403, 422)
    assert "Secret" in queue(client_of(lin), lin).content.decode()
    assert not Judgement.objects.exists()


def test_a_keeper_sees_a_pair_of_their_circle_and_does_not_judge(lin, client_of):
    circle = Circle.objects.create(zone=lin.zone, name="Station")
    left, right = (factories.make_organisation(lin, name, audience=circle) for name in ("Kept A", "Kept B"))
    pair = wait(lin, left, right)
    keeper = factories.make_member(lin.zone, "kai", Role.KEEPER)
    keeper.circles.add(circle)
    assert queue(client_of(keeper), keeper).context["page"].pair == pair
    assert client_of(keeper).post(address("decide_pair", keeper, pair.pk), {"verdict": "same"}).status_code == 403


def test_grounds_rest_on_what_the_reader_sees(lin, houses, pair, client_of):
    circle = Circle.objects.create(zone=lin.zone, name="Station")
    source = factories.make_source(lin.zone, "Zephyr", audience=circle)
    for house in houses[:2]:
        told(lin, source, Name, house, **name_values("Zephyr"))
    officer = factories.make_member(lin.zone, "ole", Role.OFFICER)
    assert "Zephyr" in queue(client_of(lin), lin).content.decode()
    response = queue(client_of(officer), officer)
    assert "Zephyr" not in response.content.decode()
    assert response.context["page"].likely.percent == 70


def test_who_is_confined_is_told_what_rests_on_their_circle_alone(lin, client_of):
    circle = Circle.objects.create(zone=lin.zone, name="Station")
    left, right = (factories.make_organisation(lin, name, audience=circle) for name in ("Kept A", "Kept B"))
    pair = wait(lin, left, right)
    keeper = factories.make_member(lin.zone, "kai", Role.KEEPER)
    keeper.circles.add(circle)
    for record in (left, right):
        told(lin, factories.make_source(lin.zone, "Kept", audience=circle), Name, record, **name_values("Kept"))
    assert queue(client_of(lin), lin).context["page"].pair == pair
    assert queue(client_of(keeper), keeper).context["page"].likely.percent == 99  # the same name, and no other number


def test_another_zone_sees_nothing(lin, otto, pair, client_of):
    client = client_of(otto)
    assert client.get(address("duplicates", lin)).status_code == 404
    assert client.post(address("decide_pair", otto, pair.pk), {"verdict": "same"}).status_code == 404
    assert client.post(address("merge", otto), {"record": [pair.left_id, pair.right_id]}).status_code == 422
    assert not Judgement.objects.exists()


def test_a_judgement_is_withdrawn_alone(lin, houses, client_of):
    client = client_of(lin)
    client.post(address("merge", lin), {"record": [house.pk for house in houses[:3]]})
    judgement = Judgement.objects.get(right=houses[2])
    client.post(address("withdraw_judgement", lin, judgement.pk))
    assert groups(lin.zone)[houses[1].pk] == houses[0].pk
    assert groups(lin.zone)[houses[2].pk] == houses[2].pk
    again = client.post(address("withdraw_judgement", lin, judgement.pk))
    assert again.status_code == 303


def test_a_hidden_judgement_is_not_withdrawn(lin, houses, client_of):
    circle = Circle.objects.create(zone=lin.zone, name="Station")
    kept = factories.make_organisation(lin, "Kept", audience=circle)
    held = judge(member=lin, left=houses[0], right=kept, verdict=Verdict.SAME, now=later(2))
    officer = factories.make_member(lin.zone, "ole", Role.OFFICER)
    assert client_of(officer).post(address("withdraw_judgement", officer, held.pk)).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_number_of_queries_does_not_grow(lin, houses, client_of, count):
    a, b, *_ = houses
    wait(lin, a, b)
    for at in range(count):
        for house in (a, b):
            add_claim(member=lin, table=Name, subject=house, now=later(2), **name_values(f"Ostwind {house.pk} {at}"))
            other = factories.make_organisation(lin, f"Parent {at}")
            add_claim(member=lin, table=Tie, subject=house, now=later(2), kind=TieKind.MEMBER_OF, object=other)
    client = client_of(lin)
    queue(client, lin)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        queue(client, lin)
    assert len(asked) == QUERIES, [query["sql"][:90] for query in asked]
    with CaptureQueriesContext(connection) as asked:
        client.get(address("merge", lin), {"record": [a.pk, b.pk]})
    assert len(asked) == MERGE_QUERIES


QUERIES, MERGE_QUERIES = 24, 37


def test_events_are_judged_by_the_same_ledger(lin, client_of):
    from qiao.meetings.models import Event
    from qiao.register.actions.record import new_entity, record
    from qiao.register.actions.state import own_word

    events = []
    for title in ("Ostwind Forum", "Ostwind Forum"):
        with acting(member=lin, verb="tell", now=later(1), allowed=may_review) as act:
            event = new_entity(act, EntityKind.EVENT, Event)
            record(act, Name, subject=event, evidence=own_word(act, lin, None), **name_values(title))
        events.append(event)
    client = client_of(lin)
    assert address("judge", lin, events[0].pk) in client.get(address("party", lin, events[0].pk)).content.decode()
    found = client.get(address("judge", lin, events[0].pk) + "?q=Ostwind")
    assert [row.entity_id for row in found.context["candidates"]] == [events[1].pk]
    pair = wait(lin, *events)
    assert queue(client, lin, "?kind=event").context["page"].pair == pair
    client.post(address("decide_pair", lin, pair.pk), {"verdict": "same"})
    assert Entity.objects.get(pk=events[1].pk).canonical_id == events[0].pk
