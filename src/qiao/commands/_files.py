"""Files that a command writes: whole or not at all, and never over each other."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

STANDARD = "-"


def write_whole(path: Path, text: str) -> None:
    """Write a file beside its place, then move it there. Raises OSError; then nothing is left behind."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def output_stems(files: Sequence[str]) -> list[str]:
    """A stem for the outputs of each file: its own, with the suffix where two share it, then a number."""
    paths = [Path("stdin" if file == STANDARD else file) for file in files]
    shared = Counter(path.stem.casefold() for path in paths)
    taken: set[str] = set()
    stems = []
    for path in paths:
        stem = _free(path.stem if shared[path.stem.casefold()] == 1 else path.name, taken)
        taken.add(stem.casefold())
        stems.append(stem)
    return stems


def _free(stem: str, taken: set[str]) -> str:
    number, free = 1, stem
    while free.casefold() in taken:
        number += 1
        free = f"{stem}-{number}"
    return free
