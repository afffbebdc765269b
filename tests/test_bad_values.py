"""Days that do not exist, amounts without a currency and texts we do not read: a sentence at most, never a crash."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from qiao.engines.extract import FactType, Reading, extract
from qiao.intake.actions.read import read
from qiao.intake.actions.review import accept_proposals
from qiao.intake.actions.upload import upload_document
from qiao.intake.enums import DocumentState
from qiao.intake.models import Document
from qiao.kit.dates import span_of
from qiao.register.models import Dating
from qiao.zones.models import Membership

ODD = {
    "31 June": "On 31 June 2023 the delegation of the Linhu High-tech Zone visited Steinfeld Mobility in Graz.",
    "6月31日": "6月31日，临湖高新区代表团访问了格拉茨的斯坦菲尔德公司。",
    "30 février": "Le 30 février 2024, la délégation a visité la société Valmont à Lyon.",
    "31. April": "Am 31. April 2024 besuchte die Delegation die Falkenau Sensorik GmbH in Graz.",
    "year 0": "In 0000 and on 0000-00-00 the delegation signed 3 agreements worth 5 million.",
    "no currency": "The total investment is over 100 million; the lease is 12.5 million.",
    "没有币种": "项目总投资超过5亿，另有1.2亿用于建设。",
    "Russian": "Делегация посетила компанию в Санкт-Петербурге 5 июня 2023 года и подписала два соглашения.",
    "Arabic": "زار الوفد شركة في دبي في 5 يونيو 2023 ووقع اتفاقيتين.",
    "zero width": "The dele\u200bgation vis\u200bited Stein\u200bfeld Mobility\u202e GmbH\u202c on 6 May 2025.",
    "only marks": "。。。、、、!!! ((((( ——— 「「「",
    "huge number": "The delegation signed " + "9" * 400 + " agreements worth EUR " + "9" * 400 + ".",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_reader_stands_what_cannot_be(text: str) -> None:
    facts = extract(Reading(text, date(2024, 5, 1), "Linhu High-tech Zone"))
    assert all(fact.text == text[fact.start : fact.end] for fact in facts)


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_review_stands_what_cannot_be(text: str, lin: Membership, now: datetime) -> None:
    document = _read(lin, text)
    accept_proposals(member=lin, document=document, proposals=document.proposals.order_by("position"), now=now)
    assert not document.proposals.filter(state="waiting").exists()
    assert all(dating.start_date <= dating.end_date for dating in Dating.objects.all())


@pytest.mark.parametrize(
    "iso", ["2023-06-31", "0000-01-01", "XXXX-06-02", "2023-13-01", "2023-06-09/2023-06-02", "", "soon", "2023-00"]
)
def test_days_that_do_not_exist_are_no_days(iso: str) -> None:
    assert span_of(iso) is None


@pytest.mark.parametrize("text", ["31 June 2023", "On 31 June 2023 we met."])
def test_day_that_does_not_exist_is_not_moved(text: str) -> None:
    norms = {fact.norm for fact in extract(Reading(text)) if fact.type == FactType.DATE}
    assert not norms & {"2023-07-01", "2023-06-30"}


def test_amount_without_currency_is_given_none(lin: Membership) -> None:
    facts = extract(Reading("The total investment is over 100 million.", date(2024, 5, 1), "Linhu"))
    assert not [fact for fact in facts if fact.type == FactType.AMOUNT and not fact.attrs.currency]


def _read(member: Membership, text: str) -> Document:
    document = upload_document(
        member=member, file=ContentFile(text.encode(), "odd.txt"), filename="odd.txt", now=timezone.now()
    )
    read(document.pk, now=timezone.now)
    document.refresh_from_db()
    assert document.state == DocumentState.READY, document.problem
    return document
