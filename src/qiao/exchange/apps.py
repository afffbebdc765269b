from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "qiao.exchange"

    def ready(self) -> None:
        from qiao.exchange import jobs, verbs

        verbs.register()
        jobs.register()
