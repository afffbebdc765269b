"""Names, titles and texts full of markup are printed, never obeyed."""

from __future__ import annotations

import pytest
from django.urls import reverse

from qiao.intake.actions.review import accept_proposals
from qiao.intake.enums import FactKind
from qiao.meetings.models import Figure
from qiao.missions.actions.rename import rename_mission
from qiao.missions.models import Mission
from qiao.register.actions.state import add_claim
from qiao.register.enums import TieKind
from qiao.register.models import Location, Source, Tie
from qiao.zones.models import Circle
from tests import factories
from tests.register.cast import later

EVIL = "<img/src=x>\"'><svg/onload=x>"
COUNTED = {"count": 20, "kind": f"x{EVIL}", "bound": "over"}
BROKEN = ("<img/src", "<svg/onload", "\"'><")


@pytest.fixture
def pages(lin) -> list[str]:
    """Every kind of page, with markup in whatever people or documents can say."""
    lin.user.name = f"Lin {EVIL}"
    lin.user.save()
    lin.zone.names = {"en": f"Linhu {EVIL}"}
    lin.zone.save()
    circle = Circle.objects.create(zone=lin.zone, name=f"Circle {EVIL}")
    firm = factories.make_organisation(lin, f"Ost {EVIL}")
    person = factories.make_person(lin, f"Ada {EVIL}")
    add_claim(
        member=lin, table=Tie, subject=person, now=later(1), kind=TieKind.HOLDS_POST, object=firm, role=f"Chief {EVIL}"
    )
    place = add_claim(member=lin, table=Location, subject=firm, now=later(2), place=f"Ulm {EVIL}", country="DE")
    text = f"West {EVIL} signed over 20 papers in Lyon on 3 June 2023."
    facts = [
        {"kind": "organisation", "text": f"West {EVIL}"},
        {"kind": "place", "text": "Lyon"},
        {"kind": "count", "text": "over 20 papers", "norm": ">20", "attrs": COUNTED},
        {"kind": "event", "text": "signed", "norm": f"Fair {EVIL}", "attrs": {"kind": EVIL, "place": f"Lyon {EVIL}"}},
        {"kind": "person", "text": "papers", "norm": EVIL, "attrs": {"role": EVIL, "org": EVIL}},
    ]  # fmt: skip
    document = factories.make_document(lin, text, facts, audience=circle)
    document.filename = f"{EVIL}.txt"
    document.save()
    Source.objects.update(title=f"Report {EVIL}")
    chosen = list(document.proposals.filter(kind__in=[FactKind.COUNT, FactKind.PLACE, FactKind.EVENT]))
    accept_proposals(member=lin, document=document, proposals=chosen, now=later(3))
    mission = Mission.objects.get()
    rename_mission(member=lin, mission=mission, title=f"Trip {EVIL}", now=later(4))
    slug = lin.zone.slug
    figure = Figure.objects.get()
    at = lambda name, *more: reverse(name, args=[slug, *more])  # noqa: E731  # short, and only here
    return [
        "/", at("register:parties") + "?q=ost", at("register:party", firm.pk), at("register:party", person.pk),
        at("register:history", firm.pk), at("register:judge", firm.pk) + "?q=ada",
        at("register:find") + "?typed=ost", at("register:add_claim", firm.pk, "tie"),
        at("register:claim", "location", place.pk), at("register:claim", "figure", figure.pk),
        *(at("register:source", source.pk) for source in Source.objects.all()),
        at("intake:documents"), at("intake:review", document.pk), at("intake:review", document.pk) + "?fact=5",
        at("intake:identify", document.pk, document.proposals.get(kind="organisation").party_id),
        at("intake:edit", document.pk, document.proposals.get(kind="person").pk),
        at("missions:missions"), at("missions:mission", mission.pk), at("missions:figure", mission.pk, figure.pk),
        at("zones:zone"), at("zones:edit"), at("zones:members"), at("zones:member", lin.pk), at("zones:circles"),
        at("zones:circle", circle.pk), at("zones:audit"), at("zones:account"), at("zones:invite"),
    ]  # fmt: skip


def test_markup_in_data_is_printed(pages, lin, client_of):
    client = client_of(lin)
    shown = 0
    for page in pages:
        answer = client.get(page)
        assert answer.status_code in (200, 302), page
        body = answer.content.decode()
        shown += "&lt;img/src" in body
        for piece in BROKEN:
            assert piece not in body, (page, piece)
    assert shown > 15


def test_headers_allow_no_script_of_others(lin, client_of):
    policy = client_of(lin).get(reverse("register:parties", args=[lin.zone.slug])).headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
