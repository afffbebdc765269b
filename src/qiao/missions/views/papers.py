"""The papers of a mission: what there is to print, and the printing."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import get_language, get_language_info
from django.views.decorators.http import require_POST, require_safe

from qiao.kit.instants import Moment, Vantage
from qiao.missions.actions.printing import Press, Sent, print_briefing
from qiao.missions.enums import PaperForm
from qiao.missions.forms.papers import PaperPrintForm
from qiao.missions.models import Mission
from qiao.missions.press.values import Briefing
from qiao.missions.queries.briefing import Held, briefing_of, held_of
from qiao.missions.queries.briefing_calendar import calendar_of
from qiao.missions.queries.briefing_page import paper_page
from qiao.missions.queries.claims import Asking
from qiao.missions.views.asking import asking, mission_or_404
from qiao.zones.doors import MemberRequest, zone_page
from qiao.zones.rules import may_plan

LANGUAGES = [(code, str(get_language_info(code)["name_local"])) for code, _name in settings.LANGUAGES]
BOOKS = (PaperForm.BOOK_PDF, PaperForm.BOOK_DOCX, PaperForm.ROUTE_PDF, PaperForm.SHEET)


@require_safe
@zone_page()
def papers(request: MemberRequest, mission: UUID) -> HttpResponse:
    """What there is to print of a mission, when it last was, and how much changed since."""
    row = mission_or_404(request, mission)
    context = {
        "room": "missions",
        "tab": "papers",
        "mission": row,
        "page": paper_page(row, asking(request, Vantage())),
        "languages": LANGUAGES,
        "language": get_language() or "en",
        "may_plan": may_plan(request.member),
    }
    return render(request, "missions/paper_list.html", context)


@require_POST
@zone_page(may_plan)
def print_paper(request: MemberRequest, mission: UUID) -> HttpResponse:
    """Print one paper: its file, and a line in the list of prints."""
    row = mission_or_404(request, mission)
    form = PaperPrintForm(request.POST)
    if not form.is_valid():
        raise Http404
    said, now = form.cleaned_data, timezone.now()
    paper = PaperForm(said["form"])
    asked = Asking(request.member, Moment(), said["language"])
    if paper not in (*BOOKS, PaperForm.CALENDAR):
        raise Http404
    held = held_of(row, asked)
    whom = next((one for one in held.travellers if one.pk == said["whom"]), None)
    if said["whom"] and whom is None:
        raise Http404

    def press(number: int) -> tuple[bytes, Sent]:
        if paper is PaperForm.CALENDAR:
            calendar = calendar_of(held, asked, whom=whom, now=now)
            return calendar.data, calendar.sent
        return set_in_form(paper, briefing_of(held, asked, number=number, now=now), now), {}

    return printed(request, row, held, paper, said["language"], press, now)


def printed(
    request: MemberRequest, mission: Mission, held: Held, paper: PaperForm, language: str, press: Press, now: datetime
) -> HttpResponse:
    """The file as an answer, its print noted."""
    data, row = print_briefing(
        member=request.member,
        mission=mission,
        form=paper,
        language=language,
        stands=held.whole,
        press=press,
        now=now,
    )
    zone = request.member.zone
    day = timezone.localdate(now)
    name = f"{zone.slug}-{_WORDS[paper]}-{day:%Y-%m-%d}-{row.number}.{paper.suffix}"
    return attachment(data, name, paper.content_type)


def attachment(data: bytes, name: str, content_type: str) -> HttpResponse:
    """A file to keep, which no browser takes for something else."""
    response = HttpResponse(data, content_type=content_type)
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def set_in_form(paper: PaperForm, briefing: Briefing, now: datetime) -> bytes:
    """The bytes of a paper made of a briefing. What sets them is loaded here: few requests print."""
    from qiao.missions.press.compose import briefing_paper
    from qiao.missions.press.docx import docx_of
    from qiao.missions.press.pdf import pdf_of
    from qiao.missions.press.route import route_paper
    from qiao.missions.press.xlsx import xlsx_of

    if paper is PaperForm.SHEET:
        return xlsx_of(briefing)
    if paper is PaperForm.ROUTE_PDF:
        return pdf_of(route_paper(briefing), now)
    if paper is PaperForm.BOOK_DOCX:
        return docx_of(briefing_paper(briefing), now)
    return pdf_of(briefing_paper(briefing), now)


_WORDS = {
    PaperForm.BOOK_PDF: "briefing",
    PaperForm.BOOK_DOCX: "briefing",
    PaperForm.ROUTE_PDF: "route",
    PaperForm.SHEET: "itinerary",
    PaperForm.CALENDAR: "calendar",
    PaperForm.REPORT_PDF: "report",
    PaperForm.REPORT_DOCX: "report",
}
