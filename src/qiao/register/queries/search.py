"""Find parties however their names are typed: either Han script, pinyin, initials, accents or none."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db.models import F, QuerySet

from qiao.engines.text import search_tokens as tokens
from qiao.engines.text.name_forms import forms_of
from qiao.register.enums import PARTIES, EntityKind
from qiao.register.kept_names import unpack
from qiao.register.models import Entity, Label
from qiao.register.queries.drawn import entries
from qiao.register.queries.found import found
from qiao.register.queries.rows import PartyRow, party_rows
from qiao.register.scope_tokens import of_kinds, open_in
from qiao.zones.models import Membership, Zone

MOST = 200  # parties of a list narrowed by a name


def search_entities(member: Membership, typed: str, *, kinds: Collection[str] = ()) -> QuerySet[Entity]:
    """Entities, one for each group the member may see, one of whose names answers to what was typed."""
    return Entity.objects.standing_for(member).filter(id__in=entries_holding(member, typed, kinds=kinds))


def entries_holding(member: Membership, typed: str, *, kinds: Collection[str] = ()) -> list[UUID]:
    """Ids of the records that stand, before the member, for what answers to what was typed: the best 200."""
    return [answer.entity_id for answer in found(member, typed, kinds=kinds, limit=MOST)]


def parties_found(
    member: Membership, typed: str, *, language: str, kind: str = "", limit: int = 12
) -> tuple[PartyRow, ...]:
    """The parties that answer to what was typed, the best first, as rows of the list."""
    ids = [one.entity_id for one in found(member, typed, kinds=[kind] if kind else PARTIES, limit=limit)]
    labels = Label.objects.visible_to(member).filter(entity__in=ids, language=language).exclude(text="")
    by_id = {label.entity_id: label for label in labels.select_related("entity")}
    return party_rows(member, [by_id[pk] for pk in ids if pk in by_id], typed=typed, language=language)


def entities_named(zone: Zone, kind: EntityKind, name: str) -> list[Entity]:
    """Open canonical entities of the zone one of whose names folds to the same form, or sounds so: at most two."""
    forms = forms_of(name)
    wanted = [form for form in (forms.pinyin.replace(" ", ""), forms.joined) if form]
    if not wanted:
        return []
    ids: dict[UUID, None] = {}
    for form in wanted:
        asked = ((open_in(zone.pk),), of_kinds([kind]), (tokens.exact(form),))
        answering = entries(zone.pk, asked, ordered=True, limit=50)
        ids |= dict.fromkeys(one.entity_id for one in answering if _bears(one.names, form))
    named = Entity.objects.filter(zone=zone, kind=kind, audience__isnull=True, canonical=F("id"), id__in=list(ids)[:50])
    return list(named.order_by("id")[:2])


def _bears(lines: str, form: str) -> bool:
    """Whether one of the names is this form, or sounds so: a token may be shared by another order of words."""
    return any(form in (name.forms.joined, name.forms.pinyin.replace(" ", "")) for name in unpack(lines))
