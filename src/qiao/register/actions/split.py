"""Part a record that holds what is said of two: the claims chosen are recorded again on a new record."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from qiao.register.actions.judge import write_judgement
from qiao.register.actions.record import move, new_entity, record
from qiao.register.actions.state import name_values, own_word
from qiao.register.enums import EntityKind, NameKind, Verdict
from qiao.register.models import Claim, Entity, EntityRow, Name
from qiao.zones.actions import Act, acting
from qiao.zones.models import Action, Membership
from qiao.zones.rules import may_review


class NothingToMove(ValueError):
    """A split moves at least one live claim about the record."""


class NothingStays(ValueError):
    """A split leaves at least one name behind: otherwise the new record would only take the old one's place."""


class Nameless(ValueError):
    """The new record would bear no name, and none was given."""


def split_party(
    *, member: Membership, entity: Entity, claims: Sequence[Claim], name: str = "", now: datetime
) -> tuple[Entity, Action]:
    """Move claims to a new record of the same kind and audience, in one action, and judge the two different.

    entity    the record, or any of its group; `claims` name a record of the group as subject or as object.
    name      on the member's word, for the new record; needed when no name is among the claims.
    Returns   the new record and the action. Undoing it brings every claim back; the new record stays, empty and hidden.
    Raises    NothingToMove, NothingStays, Nameless, NotAllowed.
    """
    with acting(member=member, verb="split_party", now=now, allowed=may_review) as act:
        group = set(Entity.objects.filter(zone=act.zone, canonical_id=entity.canonical_id).values_list("id", flat=True))
        moving = [claim for claim in claims if claim.is_live and group & set(_ends(claim))]
        if not moving:
            raise NothingToMove("Expected live claims about the record; found none.")
        _refuse_all_names(act, group, moving)
        if not name.strip() and not any(isinstance(claim, Name) for claim in moving):
            raise Nameless("Expected a name among the claims, or one given; found neither.")
        made = new_entity(act, EntityKind(entity.kind), _row_like(entity), entity.audience)
        for claim in moving:
            move(act, claim, **_ends_moved(claim, group, made))
        if name.strip():
            evidence = own_word(act, member, entity.audience)
            record(act, Name, subject=made, evidence=evidence, **name_values(name, kind=NameKind.OFFICIAL))
        write_judgement(act, entity, made, Verdict.DIFFERENT)
    return made, act.action


def _ends(claim: Claim) -> list[Any]:
    return [claim.subject_id, getattr(claim, "object_id", None)]


def _ends_moved(claim: Claim, group: set[Any], made: Entity) -> dict[str, Any]:
    """The claim's subject, and its object where it has one, with the new record in the place of the old."""
    moved: dict[str, Any] = {"subject": made if claim.subject_id in group else claim.subject}
    if getattr(claim, "object_id", None) in group:
        moved["object"] = made
    return moved


def _refuse_all_names(act: Act, group: set[Any], moving: Sequence[Claim]) -> None:
    names = Name.objects.live().filter(zone=act.zone, subject_id__in=group)
    if not names.exclude(pk__in=[claim.pk for claim in moving]).exists():
        raise NothingStays("Expected a name to stay with the record; found that all would move.")


def _row_like(entity: Entity) -> type[EntityRow] | None:
    """The table of plain columns that the record has a row in."""
    tables: list[type[EntityRow]] = EntityRow.__subclasses__()
    return next((table for table in tables if table._default_manager.filter(entity=entity).exists()), None)
