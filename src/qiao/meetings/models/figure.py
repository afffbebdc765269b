from __future__ import annotations

from django.db import models

from qiao.kit.quantity_columns import QuantityColumns
from qiao.meetings.enums import Measure
from qiao.register.models import Claim


class Figure(QuantityColumns, Claim):
    """One row says that a source states this number of something, with its bound and its words."""

    VALUES = ("measure", "low", "high", "low_open", "high_open", "approx", "currency")

    measure = models.CharField(max_length=12, choices=Measure, default=Measure.OTHER)
    counted = models.CharField(max_length=120, blank=True)  # the noun of the source, such as 科技创业项目

    class Meta(Claim.Meta):
        pass

    @property
    def question(self) -> tuple[str, ...]:
        return (self.measure,)

    def __str__(self) -> str:
        return self.quantity.norm
