from __future__ import annotations

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
        indexes = [*Claim.Meta.indexes, models.Index(fields=["zone", "country"], name="location_zone_country")]

    def __str__(self) -> str:
        return self.place or self.country
