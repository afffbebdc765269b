"""A second reader that says, of each passage it is shown, whatever facts it was given for that passage."""

from __future__ import annotations

import json

from qiao.engines.extract.second.prompt import Message
from tests.engines.extract.second.truth import Annotated, Said


def answer(text: Annotated, statements: list[Said], asked: list[Message]) -> str:
    """The JSON of those statements whose true place lies in the passage of the question."""
    shown = asked[1]["content"].split("<<<\n", 1)[1].rsplit("\n>>>", 1)[0]
    start = text.reading.text.find(shown)
    return json.dumps({"facts": [said for said in statements if start <= said["at"] < start + len(shown)]})
