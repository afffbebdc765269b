"""One command that serves: the web server and the worker, started together and stopped together."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from qiao.config.readiness import MARK

SETTINGS = "qiao.config.settings"
PATIENCE = 20  # seconds that a child has to end in


@dataclass
class Child:
    """A process kept alive; `restarts` counts how often it had to be started again."""

    name: str
    command: Sequence[str]
    process: subprocess.Popen[bytes] | None = None
    restarts: int = 0

    def start(self) -> None:
        self.process = subprocess.Popen(self.command, env={**os.environ, "DJANGO_SETTINGS_MODULE": SETTINGS})

    @property
    def is_running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def stop(self) -> None:
        if self.process is not None and self.is_running:
            self.process.terminate()


def free_port(wanted: int, host: str = "127.0.0.1") -> int:
    """The wanted port, or the next one nobody listens on."""
    for port in range(wanted, wanted + 100):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if probe.connect_ex((host, port)) != 0:
                return port
    raise OSError(f"Expected a free port from {wanted} to {wanted + 99}; found none.")


def serve(*, host: str, port: int, demo: bool = False, say: Callable[[str], None]) -> int:
    """Prepare, then serve until stopped; a child that dies is started again, three times at most.

    The web server loads while the installation is prepared, and answers once it is.

    Returns   the exit code: 0 when stopped by a signal, 1 when a child would not stay alive or nothing could be
              prepared.
    """
    web = [
        sys.executable,
        *("-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port)),
        *("--blocking-threads", "4", "--no-ws", "--log-level", "warning"),
        *("--workers-kill-timeout", "5"),  # a browser that keeps its connection open must not keep us from stopping
        "qiao.config.wsgi:application",
    ]
    children = [Child("web", web), Child("worker", [sys.executable, "-m", "django", "work"])]
    stopping: list[int] = []
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda caught, _frame: stopping.append(caught))
    with TemporaryDirectory(prefix="qiao-") as folder:
        os.environ[MARK] = str(Path(folder) / "prepared")
        try:
            if not demo:  # making the demo zone takes a while: nobody should be kept waiting at an open door
                children[0].start()
            if not _prepared(demo, stopping):
                return 0 if stopping else 1
            for child in children:
                if child.process is None:
                    child.start()
            say(f"Qiao answers at http://{host}:{port}/")
            return _watch(children, stopping, say)
        finally:
            _stop(children)


def _prepared(demo: bool, stopping: list[int]) -> bool:
    """Prepare in a process that ends afterwards; say so by the mark. False when it failed or we were told to stop."""
    command = [sys.executable, "-m", "qiao.config.preparing", *(["--demo"] if demo else [])]
    child = Child("preparation", command)
    child.start()
    assert child.process is not None
    while child.is_running and not stopping:
        time.sleep(0.02)
    child.stop()
    done = child.process.wait() == 0 and not stopping
    if done:
        Path(os.environ[MARK]).touch()
    return done


def _stop(children: list[Child]) -> None:
    for child in children:
        child.stop()
    for child in children:
        if child.process is not None:
            _see_off(child.process)


def _see_off(process: subprocess.Popen[bytes]) -> None:
    """Wait for the end; a task that takes too long is cut off, and taken up again when we are next started."""
    try:
        process.wait(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _watch(children: list[Child], stopping: list[int], say: Callable[[str], None]) -> int:
    while not stopping:
        time.sleep(0.3)
        for child in children:
            if child.is_running or stopping:
                continue
            if child.restarts == 3:
                say(f"The {child.name} process stopped three times; giving up.")
                return 1
            child.restarts += 1
            say(f"The {child.name} process stopped; starting it again.")
            child.start()
    return 0
