"""What stands around a run of capitals when its type is decided."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qiao.engines.extract.latin.mention import Mention
from qiao.engines.extract.latin.page import Page, Sentence, Token
from qiao.engines.extract.latin.roles import RoleSpan
from qiao.engines.extract.latin.runs import Run
from qiao.engines.extract.result import FactType


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a run: tokens before and after it, and the posts beside it."""

    page: Page
    sentence: Sentence
    run: Run
    role_before: RoleSpan | None
    role_after: RoleSpan | None
    known_lower: frozenset[str]
    previous: Mention | None = None

    @property
    def is_behind_person(self) -> bool:
        """Whether a person's name stands right before it, a comma or bracket between."""
        held = self.previous
        if held is None or held.type is not FactType.PERSON or held.start < self.sentence.start:
            return False
        return (
            re.fullmatch(
                r"\s?[,(–—-]\s?|,\s(?:Firma|de la société|société)\s", self.page.text[held.end : self.run.start]
            )
            is not None
        )

    def before(self, distance: int = 1) -> str:
        """The folded word `distance` tokens before the run, "" at the sentence's beginning."""
        position = self.run.first - distance
        return self.page.tokens[position].lower if position >= self.sentence.first else ""

    def after(self, distance: int = 0) -> str:
        position = self.run.last + distance
        return self.page.tokens[position].lower if position < self.sentence.last else ""

    @property
    def words(self) -> tuple[Token, ...]:
        return self.page.tokens[self.run.first : self.run.last]
