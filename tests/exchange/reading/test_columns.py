"""What columns hold: by headers of five languages, by values, in context."""

from __future__ import annotations

import pytest

from qiao.exchange.reading import SURE, Field, guess
from qiao.exchange.reading.synonyms import known_headers, meaning_of
from tests.exchange.reading.laying import fields, table


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        (
            "企业名称,联系人,职务,联系电话,电子邮箱,网址,国别,所属行业",
            "organisation contact_person title phone email website country segment",
        ),
        (
            "單位名稱,聯絡人,職銜,電話,電郵,網站,國家,備註",
            "organisation contact_person title phone email website country note",
        ),
        ("姓名,工作单位,职务,手机,邮箱,微信", "person employer title phone email wechat"),
        (
            "Company,Contact person,Job title,Phone,E-mail,Website,Country",
            "organisation contact_person title phone email website country",
        ),
        (
            "First name,Last name,Company,Position,Email",
            "given_name family_name employer title email",
        ),
        (
            "Raison sociale,Interlocuteur,Fonction,Téléphone,Courriel,Site internet,Pays",
            "organisation contact_person title phone email website country",
        ),
        (
            "Prénom,Nom de famille,Société,Poste,Adresse e-mail",
            "given_name family_name employer title email",
        ),
        (
            "Firma,Ansprechpartner,Funktion,Telefonnummer,E-Mail-Adresse,Webseite,Land,Branche",
            "organisation contact_person title phone email website country segment",
        ),
        (
            "Vorname,Nachname,Unternehmen,Stellung,Mobil",
            "given_name family_name employer title phone",
        ),
        ("统一社会信用代码,公司全称,英文名称,曾用名,简称", "uscc organisation name_en former_name short_name"),
        (
            "Company name (Chinese),Company name (English),LEI,VAT ID",
            "name_zh name_en lei vat",
        ),
        ("Name,Organisation,Title", "person employer title"),
    ],
)  # fmt: skip
def test_knows_headers_in_five_languages(headers: str, expected: str) -> None:
    text = headers + "\n" + ",".join("甲乙" for _ in headers.split(",")) + "\n"
    assert fields(table(text)) == expected.split()


def test_headers_written_nearly_right_are_known_with_less_confidence() -> None:
    for header, field in (("Compnay name", "organisation"), ("Telephon", "phone"), ("Emial adress", "email")):
        meaning = meaning_of(header)
        assert meaning is None or (meaning.field.value, meaning.why) == (field, "header_like")
    assert meaning_of("Telephon") is not None


def test_headers_that_mean_nothing_to_us_are_notes() -> None:
    text = "Company,投资额(万元),Umsatz 2022,Gründungsjahr\nFoo GmbH,100,5,1999\n"
    assert fields(table(text)) == ["organisation", "note", "note", "note"]


def test_values_tell_where_headers_do_not() -> None:
    rows = (f"Foo{at} GmbH,info@foo{at}.de,https://foo{at}.de,+49 6441 97{at}80,Deutschland" for at in range(5))
    text = "\n".join(["x1,x2,x3,x4,x5", *rows])
    guesses = guess(table(text))
    assert [one.field.value for one in guesses] == ["organisation", "email", "website", "phone", "country"]
    assert {one.why for one in guesses} == {"values"}
    assert all(one.confidence >= SURE for one in guesses)


def test_values_overrule_a_header_that_they_contradict() -> None:
    text = "Company,Website\n" + "".join(f"Foo{at} GmbH,info@foo{at}.de\n" for at in range(4))
    assert fields(table(text)) == ["organisation", "email"]


def test_two_columns_may_hold_phones_but_one_the_country() -> None:
    text = "Company,Phone,Mobile,Country,Land\nFoo GmbH,1,2,France,Frankreich\n"
    assert fields(table(text)) == ["organisation", "phone", "phone", "country", "note"]


def test_a_column_without_header_or_values_is_left_out() -> None:
    assert fields(table("Company,,City\nFoo GmbH,,Lyon\n")) == ["organisation", "ignore", "city"]


def test_no_header_is_claimed_by_two_fields() -> None:
    from csv import DictReader
    from importlib.resources import files

    from qiao.engines.text.names import fold

    text = (files("qiao.exchange.reading") / "data" / "headers.csv").read_text(encoding="utf-8")
    claimed = [fold(header) for row in DictReader(text.splitlines()) for header in row["headers"].split("|")]
    twice = {header for header in claimed if claimed.count(header) > 1}
    fields_of = {
        header: {
            row["field"] for row in DictReader(text.splitlines()) if header in map(fold, row["headers"].split("|"))
        }
        for header in twice
    }
    assert {header: fields for header, fields in fields_of.items() if len(fields) > 1} == {}
    assert set(known_headers().values()) <= set(Field)
