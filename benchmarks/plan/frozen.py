"""The last results, kept beside the benchmark: one entry for each question asked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

KEPT = Path(__file__).with_name("last.json")


def freeze(question: str, answer: dict[str, Any]) -> None:
    """Put the answer in the place of the earlier one to the same question; the others stay."""
    kept = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    kept[question] = answer
    text = json.dumps(kept, indent=1, sort_keys=True, ensure_ascii=False)
    KEPT.write_text(text + "\n", encoding="utf-8")
