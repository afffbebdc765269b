"""How a foreigner would spell what Han characters say: 西门子 as something like simens."""

from __future__ import annotations

from qiao.engines.resolve.han import pinyin


def spelled(han: str) -> str:
    """The likeliest Latin spelling of a Han transcription."""
    return pinyin(han)
