"""The pages of imports: who may open them, what they say, what they cost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from qiao.exchange.enums import RunState
from qiao.exchange.models import ImportRow, ImportRun
from qiao.register.models import Entity, Name
from qiao.zones.models import Circle, Membership, Role, Zone
from tests.exchange.cast import bring, csv_of, imported, preview
from tests.exchange.test_import import FIRMS, HEAD
from tests.factories import make_member, make_organisation

ClientOf = Callable[[Membership], Client]
OTHER = [HEAD, ("Helix Cobalt SAS", "France", "Lyon", "", "", "529900OTHERHELIX0074")]


def address(name: str, *args: object) -> str:
    return reverse(f"exchange:{name}", args=["linhu", *args])


def test_a_table_walks_through_all_pages(
    lin: Membership, client_of: ClientOf, django_capture_on_commit_callbacks: Any
) -> None:
    client = client_of(lin)
    file = SimpleUploadedFile("fair.csv", csv_of(FIRMS))
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(address("bring"), {"file": file, "source_kind": "own_record"})
    assert answer.status_code == 303
    page = client.get(answer["Location"])
    assert "What does each column hold?" in page.content.decode()
    run = ImportRun.objects.get()
    fields = {f"column-{at}": field for at, field in enumerate(run.mapping)}
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(address("columns", run.pk), fields).status_code == 303
    page = client.get(address("import", run.pk))
    assert "Import 3 rows" in page.content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(address("start", run.pk)).status_code == 303
    assert Name.objects.count() == 3
    told = b"".join(client.get(address("rows", run.pk)).streaming_content).decode()  # type: ignore[attr-defined]
    assert len(told.strip().splitlines()) == 4
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(address("undo", run.pk)).status_code == 303
    assert not Name.objects.live().exists()
    run.refresh_from_db()
    assert run.state == RunState.UNDONE


def test_who_may_only_read_looks_and_changes_nothing(lin: Membership, mei: Membership, client_of: ClientOf) -> None:
    run = preview(lin, FIRMS)
    client = client_of(mei)
    page = client.get(address("import", run.pk))
    assert page.status_code == 200
    assert "Import 3 rows" not in page.content.decode()
    assert client.get(address("imports")).status_code == 200
    for step in ("start", "drop", "undo", "again", "decide", "columns", "proceed"):
        assert client.post(address(step, run.pk)).status_code == 403
    assert client.post(address("bring")).status_code == 403


def test_another_zone_sees_nothing(lin: Membership, otto: Membership, client_of: ClientOf) -> None:
    run = preview(lin, FIRMS)
    client = client_of(otto)
    for page in ("import", "progress", "file", "rows"):
        assert client.get(address(page, run.pk)).status_code == 404
        assert client.get(reverse(f"exchange:{page}", args=["auental", run.pk])).status_code == 404


def test_a_decision_is_taken_back_by_pressing_it_again(lin: Membership, client_of: ClientOf) -> None:
    imported(lin, FIRMS)
    run = preview(lin, OTHER)
    row, client = ImportRow.objects.get(run=run), client_of(lin)
    for said in ("same", "leave", ""):
        answer = client.post(address("decide", run.pk), {"row": row.pk, "decision": said, "shown": "conflict"})
        assert answer["Location"].endswith(f"?fate=conflict#row-{row.pk}")
        row.refresh_from_db()
        assert row.decision == said
    text = client.get(address("import", run.pk)).content.decode()
    assert "969500HELIXCOBALT052 in the register, 529900OTHERHELIX0074 here" in text


def test_odd_answers_are_told_plainly(lin: Membership, client_of: ClientOf) -> None:
    run, client = bring(lin, FIRMS), client_of(lin)
    fields = {f"column-{at}": "note" for at in range(len(run.columns))}
    answer = client.post(address("columns", run.pk), fields)
    assert answer.status_code == 422
    assert "Expected a column that holds names; found none." in answer.content.decode()
    assert client.post(address("columns", run.pk), {}).status_code == 422
    assert client.post(address("start", run.pk)).status_code == 409
    assert client.post(address("decide", run.pk), {"row": "x", "decision": "\0"}).status_code == 422
    assert client.get(address("import", run.pk) + "?fate=\0&after=x").status_code == 200


def test_an_empty_file_is_kept_and_its_sentence_shown(
    lin: Membership, client_of: ClientOf, django_capture_on_commit_callbacks: Any
) -> None:
    client = client_of(lin)
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(
            address("bring"), {"file": SimpleUploadedFile("none.csv", b""), "source_kind": "own_record"}
        )
    assert "The file is empty." in client.get(answer["Location"]).content.decode()
    assert "The file is empty." in client.get(address("imports")).content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_of_rows_asks_as_much_for_three_as_for_one(lin: Membership, client_of: ClientOf, rows: int) -> None:
    imported(lin, FIRMS)
    run = imported(lin, FIRMS[: rows + 1])
    client = client_of(lin)
    client.get(address("import", run.pk))
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(address("import", run.pk)).status_code == 200
    assert len(asked) == 7, [query["sql"][:150] for query in asked]


@pytest.fixture
def circle(zone: Zone) -> Circle:
    return Circle.objects.create(zone=zone, name="Station Munich")


@pytest.fixture
def kai(zone: Zone, circle: Circle) -> Membership:
    """Kai keeps the station: he sees its circle and nothing else."""
    keeper = make_member(zone, "kai", Role.KEEPER)
    keeper.circles.add(circle)
    return keeper


def test_fates_do_not_tell_a_keeper_what_the_zone_knows(
    lin: Membership, kai: Membership, circle: Circle, client_of: ClientOf
) -> None:
    make_organisation(lin, "Ostwind Energie GmbH")
    run = imported(kai, FIRMS[:2], audience=circle)
    assert ImportRow.objects.get(run=run).fate == "new"
    assert Entity.objects.filter(audience=circle).count() == 1
    other = imported(lin, FIRMS[:3], audience=circle)
    assert client_of(kai).get(address("import", other.pk)).status_code == 404
    assert client_of(kai).get(address("import", run.pk)).status_code == 200
    assert "fair" not in client_of(kai).get(address("imports")).content.decode()


def test_an_open_import_does_not_meet_what_a_circle_keeps(lin: Membership, circle: Circle) -> None:
    make_organisation(lin, "Ostwind Energie GmbH", audience=circle)
    run = imported(lin, FIRMS[:2])
    assert ImportRow.objects.get(run=run).fate == "new"
    assert Name.objects.filter(subject__audience=None).count() == 1


def test_a_keeper_brings_only_into_their_circle(kai: Membership, client_of: ClientOf) -> None:
    file = SimpleUploadedFile("fair.csv", csv_of(FIRMS))
    answer = client_of(kai).post(address("bring"), {"file": file, "source_kind": "own_record"})
    assert answer.status_code == 422
    assert not ImportRun.objects.exists()
