"""The servers under measurement: started as they are installed, with what they cost in CPU and memory."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from django.db import connection

TICK = os.sysconf("SC_CLK_TCK")


@dataclass
class Server:
    """A running server; `started_s` is from the command to the first answer."""

    port: int
    process: subprocess.Popen[bytes]
    started_s: float

    def cpu_s(self) -> float:
        """CPU seconds of the process and all below it, of user and system together."""
        return sum(map(_cpu, _family(self.process.pid)))

    def pss_mb(self) -> dict[str, float]:
        """Proportional memory of each process, by its command."""
        return {f"{_command(pid)} [{pid}]": _pss_kb(pid) / 1024 for pid in _family(self.process.pid)}


@contextmanager
def product(port: int, var: Path) -> Iterator[Server]:
    """The product, by its own command."""
    command = [str(Path(sys.executable).parent / "qiao"), "serve", "--port", str(port)]
    yield from _running(command, port, "/healthz", var)


@contextmanager
def floor(port: int, var: Path) -> Iterator[Server]:
    """The bare views, on the same server program with as many threads."""
    command = [
        sys.executable,
        *("-m", "granian", "--interface", "wsgi", "--port", str(port), "--blocking-threads", "4"),
        *("--no-ws", "--log-level", "warning", "--workers-kill-timeout", "3", "benchmarks.web.floor_wsgi:application"),
    ]
    yield from _running(command, port, "/none", var)


def _running(command: list[str], port: int, address: str, var: Path) -> Iterator[Server]:
    begun = time.perf_counter()
    environment = {**os.environ, "QIAO_VAR": str(var)}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _answered(process, port, address)
        yield Server(port, process, time.perf_counter() - begun)
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(timeout=40)
        except subprocess.TimeoutExpired:
            process.kill()


def _answered(process: subprocess.Popen[bytes], port: int, address: str) -> None:
    while True:
        if process.poll() is not None:
            raise RuntimeError(f"Expected a server on port {port}; it stopped with {process.returncode}.")
        try:
            connection = HTTPConnection("127.0.0.1", port, timeout=20)
            connection.request("GET", address)
            connection.getresponse().read()
            return
        except OSError:
            time.sleep(0.01)


def _family(pid: int) -> Iterator[int]:
    yield pid
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in task.read_text().split():
            yield from _family(int(child))


def _cpu(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def _pss_kb(pid: int) -> int:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def _command(pid: int) -> str:
    """What a process is, without the folder it was started from."""
    words = Path(f"/proc/{pid}/cmdline").read_text().split("\0")[1:6]
    return " ".join(Path(word).name if word.startswith("/") else word for word in words).strip()[-60:]


def database_cpu() -> Callable[[], float]:
    """CPU seconds of the processes of the PostgreSQL server in use; 0 where the database is a file of the server."""
    if connection.vendor != "postgresql":
        return lambda: 0.0
    with connection.cursor() as cursor:
        cursor.execute("SHOW data_directory")
        pid = int((Path(cursor.fetchone()[0]) / "postmaster.pid").read_text().split()[0])
    return lambda: sum(map(_cpu, _family(pid)))
