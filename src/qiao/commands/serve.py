"""`qiao serve`: prepare the database, then serve pages with a worker until stopped."""

from __future__ import annotations

import argparse

SUMMARY = "Serve Qiao: pages and worker, on the embedded database unless DATABASE_URL names another"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: this machine only)")
    parser.add_argument("--port", type=int, default=8000, help="port, or the next free one after it")
    parser.add_argument("--demo", action="store_true", help="make the demo zone and read its reports first")


def run(arguments: argparse.Namespace) -> int:
    """Returns 0 when stopped by a signal, 1 when a process would not stay alive."""
    from qiao.config.serving import free_port, serve

    def say(line: str) -> None:
        print(line, flush=True)

    port = free_port(arguments.port, arguments.host)
    return serve(host=arguments.host, port=port, demo=arguments.demo, say=say)
