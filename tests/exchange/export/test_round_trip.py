"""What is exported is read back as the same statements: names, contacts, numbers, places and ties."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from uuid import UUID, uuid5

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qiao.exchange.export import columns
from qiao.exchange.export.cards import card_file
from qiao.exchange.export.party import Cited, Party, Stated
from qiao.exchange.export.tables import Workbook, csv_file
from qiao.exchange.reading import Draft
from qiao.exchange.reading.values import contact_key
from tests.exchange.reading.laying import drafts, table

SPACE = UUID(int=7)
CITED = Cited(SPACE, "A report", "press", date(2023, 6, 13), "page 3")
TEXTS = (
    "Sensitec GmbH", "无锡微电子科技有限公司", "Fraunhofer-Gesellschaft (FhG)", "张三 / Zhang San", "西门子 Siemens",
    "=1+1", "+Plus AG", "O'Neil & Söhne", "Foo [de]", "A; B, C|D", "[en]", "X (formerly Y)", "江苏某某（原名某某）",
    "Bar\tBaz", "a\\,b", "鴻海精密工業", "@home", "'quoted'", "Ünïcode Ltd.", "1234", "Name",
)  # fmt: skip

# Signs that a reader of cells, cards or names gives a meaning to. Invisible ones are left out: reading drops them.
SIGNS = "aBé1华星ß= +-@()[]/|;,.:'\"&<>*#%→（）、"
HOSTILE = (
    st.text(SIGNS, min_size=1, max_size=12)
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: any(sign.isalpha() for sign in text))
)


def stated(
    table_name: str, at: int, *, since: date | None = None, until: date | None = None, **value: object
) -> Stated:
    return Stated(uuid5(SPACE, f"{table_name}{at}{value}"), table_name, value, "fact", since, until, "", CITED)


def said_of(party: Party) -> dict[str, object]:
    """What a row must tell again, in the terms in which import compares."""
    country = next((one.value["country"] for one in party.facts("location")), "")
    return {
        "id": str(party.id),
        "kind": party.kind,
        "names": {(" ".join(one.value["text"].split()), one.value["language"]) for one in party.facts("name")},
        "former": {" ".join(one.value["text"].split()) for one in party.facts("name") if one.value["kind"] == "former"},
        "place": next(((one.value["place"], one.value["country"]) for one in party.facts("location")), ("", "")),
        "contacts": {
            contact_key(one.value["kind"], one.value["address"], country) for one in party.facts("contactpoint")
        },
        "numbers": {(one.value["scheme"], one.value["number"]) for one in party.facts("identifier")},
        "segments": {one.value["segment"] for one in party.facts("classification")},
        "ties": {
            (one.value["kind"], one.value["role"], str(one.value["object_id"]), one.valid_from, one.valid_until)
            for one in party.facts("tie")
        },
    }


def read_again(draft: Draft) -> dict[str, object]:
    return {
        "id": draft.qiao_id,
        "kind": draft.kind,
        "names": {(name.text, name.language) for name in draft.names},
        "former": {name.text for name in draft.names if name.role == "former"},
        "place": (draft.city, draft.country),
        "contacts": {contact_key(one.kind, one.address, draft.country) for one in draft.contacts},
        "numbers": {(one.scheme, one.number) for one in draft.numbers},
        "segments": set(draft.segments),
        "ties": {(tie.kind, tie.role, tie.other.qiao_id, tie.valid_from, tie.valid_until) for tie in draft.ties},
    }


@st.composite
def parties(draw: st.DrawFn) -> Party:
    kind = draw(st.sampled_from(["organisation", "person"]))
    texts = draw(st.lists(st.sampled_from(TEXTS) | HOSTILE, min_size=1, max_size=6, unique=True))
    names = [
        stated(
            "name",
            at,
            text=text,
            language=draw(st.sampled_from(["", "zh-Hans", "zh-Hant", "en", "fr", "de"])),
            script="",
            kind=draw(st.sampled_from(["printed", "official", "short", "former", "alias"])),
        )
        for at, text in enumerate(texts)
    ]
    place = draw(st.sampled_from([None, ("München", "DE"), ("无锡", "CN"), ("", "TW"), ("Lyon", "")]))
    contacts = draw(
        st.lists(
            st.sampled_from(
                [("phone", "+49 6441 97880"), ("phone", "+86 510 8581 2345"), ("email", "info@foo.de"),
                 ("web", "https://www.foo.de"), ("web", "https://foo.cn/en"), ("wechat", "foo_bar-1"),
                 ("address", "Hauptstr. 1; 2. Stock, 35578 Wetzlar")]
            ),
            unique=True,
        )
    )  # fmt: skip
    numbers = draw(
        st.lists(
            st.sampled_from([("lei", "529900T8BM49AURSDO55"), ("hrb", "HRB 1234"), ("other", "X-77/1")]), unique=True
        )
    )
    segments = sorted(draw(st.sets(st.sampled_from("AB"))))
    roles = draw(st.lists(st.sampled_from(["", "CEO", "总经理", "Head of Sales; Europe"]), max_size=3, unique=True))
    return Party(
        id=uuid5(SPACE, texts[0]),
        kind=kind,
        records=(),
        called=texts[0],
        stated=(
            *names,
            *([stated("location", 0, place=place[0], country=place[1])] if place else []),
            *(stated("contactpoint", at, kind=one, address=address) for at, (one, address) in enumerate(contacts)),
            *(stated("identifier", at, scheme=scheme, number=number) for at, (scheme, number) in enumerate(numbers)),
            *(stated("classification", at, segment=code) for at, code in enumerate(segments)),
            *(
                stated("tie", at, kind="holds_post", role=role, object_id=uuid5(SPACE, role),
                       object_name="House [x] → <y>",
                       since=date(2019, 1, 1) if at else None, until=date(2020, 2, 3) if at == 2 else None)
                for at, role in enumerate(roles)
            ),
        ),
    )  # fmt: skip


def as_csv(found: Iterable[Party], language: str) -> bytes:
    return b"".join(csv_file(columns.headers(language), [columns.cells(party, language) for party in found]))


def as_book(found: Iterable[Party], language: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "book.xlsx"
        with Workbook(path) as book:
            book.begin("Parties", columns.headers(language))
            for party in found:
                book.add("Parties", columns.cells(party, language))
        return path.read_bytes()


@given(st.lists(parties(), min_size=1, max_size=4, unique_by=lambda party: party.id))
@settings(max_examples=80, deadline=None)
def test_a_text_table_says_the_same(found: list[Party]) -> None:
    assert [read_again(one) for one in drafts(table(as_csv(found, "en")))] == [said_of(party) for party in found]  # type: ignore[arg-type]


@pytest.mark.parametrize("language", ["en", "fr", "de", "zh-hans", "zh-hant"])
@given(st.lists(parties(), min_size=1, max_size=3, unique_by=lambda party: party.id))
@settings(max_examples=15, deadline=None)
def test_a_workbook_says_the_same_in_every_language(language: str, found: list[Party]) -> None:
    from django.utils.translation import override

    with override(language):
        data = as_book(found, language)
    assert [read_again(one) for one in drafts(table(data, "list.xlsx"))] == [said_of(party) for party in found]  # type: ignore[arg-type]


@pytest.mark.parametrize("version", ["3.0", "4.0"])
@given(st.lists(parties(), min_size=1, max_size=3, unique_by=lambda party: party.id))
@settings(max_examples=40, deadline=None)
def test_cards_say_the_same_but_for_segments(version: str, found: list[Party]) -> None:
    data = b"".join(card_file(found, version=version, language="en"))
    again = [read_again(one) | {"segments": set()} for one in drafts(table(data, "list.vcf"))]  # type: ignore[arg-type]
    assert again == [said_of(party) | {"segments": set()} for party in found]
