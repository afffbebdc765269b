"""Numbers that several steps take."""

from __future__ import annotations

import argparse


def above_zero(text: str) -> float:
    """A number of seconds."""
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < 1e7:
        raise argparse.ArgumentTypeError(f"expected a number of seconds above 0, found {text}")
    return seconds


def whole(text: str) -> int:
    """A whole number of at least one."""
    if not text.isdecimal() or not 1 <= int(text) <= 1000:
        raise argparse.ArgumentTypeError(f"expected a whole number of 1 to 1000, found {text}")
    return int(text)


def trips(text: str) -> int:
    """A number of simulated journeys."""
    if not text.isdecimal() or len(text) > 6 or not 1 <= int(text) <= 100_000:
        raise argparse.ArgumentTypeError(f"expected a whole number of 1 to 100000, found {text[:40]}")
    return int(text)


def seed(text: str) -> int:
    """A seed of random numbers, 0 or more."""
    if not text.isdecimal() or len(text) > 15:
        raise argparse.ArgumentTypeError(f"expected a whole number of 0 or more, found {text[:40]}")
    return int(text)


def few(text: str) -> int:
    """A number of plans beside the first."""
    if text not in {"0", "1", "2", "3", "4", "5"}:
        raise argparse.ArgumentTypeError(f"expected a whole number of 0 to 5, found {text[:40]}")
    return int(text)
