from __future__ import annotations

import pytest

from qiao.register.enums import NameKind
from qiao.register.models import Location, Name
from qiao.register.queries import text as text_module
from qiao.register.queries.text import Place, text_page
from tests import factories
from tests.register.cast import address, later, told

TEXT = "Ostwind in Ulm.\n\nDas Werk in Ulm wächst.\nEnde."


@pytest.fixture
def source(lin):
    return factories.make_source(lin.zone, TEXT)


def cut(page) -> list[list[tuple[str, bool, bool]]]:
    return [
        [(stretch.text, stretch.marked, stretch.target) for stretch in paragraph.stretches]
        for paragraph in page.paragraphs
    ]


def test_paragraphs_are_numbered_and_places_marked():
    page = text_page(TEXT, [Place(0, 7), Place(11, 14)])
    assert [paragraph.number for paragraph in page.paragraphs] == [1, 2, 3]
    assert cut(page)[0] == [
        ("Ostwind", True, False),
        (" in ", False, False),
        ("Ulm", True, False),
        (".", False, False),
    ]


def test_nothing_of_the_text_is_lost_whatever_is_marked():
    places = [Place(0, 14), Place(3, 9), Place(11, 30), Place(5, 5 + 40)]
    page = text_page(TEXT, places, target=Place(8, 20))
    said = ["".join(stretch.text for stretch in paragraph.stretches) for paragraph in page.paragraphs]
    assert said == [line for line in TEXT.split("\n") if line]


def test_the_words_asked_for_are_found_on_their_page(monkeypatch):
    monkeypatch.setattr(text_module, "PARAGRAPHS", 2)
    start = TEXT.index("Ende")
    page = text_page(TEXT, [], target=Place(start, start + 4))
    assert (page.page, page.pages) == (2, 2)
    assert cut(page) == [[("Ende", False, True), (".", False, False)]]
    assert text_page(TEXT, [], page=99).page == 2
    assert text_page("", []).paragraphs == ()


def test_a_line_without_end_is_cut():
    page = text_page("a" * 10_000, [Place(3_999, 4_001)])
    assert sum(len(s.text) for p in page.paragraphs for s in p.stretches) == 10_000
    assert [s.text for p in page.paragraphs for s in p.stretches if s.marked] == ["a", "a"]


def test_the_page_marks_what_claims_rest_on(lin, source, client_of):
    house = factories.make_organisation(lin, "Ostwind GmbH")
    told(lin, source, Location, house, words="Ulm", place="Ulm", country="DE")
    name = {"text": "Ostwind", "language": "de", "script": "Latn", "kind": NameKind.PRINTED}
    told(lin, source, Name, house, words="Ostwind", **name)
    response = client_of(lin).get(address("source", lin, source.pk) + "?start=11&end=14")
    page = response.context["page"]
    assert {table.title: len(table.claims) for table in page.tables} == {"Name": 1, "Place": 1}
    body = response.content.decode()
    assert '<mark class="hit" id="at">Ulm</mark>' in body
    assert '<mark class="s done" id="at-0">Ostwind</mark>' in body
    assert body.count("<mark") == 2


@pytest.mark.parametrize("query", ["?start=5&end=2", "?start=0&end=9999", "?start=a&end=b", "?page=0", "?page=-1"])
def test_places_that_do_not_exist_are_passed_over(lin, source, client_of, query):
    response = client_of(lin).get(address("source", lin, source.pk) + query)
    assert response.status_code == 200
    assert 'class="hit"' not in response.content.decode()


def test_a_source_as_it_was_known(lin, source, client_of):
    house = factories.make_organisation(lin, "Ostwind GmbH")
    told(lin, source, Location, house, words="Ulm", place="Ulm", country="DE", now=later(60))
    client = client_of(lin)
    now = client.get(address("source", lin, source.pk)).context["page"]
    then = client.get(address("source", lin, source.pk) + "?as_of=2026-03-02T09:30Z").context["page"]
    assert (now.claims, then.claims) == (1, 0)


def test_markup_in_a_source_is_text(lin, client_of):
    source = factories.make_source(lin.zone, "<script>alert(1)</script> & Ulm")
    body = client_of(lin).get(address("source", lin, source.pk)).content.decode()
    assert "<script>alert" not in body
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; Ulm" in body


@pytest.mark.parametrize("count", [1, 3])
def test_the_number_of_queries_does_not_grow(lin, source, client_of, count, django_assert_num_queries):
    for at in range(count):
        house = factories.make_organisation(lin, f"Ostwind {at}")
        told(lin, source, Location, house, words="Ulm", place=f"Ulm {at}", country="DE")
    client = client_of(lin)
    client.get(address("source", lin, source.pk))
    with django_assert_num_queries(21):  # one for each of fifteen tables of claims
        client.get(address("source", lin, source.pk))


def test_the_source_of_a_document_leads_to_its_review(lin, mei, client_of):
    document = factories.make_document(lin, TEXT, [])
    page = client_of(lin).get(address("source", lin, document.source_id))
    where = f"/z/linhu/documents/{document.pk}/"
    assert [link.url for link in page.context["links"]] == [where]
    assert f'href="{where}"' in page.content.decode()
