"""From the view back to the original: facts with the characters of the source."""

from __future__ import annotations

import re
from dataclasses import replace

from qiao.engines.extract.han.entities import Mention
from qiao.engines.extract.han.marks import Mark
from qiao.engines.extract.han.modality import inherited, modality
from qiao.engines.extract.han.scene import Scene
from qiao.engines.extract.problem import Reading
from qiao.engines.extract.result import Attributes, Fact, FactType, Modality, Post
from qiao.engines.text.places import find_place
from qiao.engines.text.view import SearchView, fold_width

_FIGURES = (FactType.COUNT, FactType.AMOUNT)


def report(reading: Reading, seen: SearchView, scene: Scene, marks: list[Mark]) -> list[Fact]:
    """All facts of a reading, in the words of its own script."""
    words = _Originals(reading, seen, scene)
    facts = [words.party(mention) for mention in scene.mentions if mention.end > mention.start]
    for mark in marks:
        facts.append(words.fact(_with_modality(scene, mark)))
    unique: dict[tuple[int, int, FactType, str], Fact] = {}
    for fact in facts:
        unique.setdefault((fact.start, fact.end, fact.type, fact.norm), fact)
    return list(unique.values())


def _with_modality(scene: Scene, mark: Mark) -> Mark:
    if mark.modality is not Modality.FACT or mark.type not in (*_FIGURES, FactType.EVENT):
        return mark
    text, clause, sentence = scene.page.text, scene.page.clause(mark.start), scene.page.sentence(mark.start)
    said = modality(text, mark.start, mark.end, clause, sentence)
    if said is Modality.FACT and mark.type is FactType.AMOUNT:
        said = inherited(text, mark.start, sentence)
    return replace(mark, modality=said)


class _Originals:
    """Names of the view in the script of the source."""

    def __init__(self, reading: Reading, seen: SearchView, scene: Scene) -> None:
        self.reading, self.seen = reading, seen
        self.told: dict[str, str] = {}
        if reading.home:
            self.told[fold_width(reading.home)] = reading.home
        for mention in sorted(scene.mentions):
            view_words = seen.text[mention.start : mention.end]
            self.told.setdefault(view_words, self.quote(mention.start, mention.end))

    def quote(self, start: int, end: int) -> str:
        left, right = self.seen.span(start, end)
        return self.reading.text[left:right]

    def name(self, words: str) -> str:
        """A canonical name in the source's script: as told, as found anywhere in the text, or as it is."""
        if not words:
            return ""
        if words not in self.told:
            at = self.seen.text.find(words)
            self.told[words] = self.quote(at, at + len(words)) if at >= 0 else self._composed(words)
        return re.sub(r"\s*\n\s*", "", self.told[words])

    def _composed(self, words: str) -> str:
        for size in range(len(words) - 1, 1, -1):
            at = self.seen.text.find(words[:size])
            if words[:size] in self.told or at >= 0:
                known = self.told.get(words[:size]) or self.quote(at, at + size)
                return known + self.name(words[size:])
        return words

    def party(self, mention: Mention) -> Fact:
        start, end = self.seen.span(mention.start, mention.end)
        text = self.reading.text[start:end]
        norm = self.name(mention.name)
        attrs = Attributes()
        if mention.type is FactType.PERSON:
            posts = tuple(Post(self.name(post.role), self.name(post.org)) for post in mention.posts)
            attrs = Attributes(role=self.name(mention.role), org=self.name(mention.kind), posts=posts)
        elif mention.type is FactType.ORGANISATION:
            attrs = Attributes(kind=mention.kind)
        else:
            place = find_place(text)
            if place is not None:
                local = place.country in ("CN", "TW", "MO") and place.kind != "country"
                norm = norm if local else place.norm
                attrs = Attributes(country="" if place.kind == "country" else place.country)
        confidence = 0.85 if mention.sure else 0.6
        return Fact(start, end, mention.type, text, norm or text, confidence=confidence, attrs=attrs)

    def fact(self, mark: Mark) -> Fact:
        start, end = self.seen.span(mark.start, mark.end)
        text = self.reading.text[start:end]
        attrs = mark.attrs
        if attrs.parties:
            attrs = replace(attrs, parties=tuple(self.name(party) for party in attrs.parties))
        attrs = replace(attrs, place=self.name(attrs.place), unit=self.name(attrs.unit))
        if mark.type is FactType.COUNT:
            attrs = replace(attrs, kind=self._noun(attrs.kind))
        norm = mark.norm
        if mark.type is FactType.RELATION:
            norm = f"{attrs.kind}({', '.join(attrs.parties)})"
        elif mark.type in (FactType.EVENT, FactType.AGREEMENT):
            norm = text
        return Fact(start, end, mark.type, text, norm, mark.modality, mark.confidence, attrs)

    def _noun(self, words: str) -> str:
        return self.name(words) if words and not words.isascii() else words
