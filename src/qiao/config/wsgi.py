"""The WSGI door for granian and others."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "qiao.config.settings")

import django
from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from qiao.config.readiness import wait_until_prepared

django.setup(set_prefix=False)
get_resolver().url_patterns  # noqa: B018  # the pages are loaded now, not while the first visitor waits
wait_until_prepared()
application = get_wsgi_application()
