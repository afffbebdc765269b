"""A register worth exporting: names in several languages, several phones, former names, ties, two sources."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.files.base import ContentFile

from qiao.exchange.actions.bring import bring_table
from qiao.exchange.actions.steps import map_columns
from qiao.exchange.actions.work import work
from qiao.exchange.enums import RunState
from qiao.exchange.models import ImportRun
from qiao.exchange.reading import Field
from qiao.register.enums import NameKind, TieKind
from qiao.register.models import Classification, ContactPoint, Entity, Identifier, Location, Name, Segment, Source, Tie
from qiao.zones.models import Membership
from tests.factories import NOW, make_organisation, make_person, make_source
from tests.register.cast import told


def name(text: str, language: str = "", kind: NameKind = NameKind.PRINTED) -> dict[str, Any]:
    return {"text": text, "language": language, "script": "", "kind": kind}


def multilingual(member: Membership) -> tuple[Entity, Entity]:
    """A firm and one of its people, with all that a list can hold."""
    source = make_source(member.zone, "Sensitec of Wetzlar met us.")
    firm, person = make_organisation(member, "Ostwind Sensorik GmbH"), make_person(member, "宋若岚")
    _name_both(member, source, firm, person)
    _reach_both(member, source, firm, person)
    segment = Segment.objects.create(zone=member.zone, code="IC-1", names={"en": "Chips"})
    told(member, source, Classification, firm, segment=segment)
    told(member, source, Identifier, firm, scheme="lei", number="529900T8BM49AURSDO55")
    told(member, source, Identifier, firm, scheme="other", number="X-77")
    _tie_both(member, source, firm, person)
    return firm, person


def _name_both(member: Membership, source: Source, firm: Entity, person: Entity) -> None:
    for said in (
        name("东风传感 Ostwind", "zh-Hans"),
        name("東風傳感", "zh-Hant"),
        name("Ostwind Capteurs", "fr"),
        name("OWS", "", NameKind.SHORT),
        name("Westwind Sensorik (WWS)", "de", NameKind.FORMER),
        name("=Ostwind", "en", NameKind.ALIAS),
    ):
        told(member, source, Name, firm, **said)
    told(member, source, Name, person, **name("Song Ruolan"))
    told(member, source, Name, person, **name("Ruolan, S.", "en", NameKind.ALIAS))


def _reach_both(member: Membership, source: Source, firm: Entity, person: Entity) -> None:
    told(member, source, Location, firm, place="München", country="DE", latitude=48.14, longitude=11.58)
    told(member, source, ContactPoint, firm, kind="phone", address="+49 89 1234567")
    told(member, source, ContactPoint, firm, kind="phone", address="+49 89 1234568")
    told(member, source, ContactPoint, firm, kind="web", address="https://www.ostwind.example")
    told(member, source, ContactPoint, firm, kind="address", address="Hauptstr. 1; Hof, 80331 München")
    told(member, source, ContactPoint, person, kind="email", address="song@ostwind.example")
    told(member, source, ContactPoint, person, kind="wechat", address="song_ruolan")


def _tie_both(member: Membership, source: Source, firm: Entity, person: Entity) -> None:
    parent = make_organisation(member, "Ostwind Holding AG")
    told(member, source, Tie, firm, kind=TieKind.SUBSIDIARY_OF, object=parent)
    told(member, source, Tie, person, kind=TieKind.HOLDS_POST, object=firm, role="CTO; Gründerin")
    told(
        member, source, Tie, person, kind=TieKind.HOLDS_POST, object=parent, role="顾问",
        valid_from=date(2019, 1, 1), valid_until=date(2020, 12, 31),
    )  # fmt: skip


def compared(member: Membership, data: bytes, filename: str) -> ImportRun:
    """A file brought and compared with the register under the columns as guessed."""
    run = bring_table(member=member, file=ContentFile(data), filename=filename, now=NOW)
    work(run.pk, now=lambda: NOW)
    run.refresh_from_db()
    if run.state == RunState.MAPPING:  # cards need no mapping
        map_columns(member=member, run=run, fields=[Field(field) for field in run.mapping], now=NOW)
        work(run.pk, now=lambda: NOW)
        run.refresh_from_db()
    assert run.state == RunState.READY, run.problem
    return run
