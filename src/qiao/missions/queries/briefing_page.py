"""The page of a mission's papers: what can be printed, when it last was, what changed since."""

from __future__ import annotations

from dataclasses import dataclass

from qiao.missions.enums import PaperForm
from qiao.missions.models import Mission, Printing, Traveller
from qiao.missions.queries.briefing import held_of
from qiao.missions.queries.briefing_stands import changed, kept_stands
from qiao.missions.queries.claims import Asking
from qiao.missions.queries.titles import Title, titles
from qiao.register.queries.labels import Called

KINDS: dict[str, tuple[PaperForm, ...]] = {
    "book": (PaperForm.BOOK_PDF, PaperForm.BOOK_DOCX),
    "route": (PaperForm.ROUTE_PDF,),
    "sheet": (PaperForm.SHEET,),
    "calendar": (PaperForm.CALENDAR,),
    "report": (PaperForm.REPORT_PDF, PaperForm.REPORT_DOCX),
}
SHOWN = 12


@dataclass(frozen=True)
class PrintLine:
    """One print, by whom, and how many stops that the member sees stand otherwise since."""

    printing: Printing
    form: str
    by: str
    changed: int


@dataclass(frozen=True)
class PaperLine:
    """One kind of paper: its forms, and its last print."""

    kind: str
    forms: tuple[PaperForm, ...]
    last: PrintLine | None


@dataclass(frozen=True)
class PaperPage:
    """All that the page shows."""

    mission: Mission
    title: Title
    papers: tuple[PaperLine, ...]
    delegates: tuple[tuple[Traveller, Called | None], ...]
    prints: tuple[PrintLine, ...]
    stops: int
    undated: int


def paper_page(mission: Mission, asking: Asking) -> PaperPage:
    """What there is to print of a mission, in a fixed number of queries."""
    held = held_of(mission, asking)
    now = held.stands
    seen = {*now, *held.gone}
    lines = [_line(one, changed(now, kept_stands(one.stops), seen)) for one in held.printings]
    return PaperPage(
        mission=mission,
        title=titles([mission.pk], asking)[mission.pk],
        papers=tuple(
            PaperLine(kind, forms, next((one for one in lines if one.printing.form in forms), None))
            for kind, forms in KINDS.items()
        ),
        delegates=tuple((one, held.names.get(one.person_id)) for one in held.travellers),
        prints=tuple(lines[:SHOWN]),
        stops=len(now),
        undated=len(held.planned.visits) + len(held.planned.events) - len(now),
    )


def _line(printing: Printing, since: int) -> PrintLine:
    actor = printing.printed.actor
    form = PaperForm(printing.form).label if printing.form in PaperForm.values else printing.form
    return PrintLine(printing, str(form), (actor.name or actor.email) if actor else "", since)
