"""How a bounded quantity is kept in a table."""

from __future__ import annotations

from django.db import models

from qiao.engines.text.quantity import Quantity


class QuantityColumns(models.Model):
    """Abstract: low and high end (either open), approximation, unit or currency, and the source's words."""

    low = models.DecimalField(max_digits=24, decimal_places=4, null=True)
    high = models.DecimalField(max_digits=24, decimal_places=4, null=True)
    low_open = models.BooleanField(default=False)
    high_open = models.BooleanField(default=False)
    approx = models.BooleanField(default=False)
    unit = models.CharField(max_length=60, blank=True)
    currency = models.CharField(max_length=3, blank=True)
    words = models.CharField(max_length=300, blank=True)

    class Meta:
        abstract = True

    @property
    def quantity(self) -> Quantity:
        return Quantity(
            self.low,
            self.high,
            self.low_open,
            self.high_open,
            self.approx,
            self.unit,
            self.currency,
            self.words,
        )


def quantity_values(quantity: Quantity) -> dict[str, object]:
    """The columns of a quantity, for recording."""
    return {
        "low": quantity.low,
        "high": quantity.high,
        "low_open": quantity.low_open,
        "high_open": quantity.high_open,
        "approx": quantity.approx,
        "unit": quantity.unit[:60],
        "currency": quantity.currency,
        "words": quantity.words[:300],
    }
