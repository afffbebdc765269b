"""The front door: ask about each passage, verify every statement against the text, join both readings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from qiao.engines.extract.problem import Reading
from qiao.engines.extract.result import Fact
from qiao.engines.extract.second.answer import BadAnswer, SaidFact, parse_answer
from qiao.engines.extract.second.fusion import fused
from qiao.engines.extract.second.known import NAMES, Known
from qiao.engines.extract.second.passages import Passage, passages
from qiao.engines.extract.second.prompt import Message, messages, repair
from qiao.engines.extract.second.verify import verify

Ask = Callable[[list[Message]], str]
"""Sends a conversation, returns the answer. May raise anything: the caller decides what a failure means."""

REPAIRS = 2


@dataclass(frozen=True, slots=True)
class Rejected:
    """A statement that the text does not bear out, and the code that says why."""

    said: SaidFact
    reason: str


@dataclass(frozen=True, slots=True)
class SecondReading:
    """Both readings together.

    facts      in order of position: the offline facts, raised where confirmed, and `added`.
    verified   the statements that passed, each with only what was verified of it.
    added      those of `facts` that the offline reader did not see; confidence at most 0.45, for review.
    rejected   the statements that did not pass. asked: how many questions were sent.
    unread     passages for which no readable answer came.
    """

    facts: tuple[Fact, ...]
    verified: tuple[Fact, ...]
    added: tuple[Fact, ...]
    rejected: tuple[Rejected, ...]
    asked: int
    unread: int = 0


def read_second(
    reading: Reading, facts: list[Fact], ask: Ask, *, title: str = "", most_questions: int = 40
) -> SecondReading:
    """Have a text read a second time, and keep of the answers only what the text itself bears out.

    facts            what the offline reader found; none of them is lost or changed but for its confidence.
    most_questions   > 0; passages beyond it are not sent and counted as unread.
    Raises           whatever `ask` raises.
    """
    questions = _Questions(ask, most_questions)
    said: list[tuple[SaidFact, Passage]] = []
    unread = 0
    for passage in passages(reading.text):
        answer = questions.put(messages(reading, facts, passage, title))
        if answer is None:
            unread += 1
        else:
            said += [(fact, passage) for fact in answer]
    known = Known(reading, facts)
    verified, rejected = _judge(known, said)
    joined, added = fused(facts, verified, known.meaning)
    return SecondReading(joined, tuple(verified), added, tuple(rejected), questions.asked, unread)


def _judge(known: Known, said: list[tuple[SaidFact, Passage]]) -> tuple[list[Fact], list[Rejected]]:
    """Names first: what ties them together can only be verified when they are known."""
    verified: list[Fact] = []
    rejected: list[Rejected] = []
    for fact, passage in sorted(said, key=lambda pair: pair[0].type not in NAMES):
        found = verify(fact, (passage.shown_from, passage.end), known)
        if isinstance(found, str):
            rejected.append(Rejected(fact, found))
        elif found not in verified:
            known.learn(found)
            verified.append(found)
    return verified, rejected


class _Questions:
    """Asks, has a bad answer repaired, and stops when enough has been asked."""

    def __init__(self, ask: Ask, most: int) -> None:
        self.ask, self.most, self.asked = ask, most, 0

    def put(self, asked: list[Message]) -> list[SaidFact] | None:
        """The facts of the first readable answer; None when there is none."""
        conversation = asked
        for _ in range(REPAIRS + 1):
            if self.asked >= self.most:
                return None
            self.asked += 1
            try:
                return parse_answer(self.ask(conversation))[0]
            except BadAnswer as trouble:
                conversation = repair(asked, str(trouble))
        return None
