"""The list of documents: newest first, page by page, with how far each has come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count

from qiao.intake.enums import DocumentState, ProposalState
from qiao.intake.models import Document, Proposal
from qiao.intake.queries.readings import Words, words_of
from qiao.zones.models import Membership

PAGE = 30


@dataclass(frozen=True)
class DocumentLine:
    """One document of the list."""

    id: UUID
    title: Words
    filename: str
    size_bytes: int
    state: DocumentState
    progress: int
    source_kind: str
    circle: str
    uploaded_at: datetime
    uploaded_by: str
    problem: dict[str, Any]
    warnings: tuple[dict[str, Any], ...]
    twin: UUID | None
    twin_title: str
    facts: int
    waiting: int

    @property
    def is_open(self) -> bool:
        return self.state in (DocumentState.QUEUED, DocumentState.READING)

    @property
    def is_ready(self) -> bool:
        return self.state == DocumentState.READY

    @property
    def decided(self) -> int:
        return self.facts - self.waiting


@dataclass(frozen=True)
class DocumentPage:
    """A page of the list; `before` is the key from which the next one goes on."""

    lines: tuple[DocumentLine, ...]
    before: UUID | None


@dataclass(frozen=True)
class StateCount:
    """How many documents are in a state, for the filter above the list."""

    state: DocumentState
    count: int


def document_page(
    member: Membership, *, state: DocumentState | None = None, before: UUID | None = None
) -> DocumentPage:
    """Documents that the member may see, the latest first; ids sort by the time they were made."""
    rows = _rows(member)
    if state is not None:
        rows = rows.filter(state=state)
    if before is not None:
        rows = rows.filter(id__lt=before)
    found = list(rows.order_by("-id")[: PAGE + 1])
    shown = found[:PAGE]
    return DocumentPage(tuple(_lines(member, shown)), shown[-1].pk if len(found) > PAGE else None)


def document_line(member: Membership, document_id: UUID) -> DocumentLine | None:
    """One line of the list, for the row that watches its own progress."""
    found = list(_rows(member).filter(pk=document_id))
    return _lines(member, found)[0] if found else None


def state_counts(member: Membership) -> list[StateCount]:
    """The states that occur among the member's documents, in their order."""
    rows = Document.objects.visible_to(member).values("state").annotate(count=Count("id")).order_by()
    counts = {row["state"]: row["count"] for row in rows}
    return [StateCount(state, counts[state]) for state in DocumentState if state in counts]


def _rows(member: Membership) -> Any:
    documents = Document.objects.visible_to(member)
    return documents.select_related("source", "audience", "uploaded__actor", "same_as", "same_as__source").defer(
        "source__text", "same_as__source__text"
    )


def _lines(member: Membership, documents: Iterable[Document]) -> list[DocumentLine]:
    documents = list(documents)
    counts: dict[UUID, dict[str, int]] = {}
    rows = Proposal.objects.visible_to(member).filter(document__in=[d.pk for d in documents])
    for row in rows.values("document", "state").annotate(count=Count("id")).order_by():
        counts.setdefault(row["document"], {})[row["state"]] = row["count"]
    return [_line(document, counts.get(document.pk, {})) for document in documents]


def _line(document: Document, counts: dict[str, int]) -> DocumentLine:
    actor = document.uploaded.actor
    twin = document.same_as
    return DocumentLine(
        id=document.pk,
        title=words_of(document.title, document.source.language if document.source else ""),
        filename=document.filename,
        size_bytes=document.size_bytes,
        state=DocumentState(document.state),
        progress=document.progress,
        source_kind=document.get_source_kind_display(),
        circle=document.audience.name if document.audience else "",
        uploaded_at=document.uploaded.at,
        uploaded_by=str(actor) if actor else "",
        problem=document.problem,
        warnings=tuple(document.warnings),
        twin=twin.pk if twin else None,
        twin_title=twin.title if twin else "",
        facts=sum(counts.values()),
        waiting=counts.get(ProposalState.WAITING, 0),
    )
