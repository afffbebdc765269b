"""What is brought in is kept, whatever it is."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.core.files.base import ContentFile

from qiao.intake.actions.upload import upload_document
from qiao.intake.enums import DocumentState
from qiao.register.enums import SourceKind
from qiao.zones.actions import NotAllowed
from qiao.zones.models import Circle, Membership, Role, Zone
from tests.factories import make_member
from tests.intake.conftest import Upload

TEXT = "On 3 June 2025 Chen Yulan, director of Linhu High-tech Zone, visited Steinfeld Optik GmbH in Graz."


def test_a_text_is_read_into_facts(upload: Upload) -> None:
    document = upload(TEXT, "visit.txt")
    assert (document.state, document.progress) == (DocumentState.READY, 100)
    assert document.source is not None
    assert document.source.text == TEXT
    assert document.source.language == "en"
    for proposal in document.proposals.all():
        assert TEXT[proposal.start : proposal.end] == proposal.quote


def test_a_chinese_text_is_read_into_facts(upload: Upload) -> None:
    document = upload("6月2日-9日,临湖高新区代表团拜访了里昂大学。", "报告.txt")
    assert document.state == DocumentState.READY
    assert document.source is not None
    assert document.source.language == "zh-Hans"


def test_the_kind_of_source_is_kept(upload: Upload) -> None:
    document = upload(TEXT, source_kind=SourceKind.PAPER)
    assert document.source is not None
    assert document.source.kind == SourceKind.PAPER


@pytest.mark.parametrize(
    ("data", "filename", "code"),
    [
        (b"", "empty.txt", "empty"),
        (b" \n\t ", "blank.txt", "blank"),
        (b"PK\x03\x04 no archive", "broken.docx", "broken"),
        (b"%PDF-1.7 and nothing", "broken.pdf", "broken"),
        (bytes(range(256)) * 40, "noise.txt", "binary"),
    ],
)
def test_what_cannot_be_read_is_kept_with_its_reason(upload: Upload, data: bytes, filename: str, code: str) -> None:
    document = upload(data, filename)
    assert document.state == DocumentState.REFUSED
    assert document.problem["code"] == code
    with document.file.open("rb") as kept:
        assert kept.read() == data


def test_the_same_text_is_known_again(upload: Upload) -> None:
    first = upload(TEXT, "one.txt")
    second = upload("\ufeff" + TEXT.replace("\n", "\r\n"), "two.txt")
    assert (second.state, second.same_as_id, second.source_id) == (DocumentState.KNOWN, first.pk, None)
    assert second.proposals.count() == 0


def test_a_circle_does_not_learn_that_others_have_the_text(upload: Upload, zone: Zone) -> None:
    circle = Circle.objects.create(zone=zone, name="Lyon station")
    upload(TEXT, "one.txt")
    document = upload(TEXT, "two.txt", audience=circle)
    assert document.state == DocumentState.READY
    assert document.source is not None
    assert document.source.audience_id == circle.pk


def test_a_keeper_must_name_a_circle_of_their_own(zone: Zone, now: datetime) -> None:
    keeper = make_member(zone, "kira", Role.KEEPER)
    with pytest.raises(NotAllowed):
        upload_document(member=keeper, file=ContentFile(b"x"), filename="x.txt", now=now)


def test_an_analyst_brings_nothing_in(mei: Membership, now: datetime) -> None:
    with pytest.raises(NotAllowed):
        upload_document(member=mei, file=ContentFile(b"x"), filename="x.txt", now=now)
