"""The list of documents and the door through which they come in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import translation

from qiao.engines.documents import Trouble, WarnCode
from qiao.intake.enums import DocumentState
from qiao.intake.models import Document
from qiao.intake.problems import PROBLEMS, WARNINGS, problem_sentence, warning_sentence
from qiao.intake.queries.documents import PAGE
from qiao.zones.models import Circle, Membership, Role, Zone
from tests.factories import make_document, make_member
from tests.intake.texts import FACTS, REPORT

ClientOf = Callable[[Membership], Client]


def post_files(client: Client, *files: SimpleUploadedFile, **more: Any) -> Any:
    said = {"text": "", "title": "", "source_kind": "press", "circle": "", **more}
    return client.post(reverse("intake:upload", args=["linhu"]), {"file": list(files), **said})


def test_several_files_come_in_together(
    lin: Membership, client_of: ClientOf, django_capture_on_commit_callbacks: Any
) -> None:
    files = [SimpleUploadedFile(f"{name}.txt", f"Visit of {name}.".encode()) for name in ("Ada", "Bo")]
    with django_capture_on_commit_callbacks(execute=True):
        answer = post_files(client_of(lin), *files)
    assert answer.status_code == 303
    found = Document.objects.order_by("id").values_list("filename", "state", "source__text")
    assert list(found) == [
        ("Ada.txt", DocumentState.READY, "Visit of Ada."),
        ("Bo.txt", DocumentState.READY, "Visit of Bo."),
    ]


def test_a_pasted_text_is_a_document_named_after_its_first_line(lin: Membership, client_of: ClientOf) -> None:
    answer = post_files(client_of(lin), text="\n Minutes of 3 June \nWe met.")
    assert answer.status_code == 303
    document = Document.objects.get()
    assert document.filename == "Minutes of 3 June.txt"
    with document.file.open("rb") as kept:
        assert kept.read().decode() == "\n Minutes of 3 June \nWe met."


def test_a_pasted_text_bears_the_title_it_is_given(lin: Membership, client_of: ClientOf) -> None:
    post_files(client_of(lin), text="We met.", title="Minutes")
    assert Document.objects.get().filename == "Minutes.txt"


def test_nothing_brought_is_told_beside_the_form(lin: Membership, client_of: ClientOf) -> None:
    answer = post_files(client_of(lin), text="  ")
    assert answer.status_code == 422
    assert "Expected at least one file or a text; found neither." in answer.content.decode()
    assert not Document.objects.exists()


def test_a_script_that_sends_files_is_told_where_to_look(lin: Membership, client_of: ClientOf) -> None:
    address = reverse("intake:upload", args=["linhu"])
    said = {"text": "We met.", "title": "", "source_kind": "press", "circle": ""}
    client = client_of(lin)
    kept = client.post(address, said, headers={"accept": "application/json"})
    assert (kept.status_code, kept["Location"]) == (201, reverse("intake:documents", args=["linhu"]))
    told = client.post(address, {**said, "text": ""}, headers={"accept": "application/json"})
    assert (told.status_code, told.json()) == (
        422,
        {"errors": ["Expected at least one file or a text; found neither. Nothing was kept."]},
    )


def test_an_empty_file_is_kept_and_its_sentence_shown(
    lin: Membership, client_of: ClientOf, django_capture_on_commit_callbacks: Any
) -> None:
    client = client_of(lin)
    with django_capture_on_commit_callbacks(execute=True):
        post_files(client, SimpleUploadedFile("nothing.txt", b""))
    page = client.get(reverse("intake:documents", args=["linhu"])).content.decode()
    assert "The file is empty. Expected a document, found 0 bytes." in page


def test_a_known_text_leads_to_its_twin(
    lin: Membership, client_of: ClientOf, django_capture_on_commit_callbacks: Any
) -> None:
    client = client_of(lin)
    for name in ("one.txt", "two.txt"):
        with django_capture_on_commit_callbacks(execute=True):
            post_files(client, SimpleUploadedFile(name, b"The same visit."))
    first, second = Document.objects.order_by("id")
    answer = client.get(reverse("intake:review", args=["linhu", second.pk]))
    assert (answer.status_code, answer["Location"]) == (303, reverse("intake:review", args=["linhu", first.pk]))
    page = client.get(reverse("intake:documents", args=["linhu"])).content.decode()
    assert reverse("intake:review", args=["linhu", first.pk]) in page


def test_a_keeper_brings_documents_into_their_circle_alone(zone: Zone, client_of: ClientOf) -> None:
    circle = Circle.objects.create(zone=zone, name="Lyon station")
    other = Circle.objects.create(zone=zone, name="Munich station")
    keeper = make_member(zone, "kira", Role.KEEPER)
    keeper.circles.add(circle)
    client = client_of(keeper)
    assert post_files(client, text="We met.").status_code == 422
    assert post_files(client, text="We met.", circle=str(other.pk)).status_code == 422
    assert post_files(client, text="We met.", circle=str(circle.pk)).status_code == 303
    assert Document.objects.get().audience_id == circle.pk


@pytest.mark.parametrize("documents", [1, 3])
def test_the_list_asks_seven_questions_however_long_it_is(
    lin: Membership, client_of: ClientOf, django_assert_num_queries: Any, documents: int
) -> None:
    for number in range(documents):
        make_document(lin, f"{REPORT} {number}", FACTS)
    client = client_of(lin)
    with django_assert_num_queries(7):  # session, user, membership, documents, their facts, states, circles
        answer = client.get(reverse("intake:documents", args=["linhu"]))
    assert answer.content.decode().count('id="document-') == documents


def test_the_list_goes_on_where_a_page_ends(lin: Membership, client_of: ClientOf) -> None:
    made = [make_document(lin, f"Text {number}", []) for number in range(PAGE + 2)]
    client = client_of(lin)
    address = reverse("intake:documents", args=["linhu"])
    page = client.get(address).context["page"]
    assert [line.id for line in page.lines] == [d.pk for d in reversed(made[2:])]
    rest = client.get(address, {"before": str(page.before)}).context["page"]
    assert ([line.id for line in rest.lines], rest.before) == ([made[1].pk, made[0].pk], None)


@pytest.mark.parametrize("strange", [{"before": "no id"}, {"state": "lost"}, {"before": ""}])
def test_strange_questions_show_the_whole_list(lin: Membership, client_of: ClientOf, strange: dict[str, str]) -> None:
    make_document(lin, REPORT, [])
    answer = client_of(lin).get(reverse("intake:documents", args=["linhu"]), strange)
    assert len(answer.context["page"].lines) == 1


def test_the_list_is_filtered_by_state(lin: Membership, client_of: ClientOf) -> None:
    ready = make_document(lin, "A", [])
    Document.objects.filter(pk=make_document(lin, "B", []).pk).update(state=DocumentState.REFUSED)
    answer = client_of(lin).get(reverse("intake:documents", args=["linhu"]), {"state": "ready"})
    assert [line.id for line in answer.context["page"].lines] == [ready.pk]


def test_a_row_watches_itself_while_it_is_read_and_then_stops(lin: Membership, client_of: ClientOf) -> None:
    document = make_document(lin, REPORT, FACTS)
    address = reverse("intake:progress", args=["linhu", document.pk])
    client = client_of(lin)
    Document.objects.filter(pk=document.pk).update(state=DocumentState.READING, progress=60)
    during = client.get(address, headers={"hx-request": "true"}).content.decode()
    Document.objects.filter(pk=document.pk).update(state=DocumentState.READY, progress=100)
    after = client.get(address, headers={"hx-request": "true"}).content.decode()
    assert 'hx-trigger="every 2s"' in during
    assert 'value="60"' in during
    assert "hx-trigger" not in after
    assert f"{len(FACTS)} facts wait" in after


def test_a_kept_file_is_handed_out_and_never_shown(lin: Membership, client_of: ClientOf) -> None:
    document = make_document(lin, "<script>alert(1)</script>", [])
    answer = client_of(lin).get(reverse("intake:download", args=["linhu", document.pk]))
    assert b"".join(answer.streaming_content) == b"<script>alert(1)</script>"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer["Content-Type"] == "application/octet-stream"


def test_every_code_of_the_reader_has_a_sentence() -> None:
    assert {code.value for code in Trouble} - set(PROBLEMS) == set()
    assert {code.value for code in WarnCode} - set(WARNINGS) == set()


def test_an_unknown_code_gets_a_general_sentence() -> None:
    with translation.override("en"):
        assert problem_sentence({"code": "eaten"}) == "The file could not be read (eaten). The file was kept."
        assert problem_sentence({}) == ""
        assert warning_sentence({"code": "zero_width"}) == "… characters have no width; they were kept."
        assert warning_sentence({"code": "odd", "params": None}) == (
            "Something about it was odd (odd); its text was kept."
        )
