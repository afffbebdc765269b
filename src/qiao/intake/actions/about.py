"""Say what a document is about, before its first fact is accepted."""

from __future__ import annotations

from datetime import datetime

from qiao.intake.models import Document
from qiao.register.models import Entity
from qiao.zones.actions import acting
from qiao.zones.models import Action, Membership
from qiao.zones.rules import may_review


class AboutIsSettled(ValueError):
    """Facts of the document have been accepted about something already."""


def tell_about(*, member: Membership, document: Document, entity: Entity | None, now: datetime) -> Action:
    """Choose what the facts of a document will be recorded of; None lets a new entity be made.

    Raises    AboutIsSettled; NotAllowed.
    """
    if document.proposals.filter(decided__isnull=False, state="accepted").exists():
        raise AboutIsSettled("Expected a document of which nothing is accepted yet.")
    with acting(member=member, verb="tell_about", now=now, allowed=may_review) as act:
        document.about = entity
        document.save(update_fields=["about"])
        act.touch(document)
    return act.action
