"""The list of parties, a party, its history, and a new one."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from django.utils.translation import get_language, gettext

from qiao.kit.answers import see_other
from qiao.kit.ids import id_or_none
from qiao.register.actions.state import add_party
from qiao.register.addresses import address_of, has_own_page
from qiao.register.forms.parties import AddPartyForm
from qiao.register.forms.tables import FORMS
from qiao.register.models import Name
from qiao.register.notices import done
from qiao.register.panels import PartyAsked, list_tools, panels_for, party_links
from qiao.register.queries.groups import visible_records
from qiao.register.queries.history import history as history_of
from qiao.register.queries.listing import Wanted, choices, party_list
from qiao.register.queries.party import party_page
from qiao.register.queries.titles import title_of_group
from qiao.register.tables import slug_of, title_of
from qiao.register.templatetags.parties import rows_of_parties
from qiao.register.views.finding import entity_or_404
from qiao.register.views.vantage import vantage
from qiao.zones.doors import MemberRequest, zone_page
from qiao.zones.kept_page import render_kept
from qiao.zones.rules import may_record, may_review


@zone_page()
def parties(request: MemberRequest) -> HttpResponse:
    """All parties of the zone, narrowed by what the address says."""
    said = {key: str(value).replace("\0", " ") for key, value in request.GET.items()}  # no database holds a NUL
    wanted = Wanted(
        kind=said.get("kind", ""),
        country=said.get("country", "")[:2],
        segment=said.get("segment", "")[:20],
        typed=said.get("q", "").strip()[:200],
    )
    language = get_language() or "en"
    page = party_list(request.member, wanted, language=language, after=said.get("after", ""))
    may_judge = bool(may_review(request.member))
    words = {
        "room": "register",
        "wanted": wanted,
        "narrowed": tuple((key, value) for key, value in request.GET.items() if key != "after"),  # what tools ask
        "has_rows": bool(page.rows),
        "has_more": bool(page.after),
        "is_first": not said.get("after"),
        "choices": choices(request.member, language),
        "tools": tuple(list_tools()),
        "may_record": bool(may_record(request.member)),
        "may_review": may_judge,
    }
    onward = escape(urlencode(said | {"after": page.after})) if page.after else ""
    places = {"rows": rows_of_parties(page.rows, may_judge), "onward": onward}
    return render_kept(request, "register/party_list.html", words, places)


@zone_page()
def party(request: MemberRequest, entity: UUID) -> HttpResponse:
    """Everything about one party."""
    member, now = request.member, timezone.now()
    named = entity_or_404(member, entity)
    if has_own_page(named.kind):
        return redirect(address_of(member.zone.slug, named.kind, named.pk))
    at = vantage(request, member.zone)
    language = get_language() or "en"
    page = party_page(member, named, moment=at.moment, language=language, now=now)
    assert page is not None  # a record of the group is visible, now and then
    asked = PartyAsked(member, page.records, language, at.moment, now, page.tables)
    panels = panels_for(asked)
    context = {
        "room": "register",
        "page": page,
        "at": at,
        "addable": [(slug_of(table), title_of(table)) for table in FORMS],
        "links": party_links(member, named.pk),
        "main_panels": [panel for panel in panels if not panel.aside],
        "side_panels": [panel for panel in panels if panel.aside],
        "may_record": may_record(member) and at.moment.is_present,
        "may_review": may_review(member) and at.moment.is_present,
    }
    return render(request, "register/party_page.html", context, status=at.status)


@zone_page()
def history(request: MemberRequest, entity: UUID) -> HttpResponse:
    """All that was ever said about a party, with who said it and what became of it."""
    member = request.member
    named = entity_or_404(member, entity)
    language = get_language() or "en"
    records = visible_records(named, member)
    entries, before = history_of(member, records, language, id_or_none(request.GET.get("before", "")))
    context = {
        "room": "register",
        "entity": named,
        "title": title_of_group(member, named, records, language),
        "entries": entries,
        "before": before,
        "may_record": may_record(member),
    }
    return render(request, "register/party_history.html", context)


@zone_page(may_record)
def add(request: MemberRequest) -> HttpResponse:
    """A new party by hand; one that the register may know already is shown first."""
    member, language = request.member, get_language() or "en"
    form = AddPartyForm(request.POST or None, member=member, initial={"name": request.GET.get("name", "")})
    known = None
    if request.method == "POST" and form.is_valid():
        wanted = Wanted(kind=form.cleaned_data["kind"], typed=form.cleaned_data["name"])
        known = party_list(member, wanted, language=language).rows[:8]
        if not known or "anyway" in request.POST:
            return _added(request, form)
    context = {"room": "register", "form": form, "known": known}
    return render(request, "register/party_add.html", context, status=422 if form.errors else 200)


def _added(request: MemberRequest, form: AddPartyForm) -> HttpResponse:
    said, slug = form.cleaned_data, request.member.zone.slug
    entity = add_party(
        member=request.member,
        kind=form.party_kind,
        name=said["name"],
        language=said["language"],
        audience=said.get("audience"),
        now=timezone.now(),
    )
    stated = Name.objects.visible_to(request.member).get(subject=entity)
    done(request, slug, gettext("Added to the register."), stated.recorded_id)
    return see_other(reverse("register:party", args=[slug, entity.pk]))
