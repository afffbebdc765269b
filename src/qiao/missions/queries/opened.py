"""What stands behind one figure: named records, and the sentences with their words marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from qiao.missions.counting import Item
from qiao.missions.queries.figures import FigureLine
from qiao.missions.queries.gather import Gathered
from qiao.register.models import Evidence
from qiao.register.queries.labels import Called
from qiao.register.queries.sentences import Marked, marked_sentence


@dataclass(frozen=True)
class NamedItem:
    """A record held against the figure, under a name a reader knows."""

    called: Called | None
    item: Item

    @property
    def because(self) -> Any:
        return self.item.because


@dataclass(frozen=True)
class OpenedFigure:
    """A figure with everything it rests on."""

    line: FigureLine
    counted: list[NamedItem]
    not_counted: list[NamedItem]
    sentences: list[Marked]


def open_figure(line: FigureLine, mission: Gathered) -> OpenedFigure:
    """The figure's records by name, and each place that states it."""
    reckoning = line.reckoning
    claims = [claim for told in (line.shown.first, *line.shown.others) for claim in told.claims]
    places: dict[Any, Evidence] = {claim.evidence_id: claim.evidence for claim in claims}
    return OpenedFigure(
        line=line,
        counted=[_named(item, mission) for item in reckoning.counted] if reckoning else [],
        not_counted=[_named(item, mission) for item in reckoning.not_counted] if reckoning else [],
        sentences=[marked_sentence(evidence) for evidence in places.values()],
    )


def _named(item: Item, mission: Gathered) -> NamedItem:
    """An agreement or meeting goes by the other side; everything else by its own name."""
    part = next((part for part in mission.parts if part.id == item.entity_id), None)
    others = [] if part is None else [party.object_id for party in part.parties][1:]
    hosts = [] if part is None else [a.object_id for a in part.attendances if a.side != "ours"]
    for entity_id in [*others, *hosts, item.entity_id]:
        if entity_id in mission.names:
            return NamedItem(mission.names[entity_id], item)
    return NamedItem(None, item)
