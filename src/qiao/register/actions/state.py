"""What members state by hand: parties added, claims added, corrected, withdrawn and preferred."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from qiao.engines.text.language import language_of
from qiao.engines.text.names import script_of
from qiao.engines.text.places import find_place
from qiao.register.actions.record import correct, new_entity, place_evidence, prefer, record, withdraw
from qiao.register.actions.refresh import refresh_caches
from qiao.register.enums import EntityKind, NameKind, SourceKind
from qiao.register.models import (
    Claim,
    Entity,
    Evidence,
    Name,
    Organisation,
    Person,
    Preference,
    Source,
)
from qiao.zones.actions import Act, acting, check_reach
from qiao.zones.models import Circle, Membership
from qiao.zones.rules import may_record

ROWS: dict[EntityKind, type[Organisation] | type[Person]] = {
    EntityKind.ORGANISATION: Organisation,
    EntityKind.PERSON: Person,
}


def add_party(
    *,
    member: Membership,
    kind: EntityKind,
    name: str,
    language: str = "",
    audience: Circle | None = None,
    now: datetime,
) -> Entity:
    """Add an organisation or a person with one name, on the member's word.

    A confined member must name one of their circles: what they add would otherwise be hidden from them.
    """
    check_reach(member, audience)
    with acting(member=member, verb="add_party", now=now, allowed=may_record) as act:
        entity = new_entity(act, kind, ROWS[kind], audience)
        evidence = own_word(act, member, audience)
        record(act, Name, subject=entity, evidence=evidence, **name_values(name, language, NameKind.OFFICIAL))
    return entity


def add_claim(*, member: Membership, table: type[Claim], subject: Entity, now: datetime, **values: Any) -> Claim:
    """State one thing about a party, on the member's word."""
    with acting(member=member, verb=f"add_{table._meta.model_name}", now=now, allowed=may_record) as act:
        evidence = own_word(act, member, subject.audience)
        return record(act, table, subject=subject, evidence=evidence, **values)


def correct_claim(*, member: Membership, claim: Claim, because: str = "", now: datetime, **values: Any) -> Claim:
    """Put another value in the place of a claim; the old one stays in the history."""
    with acting(member=member, verb="correct_claim", now=now, allowed=may_record) as act:
        evidence = own_word(act, member, claim.subject.audience)
        return correct(act, claim, evidence=evidence, because=because, **values)


def withdraw_claim(*, member: Membership, claim: Claim, because: str, now: datetime) -> None:
    """Withdraw a claim with a reason; nothing is deleted."""
    with acting(member=member, verb="withdraw_claim", now=now, allowed=may_record) as act:
        withdraw(act, claim, because)


def prefer_claim(*, member: Membership, claim: Claim, now: datetime) -> Preference:
    """Show this claim before the others that answer the same question, as far as the member sees them."""
    with acting(member=member, verb="prefer_claim", now=now, allowed=may_record) as act:
        seen = type(claim)._default_manager.visible_to(member)  # type: ignore[attr-defined]  # every claim's manager
        rivals = seen.filter(subject__canonical=claim.subject.canonical_id)
        asked = [rival.pk for rival in rivals if rival.question == claim.question]
        Preference.objects.filter(zone=act.zone, claim_id__in=asked, withdrawn__isnull=True).update(
            withdrawn=act.action
        )
        preference = prefer(act, claim)
        act.stale.add(claim.subject_id)
        act.at_end("register.refresh_caches", refresh_caches)
    return preference


def own_word(act: Act, member: Membership, audience: Circle | None) -> Evidence:
    """The evidence of what a member states: a source like any other, one for each member and audience."""
    source = Source.objects.filter(
        zone=act.zone, stated_by=member.user, audience=audience, kind=SourceKind.OWN_RECORD
    ).first()
    if source is None:
        source = Source(zone=act.zone, stated_by=member.user, audience=audience, kind=SourceKind.OWN_RECORD)
        source.save(force_insert=True)
    return place_evidence(act, source, None, None)


def name_values(text: str, language: str = "", kind: NameKind = NameKind.PRINTED) -> dict[str, str]:
    """The columns of a Name, with language and script told from its characters when not said."""
    guess = language or language_of(text)
    return {
        "text": text.strip()[:300],
        "language": "" if guess == "und" else guess,
        "script": script_of(text),
        "kind": kind,
    }


def location_values(name: str) -> dict[str, object]:
    """The columns of a Location for a place as named, with coordinates when the gazetteer knows it."""
    place = find_place(name)
    if place is None:
        return {"place": name[:120], "country": ""}
    return {
        "place": "" if place.kind == "country" else name[:120],
        "country": place.country,
        "latitude": place.latitude,
        "longitude": place.longitude,
    }
