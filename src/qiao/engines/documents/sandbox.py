"""Read a file in a process of its own, so that no file can hang or kill the caller."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

import qiao
from qiao.engines.documents.errors import Trouble, UnreadableDocument, said_size
from qiao.engines.documents.io import error_from_json, source_from_json
from qiao.engines.documents.problem import Limits
from qiao.engines.documents.result import SourceText

_PASSED_ON = ("PATH", "LANG", "LC_ALL", "TMPDIR", "SYSTEMROOT")
_OUT_OF_MEMORY = (b"memory allocation of", b"MemoryError", b"bad_alloc", b"out of memory")


def read_in_child(data: bytes, name: str, limits: Limits) -> SourceText:
    """Parse a file under limits of memory and time. Raises UnreadableDocument, whatever the file does."""
    try:
        task = json.dumps({"name": name, "limits": asdict(limits)}).encode() + b"\n"
        ended = run_limited("qiao.engines.documents.child", task + data, limits)
    except subprocess.TimeoutExpired as error:
        raise UnreadableDocument(Trouble.TOO_SLOW, name=name, found=f"{limits.wall_seconds:g}") from error
    except OSError as error:
        raise UnreadableDocument(Trouble.NO_READER, name=name, found=error.strerror or "no process") from error
    if ended.returncode != 0:
        raise death_of(ended, name, limits)
    try:
        answer = json.loads(ended.stdout)
        if "error" in answer:
            raise error_from_json(answer["error"])
        return source_from_json(answer["source"])
    except (ValueError, KeyError, TypeError) as error:
        raise UnreadableDocument(Trouble.CRASHED, name=name, expected="such files", found="half an answer") from error


def run_limited(module: str, sent: bytes, limits: Limits) -> subprocess.CompletedProcess[bytes]:
    """Run a module of ours that reads `sent` and binds itself. Raises TimeoutExpired or OSError."""
    return subprocess.run(
        # -P: a module that lies in the current folder must not pass for one of ours.
        [sys.executable, "-P", "-m", module],
        input=sent,
        capture_output=True,
        timeout=limits.wall_seconds,
        env=_environment(),
        cwd=tempfile.gettempdir(),
        check=False,
    )


def _environment() -> dict[str, str]:
    """The least that a Python needs: a hostile file should find no secret to read."""
    kept = {key: os.environ[key] for key in _PASSED_ON if key in os.environ}
    home = str(Path(qiao.__path__[0]).resolve().parent)
    return {**kept, "PYTHONPATH": home, "PYTHONHASHSEED": "0", "PYTHONUTF8": "1", "OMP_NUM_THREADS": "1"}


def death_of(ended: subprocess.CompletedProcess[bytes], name: str, limits: Limits) -> UnreadableDocument:
    """Why a reading process ended without an answer."""
    if any(mark in ended.stderr for mark in _OUT_OF_MEMORY):
        return UnreadableDocument(Trouble.TOO_HUNGRY, name=name, expected=said_size(limits.memory_bytes))
    if ended.returncode in (-signal.SIGXCPU, -signal.SIGKILL):
        return UnreadableDocument(Trouble.TOO_SLOW, name=name, found=limits.cpu_seconds)
    cause = f"signal {-ended.returncode}" if ended.returncode < 0 else f"exit code {ended.returncode}"
    return UnreadableDocument(Trouble.CRASHED, name=name, expected="such files", found=cause)
