"""All compiled code of the planner made ready, once, at install."""

from __future__ import annotations

from qiao.engines.plan.itinerary import warm as itinerary
from qiao.engines.plan.timetable import warm as timetable
from qiao.engines.plan.toptw import solve as toptw

if __name__ == "__main__":
    itinerary.warm()
    toptw.warm()
    timetable.warm()
