from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "qiao.meetings"

    def ready(self) -> None:
        from qiao.meetings import acceptors, exporting, panels

        acceptors.register()
        panels.register()
        exporting.register()
