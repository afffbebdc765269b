from qiao.meetings.models.attendance import Attendance
from qiao.meetings.models.event import Event
from qiao.meetings.models.figure import Figure
from qiao.meetings.models.meeting import Meeting
from qiao.meetings.models.note import Note
from qiao.meetings.models.promise import Keeping, Promise

__all__ = ["Attendance", "Event", "Figure", "Keeping", "Meeting", "Note", "Promise"]
