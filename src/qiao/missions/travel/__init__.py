from qiao.missions.travel.clock import Clock, clock_of
from qiao.missions.travel.times import Said, Spot, Way, travel_minutes, way_between
from qiao.missions.travel.towns import Town, find_town, town_key

__all__ = ["Clock", "Said", "Spot", "Town", "Way", "clock_of", "find_town", "town_key", "travel_minutes", "way_between"]
