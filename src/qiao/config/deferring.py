"""Modules that other programs import at the start, and that are loaded only when they are really used."""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import LazyLoader, find_spec, module_from_spec


def defer(name: str) -> None:
    """Let whoever imports the module by its parent have it unloaded; the first use of anything in it loads it.

    Not for modules that several threads may use first at once: the loader has no lock.
    """
    if name in sys.modules:
        return
    spec = find_spec(name)
    if spec is None or spec.loader is None:
        return
    spec.loader = loader = LazyLoader(spec.loader)
    module = module_from_spec(spec)
    sys.modules[name] = module
    loader.exec_module(module)
    parent, _dot, own = name.rpartition(".")
    if parent:
        setattr(import_module(parent), own, module)
