from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from django.utils import translation

from qiao.kit.instants import Moment
from qiao.register.enums import Modality, TieKind
from qiao.register.models import Tie
from qiao.register.queries.about import said_about
from qiao.register.queries.timeline import Timeline, timeline
from qiao.register.queries.words import Speech
from tests import factories
from tests.register.cast import told

TODAY = date(2026, 7, 2)


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    """Words are compared in English, whatever language another test left behind."""
    with translation.override("en"):
        yield


@pytest.fixture
def drawn(lin):
    """Draw the ties of one person; each is given as the day its source was published and the claim's columns."""
    house = factories.make_organisation(lin, "Ostwind")
    person = factories.make_person(lin, "Marlene Vogt")

    def draw(*ties: tuple[date | None, dict[str, object]]) -> Timeline | None:
        for at, (published, columns) in enumerate(ties):
            source = factories.make_source(lin.zone, f"source {at}")
            source.published_date = published
            source.save()
            told(lin, source, Tie, person, kind=TieKind.HOLDS_POST, object=house, role=f"post {at}", **columns)
        said = said_about(lin, [person.pk], Moment())
        return timeline(said.ties, said.records, Speech("en", "linhu", {}), frozenset(), TODAY)

    return draw


def shapes(drawing: Timeline) -> list[list[str]]:
    return [[bar.shape for bar in row.bars] for row in drawing.rows]


def test_nobody_without_ties_is_drawn(drawn):
    assert drawn() is None


def test_attested_then_unchecked(drawn):
    drawing = drawn((date(2023, 6, 13), {"valid_from": date(2021, 4, 1), "precision": "month"}))
    assert drawing.years == (2021, 2022, 2023, 2024, 2025, 2026)
    assert shapes(drawing) == [["held", "since"]]
    held, since = drawing.rows[0].bars
    assert (held.x, since.x) == ("4.11%", "40.80%")
    assert drawing.now == "91.65%"
    assert drawing.rows[0].note == "since April 2021, last attested 13 June 2023"


def test_a_begin_that_nobody_knows_is_dashed(drawn):
    drawing = drawn((date(2023, 6, 13), {}))
    assert shapes(drawing) == [["maybe", "held", "since"]]
    assert drawing.rows[0].note == "begin unknown, attested 13 June 2023"


def test_an_undated_source_attests_nothing(drawn):
    assert drawn((None, {})).rows[0].note == "begin unknown, recorded 2 March 2026"


def test_what_has_ended_is_not_unchecked(drawn):
    span = {"valid_from": date(2022, 1, 1), "valid_until": date(2024, 6, 30), "precision": "month"}
    drawing = drawn((date(2024, 1, 1), span))
    assert shapes(drawing) == [["held"]]
    assert drawing.rows[0].note == "January 2022 – June 2024"


def test_what_ends_later_than_today_is_held_and_then_awaited(drawn):
    span = {"valid_from": date(2025, 1, 1), "valid_until": date(2028, 12, 31), "precision": "year"}
    assert shapes(drawn((date(2025, 1, 1), span))) == [["held", "maybe"]]


def test_plans_lie_ahead_and_denials_are_not_drawn(drawn):
    drawing = drawn(
        (date(2025, 1, 1), {"modality": Modality.PLAN}),
        (date(2025, 2, 1), {"modality": Modality.DENIAL}),
    )
    assert shapes(drawing) == [["maybe"], []]
    assert float(drawing.rows[0].bars[0].x.rstrip("%")) >= float(drawing.now.rstrip("%"))


def test_a_long_life_is_drawn_in_few_columns(drawn):
    drawing = drawn((date(2023, 1, 1), {"valid_from": date(1897, 1, 1), "precision": "year"}))
    assert len(drawing.years) <= 6
    assert drawing.years[0] <= 1897


def test_a_day_far_ahead_or_long_ago_stays_on_the_paper(drawn):
    span = {"valid_from": date(1, 1, 1), "valid_until": date(9999, 12, 31)}
    drawing = drawn((date(2023, 1, 1), span))
    assert all(0 <= float(bar.x.rstrip("%")) <= 100 for row in drawing.rows for bar in row.bars)
