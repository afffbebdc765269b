"""Names of public holidays in languages that the `holidays` package does not give for a country."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


def holiday_name(english: str, language: str) -> str:
    """The name of a holiday, or of several on a day, in "zh-hans", "zh-hant", "fr", "de"; empty if one is not ours."""
    names = [_names().get(name.removesuffix(" (observed)"), {}).get(language, "") for name in english.split("; ")]
    return "; ".join(names) if all(names) else ""


@cache
def _names() -> dict[str, dict[str, str]]:
    text = (files("qiao.missions.hostdays") / "data" / "names.toml").read_text(encoding="utf-8")
    languages = ("zh-hans", "zh-hant", "fr", "de")
    return {english: dict(zip(languages, names, strict=True)) for english, names in tomllib.loads(text).items()}
