from qiao.zones.actions.act import Act, NotAllowed, acting

__all__ = ["Act", "NotAllowed", "acting"]
