from qiao.partnerships.models.agreement import Agreement, AgreementParty, Standing
from qiao.partnerships.models.station import LiaisonStation

__all__ = ["Agreement", "AgreementParty", "LiaisonStation", "Standing"]
