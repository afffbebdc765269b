"""Whether a claim is what its table allows: what `full_clean` asks, without asking the database what is known."""

from __future__ import annotations

import operator
from collections.abc import Callable, Collection
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models

from qiao.register.models import Claim

COMPARED: dict[str, Callable[[Any, Any], bool]] = {
    "gt": operator.gt,
    "gte": operator.ge,
    "lt": operator.lt,
    "lte": operator.le,
}


def check_claim(claim: Claim, unchecked: Collection[str]) -> None:
    """Check each column, then the conditions of the table; values are put into the type of their column.

    unchecked    names of the columns that are ours, or may be unknown and are.
    Raises       ValidationError, by column; under "__all__" for a condition of the table.
    """
    wrong: dict[str, Any] = {}
    for field in claim._meta.concrete_fields:
        if field.name not in unchecked and not _is_known_row(claim, field):
            try:
                _clean(claim, field)
            except ValidationError as error:
                wrong[field.name] = error.error_list
    left_out = {*unchecked, *wrong}
    for constraint in claim._meta.constraints:
        if not surely_holds(constraint, claim):
            try:
                constraint.validate(type(claim), claim, exclude=left_out)
            except ValidationError as error:
                wrong.setdefault(NON_FIELD_ERRORS, []).extend(error.error_list)
    if wrong:
        raise ValidationError(wrong)


def _is_known_row(claim: Claim, field: Any) -> bool:
    """Whether the column leads to a row at hand that was read or written: no need to ask whether it is there."""
    if not field.is_relation or not field.is_cached(claim):
        return False
    other = field.get_cached_value(claim)
    return other is not None and not other._state.adding


def _clean(claim: Claim, field: models.Field[Any, Any]) -> None:
    value = getattr(claim, field.attname)
    if not (field.blank and value in field.empty_values):
        setattr(claim, field.attname, field.clean(value, claim))


def surely_holds(constraint: models.BaseConstraint, row: models.Model) -> bool:
    """Whether a condition that compares two columns holds. False when only the database can tell."""
    condition = getattr(constraint, "condition", None)
    if not isinstance(constraint, models.CheckConstraint) or not isinstance(condition, models.Q):
        return False
    if condition.negated or len(condition.children) != 1 or not isinstance(condition.children[0], tuple):
        return False
    said, other = condition.children[0]
    name, _, how = said.partition("__")
    against: str = getattr(other, "name", "") if type(other) is models.F else ""
    if how not in COMPARED or not hasattr(row, against):
        return False
    left, right = getattr(row, name, None), getattr(row, against)
    return left is not None and type(left) is type(right) and COMPARED[how](left, right)
