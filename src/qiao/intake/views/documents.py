"""The list of documents, the door through which files come in, and the files themselves."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from qiao.intake.actions.upload import upload_document
from qiao.intake.enums import DocumentState
from qiao.intake.forms import UploadForm
from qiao.intake.models import Document
from qiao.intake.queries.documents import document_line, document_page, state_counts
from qiao.intake.views.answers import is_htmx
from qiao.kit.answers import see_other
from qiao.kit.ids import id_or_none
from qiao.register.enums import SourceKind
from qiao.zones.doors import MemberRequest, zone_page
from qiao.zones.rules import may_record, may_review

PAGE = "intake/document_list.html"


@require_GET
@zone_page()
def documents(request: MemberRequest) -> HttpResponse:
    """Documents, newest first; ?state= filters, ?before= goes on."""
    return _page(request, UploadForm(member=request.member))


@require_POST
@zone_page(may_record)
def upload(request: MemberRequest) -> HttpResponse:
    """Keep the files, or the pasted text, that somebody brings, and put them in line."""
    form = UploadForm(request.POST, request.FILES, member=request.member)
    asked_by_script = request.headers.get("Accept") == "application/json"
    if not form.is_valid():
        if asked_by_script:
            return JsonResponse({"errors": [str(e) for told in form.errors.values() for e in told]}, status=422)
        return _page(request, form, status=422)
    for file, filename in form.uploads():
        upload_document(
            member=request.member,
            file=file,
            filename=filename,
            source_kind=SourceKind(form.cleaned_data["source_kind"]),
            audience=form.cleaned_data["circle"],
            now=timezone.now(),
        )
    kept = len(form.uploads())
    messages.success(
        request,
        ngettext("%(count)d document kept; it is being read.", "%(count)d documents kept; they are being read.", kept)
        % {"count": kept},
    )
    address = reverse("intake:documents", args=[request.member.zone.slug])
    if asked_by_script:  # which would follow a redirect itself, and swallow the notice
        return HttpResponse(status=201, headers={"Location": address})
    return see_other(address)


@require_GET
@zone_page()
def progress(request: MemberRequest, document: UUID) -> HttpResponse:
    """One row of the list, which asks for itself while the document is being read."""
    line = document_line(request.member, document)
    if line is None:
        raise Http404
    if not is_htmx(request):
        return see_other(reverse("intake:documents", args=[request.member.zone.slug]))
    return render(request, f"{PAGE}#row", {"line": line, "may_review": may_review(request.member)})


@require_GET
@zone_page()
def download(request: MemberRequest, document: UUID) -> HttpResponse:
    """The file as it came, never shown in the browser: it may hold anything."""
    kept = get_object_or_404(Document.objects.visible_to(request.member), pk=document)
    response = FileResponse(
        kept.file.open("rb"), as_attachment=True, filename=kept.filename, content_type="application/octet-stream"
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return cast(HttpResponse, response)


def _page(request: MemberRequest, form: UploadForm, status: int = 200) -> HttpResponse:
    state = request.GET.get("state", "")
    context = {
        "room": "intake",
        "page": document_page(
            request.member,
            state=DocumentState(state) if state in DocumentState.values else None,
            before=id_or_none(request.GET.get("before", "")),
        ),
        "state": state,
        "states": state_counts(request.member),
        "form": form,
        "may_record": may_record(request.member),
        "may_review": may_review(request.member),
    }
    return render(request, PAGE, context, status=status)
