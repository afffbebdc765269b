from django.apps import AppConfig
from django.conf import settings

from qiao.config.deferring import defer

if "webauthn" not in settings.MFA_SUPPORTED_TYPES:
    # The log-in pages import what checks passkeys, and with it a library of ciphers, even where nobody may use one.
    defer("allauth.mfa.webauthn.internal.auth")


class ConfigConfig(AppConfig):
    name = "qiao.config"
    label = "qiao_config"
