"""The WSGI door of the floor."""

import os

os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.web.floor_settings"
from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
