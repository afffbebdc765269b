"""Costs against the budget, and their sums: one for each currency, for nobody said at which rate they add up."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from babel.numbers import format_decimal
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from qiao.kit.locales import locale_of
from qiao.missions.press.paper import Table
from qiao.missions.press.report_values import Cost
from qiao.missions.press.wording import line


def costs_of(costs: Sequence[Cost], lang: str) -> Table:
    """A row for each head, then a sum for each currency; a sum with an unknown amount in it is not told."""
    head = [
        pgettext("column of costs", "Cost"),
        pgettext("column of costs", "Currency"),
        pgettext("column of costs", "Budget"),
        pgettext("column of costs", "Spent"),
        pgettext("column of costs", "Over budget"),
        pgettext("column of costs", "Paid by"),
    ]
    rows = [_row(line(one.label), one, lang, line(one.payer) or _("missing")) for one in costs]
    currencies = list(dict.fromkeys(one.currency for one in costs))
    sums = [
        _row(_("Total"), _sum([one for one in costs if one.currency == code], code), lang, "") for code in currencies
    ]
    return Table("", head, [*rows, *sums], numbers=[2, 3, 4], widths=[4.2, 1.8, 2.8, 2.8, 2.8, 2.8])


def _sum(costs: list[Cost], currency: str) -> Cost:
    return Cost("", currency, _total([one.budget for one in costs]), _total([one.spent for one in costs]))


def _total(amounts: list[Decimal | None]) -> Decimal | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if len(known) == len(amounts) else None


def _row(label: str, cost: Cost, lang: str, payer: str) -> list[str]:
    over = cost.spent - cost.budget if cost.spent is not None and cost.budget is not None else None
    amounts = [_amount(cost.budget, lang), _amount(cost.spent, lang), "" if over is None else _signed(over, lang)]
    return [label, line(cost.currency, 8), *amounts, payer]


def _amount(amount: Decimal | None, lang: str) -> str:
    if amount is None:
        return _("missing")
    return format_decimal(amount, "#,##0.00", locale=locale_of(lang))


def _signed(amount: Decimal, lang: str) -> str:
    return format_decimal(amount, "+#,##0.00;−#,##0.00" if amount else "0", locale=locale_of(lang))
