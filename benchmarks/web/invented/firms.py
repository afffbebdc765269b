"""Invented firms: each with the names that papers, cards and members would give it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from random import Random

from opencc import OpenCC

from benchmarks.web.invented.words import (
    CHINESE_TOWNS,
    ENDINGS,
    ENGLISH_TOWNS,
    FRENCH_TOWNS,
    GERMAN_TOWNS,
    HAN_FIRST,
    HAN_SECOND,
    SYLLABLES,
    TRADES,
)

Town = tuple[str, str, str, str, float, float]
ORIGINS = ((0.45, "zh"), (0.75, "en"), (0.88, "fr"), (1.0, "de"))
DUPLICATE_SHARE = 0.05
FORMS = {"en": ("Ltd", "Inc.", "PLC"), "fr": ("SAS", "SA", "SARL"), "de": ("GmbH", "AG", "GmbH & Co. KG")}
TOWNS = {"en": ENGLISH_TOWNS, "fr": FRENCH_TOWNS, "de": GERMAN_TOWNS}


@dataclass(frozen=True, slots=True)
class Called:
    """One name: its text, language and kind, as the columns of a Name say it."""

    text: str
    language: str
    kind: str


@dataclass(frozen=True, slots=True)
class Firm:
    """An invented organisation. `copy_of` is the place in the sequence of the firm that it is a second record of."""

    names: tuple[Called, ...]
    town: Town
    segment: str
    domain: str
    copy_of: int | None = None


def firm(rng: Random, earlier: list[Firm]) -> Firm:
    """The next firm of a sequence; one in twenty is a second record of an earlier one, named otherwise."""
    if earlier and rng.random() < DUPLICATE_SHARE:
        at = rng.randrange(len(earlier))
        if earlier[at].copy_of is None:
            return _copy(rng, earlier[at], at)
    draw = rng.random()
    origin = next(name for bound, name in ORIGINS if draw < bound)
    return _chinese(rng) if origin == "zh" else _western(rng, origin)


def _chinese(rng: Random) -> Firm:
    town, trade = rng.choice(CHINESE_TOWNS), rng.choice(TRADES)
    first, second = rng.choice(list(HAN_FIRST)), rng.choice(list(HAN_SECOND))
    latin = (HAN_FIRST[first] + HAN_SECOND[second]).title()
    brand, form = first + second, rng.choice(("有限公司", "股份有限公司", "有限责任公司"))
    names = [Called(f"{town[0]}{brand}{trade[0]}{form}", "zh-Hans", "official")]
    names.append(Called(f"{town[2]} {latin} {trade[1]} Co., Ltd.", "en", "official"))
    names.append(Called(brand + trade[0], "zh-Hans", "short"))
    if rng.random() < 0.2:
        names.append(Called(latin, "", "printed"))
    if rng.random() < 0.15:
        names.append(Called(_traditional(names[0].text), "zh-Hant", "printed"))
    if rng.random() < 0.08:
        names.append(Called(f"{town[0]}{brand}{rng.choice(TRADES)[0]}厂", "zh-Hans", "former"))
    return Firm(tuple(names), town, trade[4], f"{latin.lower()}-{trade[1].split()[0].lower()}.example")


def _western(rng: Random, language: str) -> Firm:
    town, trade = rng.choice(TOWNS[language]), rng.choice(TRADES)
    brand, sound = _brand(rng)
    said = trade[{"en": 1, "fr": 2, "de": 3}[language]]
    form = rng.choice(FORMS[language])
    names = [Called(f"{brand} {said} {form}", language, "official")]
    if rng.random() < 0.5:
        names.append(Called(f"{town[1]}{sound}{trade[0]}公司", "zh-Hans", "printed"))
    if rng.random() < 0.3:
        names.append(Called(f"{brand} {said}", language, "short"))
    if language != "en" and rng.random() < 0.3:
        names.append(Called(f"{brand} {trade[1]}", "en", "alias"))
    if rng.random() < 0.08:
        names.append(Called(f"{_brand(rng)[0]} {said} {form}", language, "former"))
    return Firm(tuple(names), town, trade[4], f"{brand.lower()}-{trade[1].split()[0].lower()}.example")


def _brand(rng: Random) -> tuple[str, str]:
    """An invented Latin brand, and its sound in Han characters."""
    parts = rng.sample(list(SYLLABLES), 1 + (rng.random() < 0.6))
    end = rng.choice(list(ENDINGS))
    return ("".join(parts) + end).title(), "".join(SYLLABLES[part] for part in parts) + ENDINGS[end]


def _copy(rng: Random, original: Firm, at: int) -> Firm:
    """The same firm as somebody else would have entered it: one name, in their own way."""
    name = rng.choice(original.names)
    changed = rng.choice((_without_form, _shouted, _with_typo, _in_other_script))(rng, name)
    return replace(original, names=(changed,), copy_of=at)


def _without_form(rng: Random, name: Called) -> Called:
    if name.language.startswith("zh"):
        text = name.text.removesuffix("有限公司").removesuffix("股份") or name.text
    else:
        text = name.text.rsplit(" ", 1)[0]
    return replace(name, text=text, kind="printed")


def _shouted(rng: Random, name: Called) -> Called:
    return replace(name, text=name.text.upper().replace(",", ""), kind="printed")


def _with_typo(rng: Random, name: Called) -> Called:
    at = rng.randrange(1, max(2, len(name.text) - 1))
    return replace(name, text=name.text[:at] + name.text[at + 1 :] or name.text, kind="printed")


def _in_other_script(rng: Random, name: Called) -> Called:
    if name.language == "zh-Hans":
        return Called(_traditional(name.text), "zh-Hant", "printed")
    return replace(name, text=f" {name.text} ".replace(" & ", " und ").strip(), kind="printed")


def _traditional(text: str) -> str:
    return str(_converter().convert(text))


@cache
def _converter() -> OpenCC:
    return OpenCC("s2t")
