from __future__ import annotations

from datetime import date

import pytest

from qiao.register.actions.state import add_claim
from qiao.register.enums import SourceKind, TieKind
from qiao.register.models import (
    Classification,
    ContactPoint,
    Entity,
    Identifier,
    Location,
    Name,
    Segment,
    Tie,
)
from tests import factories
from tests.register.cast import address, later, told

PLAIN = {"modality": "fact", "valid_from": "", "valid_until": ""}


@pytest.fixture
def ostwind(lin):
    return factories.make_organisation(lin, "Ostwind Sensorik GmbH")


@pytest.fixture
def client(lin, client_of):
    return client_of(lin)


def post(client, lin, entity, table: str, **values):
    return client.post(address("add_claim", lin, entity.pk, table), PLAIN | values)


def test_a_party_by_hand(client, lin):
    response = client.post(address("add", lin), {"kind": "organisation", "name": " 临湖微电子 ", "language": ""})
    name = Name.objects.get()
    assert (name.text, name.language, name.kind) == ("临湖微电子", "zh-Hans", "official")
    assert response["Location"] == address("party", lin, name.subject_id)
    assert name.evidence.source.stated_by == lin.user
    client.post(address("undo", lin, name.recorded_id))
    assert Name.objects.live().count() == 0


def test_a_party_that_may_be_known_is_shown_before_it_is_added_again(client, lin, ostwind):
    form = {"kind": "organisation", "name": "ostwind sensorik gmbh", "language": "de"}
    response = client.post(address("add", lin), form)
    assert [row.entity_id for row in response.context["known"]] == [ostwind.pk]
    assert Entity.objects.count() == 1
    client.post(address("add", lin), form | {"anyway": "1"})
    assert Entity.objects.count() == 2


def test_a_name(client, lin, ostwind):
    post(client, lin, ostwind, "name", text="Ostwind AG", language="de", kind="former", valid_until="2019")
    name = Name.objects.get(text="Ostwind AG")
    assert (name.kind, name.valid_until, name.precision) == ("former", date(2019, 12, 31), "year")


def test_a_place_the_gazetteer_knows(client, lin, ostwind):
    post(client, lin, ostwind, "location", place="慕尼黑", country="")
    place = Location.objects.get()
    assert (place.place, place.country) == ("慕尼黑", "DE")
    assert place.latitude == pytest.approx(48.1, abs=0.2)


def test_a_country_alone_and_nothing_at_all(client, lin, ostwind):
    post(client, lin, ostwind, "location", place="", country="FR")
    assert (Location.objects.get().place, Location.objects.get().country) == ("", "FR")
    assert post(client, lin, ostwind, "location", place="", country="").status_code == 422


@pytest.mark.parametrize(
    ("scheme", "number", "kept"),
    [
        ("lei", "529900T8BM49AURSDO55", "529900T8BM49AURSDO55"),
        ("lei", "529900T8BM49AURSDO56", None),
        ("uscc", "91110000600037341l", "91110000600037341L"),
        ("uscc", "911100006000373410", None),
        ("siren", "732 829 320", "732829320"),
        ("siren", "732829321", None),
        ("vat", "DE 136,695 976", "DE136695976"),
        ("vat", "DE136695978", None),
        ("orcid", "https://orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097"),
        ("orcid", "0000-0002-1825-0098", None),
        ("ror", "https://ror.org/03yrm5c26", "03yrm5c26"),
        ("ror", "03yrm5c27", None),
        ("hrb", "HRB  12345", "HRB 12345"),
        ("hrb", "twelve", None),
        ("other", " A-17 ", "A-17"),
    ],
)
def test_numbers_are_checked_by_their_register(client, lin, ostwind, scheme, number, kept):
    response = post(client, lin, ostwind, "identifier", scheme=scheme, number=number)
    if kept is None:
        assert response.status_code == 422
        assert "Expected a number that the rules of" in response.content.decode()
        assert not Identifier.objects.exists()
    else:
        assert Identifier.objects.get().number == kept


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        ("email", "kontakt@ostwind.example.org", "kontakt@ostwind.example.org"),
        ("email", "kontakt at ostwind", None),
        ("phone", "+49 (0)821 5550123", "+49 821 5550123"),
        ("phone", "0821 5550123", "+49 821 5550123"),
        ("phone", "call me", None),
        ("web", "www.ostwind.example.org", "https://www.ostwind.example.org"),
        ("web", "javascript:alert(1)", None),
        ("wechat", "ostwind_88", "ostwind_88"),
        ("wechat", "8", None),
        ("address", "Hafenweg 3, Ulm", "Hafenweg 3, Ulm"),
    ],
)
def test_contacts_are_checked(client, lin, ostwind, kind, typed, kept):
    add_claim(member=lin, table=Location, subject=ostwind, now=later(1), place="Ulm", country="DE")
    response = post(client, lin, ostwind, "contactpoint", kind=kind, address=typed)
    assert response.status_code == (422 if kept is None else 303)
    assert list(ContactPoint.objects.values_list("address", flat=True)) == ([kept] if kept else [])


def test_a_number_without_a_country_code_asks_for_one(client, lin, ostwind):
    response = post(client, lin, ostwind, "contactpoint", kind="phone", address="0821 5550123")
    assert "with its country code" in response.content.decode()


def test_a_segment(client, lin, ostwind, otto):
    segment = Segment.objects.create(zone=lin.zone, code="S1", names={"en": "Sensors"})
    foreign = Segment.objects.create(zone=otto.zone, code="S2", names={"en": "Wafers"})
    assert post(client, lin, ostwind, "classification", segment=foreign.pk).status_code == 422
    post(client, lin, ostwind, "classification", segment=segment.pk)
    assert Classification.objects.get().segment == segment


def test_a_tie_is_found_chosen_and_recorded_without_a_script(client, lin, ostwind):
    person = factories.make_person(lin, "Marlene Vogt")
    form = {"relation": "turned-holds_post", "role": "CTO", "typed": "vogt", "other": ""}
    found = post(client, lin, ostwind, "tie", **form, find="1")
    assert found.status_code == 200
    assert [row.entity_id for row in found.context["candidates"]] == [person.pk]
    assert 'value="CTO"' in found.content.decode()
    span = {"valid_from": "2022-01", "valid_until": "2024-06"}
    post(client, lin, ostwind, "tie", **(form | {"other": person.pk} | span))
    tie = Tie.objects.get()
    assert (tie.subject_id, tie.object_id, tie.kind, tie.role) == (person.pk, ostwind.pk, "holds_post", "CTO")
    assert (tie.valid_from, tie.valid_until, tie.precision) == (date(2022, 1, 1), date(2024, 6, 30), "month")


def test_ties_that_cannot_be(client, lin, otto, ostwind):
    other = factories.make_organisation(lin, "Kestrel")
    foreign = factories.make_organisation(otto, "Westwind")
    form = {"relation": "subsidiary_of", "role": "", "typed": ""}
    assert post(client, lin, ostwind, "tie", **form, other=foreign.pk).status_code == 422
    assert post(client, lin, ostwind, "tie", **form, other=ostwind.pk).status_code == 422
    assert post(client, lin, ostwind, "tie", **form, other="nobody").status_code == 422
    wrong = form | {"relation": "turned-holds_post"}
    assert post(client, lin, ostwind, "tie", **wrong, other=other.pk).status_code == 422
    assert not Tie.objects.exists()


@pytest.mark.parametrize("typed", ["2023-02-30", "soon", "13", "2023-13"])
def test_days_that_do_not_exist(client, lin, ostwind, typed):
    response = post(client, lin, ostwind, "location", place="Ulm", country="", valid_from=typed)
    assert response.status_code == 422
    assert "Expected a day, a month or a year" in response.content.decode()


def test_an_end_before_the_beginning(client, lin, ostwind):
    span = {"valid_from": "2024", "valid_until": "2023"}
    assert post(client, lin, ostwind, "location", place="Ulm", country="", **span).status_code == 422


def test_correcting_keeps_the_old_value_in_sight(client, lin, ostwind):
    old = add_claim(member=lin, table=Location, subject=ostwind, now=later(1), place="Ulm", country="DE")
    page = client.get(address("correct_claim", lin, "location", old.pk))
    assert page.context["form"]["place"].value() == "Ulm"
    form = PLAIN | {"place": "Augsburg", "country": "DE", "because": "moved"}
    response = client.post(address("correct_claim", lin, "location", old.pk), form)
    new = Location.objects.live().get()
    assert response["Location"] == address("claim", lin, "location", new.pk)
    versions = client.get(response["Location"]).context["page"].versions
    assert [(version.line.head.text, version.because) for version in versions] == [
        ("Augsburg", ""),
        ("Ulm", "moved"),
    ]


def test_a_claim_withdrawn_meanwhile_is_shown_and_not_corrected(client, lin, ostwind):
    claim = add_claim(member=lin, table=Location, subject=ostwind, now=later(1), place="Ulm", country="DE")
    client.post(address("withdraw_claim", lin, "location", claim.pk), {"because": "closed"})
    form = PLAIN | {"place": "Augsburg", "country": "DE"}
    response = client.post(address("correct_claim", lin, "location", claim.pk), form)
    assert response["Location"] == address("claim", lin, "location", claim.pk)
    assert Location.objects.count() == 1


def test_withdrawing_wants_a_reason(client, lin, ostwind):
    claim = add_claim(member=lin, table=Location, subject=ostwind, now=later(1), place="Ulm", country="DE")
    where = address("withdraw_claim", lin, "location", claim.pk)
    assert client.post(where, {"because": ""}).status_code == 422
    response = client.post(where, {"because": "closed"}, follow=True)
    assert "Withdrawn. Pages no longer show this." in response.content.decode()
    assert Location.objects.live().count() == 0


def test_the_claim_page_shows_who_says_so_and_who_does_not(client, lin, ostwind):
    paper = factories.make_source(lin.zone, "Sitz ist Augsburg.", kind=SourceKind.PAPER)
    press = factories.make_source(lin.zone, "Das Haus in Ulm wächst.")
    shown = told(lin, paper, Location, ostwind, words="Augsburg", place="Augsburg", country="DE")
    other = told(lin, press, Location, ostwind, words="Ulm", place="Ulm", country="DE")
    page = client.get(address("claim", lin, "location", other.pk)).context["page"]
    assert (page.is_shown, page.rule) == (False, "source")
    assert [teller.passage.words for teller in page.tellers] == ["Ulm"]
    assert [value.line.claim_id for value in page.others] == [shown.pk]


def test_beside_a_page_only_the_panel_is_sent(client, lin, ostwind):
    name = Name.objects.get()
    where = address("claim", lin, "name", name.pk)
    part = client.get(where, headers={"hx-request": "true", "hx-target": "panel"}).content.decode()
    assert "<html" not in part
    assert "data-close-panel" in part
    assert "<html" in client.get(where).content.decode()


def test_a_claim_as_it_was_known(client, lin, ostwind):
    source = factories.make_source(lin.zone, "Ulm")
    claim = add_claim(member=lin, table=Location, subject=ostwind, now=later(1), place="Ulm", country="DE")
    told(lin, source, Location, ostwind, place="Ulm", country="DE", now=later(30))
    where = address("claim", lin, "location", claim.pk)
    assert len(client.get(where).context["page"].tellers) == 2
    assert len(client.get(where + "?as_of=2026-03-02T09:10Z").context["page"].tellers) == 1


def test_undo_goes_back_only_to_pages_of_ours(client, lin, ostwind):
    claim = add_claim(member=lin, table=Location, subject=ostwind, now=later(1), place="Ulm", country="DE")
    response = client.post(address("undo", lin, claim.recorded_id), {"next": "https://elsewhere.example.org/"})
    assert response["Location"] == address("parties", lin)


def test_what_a_document_brought_is_undone_at_the_document(client, lin, ostwind):
    from qiao.zones.actions import acting
    from qiao.zones.rules import may_record

    with acting(member=lin, verb="accept_facts", now=later(1), allowed=may_record) as act:
        pass
    assert client.post(address("undo", lin, act.action.pk)).status_code == 403


@pytest.mark.parametrize("table", ["name", "tie", "location", "contactpoint", "identifier"])
def test_odd_input_is_refused_in_words(client, lin, ostwind, table):
    response = client.post(address("add_claim", lin, ostwind.pk, table), {"text": "\x00", "other": "x" * 400})
    assert response.status_code == 422


def test_a_relation_of_a_tie_stays_what_it_was_when_corrected(client, lin, ostwind):
    person = factories.make_person(lin, "Marlene Vogt")
    tie = add_claim(
        member=lin,
        table=Tie,
        subject=person,
        now=later(1),
        kind=TieKind.HOLDS_POST,
        object=ostwind,
        role="CTO",
    )
    where = address("correct_claim", lin, "tie", tie.pk)
    page = client.get(where)
    assert [row.entity_id for row in page.context["candidates"]] == [ostwind.pk]
    assert f'value="{ostwind.pk}" checked' in page.content.decode()
    form = PLAIN | {"relation": "holds_post", "role": "CEO", "typed": "", "other": ostwind.pk, "because": ""}
    assert client.post(where, form).status_code == 303
    assert Tie.objects.live().get().role == "CEO"


def test_undoing_what_no_longer_stands_says_so(client, lin, ostwind):
    claim = add_claim(member=lin, table=Location, subject=ostwind, now=later(1), place="Ulm", country="DE")
    client.post(address("withdraw_claim", lin, "location", claim.pk), {"because": "closed"})
    response = client.post(address("undo", lin, claim.recorded_id), follow=True)
    assert "Nothing of it stands any more" in response.content.decode()
