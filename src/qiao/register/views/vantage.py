"""From which moment a page looks: what was known then, what held then."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.translation import gettext

from qiao.kit.instants import Moment, NotATime, moment_of
from qiao.zones.models import Zone


@dataclass(frozen=True)
class Vantage:
    """The moment asked for, as an address carries it, and the sentence that says what was wrong with it."""

    moment: Moment
    as_of: str
    on: str
    wrong: str = ""

    @property
    def query(self) -> str:
        """What to put after an address so that the next page looks from the same moment."""
        asked = {key: value for key, value in (("as_of", self.as_of), ("on", self.on)) if value}
        return f"?{urlencode(asked)}" if asked and not self.wrong else ""

    @property
    def status(self) -> int:
        return 400 if self.wrong else 200


def vantage(request: HttpRequest, zone: Zone) -> Vantage:
    """The moment an address asks for; one that cannot be read is answered from the present, with a sentence."""
    as_of, on = request.GET.get("as_of", "").strip(), request.GET.get("on", "").strip()
    try:
        return Vantage(moment_of({"as_of": as_of, "on": on}, zone.time_zone), as_of, on)
    except NotATime as refusal:
        words = gettext("Expected a day such as 2023-06-13; found “%(found)s”. The page shows the present.")
        return Vantage(Moment(), as_of, on, words % {"found": refusal.found[:40]})
