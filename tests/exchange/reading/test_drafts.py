"""A row understood: names, contacts, numbers, employers; what is not understood is kept as a note."""

from __future__ import annotations

import pytest

from qiao.exchange.reading import (
    Draft,
    DraftContact,
    DraftName,
    DraftNote,
    DraftNumber,
    DraftTie,
    Field,
    Refusal,
    Row,
    draft_of,
)
from qiao.exchange.reading.name_cells import names_in
from qiao.exchange.reading.problem import LONGEST_CELL
from qiao.exchange.reading.tie_cells import SaidTie, tie_line, tie_lines
from qiao.exchange.reading.values import contact_key, domain_of
from tests.exchange.reading.laying import draft


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Sensitec GmbH", [("Sensitec GmbH", "", "printed")]),
        ("张三 / Zhang San", [("张三", "zh-Hans", "printed"), ("Zhang San", "", "printed")]),
        ("張曉東 Leslie Chang", [("張曉東", "zh-Hant", "printed"), ("Leslie Chang", "", "printed")]),
        ("Han Yang 韩杨", [("Han Yang", "", "printed"), ("韩杨", "zh-Hans", "printed")]),
        ("西门子（Siemens AG）", [("西门子", "zh-Hans", "printed"), ("Siemens AG", "", "printed")]),
        ("Fraunhofer-Gesellschaft (FhG)", [("Fraunhofer-Gesellschaft", "", "printed"), ("FhG", "", "short")]),
        ("江苏某某有限公司（原名某某机械厂）", [("江苏某某有限公司", "zh-Hans", "printed"),
            ("某某机械厂", "zh-Hans", "former")]),
        ("阿里巴巴（中国）有限公司", [("阿里巴巴（中国）有限公司", "zh-Hans", "printed")]),
        ("Bosch (China)", [("Bosch (China)", "", "printed")]),
        ("TCL科技集团", [("TCL科技集团", "zh-Hans", "printed")]),
        ("SAP 中国研究院", [("SAP 中国研究院", "zh-Hans", "printed")]),
        ("AC/DC Technik GmbH", [("AC/DC Technik GmbH", "", "printed")]),
        ("Foo [de]\nBar [en]", [("Foo", "de", "printed"), ("Bar", "en", "printed")]),
    ],
)  # fmt: skip
def test_splits_cells_of_names_and_leaves_whole_names_whole(cell: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(name.text, name.language, name.role) for name in names_in(cell)] == expected


def test_a_person_with_an_employer() -> None:
    found = draft(
        given_name="Anna", family_name="Meier", employer="Sensitec GmbH", title="CEO", email="anna@sensitec.com",
        phone="06441 97880", country="Allemagne", employer_website="www.sensitec.com", lei="529900T8BM49AURSDO55",
    )  # fmt: skip
    employer = Draft(
        "organisation",
        (DraftName("Sensitec GmbH"),),
        True,
        numbers=(DraftNumber("lei", "529900T8BM49AURSDO55"),),
        contacts=(DraftContact("web", "https://www.sensitec.com"),),
        domains=frozenset({"sensitec.com"}),
    )
    assert found == Draft(
        "person",
        (DraftName("Anna Meier"),),
        True,
        country="DE",
        contacts=(DraftContact("email", "anna@sensitec.com"), DraftContact("phone", "+49 6441 97880")),
        ties=(DraftTie("holds_post", employer, "CEO"),),
    )


def test_an_organisation_with_a_contact_person() -> None:
    found = draft(
        organisation="无锡微电子科技有限公司", contact_person="张三", title="总经理", contact_phone="13912345678",
        phone="0510-85812345", uscc="91320214MA1ME5XK1P",
    )  # fmt: skip
    person = Draft(
        "person", (DraftName("张三", "zh-Hans"),), True, contacts=(DraftContact("phone", "+86 139 1234 5678"),)
    )
    assert found.kind == "organisation"
    assert found.ties == (DraftTie("holds_post", person, "总经理", is_outward=False),)
    assert found.contacts == (DraftContact("phone", "+86 510 8581 2345"),)


def test_chinese_names_are_put_together_in_their_order() -> None:
    assert draft(family_name="欧阳", given_name="文").names == (DraftName("欧阳文", "zh-Hans"),)
    assert draft(family_name="Dupont", given_name="Jean").names == (DraftName("Jean Dupont"),)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("华为技术有限公司", "organisation"),
        ("張曉東", "person"),
        ("欧阳文远", "person"),
        ("Technische Universität München", "organisation"),
        ("Dr. Peter Radde", "person"),
        ("Sensitec GmbH", "organisation"),
        ("CNRS", "organisation"),
        ("维尔纳·施泰纳", "person"),
        ("华硕电脑", "organisation"),
    ],
)
def test_guesses_the_kind_from_the_name_and_says_that_it_guessed(name: str, kind: str) -> None:
    found = draft(name=name)
    assert (found.kind, found.is_kind_told) == (kind, False)


def test_a_number_without_country_is_kept_as_it_stands() -> None:
    found = draft(organisation="Foo Ltd", phone="020 7946 0958")
    assert (found.contacts, found.notes) == ((), (DraftNote("phone", "020 7946 0958"),))


def test_several_values_in_one_cell_add_up() -> None:
    found = draft(
        organisation="Foo", phone="+49 641 9480-0 / +49 641 9480-1", email="a@foo.de; b@foo.de\nnot mail", country="de"
    )
    assert [contact.address for contact in found.contacts] == ["a@foo.de", "b@foo.de", "+49 641 94800", "+49 641 94801"]
    assert found.notes == (DraftNote("email", "not mail"),)


def test_nothing_that_is_not_understood_is_lost() -> None:
    found = draft(
        organisation="Foo", country="Atlantis", uscc="123", lei="LEI?", qiao_id="not an id", kind="alien", note="gut"
    )
    assert {(note.header, note.text) for note in found.notes} == {
        ("country", "Atlantis"), ("uscc", "123"), ("lei", "LEI?"), ("qiao_id", "not an id"), ("kind", "alien"),
        ("note", "gut"),
    }  # fmt: skip


def test_parts_of_an_address_are_one_address() -> None:
    mapped = {0: Field.ORGANISATION, 1: Field.ADDRESS, 2: Field.ADDRESS, 3: Field.CITY}
    found = draft_of(Row(2, ("Foo", "Hauptstraße 1", "35578", "Wetzlar")), mapped, ("a", "b", "c", "d"))
    assert isinstance(found, Draft)
    assert found.contacts == (DraftContact("address", "Hauptstraße 1, 35578"),)
    assert found.city == "Wetzlar"


def test_mail_of_a_provider_is_no_domain_of_the_firm() -> None:
    assert draft(organisation="Foo", email="foo@163.com\nfoo@foo.cn").domains == {"foo.cn"}


def test_refuses_rows_without_a_name_or_with_one_too_long() -> None:
    mapped = {0: Field.ORGANISATION, 1: Field.CITY}
    assert draft_of(Row(2, ("", "Lyon")), mapped) == Refusal("no_name", (("fields", "organisation"),))
    assert draft_of(Row(2, ("--", "Lyon")), mapped) == Refusal("no_name", (("fields", "organisation"),))
    long = draft_of(Row(2, ("x" * 301, "Lyon")), mapped)
    assert long == Refusal("name_too_long", (("found", "301"), ("expected", "300")), 0)
    huge = draft_of(Row(2, ("Foo", "x" * (LONGEST_CELL + 1))), mapped)
    assert isinstance(huge, Refusal)
    assert (huge.code, huge.column) == ("cell_too_long", 1)


def test_ties_are_read_back_as_they_are_written() -> None:
    tie = SaidTie("holds_post", "CEO; Owner", "Foo → Bar GmbH", "0190d6f0-0000-7000-8000-000000000001")
    (read,) = tie_lines(tie_line(tie))
    assert isinstance(read, SaidTie)
    assert (read.kind, read.role, read.other_id) == (tie.kind, tie.role, tie.other_id)


@pytest.mark.parametrize(
    ("kind", "left", "right"),
    [
        ("phone", "+49 6441 97880", "0049 6441/9788-0"),
        ("phone", "+86 139 1234 5678", "+8613912345678"),
        ("web", "https://www.sensitec.com/", "sensitec.com"),
        ("email", "Info@Foo.de", "info@foo.de"),
        ("address", "Hauptstr. 1, 35578 Wetzlar", "hauptstr 1 35578  wetzlar"),
    ],
)
def test_two_spellings_of_one_contact_have_one_key(kind: str, left: str, right: str) -> None:
    assert contact_key(kind, left, "DE") == contact_key(kind, right, "DE")


def test_domains() -> None:
    assert [domain_of(text) for text in ("https://www.Foo.de/x?y", "a@foo.de", "foo", "http://[", "1.2")] == [
        "foo.de", "foo.de", "", "", "",
    ]  # fmt: skip
