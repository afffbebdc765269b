"""`qiao serve` in earnest: real server, real worker, real files; bad ones do not stop it, and it stops when told."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from qiao.config.serving import free_port
from qiao.missions.demo import MEMBERS, PASSWORD

FILES = {
    "report.txt": b"On 6 May 2025 the delegation of the Wuxi High-tech Zone visited Steinfeld Mobility in Graz.",
    "empty.txt": b"",
    "broken.docx": b"PK\x03\x04 not a document at all",
    "broken.pdf": b"%PDF-1.7\n1 0 obj << /Type /Catalog",
    "picture.txt": bytes(range(256)) * 40,
    "after.txt": b"Am 7. Mai 2025 besuchte die Delegation die Falkenau Sensorik GmbH in Linz.",
}
READ_ALL_WITHIN = 60  # seconds; two are usual


@contextmanager
def served(var: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """An installation of its own on a free port, with the demo zone."""
    port = free_port(8600)
    environment = {**os.environ, "QIAO_VAR": str(var), "QIAO_LANGUAGE": "en"}
    environment.pop("DATABASE_URL", None)
    command = [str(Path(sys.executable).parent / "qiao"), "serve", "--demo", "--port", str(port)]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(address, process)
        yield address, process
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=30) == 0


def _wait_for(address: str, process: subprocess.Popen[str]) -> None:
    for _ in range(240):
        assert process.poll() is None, "the server stopped before it answered"
        try:
            if httpx.get(f"{address}/healthz").status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.25)
    pytest.fail("the server did not answer within a minute")


def _post(client: httpx.Client, form: str, address: str, **content: object) -> httpx.Response:
    client.get(form)
    token = client.cookies["csrftoken"]
    data = {**content.pop("data", {}), "csrfmiddlewaretoken": token}  # type: ignore[dict-item]  # a mapping, if given
    return client.post(address, data=data, headers={"Referer": str(client.base_url)}, **content)  # type: ignore[arg-type]


def test_good_and_bad_files_are_all_answered(tmp_path: Path) -> None:
    with served(tmp_path / "var") as (address, _process), httpx.Client(base_url=address) as client:
        signed = _post(
            client, "/account/login/", "/account/login/", data={"login": MEMBERS[0][0], "password": PASSWORD}
        )
        assert signed.status_code == 302
        files = [("file", (name, content)) for name, content in FILES.items()]
        sent = _post(
            client, "/z/wuxi/documents/", "/z/wuxi/documents/upload", data={"source_kind": "press"}, files=files
        )
        assert sent.status_code in (302, 303), re.sub(r"<[^>]+>", " ", sent.text)[:2000]

        states = _states_when_all_are_read(tmp_path / "var")

        assert states == {
            "report.txt": "ready",
            "empty.txt": "refused",
            "broken.docx": "refused",
            "broken.pdf": "refused",
            "picture.txt": "refused",
            "after.txt": "ready",
        }


def _states_when_all_are_read(var: Path) -> dict[str, str]:
    import sqlite3

    states: dict[str, str] = {}
    for _ in range(READ_ALL_WITHIN * 2):
        with sqlite3.connect(var / "qiao.sqlite3") as database:
            rows = database.execute("SELECT filename, state FROM intake_document").fetchall()
        states = {name: state for name, state in rows if name in FILES}
        if len(states) == len(FILES) and not {"queued", "reading"} & set(states.values()):
            return states
        time.sleep(0.5)
    pytest.fail(f"not all were read: {states}")
