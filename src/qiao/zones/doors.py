"""The door of every page of a zone: who is asking, in which zone, and whether the page is theirs to open."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse

from qiao.zones.actions import NotAllowed
from qiao.zones.models import Membership, User
from qiao.zones.rules import may_read


class MemberRequest(HttpRequest):
    """A request that has passed the door."""

    user: User  # type: ignore[assignment]  # only signed-in users pass
    member: Membership


View = Callable[..., HttpResponse]


def zone_page(allowed: Callable[[Membership], bool] = may_read) -> Callable[[View], View]:
    """A view of a zone's page: `view(request, ...)` with `request.member` set.

    Strangers are asked to sign in; members of other zones see the same page as if the zone did not exist; a role
    that does not carry the page is told so.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        @login_required
        def guarded(request: HttpRequest, zone: str, *args: Any, **kwargs: Any) -> HttpResponse:
            member = membership(cast(User, request.user), zone)
            if member is None:
                raise Http404
            if not allowed(member):
                raise PermissionDenied
            cast(MemberRequest, request).member = member
            try:
                return view(request, *args, **kwargs)
            except NotAllowed as refusal:
                raise PermissionDenied from refusal

        return guarded

    return decorate


def membership(user: User, slug: str) -> Membership | None:
    """The user's live membership of a zone."""
    return Membership.objects.select_related("zone", "user").filter(zone__slug=slug, user=user, active=True).first()
