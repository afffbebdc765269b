"""Rows that the tests of the register share: claims read from a source, and the state that an undo restores."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from typing import Any

from django.urls import reverse

from qiao.register.actions.record import place_evidence, record
from qiao.register.models import Claim, Entity, Preference, Source
from qiao.zones.actions import acting
from qiao.zones.models import Membership, Zone
from qiao.zones.rules import may_record
from tests.factories import NOW


def told(
    member: Membership,
    source: Source,
    table: type[Claim],
    subject: Entity,
    *,
    words: str = "",
    now: datetime = NOW,
    **values: Any,
) -> Claim:
    """A claim read in a source; `words` is where, the whole text when empty."""
    start = source.text.index(words) if words else 0
    end = start + len(words or source.text)
    with acting(member=member, verb="tell", now=now, allowed=may_record) as act:
        evidence = place_evidence(act, source, start, end, quote=source.text[start:end])
        return record(act, table, subject=subject, evidence=evidence, **values)


def address(name: str, member: Membership, *args: object) -> str:
    return reverse(f"register:{name}", args=[member.zone.slug, *args])


def live_claims(zone: Zone) -> Counter[tuple[Any, ...]]:
    """What two states are compared by: subject, value, evidence, validity and modality of every live claim."""
    return Counter(
        (
            type(claim).__name__,
            claim.subject_id,
            claim.value,
            claim.evidence_id,
            claim.valid_from,
            claim.valid_until,
            claim.precision,
            claim.modality,
        )
        for table in Claim.kinds()
        for claim in table._default_manager.filter(zone=zone, withdrawn__isnull=True)
    )


def groups(zone: Zone) -> dict[Any, Any]:
    return dict(Entity.objects.filter(zone=zone).values_list("id", "canonical_id"))


def preferred_values(zone: Zone) -> Counter[tuple[Any, ...]]:
    """The values of live claims that members prefer; copies have other ids and count as the same."""
    wanted = set(Preference.objects.filter(zone=zone, withdrawn__isnull=True).values_list("claim_id", flat=True))
    return Counter(
        (type(claim).__name__, claim.subject_id, claim.value)
        for table in Claim.kinds()
        for claim in table._default_manager.filter(zone=zone, withdrawn__isnull=True, id__in=wanted)
    )


def state(zone: Zone) -> tuple[Any, ...]:
    return live_claims(zone), groups(zone), preferred_values(zone)


def later(minutes: int) -> datetime:
    return NOW + timedelta(minutes=minutes)
