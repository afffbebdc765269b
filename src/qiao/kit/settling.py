"""Holding much for long: the collector of cycles is kept from going through all of it again and again."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def holding_much() -> Iterator[Callable[[], None]]:
    """Work on a large structure that stays, such as a register read in.

    Yields    a function to call now and then: it collects what became of the work since, and settles what stays.
    By itself Python goes through everything held each time it has grown by a quarter: a fifth of the time, here.
    """
    was_enabled = gc.isenabled()
    gc.disable()

    def settle() -> None:
        gc.collect()
        gc.freeze()

    try:
        yield settle
    finally:
        gc.unfreeze()
        if was_enabled:
            gc.enable()
