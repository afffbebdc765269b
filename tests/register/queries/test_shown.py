from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from qiao.engines.text.quantity import Bound, Quantity, bounded
from qiao.kit.quantity_columns import quantity_values
from qiao.meetings.enums import Measure
from qiao.meetings.models import Figure
from qiao.register.enums import Modality, SourceKind
from qiao.register.models import Claim, Evidence, Location, Name
from qiao.register.queries.shown import ShownBy, by_value, shown
from qiao.zones.models import Action
from tests import factories
from tests.register.cast import later, told


@pytest.fixture
def say(lin):
    """Say where one house is: the kind of source, the place, and the minute of recording."""
    house = factories.make_organisation(lin, "Ostwind")

    def place(kind: SourceKind, name: str, minute: int = 1, **columns: object) -> Claim:
        source = factories.make_source(lin.zone, f"{name} {minute}", kind=kind)
        return told(lin, source, Location, house, place=name, now=later(minute), **columns)

    return place


def places(claims, preferred=frozenset()) -> tuple[list[str], ShownBy]:
    choice = shown(claims, preferred)
    assert choice is not None
    return [told_.claim.place for told_ in (choice.first, *choice.others)], choice.rule


def test_nothing_said_nothing_shown():
    assert shown([]) is None


def test_paper_before_own_record_before_press_before_say_so(say):
    claims = [
        say(SourceKind.SAY_SO, "Lyon", 9),
        say(SourceKind.PRESS, "Ulm", 8),
        say(SourceKind.OWN_RECORD, "Bonn", 7),
        say(SourceKind.PAPER, "Jena", 1),
    ]
    assert places(claims) == (["Jena", "Bonn", "Ulm", "Lyon"], ShownBy.SOURCE)


def test_then_the_latest(say):
    claims = [say(SourceKind.PRESS, "Ulm", 1), say(SourceKind.PRESS, "Jena", 2)]
    assert places(claims) == (["Jena", "Ulm"], ShownBy.LATEST)


def test_before_all_what_a_person_preferred(say):
    paper, rumour = say(SourceKind.PAPER, "Jena"), say(SourceKind.SAY_SO, "Ulm")
    assert places([paper, rumour], {rumour.pk}) == (["Ulm", "Jena"], ShownBy.PERSON)


def test_sources_that_agree_are_one_value(say):
    claims = [say(SourceKind.PRESS, "Ulm", 1), say(SourceKind.PAPER, "Ulm", 2)]
    (value,) = by_value(claims)
    assert (value.claim, value.sources) == (claims[1], 2)
    assert places(claims)[1] == ShownBy.ONLY


def test_a_hope_is_another_value_than_a_fact(say):
    claims = [say(SourceKind.PRESS, "Ulm", 1), say(SourceKind.PRESS, "Ulm", 2, modality=Modality.HOPE)]
    assert len(by_value(claims)) == 2


@pytest.mark.parametrize("bound", list(Bound))
def test_a_quantity_comes_back_from_its_columns_as_it_was(lin, bound):
    quantity = bounded(Decimal("100000000"), bound, unit="", currency="CNY", words="超1亿元")
    house = factories.make_organisation(lin, "Ostwind")
    source = factories.make_source(lin.zone, "超1亿元")
    columns = {"measure": Measure.INVESTMENT} | quantity_values(quantity)
    words = columns.pop("words")
    claim = told(lin, source, Figure, house, **columns)
    Figure.objects.filter(pk=claim.pk).update(words=words)
    assert Figure.objects.get(pk=claim.pk).quantity == quantity


def test_a_range_keeps_both_ends(lin):
    quantity = Quantity(Decimal(20), Decimal(30), approx=True, unit="jobs")
    house = factories.make_organisation(lin, "Ostwind")
    columns = {"measure": Measure.JOBS} | quantity_values(quantity)
    columns.pop("words")
    claim = told(lin, factories.make_source(lin.zone, "20 to 30"), Figure, house, **columns)
    assert Figure.objects.get(pk=claim.pk).quantity == quantity


def test_nothing_is_deleted_and_no_action_rewritten(lin):
    factories.make_organisation(lin, "Ostwind")
    for row in (Name.objects.get(), Evidence.objects.get(), Action.objects.first()):
        with pytest.raises(TypeError):
            row.delete()
        with pytest.raises(TypeError):
            type(row).objects.all().delete()
    action = Action.objects.first()
    action.at += timedelta(days=1)
    with pytest.raises(TypeError):
        action.save()
