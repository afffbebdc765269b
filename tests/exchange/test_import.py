"""A list becomes records, each row with its fate; the same list again changes nothing; an import is undone whole."""

from __future__ import annotations

from qiao.exchange.actions.decide import decide_all, decide_row
from qiao.exchange.actions.undo import undo_import
from qiao.exchange.actions.work import work
from qiao.exchange.enums import Decision, Fate, RunState
from qiao.exchange.models import ImportRow, ImportRun
from qiao.register.models import ContactPoint, Entity, Evidence, Identifier, Location, Name, Tie
from qiao.zones.models import Membership
from tests.exchange.cast import clock, fates, finish, imported, preview, state_of
from tests.factories import NOW, make_organisation

HEAD = ("Company name", "Country", "City", "Website", "Phone", "LEI")
FIRMS = [
    HEAD,
    ("Ostwind Energie GmbH", "Germany", "Leipzig", "www.ostwind-energie.example", "+49 341 2345678", ""),
    ("Helix Cobalt SAS", "France", "Lyon", "", "", "969500HELIXCOBALT052"),
    ("华星光电科技有限公司", "中国", "深圳", "", "", ""),
]
PEOPLE = [
    ("Name", "Company", "Job title", "E-mail"),
    ("Karin Lobmayr", "Steinfeld Mobility GmbH", "Managing director", "k.lobmayr@steinfeld.example"),
    ("Wei Zhang", "Steinfeld Mobility GmbH", "Engineer", ""),
]


def test_a_list_becomes_records_with_the_row_as_evidence(lin: Membership) -> None:
    run = imported(lin, FIRMS)
    assert fates(run) == ["new", "new", "new"]
    assert run.row_count == ImportRow.objects.filter(run=run).count() == 3
    assert Name.objects.count() == 3
    assert set(Location.objects.values_list("country", flat=True)) == {"DE", "FR", "CN"}
    assert Identifier.objects.get().number == "969500HELIXCOBALT052"
    first = Evidence.objects.order_by("id").first()
    assert first is not None
    assert (first.locator, "Ostwind Energie GmbH" in first.quote) == ("2", True)
    labels = {label for e in Entity.objects.all() for label in e.labels.values_list("text", flat=True)}
    assert labels == {"Ostwind Energie GmbH", "Helix Cobalt SAS", "华星光电科技有限公司"}


def test_the_same_list_again_changes_nothing(lin: Membership) -> None:
    imported(lin, FIRMS)
    before = state_of(lin.zone)
    again = imported(lin, FIRMS)
    assert fates(again) == ["same", "same", "same"]
    assert state_of(lin.zone) == before


def test_people_bring_their_houses_once(lin: Membership) -> None:
    run = imported(lin, PEOPLE)
    assert fates(run) == ["new", "new"]
    assert Tie.objects.count() == 2
    assert len(set(Tie.objects.values_list("object_id", flat=True))) == 1
    before = state_of(lin.zone)
    assert fates(imported(lin, PEOPLE)) == ["same", "same"]
    assert state_of(lin.zone) == before


def test_a_known_party_gets_what_is_new(lin: Membership) -> None:
    make_organisation(lin, "Ostwind Energie GmbH")
    run = imported(lin, FIRMS[:2])
    assert fates(run) == ["adds"]
    assert Entity.objects.count() == 1
    assert Name.objects.count() == 1
    assert ContactPoint.objects.count() == 2


def test_an_import_is_undone_whole(lin: Membership) -> None:
    make_organisation(lin, "Ostwind Energie GmbH")
    before = state_of(lin.zone)
    run = imported(lin, FIRMS)
    undo_import(member=lin, run=run, now=NOW)
    work(run.pk, now=clock)
    run.refresh_from_db()
    assert run.state == RunState.UNDONE
    assert state_of(lin.zone) == before
    assert fates(imported(lin, FIRMS)) == ["adds", "new", "new"]


def test_another_number_is_a_conflict_that_an_officer_settles(lin: Membership) -> None:
    imported(lin, FIRMS)
    other = [HEAD, ("Helix Cobalt SAS", "France", "Lyon", "", "", "529900OTHERHELIX0074")]
    run = preview(lin, other)
    assert fates(run) == ["conflict"]
    row = ImportRow.objects.get(run=run)
    assert row.why["disputes"] == [["number:lei", "969500helixcobalt052", "529900otherhelix0074"]]
    decide_row(member=lin, run=run, row=row.pk, decision=Decision.SAME, now=NOW)
    finish(lin, run)
    assert Entity.objects.count() == 3
    assert Identifier.objects.count() == 2
    assert fates(imported(lin, other)) == ["same"]


def test_rows_left_out_leave_nothing(lin: Membership) -> None:
    imported(lin, FIRMS)
    before = state_of(lin.zone)
    run = preview(lin, [HEAD, ("Helix Cobalt SAS", "France", "Lyon", "", "", "529900OTHERHELIX0074")])
    assert decide_all(member=lin, run=run, fate=Fate.CONFLICT, decision=Decision.LEAVE, now=NOW) == 1
    finish(lin, run)
    assert state_of(lin.zone) == before


def test_a_romanised_name_alone_joins_nobody(lin: Membership) -> None:
    head = ("Name", "Kind")
    run = imported(lin, [head, ("Wei Zhang", "person"), ("Wei Zhang", "person")])
    assert Entity.objects.count() == 2
    assert ImportRun.objects.get(pk=run.pk).state == RunState.DONE
    before = state_of(lin.zone)
    assert fates(imported(lin, [head, ("Wei Zhang", "person"), ("Wei Zhang", "person")])) == ["same", "same"]
    assert state_of(lin.zone) == before


def test_a_bracketed_word_is_no_former_name_that_many_share(lin: Membership) -> None:
    rows = [
        HEAD[:3],
        ("Ostwind Energie GmbH (example)", "Germany", "Leipzig"),
        ("Nordlicht AG (export)", "Germany", ""),
    ]
    imported(lin, rows)
    assert set(Name.objects.values_list("kind", flat=True)) == {"printed"}
    assert Entity.objects.count() == 2


def test_a_short_name_in_common_makes_no_two_firms_one(lin: Membership) -> None:
    head = ("Company name", "Short name", "Country")
    run = imported(
        lin, [head, ("Ostwind Energie GmbH", "Nordlicht", "Germany"), ("Steinfeld AG", "Nordlicht", "Germany")]
    )
    assert Entity.objects.count() == 2
    assert fates(run)[0] == "new"
    assert fates(run)[1] in ("new", "asked")
