"""The WSGI door for granian and others."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from qiao.config.loading import load
from qiao.config.readiness import wait_until_prepared

if TYPE_CHECKING:
    from django.core.handlers.wsgi import WSGIHandler


def _pages() -> None:
    """The pages are loaded now, not while the first visitor waits."""
    from django.urls import get_resolver

    get_resolver().url_patterns  # noqa: B018  # reading them loads them


def _prepared() -> WSGIHandler:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "qiao.config.settings")
    load(_pages)
    wait_until_prepared()
    from django.core.wsgi import get_wsgi_application

    return get_wsgi_application()


application = _prepared()
