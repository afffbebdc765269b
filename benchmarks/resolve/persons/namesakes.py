"""Groups of invented namesakes, each with the records that cards, lists of guests and newspapers would hold of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from benchmarks.resolve.persons import words
from qiao.engines.resolve.record import Kind, Named, Record

SHARE_SAME_HOUSE = 0.01
"""How often two who write their name alike in Han work in one house."""
SHARE_TOLD_APART = 0.95
"""How often a text about an elder and a younger of one house says which it is."""


@dataclass(frozen=True, slots=True)
class Someone:
    """One invented person: given name and surname, the houses served in, and what is theirs alone."""

    number: int
    han: str
    surname: str
    given: str
    houses: tuple[int, ...]
    mail: str
    mobile: str
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Persons easily taken for one another, and their records; `owners` holds the person of each record."""

    kind: str
    records: tuple[Record, ...]
    owners: tuple[int, ...]


def groups(count: int, *, seed: int) -> list[Group]:
    """So many groups, the kinds in turn. The same seed gives the same groups."""
    draw = Random(seed)
    kinds = list(KINDS.items())
    return [_group(number, *kinds[number % len(kinds)], draw) for number in range(count)]


def _group(number: int, kind: str, people: Callable[[Random], list[Someone]], draw: Random) -> Group:
    records, owners = [], []
    for someone in people(draw):
        for _ in range(draw.randint(3, 6)):
            records.append(_record(f"{number}-{len(records)}", someone, draw))
            owners.append(someone.number)
    return Group(kind, tuple(records), tuple(owners))


def _one_romanisation(draw: Random) -> list[Someone]:
    """Same romanisation, other characters; often in one house."""
    surname = draw.choice(list(words.SURNAMES))
    given = draw.choices(list(words.GIVEN), k=draw.choice((1, 2, 2)))
    house = draw.choice(words.EASTERN_HOUSES)
    people = []
    for number in range(draw.randint(2, 4)):
        han = draw.choice(_alike(words.SURNAMES, surname)) + "".join(draw.choice(_alike(words.GIVEN, g)) for g in given)
        if any(one.han == han for one in people):
            continue
        houses = (house,) if draw.random() < 0.5 else _houses(words.EASTERN_HOUSES, draw)
        people.append(_chinese(number, han, surname, given, houses, draw))
    return people


def _one_han_name(draw: Random) -> list[Someone]:
    """Same characters, other persons; seldom in one house."""
    surname = draw.choice(list(words.SURNAMES))
    given = draw.choices(list(words.GIVEN), k=draw.choice((1, 2)))
    count = draw.randint(2, 3)
    houses = draw.sample(words.EASTERN_HOUSES, count)
    if draw.random() < SHARE_SAME_HOUSE:
        houses[1] = houses[0]
    return [_chinese(n, surname + "".join(given), surname, given, (houses[n],), draw) for n in range(count)]


def _father_and_child(draw: Random) -> list[Someone]:
    """One surname, one initial, one family firm, one switchboard."""
    surname, house = draw.choice(words.WESTERN_SURNAMES), draw.choice(words.WESTERN_HOUSES)
    first = draw.choice(words.WESTERN_GIVEN)
    alike = [given for given in words.WESTERN_GIVEN if given[0] == first[0] and given != first]
    return [_western(n, g, surname, (house,), draw) for n, g in enumerate([first, draw.choice(alike)])]


def _elder_and_younger(draw: Random) -> list[Someone]:
    """One full name, told apart by sen. and jun., in one firm."""
    surname, house = draw.choice(words.WESTERN_SURNAMES), draw.choice(words.WESTERN_HOUSES)
    given = draw.choice(words.WESTERN_GIVEN)
    return [_western(n, given, surname, (house,), draw, suffix) for n, suffix in enumerate((" sen.", " jun."))]


def _other_employer(draw: Random) -> list[Someone]:
    """One Western name, one field, other employers; one of them has changed house."""
    surname = draw.choice((*words.WESTERN_SURNAMES, *words.PARTICLED))
    given = draw.choice(words.WESTERN_GIVEN)
    first, second, third = draw.sample(words.WESTERN_HOUSES, 3)
    return [
        _western(0, given, surname, (first,), draw),
        _western(1, given, surname, (second, third), draw),
    ]


KINDS: dict[str, Callable[[Random], list[Someone]]] = {
    "one romanisation, other characters": _one_romanisation,
    "one Han name, other persons": _one_han_name,
    "father and child by initials": _father_and_child,
    "elder and younger": _elder_and_younger,
    "one Western name, other employers": _other_employer,
}


def _alike(table: dict[str, str], char: str) -> list[str]:
    return [other for other, said in table.items() if said == table[char]]


def _houses(among: Sequence[int], draw: Random) -> tuple[int, ...]:
    return tuple(draw.sample(among, draw.choice((1, 1, 2))))


def _chinese(
    number: int, han: str, surname: str, given: Sequence[str], houses: tuple[int, ...], draw: Random
) -> Someone:
    said = "-".join(words.GIVEN[g] for g in given)
    mobile = f"phone:+86139{draw.randint(10_000_000, 99_999_999)}"
    mail = f"email:{said.replace('-', '')}{draw.randint(10, 9999)}@example.cn"
    return Someone(number, han, words.SURNAMES[surname], said, houses, mail, mobile)


def _western(number: int, given: str, surname: str, houses: tuple[int, ...], draw: Random, suffix: str = "") -> Someone:
    mobile = f"phone:+49151{draw.randint(10_000_000, 99_999_999)}"
    mail = f"email:{given[0].lower()}{draw.randint(10, 9999)}@example.de"
    return Someone(number, "", surname, given, houses, mail, mobile, suffix)


def _record(identity: str, someone: Someone, draw: Random) -> Record:
    house = draw.choice(someone.houses)
    east, west = words.HOUSES[house]
    names = [_written_han(someone, draw)] if someone.han and draw.random() < 0.6 else []
    if not names or draw.random() < 0.25:
        names.append(_written_latin(someone, draw))
    at = [draw.choice((*east, *west))] if draw.random() < 0.7 else []
    known_by = [someone.mail] * (draw.random() < 0.4) + [someone.mobile] * (draw.random() < 0.3)
    known_by += [f"phone:+49 89 12345{house}0"] * (draw.random() < 0.2) + [f"email:info@house{house}.example"] * (
        draw.random() < 0.1
    )
    return Record(
        identity, tuple(map(Named, names)), Kind.PERSON, organisations=tuple(at), identifiers=frozenset(known_by)
    )


def _written_han(someone: Someone, draw: Random) -> str:
    text = someone.han.translate(words.TRADITIONAL) if draw.random() < 0.3 else someone.han
    return text + draw.choice(("", "", "", "先生", "博士", "教授", "总经理"))


def _written_latin(someone: Someone, draw: Random) -> str:
    surname, given = someone.surname, someone.given
    if someone.han:
        return _romanised(surname, given, draw)
    suffix = someone.suffix if draw.random() < SHARE_TOLD_APART else ""
    given = f"{given[0]}." if draw.random() < 0.25 else given
    title = draw.choice(("", "", "", "Dr. ", "Prof. Dr. ", "Mr. "))
    reverse = draw.random() < 0.2 and not suffix
    plain = f"{surname}, {title}{given}" if reverse else f"{title}{given} {surname}{suffix}"
    spelt = plain.replace("ü", "ue").replace("ö", "oe").replace("ä", "ae") if draw.random() < 0.2 else plain
    return spelt.upper() if draw.random() < 0.1 and "." not in spelt else spelt


def _romanised(surname: str, given: str, draw: Random) -> str:
    if draw.random() < 0.08:
        surname = words.WADE_GILES.get(surname, surname)
    joined = draw.choice((given.replace("-", "").title(), given.title(), given.replace("-", " ").title()))
    if draw.random() < 0.08:
        joined = f"{given[0].upper()}."
    return draw.choice((f"{surname} {joined}", f"{joined} {surname}", f"{surname.upper()} {joined}"))
