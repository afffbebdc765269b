"""What the engine says of a wish that is not held, in the reader's language and with names in the place of ids."""

from __future__ import annotations

import re
from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from qiao.missions.reasons import Forms, reworded, worded

FORMS: Forms = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (
            r"^(?P<one>\S+) has other meetings in every slot open to both\.$",
            _("%(one)s has other meetings in every slot open to both."),
        ),
        (
            r"^(?P<one>\S+) and (?P<other>\S+) are free in no common slot beside their other meetings\.$",
            _("%(one)s and %(other)s are free in no common slot beside their other meetings."),
        ),
        (
            r"^Every table is taken in the slots in which both are free\.$",
            _("Every table is taken in the slots in which both are free."),
        ),
        (r"^(?P<one>\S+) dropped out\.$", _("%(one)s dropped out.")),
        (r"^No slot that is left is open to both\.$", _("No slot that is left is open to both.")),
        (
            r"^It could be held only by moving more meetings than is allowed\.$",
            _("It could be held only by moving more meetings than is allowed."),
        ),
        (r"^There is no table\.$", _("There is no table.")),
        (
            r"^It is fixed in slot (?P<slot>\d+), which is not open to both\.$",
            _("It is fixed in slot %(slot)s, which is not open to both."),
        ),
        (
            r"^(?P<one>\S+) and (?P<other>\S+) have no slot in common\.$",
            _("%(one)s and %(other)s have no slot in common."),
        ),
    )
)


def why_unheld(said: str, names: Mapping[str, str]) -> str:
    """A sentence of the engine as a page shows it; slots are counted from 1. names   id of an invitee -> their name."""

    def told(key: str, part: str) -> str:
        return str(int(part) + 1) if key == "slot" else names.get(part, "…")

    return worded(said, FORMS, told) or reworded(said, names)
