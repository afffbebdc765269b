"""Read the texts and measure how fast."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Sequence

from benchmarks.extract.texts import DevelopmentText
from qiao.engines.extract import Fact, Reading, extract


def read_all(texts: Sequence[DevelopmentText]) -> tuple[list[list[Fact]], dict[str, int]]:
    """The facts of each text, and the characters read per CPU second by language."""
    _warm_up()
    characters: dict[str, int] = defaultdict(int)
    seconds: dict[str, float] = defaultdict(float)
    given = []
    for text in texts:
        began = time.process_time()
        given.append(extract(text.reading))
        seconds[text.language] += time.process_time() - began
        characters[text.language] += len(text.reading.text)
    return given, {language: round(characters[language] / max(seconds[language], 1e-6)) for language in characters}


def _warm_up() -> None:
    """Lexicons load once, on first use; the rate is of reading alone."""
    for sentence in ("代表团访问里昂。", "The delegation visited Lyon."):
        extract(Reading(text=sentence))
