from __future__ import annotations

from qiao.register.models import EntityRow


class LiaisonStation(EntityRow):
    """One row is a standing post of the zone abroad; its names, place and opening are claims."""
