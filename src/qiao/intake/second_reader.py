"""The wire to a second reader: one endpoint, named by the administrator, asked with patience and within bounds.

Nothing here logs a word of a document. Whatever goes wrong, the offline reading stands.
"""

from __future__ import annotations

import hashlib
import json
import ssl
import time
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import httpx
from django.conf import settings
from django.core.cache import cache as memory

from qiao.engines.extract import Fact, Reading
from qiao.engines.extract.second import BadAnswer, SecondReading, read_second
from qiao.engines.extract.second.answer import parse_answer, schema
from qiao.engines.extract.second.prompt import PROMPT_VERSION, Message

CONNECT_SECONDS, ANSWER_SECONDS, DOCUMENT_SECONDS = 5.0, 60.0, 180.0
MOST_QUESTIONS = 40
MOST_CHARACTERS = 60_000
MOST_BYTES = 1_000_000
KEPT_SECONDS = 7 * 24 * 3600
_NOT_THIS_FORMAT = (400, 422)


class ReaderFailed(RuntimeError):
    """The endpoint did not answer in time, in size or in kind. The message holds no word of the document."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a second reader listens, and under which name."""

    url: str
    model: str
    key: str = field(default="", repr=False)

    @property
    def name(self) -> str:
        """What the record says of it: the model, and the machine that it runs on."""
        return f"{self.model or 'default'} @ {httpx.URL(self.url).host}"[:80]


def second_reader() -> Endpoint | None:
    """The endpoint of the settings; None when no one named one, which is the default."""
    said = settings.SECOND_READER
    return Endpoint(said["url"].rstrip("/"), said["model"], said["key"]) if said["url"] else None


def second_reading(endpoint: Endpoint, reading: Reading, facts: list[Fact], title: str) -> SecondReading:
    """What both readers see. Raises ReaderFailed when the endpoint fails, or the text is too long to be sent."""
    if len(reading.text) > MOST_CHARACTERS:
        raise ReaderFailed(f"Expected at most {MOST_CHARACTERS} characters; found {len(reading.text)}.")
    with Wire(endpoint) as wire:
        return read_second(reading, facts, wire.ask, title=title, most_questions=MOST_QUESTIONS)


class Wire:
    """One document's conversation with an endpoint; it ends when the document's time is up."""

    def __init__(self, endpoint: Endpoint, *, seconds: float = DOCUMENT_SECONDS) -> None:
        self.endpoint = endpoint
        self.deadline = time.monotonic() + seconds
        self.formats: list[dict[str, Any]] = [*_formats()]
        timeout = httpx.Timeout(min(ANSWER_SECONDS, seconds), connect=min(CONNECT_SECONDS, seconds))
        self.client = httpx.Client(timeout=timeout, follow_redirects=False, trust_env=False, verify=_trusted())

    def __enter__(self) -> Wire:
        return self

    def __exit__(self, *trouble: object) -> None:
        self.client.close()

    def ask(self, messages: list[Message]) -> str:
        """The answer to a conversation, from memory when it was asked before. Raises ReaderFailed."""
        key = _memory_key(self.endpoint, messages)
        known = memory.get(key)
        if isinstance(known, str):
            return known
        said = self._said(messages)
        if _is_readable(said):
            memory.set(key, said, KEPT_SECONDS)
        return said

    def _said(self, messages: list[Message]) -> str:
        """Asks for the strictest format that the endpoint knows, and remembers which it was."""
        while True:
            question = {"model": self.endpoint.model, "temperature": 0, "messages": messages}
            status, body = self._post({**question, **self.formats[0]})
            if status not in _NOT_THIS_FORMAT or len(self.formats) == 1:
                break
            self.formats.pop(0)
        if status != httpx.codes.OK:
            raise ReaderFailed(f"Expected status 200; found {status}.")
        return _content(body)

    def _post(self, question: dict[str, Any]) -> tuple[int, bytes]:
        headers = {"Authorization": f"Bearer {self.endpoint.key}"} if self.endpoint.key else {}
        address = f"{self.endpoint.url}/chat/completions"
        body = bytearray()
        self._check(0)
        try:
            with self.client.stream("POST", address, json=question, headers=headers) as reply:
                for chunk in reply.iter_bytes():
                    body += chunk
                    self._check(len(body))
                return reply.status_code, bytes(body)
        except (httpx.HTTPError, httpx.InvalidURL) as trouble:
            raise ReaderFailed(f"Expected an answer; found {type(trouble).__name__}.") from None

    def _check(self, size: int) -> None:
        """A slow drip of bytes outwits a timeout between two of them, so the document's time is looked at here."""
        if size > MOST_BYTES:
            raise ReaderFailed(f"Expected at most {MOST_BYTES} bytes; found more.")
        if time.monotonic() > self.deadline:
            raise ReaderFailed("Expected all answers in time; found none.")


@cache
def _trusted() -> ssl.SSLContext:
    """The certificates of this machine; reading them takes longer than many an answer."""
    return ssl.create_default_context()


def _formats() -> tuple[dict[str, Any], ...]:
    strict = {"type": "json_schema", "json_schema": {"name": "facts", "schema": schema()}}
    return {"response_format": strict}, {"response_format": {"type": "json_object"}}, {}


def _content(body: bytes) -> str:
    try:
        said = json.loads(body)["choices"][0]["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError):
        raise ReaderFailed("Expected a chat completion; found something else.") from None
    if not isinstance(said, str):
        raise ReaderFailed("Expected words; found none.")
    return said


def _memory_key(endpoint: Endpoint, messages: list[Message]) -> str:
    said = json.dumps([PROMPT_VERSION, endpoint.url, endpoint.model, messages], ensure_ascii=False)
    return f"second:{hashlib.sha256(said.encode('utf-8', 'surrogatepass')).hexdigest()}"


def _is_readable(said: str) -> bool:
    try:
        parse_answer(said)
    except BadAnswer:
        return False
    return True
