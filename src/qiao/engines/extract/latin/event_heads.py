"""Nouns that name a gathering at the end or the beginning of a proper name."""

from __future__ import annotations

EVENT_HEADS = frozenset(
    "expo fair summit conference congress symposium show week festival exhibition hackathon "
    "awards convention biennale gala "
    "messe kongress konferenz gipfel salon foire congrès sommet colloque rencontres assises "
    "semaine biennale days tage "
    "trophées webinar seminar workshop roadshow hannover-messe industriemesse fachmesse".split()
)
FAIR_NOUNS = frozenset(
    "salon foire messe festival congrès konferenz kongress fachmesse leitmesse industriemesse".split()
)
MAYBE_EVENT = frozenset(["forum", "dialogue", "dialog", "roundtable", "challenge"])
"""Also heads of associations; what stands around them decides."""
