"""What every page's frame needs: the member, the rooms, and the languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from qiao.zones.models import Membership


@dataclass(frozen=True)
class Room:
    """One entry of the rooms column; `often` puts it into the bottom bar of a phone."""

    key: str
    label: Any
    url: str
    often: bool = True


def rooms(member: Membership) -> list[Room]:
    """The rooms that exist, in the order of the work."""
    slug = member.zone.slug
    return [
        Room("intake", _("Documents"), reverse("intake:documents", args=[slug])),
        Room("missions", _("Missions"), reverse("missions:missions", args=[slug])),
        Room("promises", _("Promises"), reverse("meetings:promises", args=[slug]), often=False),
        Room("register", _("Register"), reverse("register:parties", args=[slug])),
        Room("exchange", _("Import"), reverse("exchange:imports", args=[slug]), often=False),
        Room("zones", _("Zone"), reverse("zones:zone", args=[slug])),
    ]


def shell(request: HttpRequest) -> dict[str, Any]:
    """`member` and `languages`, for the templates of pages; the rooms are drawn with the frame."""
    return {"member": getattr(request, "member", None), "languages": settings.LANGUAGES}
