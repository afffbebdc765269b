"""Addresses and words made to break a page: a plain answer, never a fault."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from qiao.intake.models import Document
from tests import factories

PAGES = (
    ("register:parties", "q"), ("register:parties", "after"), ("register:parties", "country"),
    ("register:parties", "segment"), ("register:parties", "kind"), ("register:find", "typed"),
    ("intake:documents", "before"), ("intake:documents", "state"), ("missions:missions", "after"),
    ("zones:audit", "before"), ("zones:audit", "verb"), ("zones:audit", "member"),
)  # fmt: skip
ODD = {
    "nul": "a\x00b",
    "many words": "a b c d e f g h " * 1500,
    "long word": "x" * 60_000,
    "signs": "%_\\'\";--<script>",
    "mark": "01910000-0000-7000-8000-000000000000.\x00",
    "early": "0001-01-01T00:00:00+23:59_01910000-0000-7000-8000-000000000000",
    "late": "9999-12-31T23:59:59-23:59_01910000-0000-7000-8000-000000000000",
}


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
@pytest.mark.parametrize(("page", "key"), PAGES, ids=[" ".join(page) for page in PAGES])
def test_odd_words_in_an_address_break_nothing(lin, client_of, page, key, odd):
    factories.make_organisation(lin, "Ostwind Sensorik")
    answer = client_of(lin).get(reverse(page, args=[lin.zone.slug]), {key: odd})
    assert answer.status_code < 500
    assert "<script>alert" not in answer.content.decode()


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_odd_words_in_a_search_for_a_party_break_nothing(lin, client_of, odd):
    firm = factories.make_organisation(lin, "Ostwind Sensorik")
    client = client_of(lin)
    root = [lin.zone.slug, firm.pk]
    assert client.get(reverse("register:judge", args=root), {"q": odd}).status_code < 500
    assert client.post(reverse("register:judge", args=root), {"typed": odd}).status_code < 500
    tie = reverse("register:add_claim", args=[*root, "tie"])
    assert client.post(tie, {"typed": odd, "find": "1"}).status_code < 500
    document = factories.make_document(lin, "Ostwind GmbH", [{"kind": "organisation", "text": "Ostwind GmbH"}])
    party = document.proposals.get().party_id
    identify = reverse("intake:identify", args=[lin.zone.slug, document.pk, party])
    assert client.get(identify, {"q": odd}).status_code < 500


@pytest.mark.parametrize("title", ["a\r\nSet-Cookie: b=c", 'a"; filename="b.exe', "a\x0bb", "../../etc/passwd", "名"])
def test_a_file_comes_down_whatever_it_is_called(lin, client_of, title):
    client = client_of(lin)
    said = {"text": "Visit of Ada.", "title": title, "source_kind": "press", "circle": ""}
    assert client.post(reverse("intake:upload", args=[lin.zone.slug]), said).status_code == 303
    document = Document.objects.get()
    answer = client.get(reverse("intake:download", args=[lin.zone.slug, document.pk]))
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert "Set-Cookie" not in answer.headers


def test_a_token_that_no_database_holds_opens_nothing(db):
    assert Client().get("/join/a%00b/").status_code == 404


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00+23:59"])
@pytest.mark.parametrize("key", ["as_of", "on"])
def test_odd_days_in_an_address_break_nothing(lin, client_of, key, day):
    firm = factories.make_organisation(lin, "Ostwind Sensorik")
    answer = client_of(lin).get(reverse("register:party", args=[lin.zone.slug, firm.pk]), {key: day})
    assert answer.status_code < 500
