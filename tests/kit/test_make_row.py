"""Rows made by the thousand are the rows that Django makes."""

from __future__ import annotations

import pytest

from qiao.exchange.models import ImportRow
from qiao.kit.make_row import make_row
from qiao.register.models import Claim


@pytest.mark.parametrize("table", [*Claim.kinds(), ImportRow], ids=lambda table: table.__name__)
def test_columns_not_said_have_their_defaults(table: type[Claim] | type[ImportRow]) -> None:
    made, plain = make_row(table), table()

    for field in table._meta.concrete_fields:
        if not field.primary_key:
            assert getattr(made, field.attname) == getattr(plain, field.attname)
    assert made.pk != plain.pk
    assert made._state.adding


def test_no_two_rows_share_a_default() -> None:
    one, other = make_row(ImportRow), make_row(ImportRow)
    one.why["code"] = "odd"

    assert other.why == {}


def test_a_column_there_is_none_of_is_refused() -> None:
    with pytest.raises(KeyError):
        make_row(ImportRow, colour="red")
