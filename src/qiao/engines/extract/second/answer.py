"""The shape in which a second reader answers, and a parser that forgives wrapping but not nonsense."""

from __future__ import annotations

import json
import re
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from qiao.engines.extract.result import FactType

LONGEST_QUOTE = 400
_FENCE = re.compile(r"```(?:json)?\s*(.*?)```", re.DOTALL)


class BadAnswer(ValueError):
    """The answer is not the JSON that was asked for. The message tells the reader what is wrong, in one sentence."""


class SaidFact(BaseModel):
    """One fact as the second reader states it. Offsets are never asked for: the quote is found in the text.

    `value` and `modality` can only veto: what the text says is kept, and dropped when the answer says otherwise.
    """

    model_config = ConfigDict(extra="ignore", str_max_length=LONGEST_QUOTE, frozen=True)

    type: FactType
    quote: str = Field(min_length=1)
    before: str = ""
    value: str = ""
    kind: str = ""
    role: str = ""
    org: str = ""
    parties: tuple[str, ...] = Field(default=(), max_length=12)
    modality: str = ""


class Answer(BaseModel):
    """All facts of one passage."""

    model_config = ConfigDict(extra="ignore")

    facts: list[Any] = Field(max_length=400)


def schema() -> dict[str, Any]:
    """The JSON schema to ask for."""
    fact = SaidFact.model_json_schema()
    definitions = fact.pop("$defs", {})
    return {
        "type": "object",
        "properties": {"facts": {"type": "array", "items": fact}},
        "required": ["facts"],
        "$defs": definitions,
    }


def parse_answer(said: str) -> tuple[list[SaidFact], int]:
    """The facts of an answer, and how many of its entries had the wrong shape.

    Raises    BadAnswer when no object with a list of facts can be found in it.
    """
    body = _FENCE.search(said)
    text = body.group(1) if body else said
    start, end = text.find("{"), text.rfind("}")
    try:
        answer = Answer.model_validate(json.loads(text[start : end + 1]))
    except (ValueError, RecursionError) as error:
        raise BadAnswer(
            f"Expected one JSON object with a list of facts; found {len(said)} characters of other text."
        ) from error
    facts, wrong = [], 0
    for entry in answer.facts:
        try:
            facts.append(SaidFact.model_validate(entry))
        except ValidationError:
            wrong += 1
    return facts, wrong
