from qiao.register.models.claim import Claim, ClaimQuerySet
from qiao.register.models.contact import ContactPoint
from qiao.register.models.dating import Dating
from qiao.register.models.entity import Entity, EntityQuerySet, EntityRow, SubjectRowQuerySet
from qiao.register.models.identifier import Identifier
from qiao.register.models.judgement import CanonicalSpan, Judgement
from qiao.register.models.label import Label, SearchEntry
from qiao.register.models.location import Location
from qiao.register.models.name import Name
from qiao.register.models.party import Organisation, Person
from qiao.register.models.plain import PlainQuerySet, PlainRow
from qiao.register.models.preference import Preference
from qiao.register.models.search import DuplicateSearch, IdentityPolicy
from qiao.register.models.segment import Classification, Segment
from qiao.register.models.source import Evidence, Source
from qiao.register.models.tie import Tie
from qiao.register.models.waiting import WaitingPair

__all__ = [
    "CanonicalSpan",
    "Claim",
    "ClaimQuerySet",
    "Classification",
    "ContactPoint",
    "Dating",
    "DuplicateSearch",
    "Entity",
    "EntityQuerySet",
    "EntityRow",
    "Evidence",
    "Identifier",
    "IdentityPolicy",
    "Judgement",
    "Label",
    "Location",
    "Name",
    "Organisation",
    "Person",
    "PlainQuerySet",
    "PlainRow",
    "Preference",
    "SearchEntry",
    "Segment",
    "Source",
    "SubjectRowQuerySet",
    "Tie",
    "WaitingPair",
]
