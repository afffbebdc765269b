"""The `qiao` program: find the command, parse its arguments, run it, say failures in one sentence."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Sequence
from importlib import import_module
from pkgutil import iter_modules
from typing import NoReturn

from qiao import commands
from qiao.commands import Refused

FAILED = 2
_INTERRUPTED = 130
_TERMINATED = 143


class _Parser(argparse.ArgumentParser):
    """A parser that complains in one sentence; subcommands inherit it."""

    def error(self, message: str) -> NoReturn:
        sentence = message[:1].upper() + message[1:].rstrip(".")
        self.exit(FAILED, f"{sentence}; see {self.prog} --help.\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. Returns its exit code: 0 done, 2 refused or partly failed."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _speak_utf8()
    _leave_tidily()
    parsed = _parser(arguments).parse_args(arguments)
    try:
        return int(parsed.run(parsed))
    except Refused as refusal:
        print(refusal, file=sys.stderr)
    except BrokenPipeError:
        # The reader of our output has seen enough; Python would complain again while closing the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        print(f"{error.filename or 'A file'}: {error.strerror or error}.", file=sys.stderr)
    except KeyboardInterrupt:
        return _INTERRUPTED
    return FAILED


def command_names() -> list[str]:
    """Every module of `qiao.commands` that is not private is a command."""
    return sorted(module.name for module in iter_modules(commands.__path__) if not module.name.startswith("_"))


def _parser(arguments: Sequence[str]) -> _Parser:
    parser = _Parser(prog="qiao", description="Tools for investment and talent officers, on plain files.")
    parsers = parser.add_subparsers(required=True, metavar="COMMAND")
    names = command_names()
    # The wanted command alone is loaded, so that none pays for the imports of another.
    for name in [arguments[0]] if arguments and arguments[0] in names else names:
        module = import_module(f"{commands.__name__}.{name}")
        subparser = parsers.add_parser(name, help=module.SUMMARY, description=module.SUMMARY)
        module.add_arguments(subparser)
        subparser.set_defaults(run=module.run)
    return parser


def _speak_utf8() -> None:
    """Input and output are UTF-8 whatever the terminal's locale says."""
    for stream, errors in ((sys.stdout, "strict"), (sys.stderr, "backslashreplace")):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors=errors)


def _leave_tidily() -> None:
    """Asked to stop, unwind as from an exception, so that half-written files are removed."""

    def stop(*_: object) -> NoReturn:
        raise SystemExit(_TERMINATED)

    try:
        signal.signal(signal.SIGTERM, stop)
    except ValueError:
        # Only the main thread may set it; elsewhere the host has its own manners.
        return


if __name__ == "__main__":
    sys.exit(main())
