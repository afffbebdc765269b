"""What the engine says of a plan, in the reader's language and with names in the place of ids.

The engine speaks plain English sentences of few forms, so that it serves without Django; each form has its wording
here. A form that is not known is shown as it came, with the names put in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

Forms = tuple[tuple[re.Pattern[str], Any], ...]

FORMS: Forms = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (
            r"^No plan that keeps what must be met has an hour for it\.$",
            _("No plan that keeps what must be met has an hour for it."),
        ),
        (
            r"^Other appointments are worth more in the same hours\.$",
            _("Other appointments are worth more in the same hours."),
        ),
        (
            r"^No window holds the whole appointment on a day of the mission\.$",
            _("No window holds the whole appointment on a day of the mission."),
        ),
        (
            r"^Not looked at in the time given: others bring more for their time\.$",
            _("Not looked at in the time given: others bring more for their time."),
        ),
        (
            r"^It fits beside the others, at the price of (?P<points>\d+) points\.$",
            _("It fits beside the others, at the price of %(points)s points."),
        ),
        (
            r"^It would cost (?P<points>\d+) points: (?P<gone>.+) would have to go\.$",
            _("It would cost %(points)s points: %(gone)s would have to go."),
        ),
        (
            r"^There is no way from the start to the end through the nights allowed, with lunch on every day\.$",
            _("There is no way from the first town to the last through the nights allowed, with lunch on every day."),
        ),
        (r"^These cannot all be met: (?P<duties>.+)\.$", _("These cannot all be met: %(duties)s.")),
        (
            r"^(?P<host>.+) must be met, and no window holds (?P<minutes>\d+) minutes on a day of the mission\.$",
            _("%(host)s must be met, and no window holds %(minutes)s minutes on a day of the mission."),
        ),
        (
            r"^(?P<duty>.+) cannot be reached from where the nights may be spent, with lunch and the day's hours\.$",
            _("%(duty)s cannot be reached from where the nights may be spent, with lunch and the day’s hours."),
        ),
        (
            r"^(?P<stop>.+) is in (?P<place>.*), which is no place of the problem\.$",
            _("%(stop)s is in %(place)s, which is no town of the mission."),
        ),
        (
            r"^The event (?P<event>.+) is on a day outside the mission\.$",
            _("%(event)s is on a day outside the mission."),
        ),
        (
            r"^A window of (?P<host>.+) is on a day outside the mission\.$",
            _("Hours of %(host)s are on a day outside the mission."),
        ),
        (r"^Was planned for (?P<day>\d{4}-\d\d-\d\d)\. (?P<rest>.+)$", _("Was planned for %(day)s. %(rest)s")),
    )
)
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def reworded(said: str, names: Mapping[str, str]) -> str:
    """A sentence of the engine as a page shows it.

    names    id of a visit or event -> what it is called.
    """

    def told(key: str, part: str) -> str:
        return reworded(part, names) if key == "rest" else _named(part, names)

    return worded(said, FORMS, told) or _named(said, names)


def worded(said: str, forms: Forms, told: Callable[[str, str], str]) -> str:
    """A sentence in the wording of its form; empty when it has none of these forms.

    told    what is shown for a part of the sentence, by the part's key and its words.
    """
    for form, words in forms:
        found = form.match(said)
        if found is not None:
            return str(words) % {key: told(key, part) for key, part in found.groupdict().items()}
    return ""


def _named(text: str, names: Mapping[str, str]) -> str:
    return _ID.sub(lambda found: names.get(found.group(), "…"), text)
