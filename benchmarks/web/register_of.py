"""A register of any size, all of it invented, into the database of QIAO_VAR or DATABASE_URL.

python -m benchmarks.web.register_of --organisations 100000
python -m benchmarks.web.register_of --organisations 300000 --people 100000 --meetings 0    a million names
"""

from __future__ import annotations

import argparse
import time

from qiao.commands._django import set_up


def main() -> None:
    asked = _parser().parse_args()
    set_up()
    from django.core.management import call_command

    from benchmarks.web.inventing import Size, register_of
    from benchmarks.web.zone import MEMBERS, PASSWORD, SLUG

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    begun = time.perf_counter()
    people = 2 * asked.organisations if asked.people is None else asked.people
    meetings = 5 * asked.organisations if asked.meetings is None else asked.meetings
    for table, rows in register_of(Size(asked.organisations, people, meetings), asked.seed).items():
        print(f"{rows:>10,}  {table}")
    print(f"{time.perf_counter() - begun:.0f} s. Zone {SLUG}; log in as {MEMBERS[0][0]}, password {PASSWORD}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--organisations", type=int, default=1000)
    parser.add_argument("--people", type=int, help="twice the organisations, unless said")
    parser.add_argument("--meetings", type=int, help="five times the organisations, unless said")
    parser.add_argument("--seed", type=int, default=1)
    return parser


if __name__ == "__main__":
    main()
