"""A long row of things, some hundred at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")


def batches(things: Iterable[T], size: int) -> Iterator[list[T]]:
    """Lists of `size` things, the last perhaps shorter; nothing is fetched before it is asked for."""
    rest = iter(things)
    while part := list(islice(rest, size)):
        yield part
