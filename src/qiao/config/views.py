"""Pages that belong to no room: where to begin, is it alive, and what went wrong."""

from __future__ import annotations

from typing import cast

from django.contrib.auth.decorators import login_required
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from qiao.zones.models import Membership, User


@login_required
def start(request: HttpRequest) -> HttpResponse:
    """A member of one zone goes straight to its documents; of several, chooses."""
    memberships = (
        Membership.objects.filter(user=cast(User, request.user), active=True)
        .select_related("zone")
        .order_by("zone__slug")
    )
    if len(memberships) == 1:
        return redirect("intake:documents", zone=memberships[0].zone.slug)
    return render(request, "start.html", {"memberships": memberships})


def healthz(request: HttpRequest) -> JsonResponse:
    """Whether this process answers and reaches its database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok"})


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "wrong.html", {"status": 403}, status=403)


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "wrong.html", {"status": 404}, status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """Our own page; when even that cannot be drawn, a plain sentence."""
    try:
        return render(request, "wrong.html", {"status": 500}, status=500)
    except Exception:  # whatever broke may have broken the frame too
        sentence = _("Something broke on our side. The error was noted.")
        return HttpResponse(sentence, status=500, content_type="text/plain; charset=utf-8")
