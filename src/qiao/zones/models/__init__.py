from qiao.zones.models.action import Action
from qiao.zones.models.circle import Circle
from qiao.zones.models.invitation import Invitation
from qiao.zones.models.membership import Membership, Role
from qiao.zones.models.revision import Revision
from qiao.zones.models.row import ZoneQuerySet, ZoneRow
from qiao.zones.models.user import User
from qiao.zones.models.zone import Zone

__all__ = [
    "Action",
    "Circle",
    "Invitation",
    "Membership",
    "Revision",
    "Role",
    "User",
    "Zone",
    "ZoneQuerySet",
    "ZoneRow",
]
