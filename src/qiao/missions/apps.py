from django.apps import AppConfig


class MissionsConfig(AppConfig):
    name = "qiao.missions"

    def ready(self) -> None:
        from qiao.missions import acceptors, jobs, panels, verbs

        acceptors.register()
        panels.register()
        jobs.register()
        verbs.register()
