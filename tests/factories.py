"""The smallest honest rows of each kind."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from django.core.files.base import ContentFile

from qiao.intake.enums import DocumentState, FactKind
from qiao.intake.models import Document, Proposal
from qiao.intake.queries.identity import propose_parties
from qiao.register.actions.state import add_party
from qiao.register.enums import EntityKind, SourceKind
from qiao.register.models import Entity, Source
from qiao.zones.actions.act import acting_as_system
from qiao.zones.models import Circle, Membership, Role, User, Zone

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def make_zone(slug: str, *, name: str, home_names: list[str] | None = None) -> Zone:
    return Zone.objects.create(
        slug=slug, names={"en": name, "zh-hans": name}, home_names=home_names or [name], language="en"
    )


def make_member(zone: Zone, name: str, role: Role = Role.OFFICER) -> Membership:
    user, _made = User.objects.get_or_create(email=f"{name}@example.org", defaults={"name": name.title()})
    return Membership.objects.create(zone=zone, user=user, role=role)


def make_organisation(member: Membership, name: str, *, audience: Circle | None = None) -> Entity:
    return add_party(member=member, kind=EntityKind.ORGANISATION, name=name, audience=audience, now=NOW)


def make_person(member: Membership, name: str, *, audience: Circle | None = None) -> Entity:
    return add_party(member=member, kind=EntityKind.PERSON, name=name, audience=audience, now=NOW)


def make_source(
    zone: Zone, text: str, *, kind: SourceKind = SourceKind.PRESS, audience: Circle | None = None
) -> Source:
    return Source.objects.create(
        zone=zone, kind=kind, title="A report", text=text, published_date=date(2025, 6, 13), audience=audience
    )


def make_document(
    member: Membership, text: str, facts: list[dict[str, Any]], *, audience: Circle | None = None
) -> Document:
    """A document that has been read: each fact gives kind, text, and any of norm, modality, attrs, nth.

    `text` of a fact is looked up in the document; `nth` (from 0) chooses among several places.
    """
    with acting_as_system(zone=member.zone, verb="upload_document", now=NOW) as act:
        document = Document(
            zone=member.zone,
            filename="report.txt",
            size_bytes=len(text.encode()),
            uploaded=act.action,
            source=make_source(member.zone, text, audience=audience),
            state=DocumentState.READY,
            progress=100,
            audience=audience,
        )
        document.file.save("document", ContentFile(text.encode()), save=False)
        document.save(force_insert=True)
    for position, fact in enumerate(facts):
        _make_proposal(document, text, position, **fact)
    propose_parties(document)
    return document


def _make_proposal(
    document: Document, source: str, position: int, *, kind: str, text: str, nth: int = 0, **said: Any
) -> Proposal:
    start = -1
    for _ in range(nth + 1):
        start = source.index(text, start + 1)
    return Proposal.objects.create(
        zone=document.zone,
        document=document,
        position=position,
        kind=FactKind(kind),
        start=start,
        end=start + len(text),
        quote=text,
        norm=said.get("norm", text),
        modality=said.get("modality", "fact"),
        confidence=said.get("confidence", 0.9),
        attrs=said.get("attrs", {}),
    )
