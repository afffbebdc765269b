"""Keep a record of a list that is taken out of the zone."""

from __future__ import annotations

from datetime import datetime

from qiao.exchange.export.forms import Form
from qiao.exchange.export.listings import Asked, Listing
from qiao.exchange.export.rules import may_export
from qiao.exchange.models import Export
from qiao.zones.actions import acting

LONGEST_KEPT = 100


def record_export(*, listing: Listing, form: Form, asked: Asked, now: datetime) -> Export:
    """Count the rows that the member will get, and record that they took them.

    Raises    NotAllowed when the member's role does not carry it.
    """
    narrowed = {key: _short(value) for key, value in asked.narrowed.items() if value and key in listing.kept}
    if any(value for key, value in asked.narrowed.items() if key not in listing.kept):
        narrowed["found_by_words"] = "yes"
    with acting(member=asked.member, verb="export_list", now=now, allowed=may_export) as act:
        export = Export(
            zone=act.zone,
            listing=listing.key,
            form=form,
            narrowed=narrowed,
            rows=listing.count(asked),
            recorded=act.action,
        )
        export.save(force_insert=True)
        act.touch(export)
    return export


def _short(value: str) -> str:
    """As much of a parameter as any honest one has; PostgreSQL keeps no null character."""
    return value.replace("\0", " ")[:LONGEST_KEPT]
