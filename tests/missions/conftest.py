from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import pytest
from django.utils import translation

from qiao.intake.actions.review import accept_proposals
from qiao.intake.models import Document
from qiao.missions.models import Mission
from qiao.zones.models import Membership
from tests import factories
from tests.missions import founding

Report = Callable[..., Document]


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    """Reasons and rules are compared by their English words."""
    with translation.override("en"):
        yield


@pytest.fixture
def accept(now: datetime) -> Report:
    """Accept every fact of a document: `accept(member, text, facts)`; `about` makes it one of a known mission."""

    def take(
        member: Membership,
        text: str = founding.TEXT,
        facts: list[dict[str, Any]] = founding.FACTS,
        *,
        about: Mission | None = None,
        at: datetime = now,
        **more: Any,
    ) -> Document:
        document = factories.make_document(member, text, facts, **more)
        if about is not None:
            document.about = about.entity
            document.save()
        waiting = document.proposals.order_by("position")
        accept_proposals(member=member, document=document, proposals=waiting, now=at)
        document.refresh_from_db()
        return document

    return take


@pytest.fixture
def mission(lin: Membership, accept: Report) -> Mission:
    """The mission of the founding shape."""
    return Mission.objects.get(entity=accept(lin).about)
