"""The second reader's word lists: for each language and kind, one regular expression."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(filename: str) -> dict[str, Any]:
    """A lexicon file as it stands: by language, then by kind."""
    text = (files("qiao.engines.extract") / "lexicon" / filename).read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def patterns(filename: str, language: str, part: str = "") -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Kind and compiled words of one language, from a file or from a part of it."""
    data = table(filename)[part] if part else table(filename)
    return tuple((kind, compiled(words, language)) for kind, words in data.get(language, {}).items())


@cache
def compiled(words: str, language: str) -> re.Pattern[str]:
    """Words as they are matched: whole words where spaces part them, with the case of German nouns."""
    whole = words if language == "zh" else rf"(?<!\w)(?:{words})(?!\w)"
    return re.compile(whole, 0 if language in ("zh", "de") else re.IGNORECASE)


def has_word(part: str, language: str, stretch: str) -> bool:
    """Whether a stretch holds a word of a part of the list of modalities."""
    return compiled(table("second_modality.toml")[part][language], language).search(stretch) is not None
