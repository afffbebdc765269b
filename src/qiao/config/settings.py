"""One settings file for every installation; what differs comes from the environment (docs/administrator)."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF
from django.core.management.utils import get_random_secret_key
from django.utils.translation import gettext_lazy as _

from qiao.config import env

VAR = Path(env.text("QIAO_VAR", "var")).resolve()
VAR.mkdir(mode=0o700, parents=True, exist_ok=True)  # database, files and key are nobody else's on this machine
DEBUG = env.flag("QIAO_DEBUG")
TESTING = "pytest" in sys.modules


def _secret_key() -> str:
    """The key from the environment, or one made once and kept beside the database."""
    if key := env.text("QIAO_SECRET_KEY"):
        return key
    kept = VAR / "secret-key"
    if not kept.exists() or not kept.stat().st_size:
        made = VAR / f"secret-key.{os.getpid()}"
        made.touch(mode=0o600)
        made.write_text(get_random_secret_key())
        made.replace(kept)  # whole or not at all: a start may be killed here
    return kept.read_text()


SECRET_KEY = _secret_key()
ALLOWED_HOSTS = env.words("QIAO_HOSTS", "localhost,127.0.0.1,[::1],testserver")
CSRF_TRUSTED_ORIGINS = env.words("QIAO_ORIGINS")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django_htmx",
    "qiao.config",  # before allauth, whose pages wear our frame
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    *(["allauth.socialaccount.providers.openid_connect"] if env.flag("QIAO_OIDC") else []),
    "rules",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "qiao.zones",
    "qiao.register",
    "qiao.intake",
    "qiao.exchange",
    "qiao.meetings",
    "qiao.partnerships",
    "qiao.missions",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "qiao.config.urls"
WSGI_APPLICATION = "qiao.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            # Parts of templates, set up by hand: the library's own app would load the whole of Django's admin.
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    [
                        (
                            "django.template.loaders.cached.Loader",
                            [
                                "django.template.loaders.filesystem.Loader",
                                "django.template.loaders.app_directories.Loader",
                            ],
                        )
                    ],
                )
            ],
            "libraries": {"partials": "template_partials.templatetags.partials"},
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "qiao.config.context.shell",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "qiao.config.templatetags.show",
            ],
        },
    }
]

# --- database -----------------------------------------------------------------------------------------
DATABASES = {
    "default": dj_database_url.parse(
        env.text("DATABASE_URL", f"sqlite:///{VAR / 'qiao.sqlite3'}"),
        conn_max_age=60,
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {  # type: ignore[typeddict-item]  # dj-database-url types it as str
        "timeout": 10,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "qiao_cache",
        "OPTIONS": {"MAX_ENTRIES": 50_000},  # beyond them a third goes, and the counts of wrong passwords with it
    }
}
if TESTING:
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

# --- background work ----------------------------------------------------------------------------------
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
if TESTING:
    TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}

# --- who is at the door -------------------------------------------------------------------------------
AUTH_USER_MODEL = "zones.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
if TESTING:
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # quick, and never outside tests
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # accounts come by invitation only, which the address itself received
ACCOUNT_ADAPTER = "qiao.zones.adapters.InvitedOnlyAccountAdapter"
ALLAUTH_TRUSTED_PROXY_COUNT = env.whole("QIAO_PROXIES", 0)  # how many stand before us, each naming its caller
ACCOUNT_RATE_LIMITS = {"login": "30/m/ip", "login_failed": "10/m/ip,5/300s/key"}
ACCOUNT_SESSION_REMEMBER = True
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", *(["webauthn"] if env.flag("QIAO_PASSKEYS") else [])]
MFA_ALLOW_UNVERIFIED_EMAIL = True  # an invitation was received at the address; founders are known by hand
MFA_PASSKEY_LOGIN_ENABLED = env.flag("QIAO_PASSKEYS")
SOCIALACCOUNT_PROVIDERS = (
    {
        "openid_connect": {
            "APPS": [
                {
                    "provider_id": "zone",
                    "name": env.text("QIAO_OIDC_NAME", "OpenID"),
                    "client_id": env.text("QIAO_OIDC_CLIENT"),
                    "secret": env.text("QIAO_OIDC_SECRET"),
                    "settings": {"server_url": env.text("QIAO_OIDC_SERVER")},
                }
            ]
        }
    }
    if env.flag("QIAO_OIDC")
    else {}
)
SOCIALACCOUNT_AUTO_SIGNUP = False
EMAIL_BACKEND = env.text("QIAO_EMAIL_BACKEND", "django.core.mail.backends.console.EmailBackend")
DEFAULT_FROM_EMAIL = env.text("QIAO_EMAIL_FROM", "qiao@localhost")

# --- what the browser is told -------------------------------------------------------------------------
HTTPS = env.flag("QIAO_HTTPS")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 14 * 24 * 3600
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF, *([env.text("QIAO_OIDC_SERVER")] if env.flag("QIAO_OIDC") else [])],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
    }
}

# --- languages ----------------------------------------------------------------------------------------
LANGUAGES = [
    ("zh-hans", _("Chinese (simplified)")),
    ("zh-hant", _("Chinese (traditional)")),
    ("en", _("English")),
    ("fr", _("French")),
    ("de", _("German")),
]
LANGUAGE_CODE = env.text("QIAO_LANGUAGE", "zh-hans")
LANGUAGE_COOKIE_HTTPONLY = True
LOCALE_PATHS = [Path(__file__).parent / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# --- files --------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG or TESTING
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG or TESTING
MEDIA_ROOT = VAR / "files"
DOCUMENT_MAX_BYTES = env.whole("QIAO_DOCUMENT_MAX_MB", 200) * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 10_000_000
DATA_UPLOAD_MAX_NUMBER_FILES = 50

# --- a second reader, off until an endpoint is named --------------------------------------------------
SECOND_READER = {
    "url": env.text("QIAO_READER_URL"),
    "key": env.text("QIAO_READER_KEY"),
    "model": env.text("QIAO_READER_MODEL"),
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": env.text("QIAO_LOG", "WARNING")},
}
SILENCED_SYSTEM_CHECKS = ["models.W042"]  # allauth's and the task queue's own tables
