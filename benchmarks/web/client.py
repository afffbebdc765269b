"""A plain visitor: one kept-open connection, cookies, nothing else."""

from __future__ import annotations

import re
import time
from http.client import HTTPConnection
from urllib.parse import urlencode

from benchmarks.web.requests import Request

_TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="([^"]+)"')


class Visitor:
    """One browser at one server."""

    def __init__(self, port: int, cookies: dict[str, str] | None = None) -> None:
        self.port = port
        self.cookies = dict(cookies or {})
        self.connection = HTTPConnection("127.0.0.1", port, timeout=60)

    def get(self, address: str, **headers: str) -> tuple[int, bytes]:
        return self._send("GET", address, None, headers)

    def post(self, address: str, **values: str | list[str]) -> tuple[int, bytes]:
        body = urlencode({**values, "csrfmiddlewaretoken": self.cookies["csrftoken"]}, doseq=True).encode()
        return self._send("POST", address, body, {"Content-Type": "application/x-www-form-urlencoded"})

    def log_in(self, email: str, password: str) -> None:
        """Through the page of the product."""
        self.get("/account/login/")
        status, _body = self.post("/account/login/", login=email, password=password)
        if status != 302 or "sessionid" not in self.cookies:
            raise RuntimeError(f"Expected to be logged in as {email}; the answer was {status}.")

    def _send(self, method: str, address: str, body: bytes | None, headers: dict[str, str]) -> tuple[int, bytes]:
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        self.connection.request(method, address, body, {"Accept-Language": "en", "Cookie": cookie, **headers})
        answer = self.connection.getresponse()
        content = answer.read()
        for line in answer.headers.get_all("Set-Cookie", []):
            name, _, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value
        return answer.status, content


def timed(visitor: Visitor, asked: Request) -> tuple[float, bool]:
    """Seconds that one request took, and whether it was answered as it should be."""
    headers = {"HX-Request": "true"} if asked.typing else {}
    begun = time.perf_counter()
    if asked.values is None:
        status, _content = visitor.get(asked.address, **headers)
        return time.perf_counter() - begun, status == 200
    status, _content = visitor.post(asked.address, **asked.values)
    return time.perf_counter() - begun, status in (200, 302, 303) if "floor" in asked.address else status in (302, 303)
