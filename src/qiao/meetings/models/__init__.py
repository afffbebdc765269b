from qiao.meetings.models.attendance import Attendance
from qiao.meetings.models.event import Event
from qiao.meetings.models.figure import Figure
from qiao.meetings.models.meeting import Meeting

__all__ = ["Attendance", "Event", "Figure", "Meeting"]
