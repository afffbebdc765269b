from qiao.missions.models.mission import Delegate, Mission, MissionPart

__all__ = ["Delegate", "Mission", "MissionPart"]
