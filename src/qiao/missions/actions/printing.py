"""Note that papers of a mission were printed: by whom, when, which number, and where each stop stood."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from django.db.models import Max

from qiao.missions.enums import PaperForm
from qiao.missions.models import Mission, Printing
from qiao.missions.queries.briefing_stands import Stands, kept_stands, to_keep
from qiao.zones.actions import acting, make
from qiao.zones.models import Membership
from qiao.zones.rules import may_plan

Sent = Mapping[str, Iterable[str]]
Press = Callable[[int], tuple[bytes, Sent]]


def print_briefing(
    *,
    member: Membership,
    mission: Mission,
    form: PaperForm,
    language: str,
    stands: Stands,
    press: Press,
    now: datetime,
) -> tuple[bytes, Printing]:
    """Print a paper and note it under the next number of the mission.

    stands    where every stop of the mission stands, whoever sees it: kept by ids alone.
    press     number -> the bytes of the file, and stop -> travellers to whose calendars it was given.
    Returns   the file and its row.
    Raises    NotAllowed, before anything is printed; whatever `press` raises, and then nothing is noted.
    """
    expected = _next(mission)
    data, sent = press(expected) if may_plan(member) else (b"", {})
    with acting(member=member, verb="print_briefing", now=now, allowed=may_plan) as act:
        Mission.objects.select_for_update(of=("self",)).get(pk=mission.pk)  # two prints at once get two numbers
        number = _next(mission)
        if number != expected:  # somebody printed meanwhile; pressing first keeps the database free while it lasts
            data, sent = press(number)
        last = Printing.objects.filter(zone=act.zone, mission=mission).order_by("-number").first()
        row = make(
            act,
            Printing,
            mission=mission,
            number=number,
            language=language,
            form=form,
            digest=hashlib.sha256(data).hexdigest(),
            stops=to_keep(stands, kept_stands(last.stops) if last else {}, sent),
            printed=act.action,
        )
    return data, row


def _next(mission: Mission) -> int:
    held = Printing.objects.filter(zone=mission.zone_id, mission=mission)
    return (held.aggregate(last=Max("number"))["last"] or 0) + 1
