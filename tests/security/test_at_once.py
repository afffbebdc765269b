"""Two members do the same thing at the same moment, each on a connection of their own."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.files.base import ContentFile
from django.db import connection

from qiao.intake.actions.read import read
from qiao.intake.actions.review import accept_proposals
from qiao.intake.models import Document
from qiao.register.actions.judge import judge
from qiao.register.actions.state import withdraw_claim
from qiao.register.actions.undo import AlreadyUndone, undo_action
from qiao.register.enums import Verdict
from qiao.register.models import Entity, Name, Source
from qiao.zones.actions.act import acting_as_system
from qiao.zones.models import Action, Membership, Role
from tests import factories
from tests.register.cast import later

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets one writer in at a time"),
]


def at_once(*deeds: Callable[[], object]) -> list[object]:
    """What the deeds return or raise, all begun together."""
    start = Barrier(len(deeds))

    def run(deed: Callable[[], object]) -> object:
        start.wait(10)
        try:
            return deed()
        except ValueError as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(run, deeds))


@pytest.fixture
def pair(transactional_db: None) -> tuple[Membership, Membership]:
    zone = factories.make_zone("linhu", name="Linhu High-tech Zone")
    return factories.make_member(zone, "lin", Role.DIRECTOR), factories.make_member(zone, "ben")


def test_an_action_is_undone_once(pair):
    house = factories.make_organisation(pair[0], "Ostwind")
    name = Name.objects.get(subject=house)
    withdraw_claim(member=pair[0], claim=name, because="closed", now=later(1))
    action = Action.objects.get(pk=name.withdrawn_id)
    ends = at_once(*(lambda m=m: undo_action(member=m, action=action, now=later(2)) for m in pair))
    assert sum(isinstance(end, AlreadyUndone) for end in ends) == 1, ends
    assert Name.objects.live().count() == 1


def test_two_judgements_make_one_group(pair):
    one, two, three = (factories.make_organisation(pair[0], f"Ostwind {n}") for n in "ABC")
    ends = at_once(
        lambda: judge(member=pair[0], left=one, right=two, verdict=Verdict.SAME, now=later(1)),
        lambda: judge(member=pair[1], left=two, right=three, verdict=Verdict.SAME, now=later(1)),
    )
    assert not [end for end in ends if isinstance(end, Exception)]
    assert set(Entity.objects.values_list("canonical_id", flat=True)) == {one.pk}


def test_one_text_read_twice_at_once_is_one_source(pair):
    def bring(member: Membership) -> Document:
        with acting_as_system(zone=member.zone, verb="upload_document", now=later(0)) as act:
            row = Document(zone=member.zone, filename="report.txt", size_bytes=9, uploaded=act.action)
            row.file.save("document", ContentFile(b"Visit of Ada."), save=False)
            row.save(force_insert=True)
        return row

    documents = [bring(member) for member in pair]
    at_once(*(lambda d=d: read(d.pk, now=lambda: later(1)) for d in documents))
    assert Source.objects.count() == 1
    assert sorted(Document.objects.values_list("state", flat=True)) == ["known", "ready"]


def test_facts_are_accepted_once(pair):
    facts = [{"kind": "organisation", "text": name} for name in ("Ostwind GmbH", "Westlicht AG")]
    document = factories.make_document(pair[0], "Ostwind GmbH met Westlicht AG.", facts)

    def accept(member: Membership) -> Action:
        own = Document.objects.get(pk=document.pk)
        chosen = list(own.proposals.order_by("position"))
        return accept_proposals(member=member, document=own, proposals=chosen, now=later(1))

    ends = at_once(*(lambda m=m: accept(m) for m in pair))
    assert all(isinstance(end, Action) for end in ends), ends
    assert Name.objects.live().count() == 2
    assert Entity.objects.count() == 2
