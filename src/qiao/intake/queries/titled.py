"""Documents by their titles, for the search box."""

from __future__ import annotations

from django.urls import reverse

from qiao.engines.text.name_forms import forms_of
from qiao.engines.text.search_probe import Probe
from qiao.engines.text.search_rank import way_of
from qiao.intake.models import Document
from qiao.register.finders import Hit
from qiao.zones.models import Membership

LATEST = 300  # documents that are looked through


def documents_titled(member: Membership, typed: str, language: str, limit: int) -> list[Hit]:
    """The documents among the latest three hundred whose title or file's name answers, the best first: one query."""
    probe = Probe(typed)
    rows = Document.objects.visible_to(member).order_by("-id")
    found = []
    for pk, filename, title in rows.values_list("id", "filename", "source__title")[:LATEST]:
        ways = [(way, text) for text in (title, filename) if text and (way := way_of(forms_of(text), probe))]
        if ways:
            way, text = min(ways)
            found.append((way, Hit(text, "", reverse("intake:review", args=[member.zone.slug, pk]), way[0].value)))
    return [hit for _way, hit in sorted(found, key=lambda one: one[0])[:limit]]
