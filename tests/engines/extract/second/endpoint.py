"""An endpoint on this machine that answers as a test tells it to: well, badly, slowly, or with malice."""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Reply:
    """What goes over the wire; `drip` seconds pass between its bytes when above 0."""

    body: bytes
    status: int = 200
    drip: float = 0.0


Question = dict[str, Any]
Answering = Callable[[Question], Reply]


def said(content: str, status: int = 200) -> Reply:
    """A chat completion with this content."""
    return Reply(json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]}).encode(), status)


@dataclass
class Fake:
    """A running endpoint: where it listens, and every question and header it was sent."""

    url: str
    answering: Answering
    questions: list[Question] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)


@contextlib.contextmanager
def running(answering: Answering) -> Iterator[Fake]:
    """An endpoint for as long as a test lasts."""
    closing = threading.Event()
    fake = Fake("", answering)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(fake, closing))
    server.daemon_threads = True
    fake.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield fake
    finally:
        closing.set()
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(fake: Fake, closing: threading.Event) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            fake.questions.append({**question, "path": self.path})
            fake.headers.append({name.lower(): value for name, value in self.headers.items()})
            self._send(fake.answering(question))

        def _send(self, reply: Reply) -> None:
            self.send_response(reply.status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                if not reply.drip:
                    self.wfile.write(reply.body)
                for at in range(len(reply.body) if reply.drip else 0):
                    if closing.wait(reply.drip):
                        return
                    self.wfile.write(reply.body[at : at + 1])
                    self.wfile.flush()

        def log_message(self, format: str, *args: object) -> None:
            """A test needs no log of requests."""

    return Handler
