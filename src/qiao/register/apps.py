from django.apps import AppConfig


class RegisterConfig(AppConfig):
    name = "qiao.register"

    def ready(self) -> None:
        from qiao.register import jobs

        jobs.register()
