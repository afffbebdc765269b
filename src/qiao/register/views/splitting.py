"""One record that holds what is said of two: the statements chosen move to a record of their own."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext

from qiao.kit.answers import see_other
from qiao.kit.ids import id_or_none
from qiao.register.actions.record import AlreadyWithdrawn
from qiao.register.actions.split import Nameless, NothingStays, NothingToMove, split_party
from qiao.register.models import Claim, Entity
from qiao.register.notices import done
from qiao.register.queries.labels import called
from qiao.register.queries.movable import by_source, chosen_claims, movable_claims
from qiao.register.views.finding import own_record_or_404
from qiao.zones.doors import MemberRequest, zone_page
from qiao.zones.rules import may_review

NAME_LENGTH = 300


@zone_page(may_review)
def split(request: MemberRequest, entity: UUID) -> HttpResponse:
    """Choose what is said of somebody else, and move it."""
    member, language = request.member, get_language() or "en"
    subject = own_record_or_404(member, entity)
    claims = movable_claims(member, subject)
    ids = [pk for text in request.POST.getlist("claim") if (pk := id_or_none(text)) is not None]
    name = request.POST.get("name", "").replace("\0", " ").strip()[:NAME_LENGTH]
    problem = ""
    if request.method == "POST":
        made, problem = _split(request, subject, chosen_claims(claims, ids), name)
        if made is not None:
            return see_other(reverse("register:party", args=[member.zone.slug, made.pk]))
    context = {
        "room": "register",
        "entity": entity,
        "subject": called([subject.pk], language).get(subject.pk),
        "sources": by_source(claims, language, member.zone.slug),
        "chosen": ids,
        "name": name,
        "problem": problem,
    }
    return render(request, "register/split.html", context, status=422 if problem else 200)


def _split(request: MemberRequest, subject: Entity, claims: list[Claim], name: str) -> tuple[Entity | None, str]:
    """The new record, or the sentence that says why there is none."""
    member = request.member
    try:
        made, deed = split_party(member=member, entity=subject, claims=claims, name=name, now=timezone.now())
    except NothingToMove:
        return None, gettext("Expected at least one statement; none was chosen.")
    except NothingStays:
        return None, gettext("Expected a name to stay with this record; all names were chosen.")
    except Nameless:
        return None, gettext("Expected a name among the statements, or one given below; found neither.")
    except AlreadyWithdrawn:
        return None, gettext("One of these statements was withdrawn meanwhile; nothing was changed.")
    done(request, member.zone.slug, gettext("Moved to a record of its own; judged different."), deed.pk)
    return made, ""
