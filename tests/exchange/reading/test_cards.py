"""Address cards of three versions, and what is read of them."""

from __future__ import annotations

import vobject

from qiao.exchange.reading import Draft, DraftContact, DraftName, Refusal, TableKind
from tests.exchange.reading.laying import drafts, table


def read(text: str | bytes) -> list[Draft | Refusal]:
    found = table(text, "cards.vcf")
    assert found.kind is TableKind.CARDS
    return drafts(found)


def only(text: str | bytes) -> Draft:
    (one,) = read(text)
    assert isinstance(one, Draft)
    return one


def card(*lines: str, version: str = "3.0") -> str:
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])


def test_reads_quoted_printable_with_soft_breaks_and_a_charset() -> None:
    found = only(
        card(
            "N;CHARSET=GB2312;ENCODING=QUOTED-PRINTABLE:=D5=C5;=C8=FD",
            "ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E6=97=A0=E9=94=A1=\r\n=E5=85=AC=E5=8F=B8",
            version="2.1",
        )
    )
    assert found.names == (DraftName("张三", "zh-Hans"),)
    assert found.ties[0].other.names == (DraftName("无锡公司", "zh-Hans"),)


def test_bytes_of_a_national_encoding_without_a_word_about_it() -> None:
    text = card("N:张;三;;;", "FN:张三", "ORG:无锡微电子科技有限公司", "TITLE:总经理")
    assert only(text.encode("gb18030")).names == (DraftName("张三", "zh-Hans"),)
    assert only(text.encode("utf-16")).names == (DraftName("张三", "zh-Hans"),)


def test_chinese_order_and_phonetic_names() -> None:
    found = only(card("N:韩;杨;;;", "FN:杨 韩", "X-PHONETIC-LAST-NAME:Han", "X-PHONETIC-FIRST-NAME:Yang"))
    assert found.names == (DraftName("韩杨", "zh-Hans"), DraftName("Han Yang", "", "alias"))


def test_a_latin_whole_name_beside_a_chinese_one() -> None:
    assert [name.text for name in only(card("N:韩;杨;;;", "FN:Han Yang")).names] == ["韩杨", "Han Yang"]


def test_several_phones_post_and_house() -> None:
    found = only(
        card(
            "FN:Anna Meier", "N:Meier;Anna;;Dr.;", "ORG:Sensitec GmbH;Sales", "TITLE:Head of Sales",
            "TEL;TYPE=WORK,VOICE:+49 6441 97880", "item1.TEL:+49 171 1234567", "TEL;TYPE=FAX:+49 6441 978817",
            "EMAIL;TYPE=INTERNET:anna@sensitec.com", "URL:www.sensitec.com",
            "ADR;TYPE=WORK:;;Schanzenfeldstr. 2;Wetzlar;Hessen;35578;Germany",
        )
    )  # fmt: skip
    assert (found.country, found.city) == ("DE", "Wetzlar")
    assert [contact for contact in found.contacts if contact.kind == "phone"] == [
        DraftContact("phone", "+49 6441 97880"),
        DraftContact("phone", "+49 171 1234567"),
    ]
    assert [(tie.role, tie.other.names[0].text) for tie in found.ties] == [("Head of Sales", "Sensitec GmbH")]
    assert [note.text for note in found.notes] == ["Fax +49 6441 978817"]


def test_a_card_of_a_house() -> None:
    for lines in (["FN:Sensitec GmbH", "ORG:Sensitec GmbH"], ["KIND:org", "FN:Sensitec GmbH"], ["ORG:Sensitec GmbH"]):
        found = only(card(*lines, version="4.0"))
        assert (found.kind, found.is_kind_told, found.names, found.ties) == (
            "organisation", True, (DraftName("Sensitec GmbH"),), (),
        )  # fmt: skip


def test_a_broken_card_costs_only_itself() -> None:
    whole = card("FN:Anna Meier", "N:Meier;Anna;;;")
    cut = "BEGIN:VCARD\nVERSION:3.0\nFN:Cut Short\n"
    found = read(whole + cut + card("garbage", ":::", "FN") + whole)
    assert [getattr(one, "code", "draft") for one in found] == ["draft", "draft", "no_name", "draft"]


def test_escapes_and_quoted_parameters() -> None:
    found = only(card('FN;X-A="a:b;c":Meier\\, Söhne\\; Co', "ORG:Meier\\, Söhne\\; Co"))
    assert found.names == (DraftName("Meier, Söhne; Co"),)


def test_reads_what_another_program_writes() -> None:
    made = vobject.vCard()
    made.add("n").value = vobject.vcard.Name(family="肖", given="珺")
    made.add("fn").value = "肖珺"
    made.add("org").value = ["某某,有限公司", "办公室"]
    made.add("tel").value = "+86 510 85812345"
    made.add("note").value = "line one\nline two; and, more " * 5
    found = only(made.serialize())
    assert found.names == (DraftName("肖珺", "zh-Hans"),)
    assert found.ties[0].other.names[0].text == "某某,有限公司"
    assert found.contacts == (DraftContact("phone", "+86 510 8581 2345"),)


def test_thousands_of_cards_in_one_file() -> None:
    found = table("".join(card(f"FN:Person {at}", f"N:P{at};Q;;;") for at in range(5000)), "cards.vcf")
    assert found.row_count == 5000


def test_pictures_inside_cards_are_left_aside() -> None:
    photo = "PHOTO;ENCODING=b;TYPE=JPEG:" + "A" * 70 + "".join("\r\n " + "A" * 70 for _ in range(500))
    assert only(card("FN:Anna Meier", photo)).notes == ()
