"""What an agreement without a name is called: its instrument, and its sides."""

from __future__ import annotations

from qiao.partnerships.models import AgreementParty, Standing
from qiao.register.models import Entity
from qiao.register.queries.claim import fetched
from qiao.register.queries.groups import visible_records
from qiao.register.queries.labels import called
from qiao.register.queries.shown import shown
from qiao.register.queries.words import Piece
from qiao.zones.models import Membership

NAMED = 3


def call_agreement(member: Membership, entity: Entity, language: str) -> Piece | None:
    """Such as "Memorandum: Ostwind Sensorik, Linhu High-tech Zone"."""
    records = visible_records(entity, member)
    stand = shown(list(fetched(Standing, member).live().filter(subject_id__in=records)))
    sides = AgreementParty.objects.visible_to(member).live().filter(subject_id__in=records)
    parties = list(sides.order_by("id").values_list("object_id", flat=True))
    names = called(parties, language)
    told = list(dict.fromkeys(names[one].text for one in parties if one in names))[:NAMED]
    kind = str((stand.first.claim if stand else Standing()).get_instrument_display())
    return Piece(f"{kind}: {', '.join(told)}" if told else kind)
