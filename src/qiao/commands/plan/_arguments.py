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
