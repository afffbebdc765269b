"""The front door: choose a grammar for each stretch of text, run its layers, put the facts in order."""

from __future__ import annotations

from qiao.engines.extract.han.grammar import read_han
from qiao.engines.extract.latin.grammar import read_latin
from qiao.engines.extract.problem import Reading
from qiao.engines.extract.result import Fact
from qiao.engines.text.language import is_mainly_han


def extract(reading: Reading) -> list[Fact]:
    """Read one text into facts.

    Returns   facts in order of position; `fact.text == reading.text[fact.start:fact.end]` for each.
    Raises    nothing: any Unicode text is read, and one in a language we do not know gives what numbers,
              dates and names can be seen in it.
    """
    read = read_han if is_mainly_han(reading.text) else read_latin
    return sorted(read(reading))
