from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from qiao.engines.resolve import Kind, Role
from qiao.kit.domains import mail_domain, web_domain
from qiao.register.actions.judge import judge
from qiao.register.actions.record import new_entity, record
from qiao.register.actions.state import add_claim, name_values, own_word
from qiao.register.adapt import adapt_all, adapted
from qiao.register.enums import ContactKind, EntityKind, IdentifierScheme, Modality, NameKind, TieKind, Verdict
from qiao.register.models import ContactPoint, Dating, Identifier, Location, Name, Tie
from qiao.register.queries.readers import groups_around, groups_of_kind, open_to_all, open_to_circle, seen_by
from qiao.zones.actions import acting
from qiao.zones.models import Circle
from qiao.zones.models import Role as MemberRole
from qiao.zones.rules import may_record
from tests import factories
from tests.register.cast import later

ORGANISATION = EntityKind.ORGANISATION


def test_a_group_is_one_record_with_all_that_is_said(lin):
    house, twin = factories.make_organisation(lin, "Ostwind GmbH"), factories.make_organisation(lin, "东风传感")
    judge(member=lin, left=house, right=twin, verdict=Verdict.SAME, now=later(1))
    add_claim(member=lin, table=Name, subject=house, now=later(2), **name_values("OW", kind=NameKind.SHORT))
    denied = name_values("Never") | {"modality": Modality.DENIAL}
    add_claim(member=lin, table=Name, subject=house, now=later(2), **denied)
    add_claim(member=lin, table=Location, subject=house, now=later(2), place="Ulm", country="DE")
    add_claim(member=lin, table=Identifier, subject=twin, now=later(2), scheme=IdentifierScheme.SIREN, number="12A")
    for kind, address in (
        (ContactKind.WEB, "https://www.ostwind.example/en"),
        (ContactKind.EMAIL, "Info@ostwind.example"),
        (ContactKind.PHONE, "+49 731 1234567"),
        (ContactKind.PHONE, "1234567"),
    ):
        add_claim(member=lin, table=ContactPoint, subject=house, now=later(2), kind=kind, address=address)
    (found,) = adapt_all(open_to_all(lin.zone), ORGANISATION)
    assert found.id == str(house.pk)
    assert {(name.text, name.role) for name in found.names} == {
        ("Ostwind GmbH", Role.OFFICIAL),
        ("东风传感", Role.OFFICIAL),
        ("OW", Role.SHORT),
    }
    assert (found.country, found.city, found.domains) == ("DE", "Ulm", {"ostwind.example"})
    assert found.identifiers == {"siren:12a", "email:info@ostwind.example", "phone:+497311234567"}


def test_two_countries_say_nothing(lin):
    house = factories.make_organisation(lin, "Ostwind")
    for country in ("DE", "FR"):
        add_claim(member=lin, table=Location, subject=house, now=later(1), place="", country=country)
    (found,) = adapt_all(open_to_all(lin.zone), ORGANISATION)
    assert found.country == ""


def test_a_person_brings_the_names_of_their_houses(lin):
    house, person = factories.make_organisation(lin, "Ostwind"), factories.make_person(lin, "Marlene Vogt")
    add_claim(member=lin, table=Tie, subject=person, now=later(1), kind=TieKind.HOLDS_POST, object=house, role="CTO")
    (found,) = adapt_all(open_to_all(lin.zone), EntityKind.PERSON)
    assert (found.kind, found.organisations, found.domains) == (Kind.PERSON, ("Ostwind",), frozenset())


def test_an_event_brings_its_days(lin):
    from qiao.meetings.models import Event

    with acting(member=lin, verb="tell", now=later(1), allowed=may_record) as act:
        event, word = new_entity(act, EntityKind.EVENT, Event), own_word(act, lin, None)
        record(act, Name, subject=event, evidence=word, **name_values("Forum"))
        record(act, Dating, subject=event, evidence=word, start_date=date(2023, 6, 5), end_date=date(2023, 6, 6))
    (found,) = adapt_all(open_to_all(lin.zone), EntityKind.EVENT)
    assert found.days == {"2023-06-05", "2023-06-06"}


def test_a_nameless_record_is_left_out(lin):
    with acting(member=lin, verb="tell", now=later(1), allowed=may_record) as act:
        new_entity(act, ORGANISATION)
    assert list(adapt_all(open_to_all(lin.zone), ORGANISATION)) == []


def test_readers_see_what_is_theirs(lin):
    circle = Circle.objects.create(zone=lin.zone, name="Station")
    house = factories.make_organisation(lin, "Ostwind")
    kept = factories.make_organisation(lin, "Zephyr", audience=circle)
    judge(member=lin, left=house, right=kept, verdict=Verdict.SAME, now=later(1))
    officer = factories.make_member(lin.zone, "ole", MemberRole.OFFICER)
    keeper = factories.make_member(lin.zone, "kai", MemberRole.KEEPER)
    keeper.circles.add(circle)

    def names(reader) -> list[set[str]]:
        return [{name.text for name in found.names} for found in adapt_all(reader, ORGANISATION)]

    assert names(open_to_all(lin.zone)) == names(seen_by(officer)) == [{"Ostwind"}]
    assert names(open_to_circle(lin.zone, circle)) == names(seen_by(lin)) == [{"Ostwind", "Zephyr"}]
    assert names(seen_by(keeper)) == [{"Zephyr"}]


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("kind", "queries"), [(ORGANISATION, 4), (EntityKind.PERSON, 6)])
def test_one_query_for_each_table(lin, count, kind, queries):
    house = factories.make_organisation(lin, "Ostwind") if kind == EntityKind.PERSON else None
    for at in range(count):
        make = factories.make_person if house else factories.make_organisation
        made = make(lin, f"Marlene Vogt {at}")
        if house:
            add_claim(member=lin, table=Tie, subject=made, now=later(1), kind=TieKind.MEMBER_OF, object=house)
    reader = open_to_all(lin.zone)
    groups = groups_of_kind(reader, kind)
    with CaptureQueriesContext(connection) as asked:
        assert len(list(adapted(reader, kind, groups))) == count
    assert len(asked) == queries


def test_groups_around_a_record_are_under_their_lowest(lin):
    house, twin = factories.make_organisation(lin, "A"), factories.make_organisation(lin, "B")
    judge(member=lin, left=house, right=twin, verdict=Verdict.SAME, now=later(1))
    assert groups_around(open_to_all(lin.zone), [twin.pk]) == {house.pk: [house.pk, twin.pk]}


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("https://www.Sensitec.com/de/", "sensitec.com"),
        ("tum.de", "tum.de"),
        ("https://de.linkedin.com/company/x", ""),
        ("http://[::1", ""),
        ("no address", ""),
        ("", ""),
        ("\0", ""),
        ("中国.cn", "中国.cn"),
    ],
)
def test_the_domain_of_a_website(address, domain):
    assert web_domain(address) == domain


@pytest.mark.parametrize(
    ("address", "domain"), [("a@qq.com", ""), ("Info@Ulm.example", "ulm.example"), ("@", ""), ("x", "")]
)
def test_the_domain_of_a_letter_box(address, domain):
    assert mail_domain(address) == domain
