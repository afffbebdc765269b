"""Which fields a zone's officers gave the columns of files like this one."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from qiao.engines.text.names import fold
from qiao.exchange.models import MappingMemory
from qiao.exchange.reading import Field
from qiao.zones.models import Zone


def signature_of(columns: Sequence[str]) -> str:
    """The same for files whose headers fold to the same, in the same order."""
    folded = "\x1f".join(fold(column) for column in columns)
    return hashlib.sha256(folded.encode("utf-8", "surrogatepass")).hexdigest()


def remembered(zone: Zone, columns: Sequence[str]) -> list[str] | None:
    """The fields confirmed last for a file with these headers; None when there was none."""
    held = MappingMemory.objects.filter(zone=zone, signature=signature_of(columns)).first()
    if held is None or len(held.fields) != len(columns):
        return None
    known = {field.value for field in Field}
    return [field if field in known else Field.NOTE.value for field in held.fields]
