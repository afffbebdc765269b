from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "qiao.intake"

    def ready(self) -> None:
        from qiao.intake.acceptors import parties

        parties.register()
