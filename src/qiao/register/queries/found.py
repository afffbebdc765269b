"""Find what bears a name, however it is typed: ranked, each with the name that answered and in which way."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from uuid import UUID

from qiao.engines.text.search_probe import Asked, Probe
from qiao.engines.text.search_rank import Way, way_of
from qiao.register.enums import NameKind
from qiao.register.kept_names import PLACE, KeptName, unpack
from qiao.register.models import Entity
from qiao.register.queries.drawn import Drawn, at_most, draw, entries, reads_all_first
from qiao.register.scope_tokens import of_kinds, visible_to
from qiao.zones.models import Membership

FEW = 5  # fewer answers than these, and looser questions are asked
LONGEST_ASIDE = 5  # letters that are always taken for initials too

Standing = tuple[int, int, bool, int, UUID]


@dataclass(frozen=True, slots=True)
class Found:
    """One group that answers: the record that stands for it before the member, and which name answered, how."""

    entity_id: UUID
    canonical_id: UUID
    kind: str
    name: KeptName
    way: Way
    slips: int


def found(member: Membership, typed: str, *, kinds: Collection[str] = (), limit: int = 20) -> list[Found]:
    """The entities a member may see that answer to what was typed, the best first.

    kinds    of entities to look among; all when empty.    limit   at most so many, 1 to some hundred.

    At most a few hundred entries are looked at. Where more answer in one way, those are drawn by their ids, and the
    shorter names of these come first: whoever types more sees them all.
    """
    probe = Probe(typed)
    scope = visible_to(member)
    if not probe.joined or not scope:
        return []
    search = _Search(probe, (scope, of_kinds(kinds)) if kinds else (scope,), member.zone_id, limit)
    _ask(search)
    best = sorted(search.best.values(), key=_standing)[:limit]
    return _before(member, best)


@dataclass
class _Search:
    """A search under way: the best answer of each group so far."""

    probe: Probe
    scope: Asked
    zone_id: UUID
    wanted: int
    best: dict[UUID, Found] = field(default_factory=dict)
    asked: set[Asked] = field(default_factory=set)
    weighed: set[int] = field(default_factory=set)

    def ask(self, asked: Asked, *, is_common: bool = False) -> None:
        """Put a question to the index, once, and weigh what answers."""
        if asked and asked not in self.asked:
            self.asked.add(asked)
            self.weigh(draw(self.zone_id, (*self.scope, *asked), limit=at_most(self.wanted), is_common=is_common))

    def ask_all(self, asked: Asked) -> bool:
        """The same where few answer; whether they were few."""
        limit = at_most(self.wanted)
        drawn = entries(self.zone_id, (*self.scope, *asked), limit=limit + 1)
        if len(drawn) > limit:
            return False
        self.asked.add(asked)
        self.weigh(drawn)
        return True

    def weigh(self, drawn: Iterable[Drawn]) -> None:
        for entry in drawn:
            if entry.number in self.weighed:
                continue
            self.weighed.add(entry.number)
            answer = _best_of(entry, self.probe)
            if answer is None:
                continue
            held = self.best.get(answer.canonical_id)
            if held is None or _standing(answer) < _standing(held):
                self.best[answer.canonical_id] = answer

    def has(self, worst: Way, count: int = 1) -> bool:
        """Whether so many answers are as good as this."""
        return sum(answer.way <= worst for answer in self.best.values()) >= count


def _ask(search: _Search) -> None:
    """From the strictest question to the loosest, no further than answers are wanted."""
    probe = search.probe
    if probe.is_short:
        _ask_short(search)
    elif not search.ask_all(probe.inside):
        _ask_long(search)
    elif not search.has(Way.SAME):
        search.ask(probe.whole)
    if len(probe.joined) <= LONGEST_ASIDE or not search.has(Way.SOUND, FEW):
        search.ask(probe.initials)
    if not search.has(Way.SOME_INITIALS, FEW):
        search.ask(probe.scattered)
        search.ask(probe.close)


def _ask_long(search: _Search) -> None:
    """Very many hold what was typed: the better answers are asked for by themselves."""
    probe = search.probe
    search.ask(probe.whole)
    if search.has(Way.SAME, search.wanted):
        return
    search.ask(probe.begins)
    if search.has(Way.BEGINS, search.wanted):
        return
    search.ask(probe.words, is_common=True)
    if not search.has(Way.WORDS, search.wanted):
        search.ask(probe.inside, is_common=True)


def _ask_short(search: _Search) -> None:
    """One Han character or three letters: very many answer, and those that begin so are wanted."""
    is_common = reads_all_first()
    search.ask(search.probe.whole)
    search.ask(search.probe.begins, is_common=is_common)
    if not search.has(Way.SOUND, FEW):
        search.ask(search.probe.words, is_common=is_common)
    if not search.has(Way.SOUND, FEW):
        search.ask(search.probe.inside, is_common=is_common)


def _best_of(entry: Drawn, probe: Probe) -> Found | None:
    answers = [(name, way) for name in unpack(entry.names) if (way := way_of(name.forms, probe)) is not None]
    if not answers:
        return None
    entity, group = entry.entity_id, entry.canonical_id
    return min((Found(entity, group, entry.kind, name, *way) for name, way in answers), key=_standing)


def _standing(answer: Found) -> Standing:
    """By the way of answering, the slips, what it is called now before what it was, and how short the name is."""
    is_past = answer.name.kind in (NameKind.FORMER, PLACE)
    return answer.way, answer.slips, is_past, len(answer.name.forms.joined), answer.entity_id


def _before(member: Membership, answers: Iterable[Found]) -> list[Found]:
    """The same, each by the record that stands for its group before the member: the lowest they may see."""
    told = list(answers)
    joined = [answer.canonical_id for answer in told if answer.entity_id != answer.canonical_id]
    if not joined:
        return told
    seen = Entity.objects.visible_to(member).filter(canonical__in=joined).order_by("-id")
    lowest = dict(seen.values_list("canonical_id", "id"))
    return [
        Found(lowest.get(one.canonical_id, one.entity_id), one.canonical_id, one.kind, one.name, one.way, one.slips)
        for one in told
    ]
