from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "qiao.intake"

    def ready(self) -> None:
        from qiao.intake import panels
        from qiao.intake.acceptors import parties

        parties.register()
        panels.register()
