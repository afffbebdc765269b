"""The layers of the Chinese grammar, in the order in which each needs the one before it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from qiao.engines.extract.han import aliases, listed, organisations
from qiao.engines.extract.han.agreements import agreements
from qiao.engines.extract.han.amounts import amounts, home_currency
from qiao.engines.extract.han.blocks import blocks
from qiao.engines.extract.han.counts import counts
from qiao.engines.extract.han.cues import introduced, labelled
from qiao.engines.extract.han.dates import dates, stamped
from qiao.engines.extract.han.employers import staff
from qiao.engines.extract.han.entities import Mention, is_free, overlapping, renamed
from qiao.engines.extract.han.events import events
from qiao.engines.extract.han.inherited import SOLITARY
from qiao.engines.extract.han.marks import Mark
from qiao.engines.extract.han.mentions import recurring
from qiao.engines.extract.han.page import HARD, Page, page
from qiao.engines.extract.han.places import places
from qiao.engines.extract.han.posts import Named, named_persons
from qiao.engines.extract.han.relations import relations
from qiao.engines.extract.han.report import report
from qiao.engines.extract.han.scene import Scene
from qiao.engines.extract.han.sender import guest, home_names, sender
from qiao.engines.extract.han.sources import sources
from qiao.engines.extract.problem import Reading
from qiao.engines.extract.result import Fact, FactType
from qiao.engines.text.view import SearchView, view

_LEADING = re.compile(r"(?:日前|近日|今日|昨日|今天|昨|今)?(?:率|带领|率领|带队|率团|率队)")
_LETTERS_BEFORE = re.compile(
    r"(?<![^\W_])[A-Z][A-Za-zÀ-ÿ.&'-]*(?: [A-Za-zÀ-ÿ.&'-]+){0,4}(?: |(?:\([\u3400-\u9fff]{2,4}\)))$"
)
_SHORT_TRADE = 6  # Soler i Prat 机械公司: letters name the firm, Han only tell its trade
LONGEST_BLOCK = 8000
"""Characters read in one piece; names found in one block are not carried into the next."""


def read_han(reading: Reading) -> list[Fact]:
    """Facts of one Chinese text, in any order. Raises nothing."""
    if len(reading.text) <= LONGEST_BLOCK:
        return _read_block(reading)[0]
    facts: list[Fact] = []
    known = replace(reading, published=stamped(view(reading.text[:LONGEST_BLOCK]).text) or reading.published)
    for start, end in blocks(reading.text, LONGEST_BLOCK):
        read, home = _read_block(replace(known, text=reading.text[start:end]))
        known = replace(known, home=known.home or home)
        facts += [replace(fact, start=fact.start + start, end=fact.end + start) for fact in read]
    return facts


def _read_block(reading: Reading) -> tuple[list[Fact], str]:
    """Facts of a text of bounded length, and the sender found in it."""
    seen = view(reading.text)
    if not seen.text:
        return [], reading.home
    figures = _figures(seen, reading)
    parties = _parties(seen.text, [(mark.start, mark.end) for mark in figures], reading)
    days = [mark for mark in figures if mark.type is FactType.DATE]
    papers = agreements(parties.page, [mark for mark in figures if mark.type is FactType.COUNT])
    gatherings = events(parties.page, list(parties.mentions), days)
    scene = replace(parties, papers=tuple(sorted(papers)))
    ties = relations(scene)
    scene = replace(scene, mentions=_with_founders(scene.mentions, ties))
    return report(reading, seen, scene, [*figures, *papers, *gatherings, *ties]), scene.home


def _with_founders(mentions: tuple[Mention, ...], ties: list[Mark]) -> tuple[Mention, ...]:
    """A founder whose post names no employer belongs to what he founded."""
    founders = {tie.attrs.parties[0]: tie.attrs.parties[1] for tie in ties if tie.attrs.kind == "founded"}
    return tuple(
        replace(m, kind=founders[m.name])
        if m.type is FactType.PERSON and m.name in founders and (not m.kind or m.role in SOLITARY)
        else m
        for m in mentions
    )


@dataclass(frozen=True, slots=True)
class _Draft:
    """The page between two layers."""

    page: Page
    mentions: list[Mention]


def _figures(seen: SearchView, reading: Reading) -> list[Mark]:
    """Dates, then sums, then counts: each leaves alone what the one before has read."""
    days = dates(seen.text, reading.published)
    sums = amounts(seen.text, days, home_currency(seen.text))
    return [*days, *sums, *counts(seen.text, [*days, *sums])]


def _parties(text: str, figures: list[tuple[int, int]], reading: Reading) -> Scene:
    """Persons and organisations, aliases and employers; then places in what is left."""
    first = page(text, figures)
    people = _people(first)
    spans = [(named.start, named.end) for named in people]
    second = page(text, sorted([*figures, *spans]))
    bodies = _bodies(second)
    home = sender(reading.home, text, bodies, [] if reading.home else _leaders(second, people, bodies))
    masks = _as_mentions(text, people)
    bodies += aliases.unknown_owner(second, [*bodies, *masks])
    bodies += _without_persons(second, listed.in_context(second, [*bodies, *masks]), masks)
    staffed = staff(second, people, bodies, home)
    bodies += [
        m for s in staffed for m in s.found if m.type is FactType.ORGANISATION and is_free(bodies, m.start, m.end)
    ]
    territories = [m for s in staffed for m in s.found if m.type is FactType.PLACE]
    persons = _with_best_posts([s.person for s in staffed])
    bodies += _without_persons(second, listed.in_context(second, [*bodies, *persons]), persons)
    return _named(second, bodies, persons, territories, home)


def _without_persons(second: Page, bodies: list[Mention], persons: list[Mention]) -> list[Mention]:
    """What is no person told before, whole or by family name, and does not stand before 一行."""
    names = {person.name for person in persons} | {person.name.rpartition("·")[2] for person in persons}
    return [b for b in bodies if b.name not in names and not second.text.startswith("一行", b.end)]


def _people(first: Page) -> list[Named]:
    people = named_persons(first)
    for start, end in [*introduced(first), *labelled(first)]:
        if all(end <= named.start or named.end <= start for named in people):
            people.append(Named(start, end, ()))
    people = [named for named in people if first.text[named.start : named.end] not in HARD]
    told = {first.text[named.start] for named in people if named.end - named.start > 1}
    people = [named for named in people if named.end - named.start > 1 or first.text[named.start] not in told]
    return sorted(people, key=lambda named: named.start)


def _with_best_posts(persons: list[Mention]) -> list[Mention]:
    """A mention that tells no employer takes the posts of the fullest mention of the same person."""
    best: dict[str, Mention] = {}
    for person in persons:
        held = best.get(person.name)
        if held is None or (bool(person.kind), len(person.role)) > (bool(held.kind), len(held.role)):
            best[person.name] = person
    tails = {name.rpartition("·")[2]: name for name in best if "·" in name}
    persons = [replace(p, name=tails[p.name]) if p.name in tails else p for p in persons]
    return [
        p if p.kind else replace(p, kind=best[p.name].kind, posts=best[p.name].posts, role=best[p.name].role)
        for p in persons
    ]


def _leaders(second: Page, people: list[Named], bodies: list[Mention]) -> list[str]:
    """Employers of the persons at the head of a delegation, read before the sender is known."""
    leading = [s.person for s in staff(second, people, bodies, "") if _LEADING.match(second.text, s.person.end)]
    return [person.kind for person in leading if person.kind]


def _as_mentions(text: str, people: list[Named]) -> list[Mention]:
    return [Mention(n.start, n.end, FactType.PERSON, text[n.start : n.end]) for n in people]


def _bodies(second: Page) -> list[Mention]:
    found: list[Mention] = []
    for name in organisations.by_form(second):
        shorter = organisations.without_verb(second, organisations.without_country(second, name))
        if name.kind == "venue":
            continue
        lead = _LETTERS_BEFORE.search(second.text, max(0, shorter.start - 50), shorter.start)
        if lead and name.kind == "company" and shorter.end - shorter.start <= _SHORT_TRADE:
            found = [m for m in found if m.end <= lead.start()]
            shorter = replace(shorter, start=lead.start())
        text = second.text[shorter.start : shorter.end]
        found.append(Mention(shorter.start, shorter.end, FactType.ORGANISATION, text, name.kind, name.sure))
    return found


def _named(second: Page, bodies: list[Mention], persons: list[Mention], territories: list[Mention], home: str) -> Scene:
    """Join the aliases, find every other mention of the names, and put the places between them."""
    held = [*bodies, *persons]
    extra, names = aliases.bracketed(second, held)
    held = [m for m in held if not (m.type is FactType.ORGANISATION and overlapping(extra, m.start, m.end))] + extra
    names |= {k: v for k, v in home_names(home, second.text).items() if k not in names}
    names |= {k: v for k, v in aliases.short_forms(second, held).items() if k not in names}
    held += sources(second, held)
    held += recurring(second, held, names)
    held = renamed(held, names)
    held = [replace(m, kind=names.get(m.kind, m.kind)) if m.type is FactType.PERSON else m for m in held]
    spots = [*territories, *places(second, [*held, *territories])]
    employers = frozenset(
        (m.start, m.end) for m in held if m.type is FactType.ORGANISATION and _is_before_post(second, m, persons)
    )
    mentions = sorted([*held, *spots])
    return Scene(second, tuple(mentions), home, employers, guest=guest(second.text, mentions, home))


def _is_before_post(second: Page, body: Mention, persons: list[Mention]) -> bool:
    """Whether an organisation only tells whom the person behind it works for."""
    for person in persons:
        if not body.end <= person.start <= body.end + 40:
            continue
        between = re.sub(r"\([^()]*\)", "", second.text[body.end : person.start])
        role = person.role
        if role and between and (role.endswith(between) or role.startswith(between)):
            return True
        if role and role in between:
            return not set(between.replace(role, "")) & set(",。;\n的由是与和在为于向等、")
    return False
