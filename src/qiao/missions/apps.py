from django.apps import AppConfig


class MissionsConfig(AppConfig):
    name = "qiao.missions"

    def ready(self) -> None:
        from qiao.missions import acceptors, exporting, exporting_invitees, jobs, occasions, panels, verbs

        acceptors.register()
        panels.register()
        exporting.register()
        exporting_invitees.register()
        jobs.register()
        occasions.register()
        verbs.register()
