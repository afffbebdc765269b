from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "qiao.config"
    label = "qiao_config"
