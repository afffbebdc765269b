"""Wishes of invitees to meet, a page at a time; and wishes pasted as lines, each read or refused with a reason."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext

from qiao.engines.text.search_probe import Probe
from qiao.missions.enums import WishKind
from qiao.missions.models import Invitee, PlannedEvent, Wish
from qiao.register.enums import PARTIES
from qiao.register.models import Label
from qiao.register.queries.found import found
from qiao.register.queries.labels import Called, called
from qiao.zones.models import Membership

SHOWN = 50
MOST_LINES = 5_000
MOST_LOOKED_UP = 200  # names that are not the very name of anybody on the list
KINDS = {
    "must": WishKind.MUST,
    "like": WishKind.LIKE,
    "no": WishKind.NO,
    "not": WishKind.NO,
    "必须": WishKind.MUST,
    "必須": WishKind.MUST,
    "愿意": WishKind.LIKE,
    "願意": WishKind.LIKE,
    "不": WishKind.NO,
    "doit": WishKind.MUST,
    "souhaite": WishKind.LIKE,
    "non": WishKind.NO,
    "muss": WishKind.MUST,
    "gern": WishKind.LIKE,
    "nein": WishKind.NO,
}
_ARROW = re.compile(r"\s*(?:->|=>|>|→|➔|\t|＞)\s*")


@dataclass(frozen=True, slots=True)
class WishLine:
    """One wish with the names of both."""

    wish: Wish
    asker: Called | None
    asked: Called | None


@dataclass(frozen=True, slots=True)
class Refused:
    """A pasted line that says no wish, and why."""

    line: str
    because: str


@dataclass(frozen=True, slots=True)
class PastedWishes:
    """What pasted lines say."""

    wishes: tuple[tuple[UUID, UUID, WishKind], ...]
    refused: tuple[Refused, ...]


def wish_page(
    event: PlannedEvent, member: Membership, language: str, *, kind: str = "", typed: str = "", page: int = 0
) -> tuple[list[WishLine], bool]:
    """One page of wishes, and whether more follow. kind, typed   narrow it: to a kind, to wishes of or for a name."""
    rows = Wish.objects.visible_to(member).live().filter(event=event, asker__live=True, asked__live=True)
    if kind in WishKind.values:
        rows = rows.filter(kind=kind)
    if typed.strip():
        answers = found(member, typed[:100], kinds=[one.value for one in PARTIES], limit=200)
        groups = [one.canonical_id for one in answers]
        rows = rows.filter(Q(asker__party__canonical__in=groups) | Q(asked__party__canonical__in=groups))
    listed = list(rows.select_related("asker", "asked").order_by("-id")[page * SHOWN : (page + 1) * SHOWN + 1])
    names = called([party for one in listed for party in (one.asker.party_id, one.asked.party_id)], language)
    lines = [WishLine(one, names.get(one.asker.party_id), names.get(one.asked.party_id)) for one in listed[:SHOWN]]
    return lines, len(listed) > SHOWN


class OnList:
    """The invitees of an event by what they are called, in any language of the interface."""

    def __init__(self, event: PlannedEvent, member: Membership) -> None:
        self.member = member
        rows = Invitee.objects.visible_to(member).live().filter(event=event).order_by("-id")
        told = rows.values_list("id", "party_id", "party__canonical_id")
        self.by_group: dict[UUID, UUID] = {group: pk for pk, _party, group in told}
        parties = {party: pk for pk, party, _group in told}
        self.by_name: dict[str, set[UUID]] = {}
        for party, text in Label.objects.filter(entity_id__in=list(parties)).values_list("entity_id", "text"):
            self.by_name.setdefault(_plain(text), set()).add(parties[party])
        self.looked_up: dict[str, UUID | None] = {}

    def one(self, typed: str) -> UUID | None:
        """The invitee who bears a name; else the first on the list who answers to it; None when nobody does."""
        bearing = self.by_name.get(_plain(typed), set())
        if len(bearing) == 1:
            return next(iter(bearing))
        if typed not in self.looked_up and len(self.looked_up) < MOST_LOOKED_UP:
            answers = found(self.member, typed[:100], kinds=[one.value for one in PARTIES], limit=20)
            hits = [self.by_group[one.canonical_id] for one in answers if one.canonical_id in self.by_group]
            self.looked_up[typed] = hits[0] if hits else None
        return self.looked_up.get(typed)


def pasted_wishes(event: PlannedEvent, member: Membership, text: str) -> PastedWishes:
    """What lines such as "A > B must" say. Without a last word it is "would like"; at most 5,000 lines are read."""
    lines = [line.strip()[:500] for line in text.replace("\0", " ").splitlines() if line.strip()]
    people = OnList(event, member)
    wishes: dict[tuple[UUID, UUID], WishKind] = {}
    refused: list[Refused] = []
    for line in lines[:MOST_LINES]:
        told = _read(line, people)
        if isinstance(told, Refused):
            refused.append(told)
        else:
            wishes[told[0], told[1]] = told[2]
    if len(lines) > MOST_LINES:
        said = gettext("Expected at most %(most)s lines; the others were not read.") % {"most": MOST_LINES}
        refused.append(Refused(lines[MOST_LINES], said))
    return PastedWishes(tuple((*pair, kind) for pair, kind in wishes.items()), tuple(refused))


def _read(line: str, people: OnList) -> tuple[UUID, UUID, WishKind] | Refused:
    parts = [part for part in _ARROW.split(line) if part]
    if len(parts) == 3 and parts[2].casefold() in KINDS:
        parts, kind = parts[:2], KINDS[parts[2].casefold()]
    elif len(parts) == 2:
        parts, kind = _last_word(parts)
    else:
        return Refused(line, gettext("Expected two names with > between them."))
    found_here = [people.one(part) for part in parts]
    for part, one in zip(parts, found_here, strict=True):
        if one is None:
            said = gettext("Nobody on the list answers to “%(name)s”.") % {"name": part[:100]}
            return Refused(line, said)
    asker, asked = found_here
    assert asker is not None
    assert asked is not None
    if asker == asked:
        return Refused(line, gettext("Expected two different people; found one."))
    return asker, asked, kind


def _last_word(parts: Sequence[str]) -> tuple[list[str], WishKind]:
    """The kind of wish where the line ends in its word."""
    one, other = parts
    name, _space, word = other.replace("，", " ").replace(",", " ").rpartition(" ")
    kind: Mapping[str, WishKind] = KINDS
    if name.strip() and word.casefold() in kind:
        return [one, name.strip()], kind[word.casefold()]
    return [one, other], WishKind.LIKE


def _plain(text: str) -> str:
    return Probe(text).joined
