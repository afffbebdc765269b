"""The second reader's word lists: for each language and kind, one regular expression."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files


@cache
def table(filename: str) -> dict[str, dict[str, str | list[str]]]:
    """A lexicon file as it stands: by language, then by kind."""
    text = (files("qiao.engines.extract") / "lexicon" / filename).read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def patterns(filename: str, language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Kind and compiled words of one language."""
    found = []
    for kind, words in table(filename).get(language, {}).items():
        said = words if isinstance(words, str) else "|".join(words)
        whole = said if language == "zh" else rf"(?<!\w)(?:{said})(?!\w)"
        found.append((kind, re.compile(whole, 0 if language in ("zh", "de") else re.IGNORECASE)))
    return tuple(found)
