"""The trip report of a mission, its photographs, and its printing."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext, ngettext
from django.views.decorators.http import require_POST, require_safe

from qiao.kit.answers import see_other
from qiao.kit.instants import Moment, Vantage
from qiao.missions.actions.photographs import (
    FORMATS,
    MOST_AT_ONCE,
    MOST_BYTES,
    MOST_OF_A_MISSION,
    NoPhotograph,
    Picture,
    TooMany,
    add_photographs,
    move_up,
    picture_of,
)
from qiao.missions.actions.printing import Sent
from qiao.missions.actions.rows import add_row, cancel_row, change_row
from qiao.missions.enums import PaperForm
from qiao.missions.forms.papers import PaperPrintForm, PhotographForm, ReportForm
from qiao.missions.models import Mission, Photograph, TripReport
from qiao.missions.queries.claims import Asking
from qiao.missions.queries.report import ReportPage, report_page, trip_report
from qiao.missions.views.asking import asking, mission_or_404
from qiao.missions.views.papers import LANGUAGES, printed
from qiao.register.notices import done
from qiao.zones.doors import MemberRequest, zone_page
from qiao.zones.rules import may_plan


@zone_page()
def report(request: MemberRequest, mission: UUID) -> HttpResponse:
    """The report on a mission; posting writes what live records cannot say."""
    row = mission_or_404(request, mission)
    if request.method != "POST" or not may_plan(request.member):
        return _page(request, row)
    form = ReportForm(request.POST)
    if not form.is_valid():
        return _page(request, row, form=form)
    held = TripReport.objects.visible_to(request.member).filter(mission=row).first()
    now, told = timezone.now(), form.cleaned_data
    if held is None:
        _row, action = add_row(member=request.member, table=TripReport, mission=row, now=now, **told)
    else:
        action = change_row(member=request.member, row=held, now=now, live=True, **told)
    done(request, request.member.zone.slug, gettext("The report is kept."), action.pk)
    return _back(request, row)


@require_POST
@zone_page(may_plan)
def print_report(request: MemberRequest, mission: UUID) -> HttpResponse:
    """Print the trip report."""
    from qiao.missions.press.compose_report import report_paper
    from qiao.missions.press.docx import docx_of
    from qiao.missions.press.pdf import pdf_of

    row = mission_or_404(request, mission)
    form = PaperPrintForm(request.POST)
    if not form.is_valid() or form.cleaned_data["form"] not in (PaperForm.REPORT_PDF, PaperForm.REPORT_DOCX):
        raise Http404
    paper, now = PaperForm(form.cleaned_data["form"]), timezone.now()
    asked = Asking(request.member, Moment(), form.cleaned_data["language"])
    page = report_page(row, asked, timezone.localdate(now))

    def press(_number: int) -> tuple[bytes, Sent]:
        made = report_paper(trip_report(page, asked))
        return (docx_of if paper is PaperForm.REPORT_DOCX else pdf_of)(made, now), {}

    return printed(request, row, page.held, paper, asked.language, press, now)


@require_POST
@zone_page(may_plan)
def add(request: MemberRequest, mission: UUID) -> HttpResponse:
    """Take in photographs; each file that is none is named, with what was found, expected and kept."""
    row = mission_or_404(request, mission)
    files = request.FILES.getlist("files")
    if len(files) > MOST_AT_ONCE:
        said = gettext("Expected at most %(most)s photographs at once; found %(found)s. None is kept.")
        messages.error(request, said % {"most": MOST_AT_ONCE, "found": len(files)})
        return _back(request, row, "photographs")
    pictures = [one for one in (_picture(request, file) for file in files) if one is not None]
    if pictures:
        _keep(request, row, pictures)
    elif not files:
        messages.error(request, gettext("No file came. Choose one or more photographs."))
    return _back(request, row, "photographs")


@require_POST
@zone_page(may_plan)
def change(request: MemberRequest, mission: UUID, photograph: UUID) -> HttpResponse:
    """Say what a photograph shows, move it up, or take it away."""
    row = mission_or_404(request, mission)
    held = get_object_or_404(_photographs(request, row), pk=photograph)
    now, slug = timezone.now(), request.member.zone.slug
    if "cancel" in request.POST:
        action = cancel_row(member=request.member, row=held, now=now)
        done(request, slug, gettext("Taken away."), action.pk)
    elif "up" in request.POST:
        move_up(member=request.member, photograph=held, now=now)
    else:
        form = PhotographForm(request.POST)
        if not form.is_valid():
            messages.error(request, " ".join(str(error) for listed in form.errors.values() for error in listed))
        else:
            action = change_row(member=request.member, row=held, now=now, **form.cleaned_data)
            done(request, slug, gettext("Saved."), action.pk)
    return _back(request, row, "photographs")


@require_safe
@zone_page()
def photograph(request: MemberRequest, mission: UUID, photograph: UUID) -> HttpResponse:
    """The picture itself: one we have drawn anew, so that it is safe to show."""
    held = get_object_or_404(_photographs(request, mission_or_404(request, mission)), pk=photograph)
    try:
        file = held.file.open("rb")
    except OSError:
        raise Http404 from None
    response = FileResponse(file, content_type="image/jpeg")
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, max-age=3600"
    return cast(HttpResponse, response)


def _picture(request: MemberRequest, file: UploadedFile[bytes]) -> Picture | None:
    try:
        return picture_of(file.file, file.size or 0)  # type: ignore[arg-type]  # an open binary file
    except NoPhotograph as wrong:
        messages.error(request, refusal(str(file.name or "")[:80], wrong))
        return None


def refusal(name: str, wrong: NoPhotograph) -> str:
    """What was found, what was expected, what is kept."""
    expected = gettext("Expected a picture in %(kinds)s of at most %(size)s MB.") % {
        "kinds": ", ".join(FORMATS),
        "size": MOST_BYTES // 1_000_000,
    }
    found = {
        "empty": gettext("the file is empty"),
        "large": gettext("it has %(found)s MB"),
        "kind": gettext("it is a file of another kind: %(found)s") if wrong.found else gettext("it is no picture"),
        "pixels": gettext("it has too many pixels: %(found)s"),
        "broken": gettext("the picture is cut off or damaged"),
    }[wrong.code] % {"found": wrong.found}
    said = gettext("“%(name)s” is not kept: %(found)s. %(expected)s The other files are kept.")
    return said % {"name": name, "found": found, "expected": expected}


def _keep(request: MemberRequest, mission: Mission, pictures: list[Picture]) -> None:
    try:
        action = add_photographs(member=request.member, mission=mission, pictures=pictures, now=timezone.now())
    except TooMany:
        said = gettext("A mission keeps at most %(most)s photographs; none of these is kept.")
        messages.error(request, said % {"most": MOST_OF_A_MISSION})
        return
    words = ngettext("%(count)d photograph is kept.", "%(count)d photographs are kept.", len(pictures))
    done(request, request.member.zone.slug, words % {"count": len(pictures)}, action.pk)


def _photographs(request: MemberRequest, mission: Mission) -> QuerySet[Photograph]:
    return Photograph.objects.visible_to(request.member).live().filter(mission=mission)


def _page(request: MemberRequest, mission: Mission, *, form: ReportForm | None = None) -> HttpResponse:
    page: ReportPage = report_page(mission, asking(request, Vantage()), timezone.localdate())
    initial = {name: getattr(page.report, name) for name in ReportForm.base_fields} if page.report else {}
    initial.setdefault("cost_currency", mission.budget_currency)
    context = {
        "room": "missions",
        "tab": "papers",
        "mission": mission,
        "page": page,
        "form": form or ReportForm(initial=initial),
        "languages": LANGUAGES,
        "language": get_language() or "en",
        "may_plan": may_plan(request.member),
    }
    return render(request, "missions/report_page.html", context, status=422 if form else 200)


def _back(request: MemberRequest, mission: Mission, where: str = "") -> HttpResponse:
    address = reverse("missions:report", args=[request.member.zone.slug, mission.pk])
    return see_other(f"{address}#{where}" if where else address)
