from __future__ import annotations

from datetime import date

import pytest

from qiao.register.actions.judge import judge
from qiao.register.actions.state import add_claim, correct_claim, name_values, withdraw_claim
from qiao.register.enums import SourceKind, TieKind, Verdict
from qiao.register.models import ContactPoint, Location, Name, Tie
from qiao.register.queries.shown import ShownBy
from tests import factories
from tests.register.cast import address, later, told


@pytest.fixture
def ostwind(lin):
    return factories.make_organisation(lin, "Ostwind Sensorik GmbH")


def page_of(client, member, entity, query: str = ""):
    response = client.get(address("party", member, entity.pk) + query)
    assert response.status_code == 200
    return response.context["page"]


def test_two_sources_two_values(lin, ostwind, client_of):
    paper = factories.make_source(lin.zone, "in Augsburg", kind=SourceKind.PAPER)
    press = factories.make_source(lin.zone, "in Ulm")
    told(lin, press, Location, ostwind, words="Ulm", place="Ulm", country="DE", now=later(9))
    told(lin, paper, Location, ostwind, words="Augsburg", place="Augsburg", country="DE", now=later(1))
    client = client_of(lin)
    (difference,) = page_of(client, lin, ostwind).differences
    assert difference.rule == ShownBy.SOURCE
    assert [answer.line.head.text for answer in difference.answers] == ["Augsburg", "Ulm"]
    second = difference.answers[1].line
    client.post(address("prefer_claim", lin, "location", second.claim_id))
    (difference,) = page_of(client, lin, ostwind).differences
    assert difference.rule == ShownBy.PERSON
    assert difference.answers[0].line.claim_id == second.claim_id


def test_a_country_does_not_contradict_a_place_in_it(lin, ostwind, client_of):
    told(lin, factories.make_source(lin.zone, "Germany"), Location, ostwind, place="", country="DE")
    told(lin, factories.make_source(lin.zone, "Ulm"), Location, ostwind, place="Ulm", country="DE")
    assert page_of(client_of(lin), lin, ostwind).differences == ()


def test_one_city_in_two_languages_is_one_place(lin, ostwind, client_of):
    where = {"country": "FR", "latitude": 45.76, "longitude": 4.84}
    told(lin, factories.make_source(lin.zone, "Lyon"), Location, ostwind, place="Lyon", **where)
    told(lin, factories.make_source(lin.zone, "里昂"), Location, ostwind, place="里昂", **where)
    page = page_of(client_of(lin), lin, ostwind)
    assert page.differences == ()
    assert [line.sources for line in page.places] == [2]


def test_two_posts_of_one_source_contradict_nobody(lin, ostwind, client_of):
    person = factories.make_person(lin, "Jonas Achterberg")
    source = factories.make_source(lin.zone, "director and general manager")
    for role in ("director", "general manager"):
        told(lin, source, Tie, person, kind=TieKind.HOLDS_POST, object=ostwind, role=role)
    assert page_of(client_of(lin), lin, person).differences == ()


def test_two_posts_of_two_sources_do(lin, ostwind, client_of):
    person = factories.make_person(lin, "Jonas Achterberg")
    for role in ("director", "general manager"):
        source = factories.make_source(lin.zone, role)
        told(lin, source, Tie, person, kind=TieKind.HOLDS_POST, object=ostwind, role=role)
    (difference,) = page_of(client_of(lin), lin, person).differences
    assert {answer.line.head.text for answer in difference.answers} == {"director", "general manager"}


def test_ties_are_seen_from_both_sides(lin, ostwind, client_of):
    parent = factories.make_organisation(lin, "Luyuan Holding")
    source = factories.make_source(lin.zone, "eine Tochter")
    told(lin, source, Tie, ostwind, kind=TieKind.SUBSIDIARY_OF, object=parent)
    client = client_of(lin)
    below, above = (page_of(client, lin, party).ties.rows[0] for party in (ostwind, parent))
    assert (below.relation.text, below.other.text) == ("subsidiary of", "Luyuan Holding")
    assert (above.relation.text, above.other.text) == ("parent of", "Ostwind Sensorik GmbH")


def test_the_line_under_the_title(lin, ostwind, client_of):
    parent = factories.make_organisation(lin, "Luyuan Holding")
    add_claim(member=lin, table=Location, subject=ostwind, now=later(1), place="Ulm", country="DE")
    add_claim(member=lin, table=Tie, subject=ostwind, now=later(2), kind=TieKind.SUBSIDIARY_OF, object=parent)
    facts = page_of(client_of(lin), lin, ostwind).facts
    assert [[piece.text for piece in fact] for fact in facts] == [
        ["Ulm, Germany"],
        ["subsidiary of", "Luyuan Holding"],
    ]


def test_names_with_a_reading_that_was_computed(lin, ostwind, client_of):
    add_claim(member=lin, table=Name, subject=ostwind, now=later(1), **name_values("东风"))
    response = client_of(lin).get(address("party", lin, ostwind.pk))
    assert {name.line.head.text: name.pinyin for name in response.context["page"].names} == {
        "Ostwind Sensorik GmbH": "",
        "东风": "Dong Feng",
    }
    assert "computed" in response.content.decode()


def test_sources_with_their_sentences(lin, ostwind, client_of):
    source = factories.make_source(lin.zone, "First. The house sits in Ulm today. Last.")
    told(lin, source, Location, ostwind, words="Ulm", place="Ulm", country="DE")
    use = page_of(client_of(lin), lin, ostwind).sources[-1]
    (passage,) = use.passages
    assert (passage.before, passage.words, passage.after) == ("The house sits in ", "Ulm", " today.")


def test_who_is_who_and_its_withdrawal(lin, ostwind, client_of):
    twin = factories.make_organisation(lin, "East Wind Ltd")
    client = client_of(lin)
    form = {"verdict": "same", "other": twin.pk, "reasons": ["same_number"], "typed": "east"}
    found = client.get(address("judge", lin, ostwind.pk) + "?q=east")
    assert [row.entity_id for row in found.context["candidates"]] == [twin.pk]
    response = client.post(address("judge", lin, ostwind.pk), form)
    assert (response.status_code, response["Location"]) == (303, address("party", lin, ostwind.pk))
    page = page_of(client, lin, twin)
    assert {name.line.head.text for name in page.names} == {"Ostwind Sensorik GmbH", "East Wind Ltd"}
    (line,) = page.judgements
    assert (line.verdict, line.other.text, line.reasons) == ("same", "East Wind Ltd", ("same register number",))
    client.post(address("withdraw_judgement", lin, line.judgement_id))
    assert page_of(client, lin, twin).judgements == ()
    assert [name.line.head.text for name in page_of(client, lin, twin).names] == ["East Wind Ltd"]


def test_a_judgement_against_another_is_refused_with_both_shown(lin, ostwind, client_of):
    twin = factories.make_organisation(lin, "East Wind Ltd")
    judge(member=lin, left=ostwind, right=twin, verdict=Verdict.DIFFERENT, now=later(1))
    form = {"verdict": "same", "other": twin.pk, "typed": "east"}
    response = client_of(lin).post(address("judge", lin, ostwind.pk), form)
    assert response.status_code == 422
    assert "Lin judged these two different" in response.content.decode()


def test_a_person_and_a_house_are_never_one(lin, ostwind, client_of):
    person = factories.make_person(lin, "Ost Wind")
    form = {"verdict": "same", "other": person.pk, "typed": "ost"}
    response = client_of(lin).post(address("judge", lin, ostwind.pk), form)
    assert response.status_code == 422
    assert "cannot be one" in response.content.decode()


def test_as_it_was_known(lin, ostwind, client_of):
    old = add_claim(member=lin, table=Location, subject=ostwind, now=later(10), place="Ulm", country="DE")
    correct_claim(member=lin, claim=old, now=later(20), place="Lyon", country="FR")
    client = client_of(lin)
    at = {minute: f"?as_of={later(minute):%Y-%m-%dT%H:%M:%S}Z" for minute in (5, 15, 25)}
    shown = {
        minute: [line.head.text for line in page_of(client, lin, ostwind, query).places] for minute, query in at.items()
    }
    assert shown == {5: [], 15: ["Ulm"], 25: ["Lyon"]}
    body = client.get(address("party", lin, ostwind.pk) + at[15]).content.decode()
    assert "As it was known on" in body
    assert address("add_claim", lin, ostwind.pk, "name") not in body


def test_a_day_means_its_end_where_the_zone_is(lin, ostwind, client_of):
    # the claim is recorded at 09:10 UTC on 2 March 2026: 17:10 in Shanghai
    add_claim(member=lin, table=Location, subject=ostwind, now=later(10), place="Ulm", country="DE")
    client = client_of(lin)
    assert page_of(client, lin, ostwind, "?as_of=2026-03-01").places == ()
    assert len(page_of(client, lin, ostwind, "?as_of=2026-03-02").places) == 1
    assert page_of(client, lin, ostwind, "?as_of=2026-03-02T17:09").places == ()


def test_as_it_held(lin, ostwind, client_of):
    person = factories.make_person(lin, "Marlene Vogt")
    span = {"valid_from": date(2022, 1, 1), "valid_until": date(2024, 6, 30)}
    tie = {"kind": TieKind.HOLDS_POST, "object": ostwind, "role": "CTO"}
    add_claim(member=lin, table=Tie, subject=person, now=later(1), **tie, **span)
    client = client_of(lin)
    held = {day: bool(page_of(client, lin, person, f"?on={day}").ties) for day in ("2021-12-31", "2023-05-01")}
    assert held == {"2021-12-31": False, "2023-05-01": True}


@pytest.mark.parametrize("query", ["as_of=2026-02-30", "on=yesterday", "as_of=0", "on=%00"])
def test_a_day_that_does_not_exist_is_answered_with_a_sentence(lin, ostwind, client_of, query):
    for name, args in (("party", (ostwind.pk,)), ("claim", ("name", Name.objects.get().pk))):
        response = client_of(lin).get(address(name, lin, *args) + "?" + query)
        assert response.status_code == 400
        assert "Expected a day such as 2023-06-13" in response.content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_number_of_queries_does_not_grow(lin, ostwind, client_of, count, django_assert_num_queries):
    for at in range(count):
        person = factories.make_person(lin, f"Marlene Vogt {at}")
        source = factories.make_source(lin.zone, f"{at} in Ulm: Marlene Vogt, CTO")
        told(lin, source, Location, ostwind, words="Ulm", place=f"Ulm {at}", country="DE")
        told(lin, source, Tie, person, words="CTO", kind=TieKind.HOLDS_POST, object=ostwind, role="CTO")
        add_claim(member=lin, table=ContactPoint, subject=ostwind, now=later(at), kind="phone", address=f"{at}")
        other = factories.make_organisation(lin, f"Ostwind {at}")
        judge(member=lin, left=ostwind, right=other, verdict=Verdict.UNSURE, now=later(at))
    client = client_of(lin)
    client.get(address("party", lin, ostwind.pk))
    with django_assert_num_queries(16):
        client.get(address("party", lin, ostwind.pk))


def test_history_tells_who_said_what_and_offers_to_undo(lin, ostwind, client_of):
    old = add_claim(member=lin, table=Location, subject=ostwind, now=later(1), place="Ulm", country="DE")
    new = correct_claim(member=lin, claim=old, now=later(2), place="Augsburg", because="moved")
    withdraw_claim(member=lin, claim=new, now=later(3), because="closed")
    client = client_of(lin)
    response = client.get(address("history", lin, ostwind.pk))
    told_ = [
        (entry.verb, [(change.kind, change.line.head.text, change.because) for change in entry.changes])
        for entry in response.context["entries"]
    ]
    assert told_ == [
        ("withdrew", [("withdrawn", "Augsburg", "closed")]),
        ("corrected", [("replaced", "Augsburg", "moved")]),
        ("added a place", [("recorded", "Ulm", "")]),
        ("added", [("recorded", "Ostwind Sensorik GmbH", "")]),
    ]
    action = response.context["entries"][0].action_id
    client.post(address("undo", lin, action))
    entries = client.get(address("history", lin, ostwind.pk)).context["entries"]
    assert (entries[0].verb, entries[0].may_undo) == ("undid an action", True)
    assert entries[1].undone
    again = client.post(address("undo", lin, action), follow=True)
    assert "undone before" in again.content.decode()


def test_history_tells_what_was_preferred(lin, ostwind, client_of):
    client = client_of(lin)
    for minute, place in ((1, "Ulm"), (2, "Augsburg")):
        claim = add_claim(member=lin, table=Location, subject=ostwind, now=later(minute), place=place, country="DE")
        client.post(address("prefer_claim", lin, "location", claim.pk))
    entries = client.get(address("history", lin, ostwind.pk)).context["entries"]
    changes = [(change.kind, change.line.head.text) for change in entries[0].changes]
    assert changes == [("preferred", "Augsburg"), ("left", "Ulm")]
    assert entries[0].may_undo


def test_history_leads_to_the_moment(lin, ostwind, client_of):
    add_claim(member=lin, table=Location, subject=ostwind, now=later(1), place="Ulm", country="DE")
    body = client_of(lin).get(address("history", lin, ostwind.pk)).content.decode()
    query = "?as_of=2026-03-02T09:00:00.000000Z"
    assert query in body
    assert page_of(client_of(lin), lin, ostwind, query).places == ()


@pytest.mark.parametrize("count", [1, 3])
def test_the_history_does_not_ask_for_every_claim(lin, ostwind, client_of, count, django_assert_num_queries):
    for at in range(count):
        add_claim(member=lin, table=Location, subject=ostwind, now=later(at), place=f"Ulm {at}", country="DE")
    client = client_of(lin)
    client.get(address("history", lin, ostwind.pk))
    with django_assert_num_queries(27):  # one for each of fifteen tables of claims
        client.get(address("history", lin, ostwind.pk))


def test_a_title_and_its_translation_are_no_contradiction(lin, ostwind, client_of):
    person = factories.make_person(lin, "Jonas Achterberg")
    for role in ("general manager", "总经理"):
        source = factories.make_source(lin.zone, role)
        tie = told(lin, source, Tie, person, kind=TieKind.HOLDS_POST, object=ostwind, role=role)
    client = client_of(lin)
    assert page_of(client, lin, person).differences == ()
    assert client.get(address("claim", lin, "tie", tie.pk)).context["page"].others == ()


def test_one_sentence_is_shown_once(lin, ostwind, client_of):
    source = factories.make_source(lin.zone, "Ulm and Augsburg. Then Lyon.")
    for place in ("Ulm", "Augsburg", "Lyon"):
        told(lin, source, Location, ostwind, words=place, place=place)
    use = page_of(client_of(lin), lin, ostwind).sources[-1]
    assert [passage.words for passage in use.passages] == ["Ulm", "Lyon"]
    assert use.more == 1
