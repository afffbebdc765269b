from __future__ import annotations

import pytest

from qiao.engines.text.measures import Counted, counted_by
from qiao.meetings.enums import Measure


@pytest.mark.parametrize(
    ("noun", "unit", "counted"),
    [
        ("agreements", "", Counted.AGREEMENTS),
        ("意向合作協議", "個", Counted.AGREEMENTS),
        ("Absichtserklärungen", "", Counted.AGREEMENTS),
        ("lettres d’intention", "", Counted.AGREEMENTS),
        ("科技创业项目", "个", Counted.VENTURES),
        ("start-up projects", "", Counted.VENTURES),
        ("participants", "", Counted.PARTICIPANTS),
        ("", "名", Counted.PARTICIPANTS),
        ("企业家", "名", Counted.PARTICIPANTS),
        ("entrepreneurs", "", Counted.PARTICIPANTS),
        ("欧洲企业", "家", Counted.COMPANIES),
        ("Betriebe", "", Counted.COMPANIES),
        ("", "场", Counted.EVENTS),
        ("delegation", "Personen", Counted.DELEGATION),
        ("jobs", "Arbeitsplätze", Counted.JOBS),
        ("duration", "", Counted.DURATION),
        ("duration", "天", Counted.DURATION),
        ("duration", "Tage", Counted.DURATION),
        ("duration", "Jahre", Counted.OTHER),
        ("stages", "", Counted.OTHER),
        ("members", "Mitglieder", Counted.OTHER),
        ("lettres d'intention", "", Counted.AGREEMENTS),
        ("Gäste", "", Counted.PARTICIPANTS),
        ("Tage", "", Counted.DURATION),
        ("Montag", "", Counted.OTHER),
        ("confirmed orders", "", Counted.OTHER),
        ("hectares", "", Counted.OTHER),
        ("", "", Counted.OTHER),
    ],
)
def test_noun_tells_what_is_counted(noun: str, unit: str, counted: Counted) -> None:
    assert counted_by(noun, unit) == counted


def test_register_measures_what_the_reader_counts() -> None:
    assert {measure.value for measure in Measure} == {counted.value for counted in Counted}
