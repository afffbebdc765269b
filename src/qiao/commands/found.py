"""`qiao found`: a new zone and its first director."""

from __future__ import annotations

import argparse
from getpass import getpass

from qiao.commands import Refused
from qiao.commands._django import set_up

SUMMARY = "Found a zone and invite its first director"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("slug", help="short name for addresses, such as wuxi")
    parser.add_argument("--name", required=True, help="the zone's name in its own language")
    parser.add_argument("--home", action="append", default=[], metavar="NAME", help="how reports call the zone")
    parser.add_argument("--language", default="zh-hans", choices=["zh-hans", "zh-hant", "en", "fr", "de"])
    parser.add_argument("--time-zone", default="Asia/Shanghai")
    parser.add_argument("--director", required=True, metavar="EMAIL")


def run(arguments: argparse.Namespace) -> int:
    set_up()
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError
    from django.utils import timezone

    from qiao.zones.actions.found import ZoneExists, found_zone
    from qiao.zones.models import User

    user = User.objects.filter(email=arguments.director.lower()).first()
    try:
        if user is None:
            password = getpass(f"Password for {arguments.director}: ")
            validate_password(password)
            user = User.objects.create_user(arguments.director, password)
        found_zone(
            slug=arguments.slug,
            names={arguments.language: arguments.name},
            home_names=[arguments.name, *arguments.home],
            director=user,
            language=arguments.language,
            time_zone=arguments.time_zone,
            now=timezone.now(),
        )
    except (ZoneExists, ValidationError) as refusal:
        raise Refused(" ".join(getattr(refusal, "messages", [str(refusal)]))) from refusal
    print(f"Zone {arguments.slug} founded; {user.email} is its director.")
    return 0
