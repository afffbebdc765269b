"""What a page about a group is headed by, when it shows no claims that would say it better."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from qiao.register.callers import call_of
from qiao.register.models import Entity
from qiao.register.queries.labels import called
from qiao.register.queries.words import Piece
from qiao.zones.models import Membership


def title_of_group(member: Membership, entity: Entity, records: Sequence[UUID], language: str) -> Piece:
    """The label of the lowest record the member sees; who took part, for what has no name; else its kind."""
    name = called([min(records)], language).get(min(records))
    if name is not None:
        return Piece(name.text, name.language)
    return call_of(member, entity, language) or Piece(str(entity.get_kind_display()))
