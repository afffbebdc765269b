"""The front door: choose a grammar for each stretch of text, run its layers, put the facts in order."""

from __future__ import annotations

from dataclasses import replace

from qiao.engines.extract.han.grammar import read_han
from qiao.engines.extract.latin.grammar import read_latin
from qiao.engines.extract.problem import Reading
from qiao.engines.extract.result import Fact
from qiao.engines.extract.stretches import Script, masked, stretches

_GRAMMARS = {Script.HAN: read_han, Script.LATIN: read_latin}


def warm() -> None:
    """Load the word lists of both grammars, for callers that want the first text read as quickly as the rest."""
    for words in ("Linhu met Ann Lee on 2 May.", "临湖代表团5月2日拜访企业2家。"):
        extract(Reading(words))


def extract(reading: Reading) -> list[Fact]:
    """Read one text into facts.

    Returns   facts in order of position; `fact.text == reading.text[fact.start:fact.end]` for each.
    Raises    nothing: any Unicode text is read, and one in a language we do not know gives what numbers,
              dates and names can be seen in it.
    """
    facts: list[Fact] = []
    shares = stretches(reading.text)
    for script, spans in shares.items():
        text = reading.text if len(shares) == 1 else masked(reading.text, spans)
        facts += _GRAMMARS[script](replace(reading, text=text))
    return sorted(fact for fact in facts if fact.text == reading.text[fact.start : fact.end])
