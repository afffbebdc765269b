from qiao.missions.hostdays.days import DayKind, HostDay, is_published, what_day
from qiao.missions.hostdays.hours import HostKind, can_meet, usual_windows

__all__ = ["DayKind", "HostDay", "HostKind", "can_meet", "is_published", "usual_windows", "what_day"]
