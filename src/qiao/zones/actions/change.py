"""The three ways in which plain rows come, change and go, and the one in which that is undone.

What we intend (a visit, a leg, a term) is a plain row. It is written through these alone, so that each change leaves
its revision: who changed what from what to what, and how to take it back.
"""

from __future__ import annotations

from typing import Any, TypeVar
from uuid import UUID

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models.fields.files import FieldFile

from qiao.zones.actions.act import Act
from qiao.zones.models import Action, Revision

R = TypeVar("R", bound=models.Model)

BOOKKEEPING = frozenset({"id", "zone", "entity"})


class ForeignRow(ValueError):
    """A row of another zone was offered."""


class ChangedSince(ValueError):
    """What an action changed has been changed again since: its undoing would lose the later change."""

    def __init__(self, rows: int) -> None:
        super().__init__(f"Expected rows as the action left them; {rows} were changed since.")
        self.rows = rows


def make(act: Act, table: type[R], **columns: Any) -> R:
    """Make one plain row. Raises ValidationError, ForeignRow."""
    row = table(zone=act.zone, **columns)
    _check(act, row)
    row.save(force_insert=True)
    _revise(act, row, {}, _told(row, _columns(table)))
    return row


def change(act: Act, row: R, **columns: Any) -> R:
    """Change columns of a plain row; those that hold the value already are left, and nothing is written for them.

    Raises ValidationError, ForeignRow.
    """
    fields = _fields(row)
    names = [fields[name].name for name in columns]  # a column may be said by its id
    held = type(row)._default_manager.select_for_update(of=("self",)).get(pk=row.pk)
    before = _told(held, names)
    for name, value in columns.items():
        setattr(row, name, value)
    _check(act, row)
    after = _told(row, names)
    changed = [name for name in names if before[name] != after[name]]
    if changed:
        row.save(update_fields=changed)
        _revise(act, row, {n: before[n] for n in changed}, {n: after[n] for n in changed})
    return row


def cancel(act: Act, row: R) -> R:
    """Take a plain row out of the plans; it stays, no longer live."""
    return change(act, row, live=False)


def restore_changes(act: Act, action: Action) -> None:
    """Put every plain row that an action changed back to what it was; a row it made is cancelled.

    Raises ChangedSince when a row no longer holds what the action wrote.
    """
    revisions = list(Revision.objects.filter(zone=act.zone, action=action).order_by("id"))
    left: dict[tuple[str, UUID], dict[str, Any]] = {}
    for revision in revisions:
        left.setdefault((revision.table, revision.row), {}).update(revision.after)
    rows = {key: _row(act, *key) for key in left}
    lost = sum(_told(rows[key], list(after)) != after for key, after in left.items())
    if lost:
        raise ChangedSince(lost)
    for revision in reversed(revisions):
        _put_back(act, rows[(revision.table, revision.row)], revision)


def _put_back(act: Act, row: models.Model, revision: Revision) -> None:
    if not revision.before:
        change(act, row, live=False)
        return
    fields = {field.name: field for field in row._meta.concrete_fields}
    change(act, row, **{fields[n].attname: fields[n].to_python(v) for n, v in revision.before.items() if n in fields})


def _row(act: Act, table: str, pk: UUID) -> models.Model:
    model: type[models.Model] = apps.get_model(table)
    return model._default_manager.get(zone_id=act.zone.pk, pk=pk)


def _columns(table: type[models.Model]) -> list[str]:
    return [field.name for field in table._meta.concrete_fields if field.name not in BOOKKEEPING]


_PLAIN = (str, int, float, bool, list, dict, type(None))


def _told(row: models.Model, names: list[str]) -> dict[str, Any]:
    """Columns as values of JSON."""
    fields = _fields(row)
    return {fields[name].name: _json(getattr(row, fields[name].attname)) for name in names}


def _fields(row: models.Model) -> dict[str, Any]:
    """The columns of a row by their names, and relations by the name of their id too."""
    columns = row._meta.concrete_fields
    return {field.name: field for field in columns} | {field.attname: field for field in columns}


def _json(value: Any) -> Any:
    if isinstance(value, FieldFile):
        return value.name or ""  # the file itself is never replaced
    return value if isinstance(value, _PLAIN) else DjangoJSONEncoder().default(value)


def _check(act: Act, row: models.Model) -> None:
    for field in row._meta.concrete_fields:
        if isinstance(field, models.ForeignKey) and field.is_cached(row):
            other = getattr(row, field.name)
            if other is not None and getattr(other, "zone_id", act.zone.pk) != act.zone.pk:
                raise ForeignRow(f"Expected rows of zone {act.zone.pk}; {field.name} is of another.")
    row.full_clean(exclude=BOOKKEEPING, validate_unique=False)


def _revise(act: Act, row: models.Model, before: dict[str, Any], after: dict[str, Any]) -> None:
    Revision(
        zone=act.zone, action=act.action, table=row._meta.label_lower, row=row.pk, before=before, after=after
    ).save(force_insert=True)
    act.touch(row)
