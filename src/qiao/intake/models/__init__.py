from qiao.intake.models.document import Document
from qiao.intake.models.party import ProposedParty
from qiao.intake.models.proposal import Proposal
from qiao.intake.models.review import Review

__all__ = ["Document", "Proposal", "ProposedParty", "Review"]
