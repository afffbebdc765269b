from qiao.zones.actions.act import Act, NotAllowed, acting
from qiao.zones.actions.reach import check_reach

__all__ = ["Act", "NotAllowed", "acting", "check_reach"]
