"""A claim is seen by those who may see its subject, its object and its source; counts and search obey it too."""

from __future__ import annotations

import pytest

from qiao.register.actions.judge import judge
from qiao.register.actions.state import add_claim
from qiao.register.enums import NameKind, TieKind, Verdict
from qiao.register.models import Entity, Label, Location, Name, Tie
from qiao.register.queries.listing import Wanted, choices, party_list
from qiao.zones.models import Circle, Role
from tests import factories
from tests.register.cast import address, later, told


@pytest.fixture
def circle(zone):
    return Circle.objects.create(zone=zone, name="Station Munich")


@pytest.fixture
def kai(zone, circle):
    """Kai keeps the station: he sees its circle and nothing else."""
    keeper = factories.make_member(zone, "kai", Role.KEEPER)
    keeper.circles.add(circle)
    return keeper


@pytest.fixture
def ada(zone, circle):
    """Ada is an officer of the whole zone who belongs to the circle too."""
    officer = factories.make_member(zone, "ada", Role.OFFICER)
    officer.circles.add(circle)
    return officer


def named(member, **wanted) -> list[str]:
    page = party_list(member, Wanted(**wanted), language="en")
    return [row.name.text for row in page.rows]


def test_lists_and_search_keep_circles_apart(lin, mei, kai, ada, circle):
    factories.make_organisation(lin, "Open Optik")
    factories.make_organisation(lin, "Closed Optik", audience=circle)
    assert named(lin) == named(ada) == ["Closed Optik", "Open Optik"]
    assert named(mei) == named(mei, typed="optik") == ["Open Optik"]
    assert named(kai) == named(kai, typed="optik") == ["Closed Optik"]


def test_a_claim_from_a_closed_source_is_hidden_on_an_open_party(lin, mei, ada, circle, client_of):
    house = factories.make_organisation(lin, "Open Optik")
    closed = factories.make_source(lin.zone, "Closed word: Ulm", audience=circle)
    claim = told(lin, closed, Location, house, place="Ulm", country="DE")
    for member, seen in ((lin, True), (ada, True), (mei, False)):
        body = client_of(member).get(address("party", member, house.pk)).content.decode()
        assert ("Ulm" in body) is seen
        claim_page = client_of(member).get(address("claim", member, "location", claim.pk))
        assert claim_page.status_code == (200 if seen else 404)
        source = client_of(member).get(address("source", member, closed.pk))
        assert source.status_code == (200 if seen else 404)
        assert "Ulm" not in body or seen
        assert bool(named(member, country="DE")) is seen
        assert bool(choices(member, "en").countries) is seen


def test_counts_leave_out_what_is_hidden(lin, mei, circle):
    house = factories.make_organisation(lin, "Open Optik")
    told(lin, factories.make_source(lin.zone, "a", audience=circle), Location, house, place="Ulm")
    told(lin, factories.make_source(lin.zone, "b"), Location, house, place="Ulm")
    counts = [party_list(member, Wanted(), language="en").rows[0].sources for member in (lin, mei)]
    assert counts == [3, 2]


def test_a_tie_to_a_hidden_party_is_hidden(lin, mei, circle, client_of):
    person = factories.make_person(lin, "Marlene Vogt")
    closed = factories.make_organisation(lin, "Closed Optik", audience=circle)
    add_claim(
        member=lin,
        table=Tie,
        subject=person,
        now=later(1),
        kind=TieKind.HOLDS_POST,
        object=closed,
        role="Confidential adviser",
    )
    body = client_of(mei).get(address("party", mei, person.pk)).content.decode()
    assert "Closed Optik" not in body
    assert "Confidential adviser" not in body
    body = client_of(lin).get(address("party", lin, person.pk)).content.decode()
    assert "Confidential adviser" in body


def test_a_name_from_a_closed_source_is_no_label_and_no_search_word(lin, mei, ada, circle):
    house = factories.make_organisation(lin, "Open Optik")
    closed = factories.make_source(lin.zone, "Project Falcon", audience=circle)
    told(lin, closed, Name, house, text="Project Falcon", language="en", script="Latn", kind=NameKind.OFFICIAL)
    assert set(Label.objects.filter(entity=house).values_list("text", flat=True)) == {"Open Optik"}
    assert named(mei, typed="falcon") == []


def test_a_closed_record_does_not_hide_the_open_one_it_is_the_same_as(lin, mei, kai, circle):
    closed = factories.make_organisation(lin, "Closed Optik", audience=circle)
    twin = factories.make_organisation(lin, "Open Optik")
    judge(member=lin, left=closed, right=twin, verdict=Verdict.SAME, now=later(1))
    assert Entity.objects.get(pk=twin.pk).canonical_id == closed.pk
    assert named(mei) == ["Open Optik"]
    assert named(kai) == ["Closed Optik"]
    assert len(named(lin)) == 1
    assert "Closed" not in " ".join(Label.objects.filter(entity=twin).values_list("text", flat=True))


def test_the_page_of_a_closed_record_shows_the_open_one_to_who_sees_only_that(lin, mei, circle, client_of):
    closed = factories.make_organisation(lin, "Closed Optik", audience=circle)
    twin = factories.make_organisation(lin, "Open Optik")
    judge(member=lin, left=closed, right=twin, verdict=Verdict.SAME, now=later(1))
    body = client_of(mei).get(address("party", mei, closed.pk)).content.decode()
    assert "Open Optik" in body
    assert "Closed Optik" not in body


def test_judgements_show_both_sides_or_nothing(lin, mei, circle, client_of):
    closed = factories.make_organisation(lin, "Closed Optik", audience=circle)
    house = factories.make_organisation(lin, "Open Optik")
    judge(member=lin, left=closed, right=house, verdict=Verdict.DIFFERENT, now=later(1))
    for page in ("party", "history"):
        assert "Closed Optik" not in client_of(mei).get(address(page, mei, house.pk)).content.decode()
        assert "Closed Optik" in client_of(lin).get(address(page, lin, house.pk)).content.decode()


def test_nobody_undoes_what_they_cannot_see(lin, kai, circle, client_of):
    house = factories.make_organisation(lin, "Open Optik")
    claim = add_claim(member=lin, table=Location, subject=house, now=later(1), place="Ulm")
    response = client_of(kai).post(address("undo", kai, claim.recorded_id))
    assert response.status_code == 403
    assert Location.objects.get().is_live


def test_a_keeper_adds_to_a_circle_of_their_own(kai, circle, client_of):
    client = client_of(kai)
    page = client.get(address("add", kai))
    assert list(page.context["form"].fields["audience"].queryset) == [circle]
    refused = client.post(address("add", kai), {"kind": "organisation", "name": "Neue Optik"})
    assert refused.status_code == 422
    client.post(address("add", kai), {"kind": "organisation", "name": "Neue Optik", "audience": circle.pk})
    assert Entity.objects.get().audience == circle
