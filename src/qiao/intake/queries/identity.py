"""Who the parties of a document may be: its own aliases joined, and the register asked."""

from __future__ import annotations

from collections import defaultdict

from qiao.engines.text.names import fold
from qiao.intake.enums import FactKind, Identity
from qiao.intake.models import Document, Proposal, ProposedParty
from qiao.register.enums import EntityKind
from qiao.register.queries.identify import likely_same

KINDS = {FactKind.ORGANISATION: EntityKind.ORGANISATION, FactKind.PERSON: EntityKind.PERSON}


def propose_parties(document: Document) -> None:
    """Join the facts that name one party, and note whom the register takes it for."""
    named: dict[tuple[EntityKind, str], list[Proposal]] = defaultdict(list)
    for proposal in document.proposals.filter(zone=document.zone, kind__in=KINDS).order_by("position"):
        key = fold(proposal.norm or proposal.quote)[:300]
        named[(KINDS[FactKind(proposal.kind)], key)].append(proposal)
    for (kind, key), proposals in named.items():
        party, _made = ProposedParty.objects.get_or_create(
            zone=document.zone,
            document=document,
            kind=kind,
            key=key,
            defaults={"name": (proposals[0].norm or proposals[0].quote)[:300]},
        )
        _hint(party, proposals)
        Proposal.objects.filter(pk__in=[p.pk for p in proposals]).update(party=party)


def _hint(party: ProposedParty, proposals: list[Proposal]) -> None:
    if party.identity != Identity.OPEN:
        return
    names = {party.name, *(proposal.quote for proposal in proposals)}
    hint = likely_same(party.zone, EntityKind(party.kind), names)
    if hint is not None:
        party.hint = hint.entity
        party.reason = hint.reason
        party.identity = Identity.EXISTING if hint.sure else Identity.OPEN
        party.save(update_fields=["hint", "reason", "identity"])
