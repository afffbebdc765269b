"""Which of a party's names it was that a search found."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from qiao.engines.text.search_probe import Probe
from qiao.engines.text.search_rank import Way, way_of
from qiao.register.kept_names import KeptName, unpack
from qiao.register.models import SearchEntry
from qiao.register.queries.words import Piece
from qiao.zones.models import Membership

Ranked = tuple[Way, int, int]


def matching_names(member: Membership, record_of: Mapping[UUID, UUID], typed: str) -> dict[UUID, Piece]:
    """Party -> the name that best answers what was typed, among the names the member may see: one query.

    record_of    record, one that the member may see -> the party that stands for its group.
    """
    probe = Probe(typed)
    entries = SearchEntry.objects.visible_to(member).filter(entity__in=list(record_of), is_own=member.is_confined)
    best: dict[UUID, tuple[Ranked, KeptName]] = {}
    for record, lines in entries.order_by("entity").values_list("entity_id", "names"):
        for name in unpack(lines):
            way = way_of(name.forms, probe)
            if way is None:
                continue
            ranked = (*way, len(name.forms.joined))
            if record_of[record] not in best or ranked < best[record_of[record]][0]:
                best[record_of[record]] = (ranked, name)
    return {party: Piece(name.text, name.language) for party, (_ranked, name) in best.items()}
