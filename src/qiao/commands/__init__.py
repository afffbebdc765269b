"""One module for each command of the `qiao` program, found by its name; private modules are helpers.

A command has `SUMMARY` (one line), `add_arguments(parser)` and `run(arguments) -> int`, the exit code.
Engines are imported inside `run`, so that help and refusals are quick. A command with subcommands gives its
parser subparsers of its own; the default `run` that one of these sets goes before the module's.
"""


class Refused(Exception):
    """A command that cannot go on: one plain sentence for the user, exit code 2."""
