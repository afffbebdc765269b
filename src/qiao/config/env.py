"""Settings read from the environment; each reader names the variable, the value found and what was allowed."""

from __future__ import annotations

import os


class BadSetting(ValueError):
    """An environment variable holds something that its reader cannot use."""


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, default)


def flag(name: str, default: bool = False) -> bool:
    value = os.environ.get(name, "")
    if value == "":
        return default
    if value.lower() in ("1", "true", "yes", "on"):
        return True
    if value.lower() in ("0", "false", "no", "off"):
        return False
    raise BadSetting(f"{name}: expected true or false; found {value!r}.")


def whole(name: str, default: int) -> int:
    value = os.environ.get(name, "")
    if value == "":
        return default
    try:
        return int(value)
    except ValueError:
        raise BadSetting(f"{name}: expected a whole number; found {value!r}.") from None


def words(name: str, default: str = "") -> list[str]:
    """A list written with commas."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]
