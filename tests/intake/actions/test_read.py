"""Reading can be killed anywhere and taken up again."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.files.base import ContentFile

from qiao.engines.extract import Fact, FactType
from qiao.intake.actions import read as reading
from qiao.intake.actions.read import STALE, read, stale_documents
from qiao.intake.actions.upload import upload_document
from qiao.intake.enums import DocumentState
from qiao.intake.models import Document, Proposal, ProposedParty
from qiao.zones.models import Membership

TEXT = " ".join(f"Firm{number:03d} GmbH" for number in range(20))


class Killed(BaseException):
    """As if the machine had lost its power."""


def twenty_facts(document: Document, content: Any) -> list[Fact]:
    words = [f"Firm{number:03d} GmbH" for number in range(20)]
    starts = [TEXT.index(word) for word in words]
    return [
        Fact(start, start + len(word), FactType.ORGANISATION, word, word)
        for start, word in zip(starts, words, strict=True)
    ]


@pytest.fixture
def queued(lin: Membership, now: datetime, monkeypatch: pytest.MonkeyPatch) -> Document:
    monkeypatch.setattr(reading, "facts_of", twenty_facts)
    monkeypatch.setattr(reading, "BATCH", 6)
    return upload_document(member=lin, file=ContentFile(TEXT.encode()), filename="firms.txt", now=now)


def what_was_read(document: Document) -> tuple[list[Any], list[Any]]:
    proposals = Proposal.objects.filter(document=document).order_by("position")
    parties = ProposedParty.objects.filter(document=document).order_by("key")
    return (
        list(proposals.values_list("position", "start", "end", "quote", "state", "party__key")),
        list(parties.values_list("kind", "key", "name", "identity")),
    )


@pytest.mark.parametrize("beats", range(1, 6))
def test_killed_at_any_beat_and_resumed_equals_one_clean_run(
    queued: Document, now: datetime, monkeypatch: pytest.MonkeyPatch, beats: int
) -> None:
    left = [beats]
    beat = reading._beat

    def beat_or_die(document: Document, progress: int, at: datetime) -> None:
        if left[0] == 0:
            raise Killed
        left[0] -= 1
        beat(document, progress, at)

    monkeypatch.setattr(reading, "_beat", beat_or_die)
    with pytest.raises(Killed):
        read(queued.pk, now=lambda: now)
    monkeypatch.setattr(reading, "_beat", beat)
    read(queued.pk, now=lambda: now + STALE * 2)

    queued.refresh_from_db()
    proposals, parties = what_was_read(queued)
    assert (queued.state, queued.progress) == (DocumentState.READY, 100)
    assert [row[0] for row in proposals] == list(range(20))
    assert [row[3] for row in proposals] == [f"Firm{number:03d} GmbH" for number in range(20)]
    assert all(row[5] for row in proposals)
    assert len(parties) == 20


def test_a_document_under_a_living_reader_is_left_alone(queued: Document, now: datetime) -> None:
    Document.objects.filter(pk=queued.pk).update(state=DocumentState.READING, heartbeat_at=now)
    read(queued.pk, now=lambda: now + timedelta(seconds=30))
    assert queued.proposals.count() == 0


def test_reading_twice_changes_nothing(queued: Document, now: datetime) -> None:
    read(queued.pk, now=lambda: now)
    before = what_was_read(queued)
    read(queued.pk, now=lambda: now + STALE * 3)
    assert what_was_read(queued) == before


def test_the_abandoned_and_the_forgotten_are_found_again(queued: Document, now: datetime) -> None:
    assert stale_documents(now + timedelta(seconds=10)) == []
    assert stale_documents(now + STALE * 2) == [queued.pk]
    Document.objects.filter(pk=queued.pk).update(state=DocumentState.READING, heartbeat_at=now + STALE)
    assert stale_documents(now + STALE) == []
    assert stale_documents(now + STALE * 3) == [queued.pk]


def test_a_fault_of_the_reader_is_told_and_not_repeated(
    queued: Document, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(document: Document, content: Any) -> list[Fact]:
        raise ZeroDivisionError

    monkeypatch.setattr(reading, "facts_of", broken)
    read(queued.pk, now=lambda: now)
    queued.refresh_from_db()
    assert (queued.state, queued.problem["code"]) == (DocumentState.REFUSED, "not_understood")
    assert stale_documents(now + STALE * 2) == []
