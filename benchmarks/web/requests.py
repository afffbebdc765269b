"""What is asked: one request, and a case of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Request(NamedTuple):
    """An address; values make it a post; `typing` asks for the part of the page that a search box shows."""

    address: str
    values: dict[str, str] | None = None
    typing: bool = False


@dataclass(frozen=True)
class Case:
    """One page: the requests to take turns with, of the product and of the floor, and the bar and aim as ratios."""

    name: str
    product: Sequence[Request]
    floor: Sequence[Request]
    bar: float | None = None
    aim: float | None = None
