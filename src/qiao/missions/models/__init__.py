from qiao.missions.models.approval import ApprovalStep, LinkedAgreement
from qiao.missions.models.computed import Plan, Round
from qiao.missions.models.gathering import AgendaItem, Invitee, PlannedEvent, Wish
from qiao.missions.models.leg import Leg
from qiao.missions.models.mission import Delegate, Mission, MissionPart
from qiao.missions.models.papers import Photograph, Printing, TripReport
from qiao.missions.models.travel import OwnTravelTime
from qiao.missions.models.traveller import MissionRole, Traveller
from qiao.missions.models.visit import Visit, VisitWindow

__all__ = [
    "AgendaItem",
    "ApprovalStep",
    "Delegate",
    "Invitee",
    "Leg",
    "LinkedAgreement",
    "Mission",
    "MissionPart",
    "MissionRole",
    "OwnTravelTime",
    "Photograph",
    "Plan",
    "PlannedEvent",
    "Printing",
    "Round",
    "Traveller",
    "TripReport",
    "Visit",
    "VisitWindow",
    "Wish",
]
