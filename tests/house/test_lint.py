"""What `make lint` asks of the house is asked here too, so that one green run means both."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
CHECKS = {
    "imports flow downwards": [str(BIN / "lint-imports"), "--no-cache"],
    "ruff finds nothing": [str(BIN / "ruff"), "check", "."],
    "the code is formatted": [str(BIN / "ruff"), "format", "--check", "."],
    "types are complete": [str(BIN / "mypy"), "src/qiao"],
    "no migration is missing": [sys.executable, "manage.py", "makemigrations", "--check", "--dry-run"],
    "five catalogues are complete": [sys.executable, "-m", "qiao.config.catalogue", "check"],
}


@pytest.mark.parametrize("claim", CHECKS)
def test_house_is_in_order(claim: str) -> None:
    done = subprocess.run(CHECKS[claim], cwd=ROOT, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, f"{claim}: no\n{done.stdout[-4000:]}\n{done.stderr[-2000:]}"


def test_lock_files_name_no_host() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        assert "://" not in (ROOT / name).read_text(), f"{name} names a host"
