"""A list as a file, made while it is sent."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import cast

from django.http import FileResponse, Http404, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import get_language, override
from django.views.decorators.http import require_POST

from qiao.exchange.actions.export import record_export
from qiao.exchange.export.forms import Form
from qiao.exchange.export.listings import Asked, Listing, listing_of
from qiao.exchange.export.rules import may_export
from qiao.exchange.export.tables import csv_file, write_book
from qiao.zones.doors import MemberRequest, zone_page

_NOT_NARROWING = frozenset({"form", "csrfmiddlewaretoken", "after"})


@require_POST
@zone_page(may_export)
def export_list(request: MemberRequest, listing: str) -> HttpResponse:
    """The whole of a list as the page shows it, in the form asked for; the audit keeps who took it."""
    found, form = listing_of(listing), str(request.POST.get("form", ""))
    if found is None or form not in found.forms:
        raise Http404
    narrowed = {key: str(value) for key, value in request.POST.items() if key not in _NOT_NARROWING}
    asked = Asked(request.member, get_language() or "en", narrowed)
    now = timezone.now()
    record_export(listing=found, form=Form(form), asked=asked, now=now)
    name = f"{request.member.zone.slug}-{found.key}-{timezone.localdate(now):%Y-%m-%d}.{Form(form).suffix}"
    return cast(HttpResponse, _file(found, Form(form), asked, name))  # a stream has no body that a page would have


def _file(listing: Listing, form: Form, asked: Asked, name: str) -> HttpResponseBase:
    if form is Form.XLSX:
        return FileResponse(_book(listing, asked), as_attachment=True, filename=name, content_type=form.content_type)
    if form in listing.files:
        chunks = listing.files[form](asked)
    else:
        sheet = listing.sheet(asked)
        chunks = csv_file(sheet.headers, sheet.rows)
    response = StreamingHttpResponse(_speaking(chunks, asked.language), content_type=form.content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _book(listing: Listing, asked: Asked) -> Iterable[bytes]:
    """A workbook in a file that goes when it has been sent."""
    file = tempfile.NamedTemporaryFile(prefix="qiao-export-", suffix=".xlsx")  # noqa: SIM115  # the response closes it
    if listing.book is not None:
        listing.book(asked, Path(file.name))
    else:
        write_book(Path(file.name), [listing.sheet(asked)])
    return file


def _speaking(chunks: Iterable[bytes], language: str) -> Iterator[bytes]:
    """Each piece made in the reader's language: the request's is gone when a stream is read."""
    pieces = iter(chunks)
    while True:
        with override(language):
            piece = next(pieces, None)
        if piece is None:
            return
        yield piece
