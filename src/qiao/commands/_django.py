"""Set up Django for the commands that need the database; the others never load it."""

from __future__ import annotations

import os


def set_up() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "qiao.config.settings")
    import django

    django.setup()
