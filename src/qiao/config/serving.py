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

SETTINGS = "qiao.config.settings"


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


def prepare(*, demo: bool, say: Callable[[str], None]) -> None:
    """Migrate, collect, and make the demo zone when asked."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    import django
    from django.core.management import call_command

    django.setup()
    call_command("prepare")
    if demo:
        call_command("demo")


def serve(*, host: str, port: int, say: Callable[[str], None]) -> int:
    """Serve until stopped; a child that dies is started again, three times at most.

    Returns   the exit code: 0 when stopped by a signal, 1 when a child would not stay alive.
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
    for child in children:
        child.start()
    say(f"Qiao answers at http://{host}:{port}/")
    try:
        return _watch(children, stopping, say)
    finally:
        for child in children:
            child.stop()
        for child in children:
            if child.process is not None:
                child.process.wait(timeout=20)


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
