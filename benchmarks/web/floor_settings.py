"""The settings of the floor: stock Django with sessions and users on the same database, and nothing of the product."""

from qiao.config.settings import *  # noqa: F403  # the same database, users and sessions

ROOT_URLCONF = "benchmarks.web.floor_urls"
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
]
INSTALLED_APPS = [app for app in INSTALLED_APPS if not app.startswith("allauth")]  # noqa: F405
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]  # what sessions name
