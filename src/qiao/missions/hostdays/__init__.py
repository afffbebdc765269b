from qiao.missions.hostdays.days import DayKind, HostDay, what_day
from qiao.missions.hostdays.hours import HostKind, can_meet, usual_windows

__all__ = ["DayKind", "HostDay", "HostKind", "can_meet", "usual_windows", "what_day"]
