from django.apps import AppConfig


class MissionsConfig(AppConfig):
    name = "qiao.missions"

    def ready(self) -> None:
        from qiao.missions import acceptors, exporting, jobs, panels, verbs

        acceptors.register()
        panels.register()
        exporting.register()
        jobs.register()
        verbs.register()
