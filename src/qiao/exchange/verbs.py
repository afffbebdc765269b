"""What the actions of imports are called in the history of a party."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from qiao.register.verbs import name_verbs


def register() -> None:
    """Enter the words. An import is undone as a whole, on its own page."""
    name_verbs([("import_rows", _("imported from a table")), ("undo_import", _("undid an import"))])
    name_verbs([("export_list", _("exported a list"))])
