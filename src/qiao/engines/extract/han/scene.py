"""All that is known of a page when relations are read: parties, papers, openings and the sender."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from qiao.engines.extract.han.entities import Mention, within
from qiao.engines.extract.han.marks import Mark
from qiao.engines.extract.han.modality import modality
from qiao.engines.extract.han.page import LONGEST_SENTENCE, Page
from qiao.engines.extract.han.sender import DELEGATION, GUESTS, is_home, zone_stem
from qiao.engines.extract.han.tokens import Token
from qiao.engines.extract.result import Attributes, FactType, Modality, RelationKind

_REPORTER = re.compile(r"记者|通讯员|编辑|摄影|作者|责编")
_ACTED = re.compile(r"拜会|拜访|会见|会晤|考察|走访|参观|参访|访问|邀请|接待|听取|感谢|见到|看望|聘请|委托")
_OBLIQUE = re.compile(
    r"(?:与|向|对|由|受|获|跟)[^,。;、]{0,16}$|(?:与|和|同|跟|向|对|在|为|由|被|给|据|从|于|的|、|等|及|让|把|将|受|获|应|随|经|就|据|以|给)$"
)
_LOCAL = re.compile(r"^(?:中共|市|省|区|县|我|本|全国|国家|中国(?!驻)|新区|园区|高新区|经开区|开发区|管委会)")
_TITLE = re.compile(r"(?:先生|女士|博士|教授|爵士|一行|等|团队|等人)+")


@dataclass(frozen=True)
class Scene:
    """A page with its mentions in order, and the home party in the view's script (empty when unknown).

    guest       whose delegation calls on the sender; empty when the sender travels.
    employers   spans of organisations that only tell whom a person works for.
    """

    page: Page
    mentions: tuple[Mention, ...]
    home: str
    employers: frozenset[tuple[int, int]]
    papers: tuple[Mark, ...] = ()
    guest: str = ""

    @cached_property
    def parties(self) -> tuple[Mention, ...]:
        """Organisations and persons that act themselves, in order: not the employers of persons named there."""
        return tuple(
            m
            for m in self.mentions
            if (m.type is FactType.PERSON and not _REPORTER.search(m.role))
            or (m.type is FactType.ORGANISATION and (m.start, m.end) not in self.employers and m.kind != "publisher")
        )

    def between(self, start: int, end: int) -> list[Mention]:
        return within(_slice(self.parties, self._party_starts, start, end), start, end)

    def places_between(self, start: int, end: int) -> list[Mention]:
        near = self.near(start, end)
        return within((m for m in near if m.type is FactType.PLACE), start, end)

    def near(self, start: int, end: int) -> tuple[Mention, ...]:
        """All mentions that start in [start, end), in order."""
        return _slice(self.mentions, self._mention_starts, start, end)

    @cached_property
    def _party_starts(self) -> list[int]:
        return [m.start for m in self.parties]

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [m.start for m in self.mentions]

    def is_ours(self, name: str) -> bool:
        return is_home(name, self.home)

    def is_outside(self, party: Mention) -> bool:
        """Whether a party is neither the sender's own nor of an office at home; a person without employer is not."""
        body = party.kind if party.type is FactType.PERSON else party.name
        stem = zone_stem(self.home)
        ours = self.is_ours(body) or (len(stem) >= 2 and body.startswith(stem[:2]))
        return bool(body) and not ours and not _LOCAL.match(body)

    def has_paper(self, start: int, end: int) -> bool:
        """Whether an agreement stands in a span or around its start."""
        first = bisect_left(self._paper_starts, start)
        around = self.papers[first - 1 : first] if first else ()
        return any(paper.end > start for paper in around) or (
            first < len(self.papers) and self.papers[first].start < end
        )

    @cached_property
    def _paper_starts(self) -> list[int]:
        return [paper.start for paper in self.papers]

    def foreign(self, start: int, end: int) -> list[Mention]:
        """Organisations in a span that are not the sender."""
        return [m for m in self.between(start, end) if m.type is FactType.ORGANISATION and not self.is_ours(m.name)]

    def last_foreign(self, before: int, *, reach: int = 2) -> Mention | None:
        """The organisation last spoken of before a place, at most `reach` sentences back in its paragraph."""
        paragraph = self.page.text.rfind("\n", 0, before) + 1
        start = before
        for _ in range(reach):
            start = max(paragraph, self.page.sentence(max(paragraph, start - 1))[0])
        spoken = [
            m
            for m in self.near(start, before)
            if m.type is FactType.ORGANISATION
            and m.end <= before
            and not self.is_ours(m.name)
            and m.kind not in ("publisher", "station", "diplomatic")
        ]
        return spoken[-1] if spoken else None

    def topic_before(self, before: int) -> Mention | None:
        """The foreign body most spoken of in the nearest sentence before a place that speaks of one."""
        paragraph = self.page.text.rfind("\n", 0, before) + 1
        start, end = self.page.sentence(before)[0], before
        for _ in range(4):
            spoken = [
                m
                for m in self.near(start, end)
                if m.end <= end
                and (
                    m.type is FactType.ORGANISATION
                    and not self.is_ours(m.name)
                    and m.kind not in ("publisher", "diplomatic")
                )
            ]
            if spoken:
                counted = Counter(m.name for m in spoken)
                counted.update(m.kind for m in self.near(start, end) if m.type is FactType.PERSON and m.kind in counted)
                most = max(counted.values())
                return next(m for m in spoken if counted[m.name] == most)
            if start <= paragraph:
                return None
            start, end = max(paragraph, self.page.sentence(start - 1)[0]), start
        return None

    def subject(self, at: int) -> str:
        """Who does what the verb at a place tells: a person or body that opens a clause of its sentence, else home."""
        found = self.subject_mention(at)
        return found.name if found is not None else self.home

    def subject_mention(self, at: int) -> Mention | None:
        start, _ = self.page.sentence(at)
        clause = self.page.clause(at)[0]
        while clause >= start:
            end = at if clause == self.page.clause(at)[0] else self.page.clause(clause)[1]
            opener = self._opener(clause, min(end, at))
            if opener is not None:
                return opener if opener.start >= 0 else None
            if clause <= start:
                break
            clause = self.page.clause(clause - 1)[0] if clause - 1 >= start else start - 1
        return None

    def _opener(self, start: int, end: int) -> Mention | None:
        """The first party of a clause that no particle makes oblique; a delegation is the sender (start < 0)."""
        delegation = DELEGATION.search(self.page.text, start, end)
        for mention in self.between(start, end):
            lead = self.page.text[start : self._with_title(mention)]
            if delegation and delegation.start() < mention.start:
                break
            if _OBLIQUE.search(lead) or _ACTED.search(lead) or self._acts(start, self._with_title(mention)):
                continue
            return mention
        if delegation and not _OBLIQUE.search(self.page.text[start : delegation.start()]):
            name = self.guest if self.guest and delegation.group() in GUESTS else self.home
            return Mention(
                -1 if name == self.home else delegation.start(), delegation.end(), FactType.ORGANISATION, name
            )
        return None

    def _acts(self, start: int, end: int) -> bool:
        """Whether a verb stands between the head of a clause and a party: then the party is its object."""
        kinds = {"open", "hold", "sign", "found", "invest", "meet", "visit"}
        return any(
            token.of("verb") in kinds and not token.has("topic")
            for token in self.page.tokens[self._index(start) : self._index(end)]
        )

    def _index(self, at: int) -> int:
        return bisect_left(self._starts, at)

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.page.tokens]

    def _with_title(self, mention: Mention) -> int:
        """Where a person's titles begin."""
        start = mention.start
        if mention.type is FactType.PERSON and mention.role:
            at = self.page.text.rfind(mention.role[:2], max(0, start - 60), start)
            start = at if at >= 0 else start
            for org in self.near(start - 40, start):
                if (org.start, org.end) in self.employers and org.end == start:
                    start = org.start
        return start

    def object_end(self, start: int) -> int:
        """Where the object of a verb ends: at the next stop outside brackets."""
        depth, at = 0, start
        text = self.page.text
        last = min(len(text), start + LONGEST_SENTENCE)
        while at < last:
            char = text[at]
            if char == "(":
                depth += 1
            elif char == ")":
                depth = max(0, depth - 1)
            elif char in "。!?;\n" or (char == "," and depth == 0):
                break
            at += 1
        return at

    def tokens_between(self, start: int, end: int) -> list[Token]:
        first, last = self._index(start), self._index(end)
        return [token for token in self.page.tokens[first:last] if token.end <= end]

    @cached_property
    def _said(self) -> dict[tuple[int, int], Modality]:
        """Modalities read before, by place: a list of parties asks for the same one again and again."""
        return {}

    def relation(
        self, kind: RelationKind, subject: str, obj: str, span: tuple[int, int], at: int | None = None
    ) -> Mark:
        """A relation mark, with the modality of the clause that tells it."""
        here = span[0] if at is None else at
        place = (here, span[1])
        if place not in self._said:
            told = modality(self.page.text, here, span[1], self.page.clause(here), self.page.sentence(here))
            self._said[place] = told
        said = self._said[place]
        attrs = Attributes(kind=kind.value, parties=(subject, obj))
        return Mark(span[0], span[1], FactType.RELATION, f"{kind.value}({subject}, {obj})", said, 0.6, attrs)


def _slice(mentions: tuple[Mention, ...], starts: list[int], start: int, end: int) -> tuple[Mention, ...]:
    return mentions[bisect_left(starts, start) : bisect_left(starts, end)]
