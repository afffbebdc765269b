"""Decisions on proposals. Accepting is one transaction; every decision is kept with before and after."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from qiao.intake.acceptance import Acceptance, acceptor_of
from qiao.intake.enums import Decision, FactKind, Identity, ProposalState
from qiao.intake.models import Document, Proposal, ProposedParty, Review
from qiao.intake.queries.identity import KINDS, propose_parties
from qiao.intake.signals import fact_accepted
from qiao.register.actions.undo import undo_writes
from qiao.register.models import Claim, Entity
from qiao.zones.actions import Act, acting
from qiao.zones.models import Action, Membership
from qiao.zones.rules import may_review


class SpanOutside(ValueError):
    """An edited span does not lie in the text."""


class AlreadyDecided(ValueError):
    """A fact that has been accepted or refused is no longer edited."""


class NotAcceptable(ValueError):
    """A fact says something that its table cannot hold, such as a number of thirty digits."""

    def __init__(self, number: int, reason: str) -> None:
        super().__init__(f"Expected a fact that can be recorded; found fact {number}: {reason}")
        self.number = number
        self.reason = reason


class StillLeantOn(ValueError):
    """Later facts or decisions rest on what an action brought in; they must be undone first."""

    def __init__(self, count: int) -> None:
        super().__init__(f"Expected nothing later to lean on it; found {count}.")
        self.count = count


class NotAReview(ValueError):
    """The action decided no proposal of this document."""


def accept_proposals(*, member: Membership, document: Document, proposals: Iterable[Proposal], now: datetime) -> Action:
    """Take facts into the register: all of them, with the parties they name, or none.

    Returns   the action; `undo_review` takes it back.
    Raises    NoAcceptor when no room takes a kind; NotAcceptable with the fact at fault; NotAllowed.
    """
    with acting(member=member, verb="accept_facts", now=now, allowed=may_review) as act:
        _hold(document)
        queue = deque(proposals)
        seen: set[UUID] = set()
        while queue:
            proposal = queue.popleft()
            if proposal.pk in seen:
                continue
            seen.add(proposal.pk)
            proposal.refresh_from_db(fields=["state", "party", "entity"])
            if proposal.state == ProposalState.WAITING:
                _accept(act, document, proposal, queue)
    return act.action


def refuse_proposals(*, member: Membership, proposals: Iterable[Proposal], now: datetime) -> Action:
    """Set facts aside; they stay in the document and in the record of decisions."""
    with acting(member=member, verb="refuse_facts", now=now, allowed=may_review) as act:
        chosen = Proposal.objects.select_for_update(of=("self",)).filter(
            zone=act.zone, id__in=[proposal.pk for proposal in proposals]
        )
        for proposal in chosen.order_by("position"):
            if proposal.state == ProposalState.WAITING:
                _decide(act, proposal, ProposalState.REFUSED, Decision.REFUSE, None)
    return act.action


def edit_proposal(*, member: Membership, proposal: Proposal, changes: dict[str, Any], now: datetime) -> Action:
    """Correct what the reader saw: span, norm, modality or attributes of a waiting fact.

    changes   any of start, end, norm, modality, attrs. The quote follows the span.
    Raises    SpanOutside, AlreadyDecided.
    """
    with acting(member=member, verb="edit_fact", now=now, allowed=may_review) as act:
        _hold(proposal.document)
        proposal.refresh_from_db()
        if proposal.state != ProposalState.WAITING:
            raise AlreadyDecided(f"Expected a waiting fact; found it {proposal.state}.")
        before = proposal.content
        for column in ("start", "end", "norm", "modality", "attrs"):
            if column in changes:
                setattr(proposal, column, changes[column])
        text = proposal.document.source.text if proposal.document.source else ""
        if not 0 <= proposal.start < proposal.end <= len(text):
            raise SpanOutside(f"Expected a span within 0-{len(text)}; found {proposal.start}-{proposal.end}.")
        proposal.quote = text[proposal.start : proposal.end]
        proposal.clean_fields(exclude={f.name for f in proposal._meta.fields} - {"norm", "modality"})
        proposal.save()
        _rejoin(proposal)
        _keep(act, proposal, Decision.EDIT, before, proposal.content)
    return act.action


def identify_party(*, member: Membership, party: ProposedParty, entity: Entity | None, now: datetime) -> Action:
    """Say who a party of a document is: someone of the register, or somebody new (None).

    Only before the party has been taken in; after that, judgements of the register say who is whom.
    """
    with acting(member=member, verb="identify_party", now=now, allowed=may_review) as act:
        if party.entity_id is None:
            party.hint = entity or party.hint  # what was offered stays on offer
            party.identity = Identity.EXISTING if entity else Identity.NEW
            party.save(update_fields=["hint", "identity"])
            act.touch(party)
    return act.action


def undo_review(*, member: Membership, document: Document, action: Action, now: datetime) -> Action:
    """Take back one decision: the register and the proposals stand as before it.

    Raises    StillLeantOn, NotAReview, AlreadyUndone.
    """
    reviews = Review.objects.filter(zone=action.zone, action=action, proposal__document=document)
    if not reviews.exists():
        raise NotAReview(f"Expected a decision on this document; found {action.verb}.")
    with acting(member=member, verb="undo_review", now=now, allowed=may_review, undoes=action) as act:
        _hold(document)
        leaning = _leaning_on(action) + _decided_since(action)
        if leaning:
            raise StillLeantOn(leaning)
        undo_writes(act, action)
        for review in reviews.select_related("proposal"):
            _restore(act, review)
        _release(act, document, action)
    return act.action


def _accept(act: Act, document: Document, proposal: Proposal, queue: deque[Proposal]) -> None:
    acceptance = Acceptance(act, document, proposal, queue.append)
    try:
        entity = acceptor_of(acceptance)(acceptance)
    except ValidationError as error:
        raise NotAcceptable(proposal.position + 1, " ".join(error.messages)) from error
    except (ValueError, ArithmeticError) as error:
        raise NotAcceptable(proposal.position + 1, _("a value in it fits no record")) from error
    proposal.entity = entity
    _decide(act, proposal, ProposalState.ACCEPTED, Decision.ACCEPT, proposal.content)
    if entity is not None:
        fact_accepted.send(sender=None, acceptance=acceptance, entity=entity)


def _decide(
    act: Act, proposal: Proposal, state: ProposalState, decision: Decision, after: dict[str, object] | None
) -> None:
    proposal.state = state
    proposal.decided = act.action
    proposal.save(update_fields=["state", "decided", "entity"])
    _keep(act, proposal, decision, proposal.content, after)


def _keep(
    act: Act,
    proposal: Proposal,
    decision: Decision,
    before: dict[str, object],
    after: dict[str, object] | None,
) -> None:
    Review(zone=act.zone, proposal=proposal, action=act.action, decision=decision, before=before, after=after).save(
        force_insert=True
    )
    act.touch(proposal)


def _hold(document: Document) -> None:
    """Let decisions on one document follow each other: the second waits, and sees what the first made."""
    document.refresh_from_db(fields=["about"], from_queryset=Document.objects.select_for_update(of=("self",)))


def _rejoin(proposal: Proposal) -> None:
    """A name that was corrected may belong to another party of the document."""
    if FactKind(proposal.kind) in KINDS:
        propose_parties(proposal.document)


def _restore(act: Act, review: Review) -> None:
    proposal = review.proposal
    if review.decision == Decision.EDIT:
        now_said = proposal.content
        for column in ("start", "end", "norm", "modality", "attrs"):
            setattr(proposal, column, review.before[column])
        proposal.quote = review.before["text"]
        proposal.save()
        _rejoin(proposal)
        _keep(act, proposal, Decision.UNDO, now_said, proposal.content)
        return
    proposal.entity = None
    _decide(act, proposal, ProposalState.WAITING, Decision.UNDO, None)


def _release(act: Act, document: Document, action: Action) -> None:
    """Free the parties and the subject that the action made: the next acceptance makes them anew."""
    made = {UUID(pk) for pk in action.touched}
    for party in ProposedParty.objects.filter(zone=act.zone, document=document, id__in=made):
        if party.entity_id in made:
            party.identity = Identity.OPEN
        party.entity = None
        party.save(update_fields=["entity", "identity"])
    if document.about_id in made:
        document.about = None
        document.save(update_fields=["about"])


def _leaning_on(action: Action) -> int:
    """Live claims of later actions about or towards entities that this action made."""
    made = list(
        Entity.objects.filter(zone=action.zone, id__in=[UUID(pk) for pk in action.touched]).values_list("id", flat=True)
    )
    count = 0
    for table in Claim.kinds():
        live = table._default_manager.filter(zone=action.zone, withdrawn__isnull=True).exclude(recorded=action)
        count += live.filter(subject_id__in=made).count()
        if any(field.name == "object" for field in table._meta.get_fields()):
            count += live.filter(object_id__in=made).count()  # type: ignore[misc]  # asked for just above
    return count


def _decided_since(action: Action) -> int:
    """Later decisions, still standing, on the facts that this one decided."""
    undone = Action.objects.filter(zone=action.zone, undoes=OuterRef("action"))
    later = Review.objects.filter(zone=action.zone, proposal__reviews__action=action, action__gt=action)
    return later.exclude(decision=Decision.UNDO).exclude(Exists(undone)).distinct().count()
