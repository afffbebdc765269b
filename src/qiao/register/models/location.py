from __future__ import annotations

from typing import Any

from django.db import models

from qiao.register.models.claim import Claim


class Location(Claim):
    """One row says where something is, or took place."""

    VALUES = ("place", "country")

    place = models.CharField(max_length=120, blank=True)  # as named; empty when only a country is known
    country = models.CharField(max_length=2, blank=True)  # ISO 3166-1
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)

    class Meta(Claim.Meta):
        indexes = [
            *Claim.Meta.indexes,
            models.Index(fields=["zone", "country"], name="location_zone_country"),
        ]

    @property
    def is_exclusive(self) -> bool:
        return True

    @property
    def answer(self) -> tuple[Any, ...]:
        """Where it lies when that is known: a city has a name in every language and one place on the map."""
        if self.latitude is not None and self.longitude is not None and self.place:
            return (round(self.latitude, 2), round(self.longitude, 2))
        return (self.place.casefold(), self.country)

    def __str__(self) -> str:
        return self.place or self.country
