"""Whoever is confined to circles learns of no other circle, not even its name."""

from __future__ import annotations

from django.urls import reverse

from qiao.zones.models import Circle
from tests import factories


def test_guest_reads_only_circles_they_share(zone, kai, gast, client_of):
    kai.circles.add(Circle.objects.create(zone=zone, name="Project Nightfall"))
    client = client_of(gast)
    pages = (
        reverse("zones:members", args=[zone.slug]),
        reverse("zones:member", args=[zone.slug, kai.pk]),
        reverse("zones:circles", args=[zone.slug]),
    )
    for page in pages:
        answer = client.get(page)
        assert answer.status_code == 200
        assert "Station Munich" in answer.content.decode()
        assert "Nightfall" not in answer.content.decode()


def test_the_audit_does_not_name_what_a_circle_keeps(lin, mei, circle, client_of):
    factories.make_organisation(lin, "Aurora Codename", audience=circle)
    answer = client_of(mei).get(reverse("zones:audit", args=[mei.zone.slug])).content.decode()
    assert "Aurora" not in answer
