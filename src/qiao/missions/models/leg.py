from __future__ import annotations

from django.db import models

from qiao.missions.models.planned import PlannedRow


class Leg(PlannedRow):
    """One row is a town that a mission goes to, in the order of the journey.

    `place` is the town's key in `travel`, empty where the gazetteer does not know it; coordinates, country, region and
    time zone are kept here, so that a town of our own can stand too. `hotel` says whether a night may be spent there.
    """

    position = models.PositiveSmallIntegerField()
    place = models.CharField(max_length=60)  # unique within the mission; the engine's id of the place
    town = models.CharField(max_length=120)
    country = models.CharField(max_length=2)
    region = models.CharField(max_length=10, blank=True)  # subdivision, for holidays: BY for Bavaria
    time_zone = models.CharField(max_length=64)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    arrives_on = models.DateField(null=True, blank=True)
    leaves_on = models.DateField(null=True, blank=True)
    hotel = models.BooleanField(default=True)
    hotel_name = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return self.town
