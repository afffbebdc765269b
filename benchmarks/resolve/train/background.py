"""How many organisations of a broad list hold each word: what "rare" means before a registry is large."""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from qiao.engines.resolve.columns import stem
from qiao.engines.resolve.forms import form_of

_LEAST = 2


def count(organisations: Iterable[Mapping[str, Any]], folder: Path) -> dict[str, int]:
    """Write the counts of words and of stems. Returns how many of each were written."""
    words: Counter[str] = Counter()
    stems: Counter[str] = Counter()
    total = 0
    for organisation in organisations:
        own = {word for name in organisation["names"] for word in form_of(name[0]).words}
        words.update(own)
        stems.update({stem(word) for word in own})
        total += 1
    for kind, counts in (("words", words), ("stems", stems)):
        rows = sorted((word, n) for word, n in counts.items() if n >= _LEAST)
        text = "".join(f"{word}\t{n}\n" for word, n in [("", total), *rows])
        (folder / f"{kind}.tsv.gz").write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    return {"words": len(words), "stems": len(stems)}
