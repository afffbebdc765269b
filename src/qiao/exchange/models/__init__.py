from qiao.exchange.models.batch import ImportBatch
from qiao.exchange.models.export import Export
from qiao.exchange.models.memory import MappingMemory
from qiao.exchange.models.row import ImportRow
from qiao.exchange.models.run import ImportRun

__all__ = ["Export", "ImportBatch", "ImportRow", "ImportRun", "MappingMemory"]
