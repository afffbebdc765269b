"""What a browser that was never here downloads: the log-in page and the first page, with all they link to."""

from __future__ import annotations

import re

from benchmarks.web.client import Visitor

_LINKED = re.compile(rb'<(?:link|script|img)[^>]*?(?:href|src)="(/[^"]+)"')
_IMPORTED = re.compile(rb"""(?:import|from)\s*["']([\w./-]+\.js)["']|url\(["']?([\w./-]+)""")


def first_visit(port: int, email: str, password: str) -> dict[str, int]:
    """Bytes over the wire, compressed as the server sends them, of bodies alone."""
    visitor, seen = Visitor(port), set[str]()
    door = _page(visitor, "/account/login/", seen)
    visitor.log_in(email, password)
    home = _page(visitor, _home(visitor), seen)
    return {"log-in page": door, "first page": home, "both": door + home}


def _home(visitor: Visitor) -> str:
    """Where a member is led from the root."""
    address = "/"
    for _ in range(4):
        visitor.connection.request("GET", address, headers={"Cookie": _cookie(visitor)})
        answer = visitor.connection.getresponse()
        answer.read()
        if answer.status not in (301, 302):
            break
        address = answer.headers["Location"]
    return address


def _page(visitor: Visitor, address: str, seen: set[str]) -> int:
    _status, content = visitor.get(address)
    linked = [link.decode() for link in _LINKED.findall(content)]
    return _wire(visitor, address) + sum(_asset(visitor, link, seen) for link in linked)


def _asset(visitor: Visitor, address: str, seen: set[str]) -> int:
    if address in seen or not address.startswith("/static/"):
        return 0
    seen.add(address)
    _status, content = visitor.get(address)
    inner = [(one or other).decode() for one, other in _IMPORTED.findall(content)]
    return _wire(visitor, address) + sum(_asset(visitor, _beside(address, link), seen) for link in inner)


def _beside(address: str, link: str) -> str:
    return link if link.startswith("/") else address.rpartition("/")[0] + "/" + link.removeprefix("./")


def _wire(visitor: Visitor, address: str) -> int:
    headers = {"Accept-Encoding": "gzip", "Cookie": _cookie(visitor), "Accept-Language": "en"}
    visitor.connection.request("GET", address, headers=headers)
    return len(visitor.connection.getresponse().read())


def _cookie(visitor: Visitor) -> str:
    return "; ".join(f"{name}={value}" for name, value in visitor.cookies.items())
