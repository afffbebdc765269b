from qiao.zones.actions.act import Act, NotAllowed, acting
from qiao.zones.actions.change import ChangedSince, cancel, change, make
from qiao.zones.actions.reach import check_reach

__all__ = ["Act", "ChangedSince", "NotAllowed", "acting", "cancel", "change", "check_reach", "make"]
