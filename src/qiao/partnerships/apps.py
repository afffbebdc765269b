from django.apps import AppConfig


class PartnershipsConfig(AppConfig):
    name = "qiao.partnerships"

    def ready(self) -> None:
        from qiao.partnerships import acceptors, exporting, panels

        acceptors.register()
        panels.register()
        exporting.register()
