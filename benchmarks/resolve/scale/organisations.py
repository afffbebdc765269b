"""Invented organisations, as confusable as real ones: recurring brands, bodies named alike, branches."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from benchmarks.resolve.scale import words
from qiao.engines.resolve.folding import latin
from qiao.engines.resolve.han import reading

_TONGUE = {"FR": 2, "DE": 3, "AT": 3, "CH": 3}


@dataclass(frozen=True, slots=True)
class Organisation:
    """One organisation under the names it is known by, the official one first."""

    names: tuple[str, ...]
    country: str
    city: str
    link: str


def invented(count: int, *, seed: int) -> Iterator[Organisation]:
    """So many organisations. Brands follow a steep law: a few are borne by hundreds, most by one."""
    rng = random.Random(seed)
    brands = [_brand(rng) for _ in range(max(count // 2, 50))]
    taken: set[tuple[str, str]] = set()
    while len(taken) < count:
        brand = brands[int(len(brands) * rng.random() ** 1.7)]
        kind = rng.random()
        make = _firm if kind < 0.62 else _institute if kind < 0.8 else _body if kind < 0.9 else _branch
        made = make(rng, brand)
        # Nobody could tell apart two bodies of one name in one town.
        if (made.names[0], made.city) not in taken:
            taken.add((made.names[0], made.city))
            yield made


def _firm(rng: random.Random, brand: tuple[str, str]) -> Organisation:
    name, han = brand
    trade = rng.choice(words.TRADES)
    if rng.random() < 0.5:
        zh, en, _, _ = _town(rng, ("CN",))
        where, han_where = (f"{en} ", zh) if rng.random() < 0.7 else ("", "")
        spoken = _spoken(han) if rng.random() < 0.6 else name
        full = f"{han_where}{han}{trade[0]}{rng.choice(words.LEGAL_ZH)}"
        names = [full, f"{where}{spoken} {trade[1]} {rng.choice(words.LEGAL['CN'])}"]
        names += rng.sample([f"{han}{trade[0]}", f"{spoken} {trade[1]}", f"{han_where}{han}", spoken], 2)
        return Organisation(tuple(names), "CN", rng.choice((zh, en)), _domain(rng, _spoken(han), trade[1], "cn"))
    _, town, country, own = _town(rng, tuple(words.LEGAL)[1:])
    tongue = _TONGUE.get(country, 1)
    legal = rng.choice(words.LEGAL[country])
    where = f" {own}" if rng.random() < 0.15 else ""
    names = [f"{name} {trade[tongue]}{where} {legal}", f"{name} {trade[1]}", f"{han}{trade[0]}", name]
    return Organisation(tuple(names), country, rng.choice((own, town)), _domain(rng, name, trade[1], country.lower()))


def _institute(rng: random.Random, brand: tuple[str, str]) -> Organisation:
    zh, en, country, own = _town(rng, ("CN", *words.LEGAL))
    form, trade = rng.choice(words.INSTITUTES), rng.choice(words.TRADES)
    towns, brands = (zh, en, en, own), (brand[1], brand[0], brand[0], brand[0])
    said = [form[at].format(town=towns[at], trade=trade[at], brand=brands[at]) for at in range(4)]
    return _body_of(rng, said, country, own if country != "CN" else en)


def _body(rng: random.Random, brand: tuple[str, str]) -> Organisation:
    zh, en, country, own = _town(rng, ("CN", *words.LEGAL))
    form = rng.choice(words.BODIES)
    said = [form[at].format(town) for at, town in enumerate((zh, en, en, own))]
    return _body_of(rng, said, country, own if country != "CN" else en)


def _body_of(rng: random.Random, said: list[str], country: str, town: str) -> Organisation:
    tongue = 0 if country == "CN" else _TONGUE.get(country, 1)
    short = "".join(word[0] for word in said[1].split() if word[0].isupper())
    names = [said[tongue], *(each for each in (said[1], said[0], short) if each != said[tongue])]
    return Organisation(tuple(names), country, town, f"{short.lower()}-{latin(town)}.{country.lower()}")


def _branch(rng: random.Random, brand: tuple[str, str]) -> Organisation:
    _, town, country, own = _town(rng, tuple(words.LEGAL))
    suffix = rng.choice((f"({own})", own, f"Holding {rng.choice(words.LEGAL[country])}", "Group", f"({country})"))
    name = f"{brand[0]} {suffix}"
    return Organisation((name, f"{brand[0]} {town}"), country, own, f"{latin(brand[0])}.{country.lower()}")


def _domain(rng: random.Random, name: str, trade: str, land: str) -> str:
    stem = latin(name) or "org"
    tail = rng.choice(("", "", latin(trade.split()[0])[:4], f"-{latin(trade.split()[0])}", str(rng.randrange(1, 99))))
    return f"{stem}{tail}.{rng.choice(('com', land, 'com'))}"


def _spoken(han: str) -> str:
    return "".join(map(reading, han)).capitalize()


def _brand(rng: random.Random) -> tuple[str, str]:
    """A brand in Latin letters and in Han."""
    name = "".join(rng.choice(words.SYLLABLES) for _ in range(rng.choice((1, 2, 2, 3)))) + rng.choice(words.ENDINGS)
    han = "".join(rng.choice(words.SYLLABLES_ZH) for _ in range(rng.choice((2, 2, 2, 3))))
    return name.capitalize(), han


def _town(rng: random.Random, countries: Sequence[str]) -> tuple[str, str, str, str]:
    """(Han name, English name, country, own name); larger towns come more often."""
    country = rng.choice(countries)
    towns = _towns()[country]
    zh, en, own = towns[int(len(towns) * rng.random() ** 1.5)]
    return zh, en, country, own


@cache
def _towns() -> dict[str, list[tuple[str, str, str]]]:
    text = (files("qiao.engines.text") / "data" / "place_names.csv").read_text(encoding="utf-8")
    towns: dict[str, list[tuple[str, str, str]]] = {}
    for row in csv.DictReader(text.splitlines()):
        if row["zh"]:
            towns.setdefault(row["country"], []).append((row["zh"], row["en"] or row["norm"], row["norm"]))
    for each in towns.values():
        random.Random(7).shuffle(each)
    return towns
