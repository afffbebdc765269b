from __future__ import annotations

import pytest

from qiao.meetings.enums import Measure
from qiao.meetings.measures import measure_of


@pytest.mark.parametrize(
    ("noun", "unit", "measure"),
    [
        ("agreements", "", Measure.AGREEMENTS),
        ("意向合作協議", "個", Measure.AGREEMENTS),
        ("Absichtserklärungen", "", Measure.AGREEMENTS),
        ("lettres d’intention", "", Measure.AGREEMENTS),
        ("科技创业项目", "个", Measure.VENTURES),
        ("start-up projects", "", Measure.VENTURES),
        ("participants", "", Measure.PARTICIPANTS),
        ("", "名", Measure.PARTICIPANTS),
        ("企业家", "名", Measure.PARTICIPANTS),
        ("entrepreneurs", "", Measure.PARTICIPANTS),
        ("欧洲企业", "家", Measure.COMPANIES),
        ("Betriebe", "", Measure.COMPANIES),
        ("", "场", Measure.EVENTS),
        ("delegation", "Personen", Measure.DELEGATION),
        ("jobs", "Arbeitsplätze", Measure.JOBS),
        ("duration", "", Measure.DURATION),
        ("duration", "天", Measure.DURATION),
        ("duration", "Tage", Measure.DURATION),
        ("duration", "Jahre", Measure.OTHER),
        ("stages", "", Measure.OTHER),
        ("members", "Mitglieder", Measure.OTHER),
        ("", "", Measure.OTHER),
    ],
)
def test_measure_of_a_noun(noun: str, unit: str, measure: Measure) -> None:
    assert measure_of(noun, unit) == measure
