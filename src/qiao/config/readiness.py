"""Web server and preparation start side by side: the server loads the program, and answers when all is prepared."""

from __future__ import annotations

import os
import time
from pathlib import Path

MARK = "QIAO_PREPARED"  # names the file that appears when the database and the static files are as they should be
LOOK_EVERY = 0.01  # seconds


def wait_until_prepared() -> None:
    """Return at once, unless `qiao serve` has said that it is still preparing."""
    named = os.environ.get(MARK)
    while named and not Path(named).exists() and os.getppid() != 1:
        time.sleep(LOOK_EVERY)
