from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "qiao.meetings"

    def ready(self) -> None:
        from qiao.meetings import acceptors, panels

        acceptors.register()
        panels.register()
