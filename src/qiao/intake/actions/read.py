"""Read a kept file into proposals, in steps that can be killed and taken up again."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from qiao.engines.documents import SourceText, UnreadableDocument
from qiao.engines.extract import Fact
from qiao.engines.text.language import language_of
from qiao.intake.adapt import facts_of, facts_read_twice, proposal_of, text_of, title_of
from qiao.intake.enums import DocumentState, FactKind
from qiao.intake.models import Document, Proposal
from qiao.intake.queries.identity import propose_parties
from qiao.intake.second_reader import second_reader
from qiao.register.models import Source
from qiao.zones.actions.act import acting_as_system
from qiao.zones.models import Zone

STALE = timedelta(minutes=5)  # a reader silent for so long is dead: opening one file may take three minutes
BATCH = 200
log = logging.getLogger(__name__)
Clock = Callable[[], datetime]


def read(document_id: UUID, *, now: Clock) -> None:
    """Read one document to the end, or to the sentence that says why not.

    Safe to call twice: a document that another worker holds, or that has been read, is left alone. Killed at any
    point and called again, the result equals one clean run.
    """
    document = _claim(document_id, now())
    if document is None:
        return
    try:
        content = text_of(document)
    except UnreadableDocument as refusal:
        _stop(document, {"code": refusal.trouble.value, "params": dict(refusal.params)})
        return
    _beat(document, 20, now())
    source = _keep_source(document, content, now())
    if source is None:
        return
    try:
        facts = facts_of(document, content)
    except Exception:  # a fault of the reader must not bring the document back to every worker for ever
        log.exception("finding facts in document %s failed", document.pk)
        _stop(document, {"code": "not_understood", "params": {}})
        return
    _beat(document, 60, now())
    facts, added = _read_again(document, content, facts)
    _propose(document, [*facts, *added], now, first_added=len(facts))


def stale_documents(at: datetime) -> list[UUID]:
    """Documents waiting or abandoned, in the order they came; the worker takes them up again."""
    waiting = Q(state=DocumentState.QUEUED, heartbeat_at__isnull=True, uploaded__at__lt=at - STALE)
    abandoned = Q(state=DocumentState.READING, heartbeat_at__lt=at - STALE)
    return list(Document.objects.filter(waiting | abandoned).order_by("id").values_list("id", flat=True))


def _claim(document_id: UUID, at: datetime) -> Document | None:
    free = Q(state=DocumentState.QUEUED) | Q(state=DocumentState.READING, heartbeat_at__lt=at - STALE)
    taken = (
        Document.objects.filter(pk=document_id)
        .filter(free)
        .update(state=DocumentState.READING, heartbeat_at=at, progress=5)
    )
    if not taken:
        return None
    return Document.objects.select_related("zone", "source", "audience", "uploaded").get(pk=document_id)


def _beat(document: Document, progress: int, at: datetime) -> None:
    document.progress = progress
    document.heartbeat_at = at
    document.save(update_fields=["progress", "heartbeat_at"])


def _stop(document: Document, problem: dict[str, object]) -> None:
    document.state = DocumentState.REFUSED
    document.problem = problem
    document.save(update_fields=["state", "problem"])


@transaction.atomic
def _keep_source(document: Document, content: SourceText, at: datetime) -> Source | None:
    """The source of the text; None when the same text is known already, which ends the reading.

    Two workers that read the same text at once come here one after the other, and the second finds the first.
    """
    if document.source is not None:
        return document.source
    Zone.objects.select_for_update(no_key=True).get(pk=document.zone_id)
    digest = hashlib.sha256(content.text.encode("utf-8", "surrogatepass")).hexdigest()
    twin = (
        Document.objects.filter(zone=document.zone, source__digest=digest, audience=document.audience)
        .exclude(pk=document.pk)
        .first()
    )
    if twin is not None:
        document.state = DocumentState.KNOWN
        document.same_as = twin
        document.progress = 100
        document.save(update_fields=["state", "same_as", "progress"])
        return None
    with acting_as_system(zone=document.zone, verb="keep_source", now=at) as act:
        source = Source(
            zone=document.zone,
            kind=document.source_kind,
            title=title_of(content)[:300],
            language=language_of(content.text),
            published_date=content.published,
            text=content.text,
            digest=digest,
            audience=document.audience,
        )
        source.save(force_insert=True)
        document.source = source
        document.warnings = [{"code": w.code.value, "params": dict(w.params)} for w in content.warnings]
        document.save(update_fields=["source", "warnings"])
        act.touch(source, document)
    return source


def _read_again(document: Document, content: SourceText, facts: list[Fact]) -> tuple[list[Fact], list[Fact]]:
    """The facts as a second reader leaves them, and those it adds; the facts as they are when there is none.

    What it adds comes last, so that a reading taken up again finds the first facts at their old positions. The
    record names it before it is asked: the text has left the house even when no answer comes.
    """
    endpoint = second_reader()
    if endpoint is None or document.audience is not None:  # what a circle keeps to itself does not leave the house
        return facts, []
    document.reader = endpoint.name
    document.save(update_fields=["reader"])
    try:
        found = facts_read_twice(endpoint, document, content, facts)
    except Exception as trouble:  # a second opinion is never worth the loss of the first
        log.warning("second reading of document %s failed: %s", document.pk, type(trouble).__name__)
        _warn(document, "second_reader_failed")
        return facts, []
    if found.unread:
        _warn(document, "second_reader_failed")
    added = set(found.added)
    return [fact for fact in found.facts if fact not in added], list(found.added)


def _warn(document: Document, code: str) -> None:
    if all(warning["code"] != code for warning in document.warnings):
        document.warnings = [*document.warnings, {"code": code, "params": {}}]
        document.save(update_fields=["warnings"])


def _propose(document: Document, facts: list[Fact], now: Clock, *, first_added: int) -> None:
    """Every fact as a proposal; those from `first_added` on were seen by the second reader alone."""
    known = {kind.value for kind in FactKind}
    alone = set(map(id, facts[first_added:]))
    facts = [fact for fact in facts if fact.type.value in known]
    done = Proposal.objects.filter(zone=document.zone, document=document).count()
    for first in range(done, len(facts), BATCH):
        with transaction.atomic():
            rows = [
                proposal_of(document, position, fact, second_reader=id(fact) in alone)
                for position, fact in enumerate(facts[first : first + BATCH], start=first)
            ]
            Proposal.objects.bulk_create(rows)
            _beat(document, 60 + 35 * (first + len(rows)) // max(len(facts), 1), now())
    with transaction.atomic():
        propose_parties(document)
        document.state = DocumentState.READY
        document.progress = 100
        document.save(update_fields=["state", "progress"])
