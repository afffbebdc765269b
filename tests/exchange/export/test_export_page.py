"""Lists taken out of the zone: by whom, what they get, and what is kept of it."""

from __future__ import annotations

import io
import json
from collections.abc import Callable

import openpyxl
import pytest
from django.test import Client
from django.urls import reverse

from qiao.exchange.export.forms import Form
from qiao.exchange.models import Export, ImportRow
from qiao.register.models import Name, Tie
from qiao.zones.models import Action, Circle, Membership, Role
from qiao.zones.queries.named import names_of_rows
from tests.exchange.export.cast import compared, multilingual, name
from tests.exchange.reading.laying import cells, table
from tests.factories import make_member, make_organisation, make_person, make_source
from tests.register.cast import told

ClientOf = Callable[[Membership], Client]
pytestmark = pytest.mark.django_db


def taken(client_of: ClientOf, member: Membership, form: str, **narrowed: str) -> bytes:
    address = reverse("exchange:export", args=[member.zone.slug, "parties"])
    response = client_of(member).post(address, {"form": form, **narrowed})
    assert response.status_code == 200
    return b"".join(response.streaming_content)  # type: ignore[attr-defined]


def names_taken(data: bytes) -> list[str]:
    return [json.loads(line)["called"] for line in data.splitlines()]


@pytest.mark.parametrize("form", [Form.XLSX, Form.CSV, Form.VCARD, Form.VCARD_3])
def test_what_was_exported_changes_nothing_when_imported(client_of: ClientOf, lin: Membership, form: Form) -> None:
    multilingual(lin)
    data = taken(client_of, lin, form)
    run = compared(lin, data, f"list.{form.suffix}")
    fates = {row.fate: row.why for row in ImportRow.objects.filter(run=run)}
    assert set(fates) == {"same"}, fates
    assert run.row_count == 3


def test_a_workbook_cites_the_source_of_every_statement(client_of: ClientOf, lin: Membership) -> None:
    firm, _person = multilingual(lin)
    book = openpyxl.load_workbook(io.BytesIO(taken(client_of, lin, "xlsx")))
    assert book.sheetnames == ["Register", "Sources"]
    rows = [row for row in book["Sources"].iter_rows(values_only=True) if row[0] == str(firm.pk)]
    phone = next(row for row in rows if row[3] == "+49 89 1234567")
    assert phone[2:] == ("Contact", "+49 89 1234567", "Fact", None, None, "A report", "Press", "2025-06-13", "0–27")


def test_our_own_form_keeps_everything_with_its_sources(client_of: ClientOf, lin: Membership) -> None:
    firm, person = multilingual(lin)
    by_id = {said["id"]: said for said in map(json.loads, taken(client_of, lin, "jsonl").splitlines())}
    former = [one for one in by_id[str(firm.pk)]["names"] if one["kind"] == "former"]
    assert [(one["text"], one["language"]) for one in former] == [("Westwind Sensorik (WWS)", "de")]
    assert former[0]["sources"][0] == {
        "id": former[0]["sources"][0]["id"], "title": "A report", "kind": "press", "date": "2025-06-13",
        "place": "0–27",
    }  # fmt: skip
    ties = by_id[str(person.pk)]["ties"]
    assert {(tie["kind"], tie["role"], tie["to"]["called"], tie.get("from")) for tie in ties} == {
        ("holds_post", "CTO; Gründerin", "=Ostwind", None),
        ("holds_post", "顾问", "Ostwind Holding AG", "2019-01-01"),
    }


def test_entities_of_another_model(client_of: ClientOf, lin: Membership) -> None:
    firm, person = multilingual(lin)
    found = [json.loads(line) for line in taken(client_of, lin, "ftm").splitlines()]
    by_id = {entity["id"]: entity for entity in found}
    assert by_id[str(firm.pk)]["schema"] == "Company"
    assert by_id[str(firm.pk)]["properties"]["leiCode"] == ["529900T8BM49AURSDO55"]
    assert by_id[str(firm.pk)]["properties"]["previousName"] == ["Westwind Sensorik (WWS)"]
    employments = [entity["properties"] for entity in found if entity["schema"] == "Employment"]
    assert {(one["employee"][0], one["role"][0]) for one in employments} == {
        (str(person.pk), "CTO; Gründerin"), (str(person.pk), "顾问"),
    }  # fmt: skip
    (owned,) = [entity["properties"] for entity in found if entity["schema"] == "Ownership"]
    assert owned["asset"] == [str(firm.pk)]


def test_the_list_is_narrowed_as_the_page_is(client_of: ClientOf, lin: Membership) -> None:
    multilingual(lin)
    assert names_taken(taken(client_of, lin, "jsonl", kind="person")) == ["Ruolan, S."]
    assert names_taken(taken(client_of, lin, "jsonl", country="DE")) == ["=Ostwind"]
    assert names_taken(taken(client_of, lin, "jsonl", q="holding")) == ["Ostwind Holding AG"]
    assert names_taken(taken(client_of, lin, "jsonl", segment="IC-1", after="x")) == ["=Ostwind"]


def test_the_audit_says_who_took_how_many_and_names_nobody(client_of: ClientOf, lin: Membership) -> None:
    multilingual(lin)
    taken(client_of, lin, "csv", kind="organisation", q="Ostwind")
    export = Export.objects.get()
    assert (export.listing, export.form, export.rows) == ("parties", "csv", 2)
    assert export.narrowed == {"kind": "organisation", "found_by_words": "yes"}
    action = Action.objects.get(verb="export_list")
    assert (action.actor, action.touched) == (lin.user, [str(export.pk)])
    assert names_of_rows(lin, [export.pk]) == {export.pk: "Register (csv, 2 rows)"}


def test_the_cast_of_three(client_of: ClientOf, lin: Membership, mei: Membership, otto: Membership) -> None:
    multilingual(lin)
    assert len(names_taken(taken(client_of, mei, "jsonl"))) == 3
    address = reverse("exchange:export", args=[lin.zone.slug, "parties"])
    assert client_of(otto).post(address, {"form": "csv"}).status_code == 404
    guest = make_member(lin.zone, "gast", Role.GUEST)
    assert client_of(guest).post(address, {"form": "csv"}).status_code == 403
    assert client_of(lin).get(address).status_code == 405
    assert client_of(lin).post(address, {"form": "exe"}).status_code == 404
    unknown = reverse("exchange:export", args=[lin.zone.slug, "secrets"])
    assert client_of(lin).post(unknown, {"form": "csv"}).status_code == 404
    assert Export.objects.count() == 1


@pytest.mark.parametrize("form", list(Form))
def test_nothing_of_a_circle_leaks(client_of: ClientOf, lin: Membership, mei: Membership, form: Form) -> None:
    circle = Circle.objects.create(zone=lin.zone, name="Lyon")
    open_source = make_source(lin.zone, "An open page.")
    hidden_source = make_source(lin.zone, "A hidden page.", audience=circle)
    hidden_source.title = "The hidden dossier"
    hidden_source.save()
    firm, person = make_organisation(lin, "Ostwind GmbH"), make_person(lin, "Song Ruolan")
    hidden = make_organisation(lin, "Hidden Holding AG", audience=circle)
    told(lin, hidden_source, Name, firm, **name("Secret nickname"))
    told(lin, open_source, Tie, person, kind="holds_post", object=hidden, role="Secret post")
    told(lin, hidden_source, Tie, person, kind="holds_post", object=firm, role="Quiet post")
    words = ("idden", "ecret", "uiet")
    assert all(word in _text(taken(client_of, lin, form), form) for word in words)  # there is something to leak
    seen = _text(taken(client_of, mei, form), form)
    assert "Ostwind GmbH" in seen
    assert not [word for word in words if word in seen]


def _text(data: bytes, form: Form) -> str:
    if form is not Form.XLSX:
        return data.decode().replace("\r\n ", "")
    book = openpyxl.load_workbook(io.BytesIO(data))
    return "\n".join(str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell)


@pytest.mark.parametrize("firms", [1, 3])
def test_queries_do_not_grow_with_the_rows(
    client_of: ClientOf, lin: Membership, firms: int, django_assert_num_queries: Callable[[int], object]
) -> None:
    from qiao.exchange.export.gather import parties
    from qiao.register.queries.listing import Wanted

    source = make_source(lin.zone, "A page.")
    for at in range(firms):
        person = make_person(lin, f"Song Ruolan {at}")
        told(lin, source, Tie, person, kind="holds_post", object=make_organisation(lin, f"Firm {at}"), role="CEO")
    # Labels, the next page of them, records, preferences, seven tables of claims, the others of ties and their names.
    with django_assert_num_queries(14):  # type: ignore[attr-defined]
        assert len(list(parties(lin, Wanted(), "en"))) == 2 * firms


def test_the_menu_offers_every_form_and_keeps_the_filters(client_of: ClientOf, lin: Membership, rf: object) -> None:
    from django.template import engines
    from django.test import RequestFactory

    request = RequestFactory().get("/?kind=person&after=x&q=<b>")
    request.member = lin  # type: ignore[attr-defined]
    page = engines["django"].from_string('{% load export_menu %}{% export_menu "parties" %}').render({}, request)
    assert [f'value="{form.value}"' in page for form in Form] == [True] * len(Form)
    assert 'name="kind" value="person"' in page
    assert "&lt;b&gt;" in page
    assert 'name="after"' not in page


def test_a_text_table_names_the_sources(client_of: ClientOf, lin: Membership) -> None:
    multilingual(lin)
    found = table(taken(client_of, lin, "csv"))
    assert found.columns[-1] == "Sources"
    assert any("A report" in row[-1] for row in cells(found))
