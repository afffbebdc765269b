"""The register as a detector needs it: who bears which name and number, and the records for the engine."""

from __future__ import annotations

from itertools import chain

from qiao.exchange.detect.detector import Detector
from qiao.exchange.detect.index import SHARED, Index
from qiao.exchange.queries.known import known_of, segments_of
from qiao.register.adapt import adapt_all
from qiao.register.enums import PARTIES, Modality
from qiao.register.models import Identifier, Name
from qiao.register.models.search import IdentityPolicy
from qiao.register.queries.readers import Reader, groups_of_kind
from qiao.zones.models import Zone


def detector_for(zone: Zone, reader: Reader) -> Detector:
    """A detector that knows everything the reader sees: two queries over all names and numbers, and the adapting."""
    policy = IdentityPolicy.objects.filter(zone=zone).first() or IdentityPolicy(zone=zone)

    return Detector(
        index=_index(reader),
        records=chain.from_iterable(adapt_all(reader, kind) for kind in PARTIES),
        segments=segments_of(zone),
        known_of=lambda records: known_of(reader, records),
        joins=policy.joins,
    )


def _index(reader: Reader) -> Index:
    index = Index()
    for kind in PARTIES:
        heads = {
            record: key for key, records in groups_of_kind(reader, kind).items() for record in records if record != key
        }
        names = reader.claims(Name).filter(subject__kind=kind).exclude(modality=Modality.DENIAL).order_by("id")
        names = names.exclude(kind__in=SHARED)
        for record, text in names.values_list("subject_id", "text").iterator(chunk_size=5000):
            index.add_name(kind, text, heads.get(record, record))
        numbers = reader.claims(Identifier).filter(subject__kind=kind).exclude(modality=Modality.DENIAL).order_by("id")
        for record, scheme, number in numbers.values_list("subject_id", "scheme", "number").iterator(chunk_size=5000):
            index.add_number(kind, scheme, number, heads.get(record, record))
    return index
