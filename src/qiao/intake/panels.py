"""What this room shows on the pages of the register: the way from a source to the review of its document."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy

from qiao.intake.models import Document
from qiao.intake.queries.titled import documents_titled
from qiao.register.finders import register_finder
from qiao.register.models import Source
from qiao.register.panels import PageLink, register_source_links
from qiao.zones.models import Membership


def register() -> None:
    """Enter the links of this room, and its documents in the search box."""
    register_source_links(review_links)
    register_finder("documents", gettext_lazy("Documents"), documents_titled)


def review_links(member: Membership, source: Source) -> list[PageLink]:
    """The review of each document that the member may see and that this source was read from."""
    documents = Document.objects.visible_to(member).filter(source=source).order_by("id")
    return [
        PageLink(gettext("Open the review"), reverse("intake:review", args=[member.zone.slug, document.pk]))
        for document in documents
    ]
