"""What kind of day a day is where the hosts are: an ordinary one, a weekend, a public holiday, or one between."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Any

from qiao.kit.show import html_lang
from qiao.missions.hostdays.names import holiday_name

WEEKENDS = {  # days of the week, Monday 0; where it is not Saturday and Sunday
    **dict.fromkeys(("AE",), (5, 6)),
    **dict.fromkeys(("BH", "EG", "IQ", "JO", "KW", "OM", "QA", "SA", "DZ", "LY", "SD", "SY", "YE", "IL"), (4, 5)),
    **dict.fromkeys(("BN",), (4, 6)),
    **dict.fromkeys(("NP", "IR"), (4,)),
}
FIRST_YEAR, LAST_YEAR = 1900, 2100  # outside these, weekends alone are known


class DayKind(StrEnum):
    """What kind of day it is."""

    ORDINARY = "ordinary"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    BRIDGE = "bridge"  # a working day between a holiday and a weekend: many are away


@dataclass(frozen=True, slots=True)
class HostDay:
    """One day at one place. `name` is the holiday's, in `language`; both empty on other days."""

    day: date
    kind: DayKind
    name: str = ""
    language: str = ""

    @property
    def is_working(self) -> bool:
        return self.kind in (DayKind.ORDINARY, DayKind.BRIDGE)


def what_day(country: str, region: str, day: date, language: str = "en") -> HostDay:
    """The kind of a day in a country and, where holidays differ within it, a region.

    country    ISO 3166 alpha-2; one whose holidays nobody has listed knows weekends alone.
    region     code of a division; with a plus, its communities where the Assumption is a holiday ("BY+": Munich).
    language   of the interface: the holiday's name is given in it where the `holidays` package or `data/names.toml`
               has it, else in the country's own.
    """
    name, said_in = _holiday(country, region, day, language)
    if name:
        return HostDay(day, DayKind.HOLIDAY, name, said_in)
    if _is_weekend(country, region, day):
        return HostDay(day, DayKind.WEEKEND)
    if _is_bridge(country, region, day):
        return HostDay(day, DayKind.BRIDGE)
    return HostDay(day, DayKind.ORDINARY)


@lru_cache(maxsize=512)
def is_published(country: str, year: int) -> bool:
    """Whether the days off of a year are final. China lays down each autumn which weekends of the next are worked."""
    if country != "CN":
        return True
    import holidays

    return any(day.year == year for day in getattr(holidays.country_holidays("CN", years=year), "weekend_workdays", ()))


def _is_bridge(country: str, region: str, day: date) -> bool:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        return False
    before, after = day - timedelta(days=1), day + timedelta(days=1)
    off_before = bool(_holiday(country, region, before, "en")[0])
    off_after = bool(_holiday(country, region, after, "en")[0])
    return (off_before and _is_weekend(country, region, after)) or (off_after and _is_weekend(country, region, before))


def _is_weekend(country: str, region: str, day: date) -> bool:
    if country == "CN" and _listed(country, region, day.year, "")[1](day):
        return False  # a Saturday or Sunday worked in exchange for a holiday
    return day.weekday() in WEEKENDS.get(country, (5, 6))


def _holiday(country: str, region: str, day: date, language: str) -> tuple[str, str]:
    wanted, own = _languages(country)
    said_in = wanted.get(language, own)
    name = _listed(country, region, day.year, said_in)[0].get(day, "")
    if name and language not in wanted and "en" in wanted:
        english = _listed(country, region, day.year, wanted["en"])[0].get(day, "")
        translated = holiday_name(english, language)
        return (translated, html_lang(language)) if translated else (name, _tag(said_in))
    return (name, _tag(said_in)) if name else ("", "")


@lru_cache(maxsize=512)
def _languages(country: str) -> tuple[dict[str, str], str]:
    """Language of the interface -> the package's name for it, for the languages it has; and the country's own."""
    import holidays

    listed = getattr(holidays, country, None) if country in holidays.list_supported_countries() else None
    if listed is None:
        return {}, ""
    has = {str(language) for language in listed.supported_languages}
    asked = {
        "en": ("en_US", "en_GB", "en"),
        "de": ("de", "de_AT"),
        "fr": ("fr",),
        "zh-hans": ("zh_CN",),
        "zh-hant": ("zh_TW", "zh_CN"),
    }
    found = {ours: next((one for one in theirs if one in has), "") for ours, theirs in asked.items()}
    return {ours: theirs for ours, theirs in found.items() if theirs}, str(listed.default_language or "")


@lru_cache(maxsize=2048)  # regions come from outside
def _listed(country: str, region: str, year: int, language: str) -> tuple[dict[date, str], Any]:
    """The public holidays of a year, and which days off the week are worked; nothing for a country nobody listed."""
    import holidays

    if country not in holidays.list_supported_countries() or not FIRST_YEAR <= year <= LAST_YEAR:
        return {}, lambda day: False
    known = getattr(holidays, country)
    division, categories = region.rstrip("+"), ["public"]
    if region.endswith("+") and "catholic" in known.supported_categories:
        categories.append("catholic")
    of_year = holidays.country_holidays(
        country,
        subdiv=division if division in known.subdivisions else None,
        years=year,
        language=language or None,
        categories=tuple(categories),
    )
    worked = set(getattr(of_year, "weekend_workdays", ()) or ())
    return dict(of_year.items()), lambda day: day in worked


def _tag(language: str) -> str:
    return {"zh_CN": "zh-Hans", "zh_TW": "zh-Hant"}.get(language, language.split("_", maxsplit=1)[0])
