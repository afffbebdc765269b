"""Agreements and liaison stations as lists that can be exported."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from qiao.exchange.export.listings import Asked
from qiao.exchange.export.party import Party
from qiao.exchange.export.things import Things, Told
from qiao.exchange.export.things_files import register_things
from qiao.meetings.exporting import FIGURE_TOLD
from qiao.partnerships.enums import Instrument, Step
from qiao.partnerships.models import AgreementParty, Standing
from qiao.register.enums import EntityKind

NAMED = 3


def register() -> None:
    """Enter the lists of this room."""
    told = (SIDE, STANDING, FIGURE_TOLD)
    register_things(Things("agreements", _("Agreements"), EntityKind.AGREEMENT, "Contract", told, _titles))
    register_things(Things("stations", _("Liaison stations"), EntityKind.STATION, "Organization"))


def _titles(asked: Asked, page: Sequence[Party]) -> Mapping[UUID, str]:
    """What nameless agreements are called, such as "Memorandum: Ostwind Sensorik, Linhu High-tech Zone"."""
    return {one.id: _title(one) for one in page}


def _title(agreement: Party) -> str:
    instrument = next((one.value["instrument"] for one in agreement.of("standing")), Instrument.OTHER.value)
    sides = dict.fromkeys(one.value["object_name"] for one in agreement.of("agreementparty"))
    named = list(filter(None, sides))[:NAMED]
    kind = str(Instrument(instrument).label)
    return f"{kind}: {', '.join(named)}" if named else kind


def _side(value: Mapping[str, Any]) -> str:
    return str(value["object_name"])


def _stands(value: Mapping[str, Any]) -> str:
    return f"{Instrument(value['instrument']).label} · {Step(value['step']).label}"


SIDE = Told(AgreementParty, "parties", ("object_id",), _side)
STANDING = Told(Standing, "standings", ("instrument", "step"), _stands)
