"""Relations between the parties of a page, one act to a file."""

from __future__ import annotations

from qiao.engines.extract.han.marks import Mark
from qiao.engines.extract.han.relations.grounds import local
from qiao.engines.extract.han.relations.guests import hosted
from qiao.engines.extract.han.relations.holdings import held
from qiao.engines.extract.han.relations.ownership import founded, invested, subsidiaries
from qiao.engines.extract.han.relations.seats import located, opened
from qiao.engines.extract.han.relations.signings import signed
from qiao.engines.extract.han.relations.visits import led, met, visited
from qiao.engines.extract.han.scene import Scene

__all__ = ["relations"]

_READERS = (led, visited, met, signed, opened, located, founded, subsidiaries, invested, held, hosted, local)


def relations(scene: Scene) -> list[Mark]:
    """All relations of a page, each pair of parties once for each kind and modality."""
    found: dict[tuple[str, str], Mark] = {}
    for reader in _READERS:
        for mark in reader(scene):
            subject, obj = mark.attrs.parties
            if subject and obj and subject != obj:
                found.setdefault((mark.norm, mark.modality.value), mark)
    return sorted(found.values())
