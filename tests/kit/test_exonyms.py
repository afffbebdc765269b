"""Cities by the names their readers use."""

from __future__ import annotations

import pytest

from qiao.engines.text.places import find_place
from qiao.kit.exonyms import EXONYMS, exonym


@pytest.mark.parametrize("language", EXONYMS)
def test_every_entry_is_a_name_the_gazetteer_uses(language: str) -> None:
    places = {name: find_place(name) for name in EXONYMS[language]}
    assert [name for name, place in places.items() if place is None or place.norm != name] == []


@pytest.mark.parametrize("language", EXONYMS)
def test_no_entry_says_what_is_said_anyway(language: str) -> None:
    assert [name for name, other in EXONYMS[language].items() if name == other] == []


@pytest.mark.parametrize(
    ("name", "language", "shown"),
    [("Wien", "en", "Vienna"), ("Wien", "fr-CH", "Vienne"), ("Wien", "de", "Wien"), ("Graz", "en", "Graz")],
)
def test_a_city_goes_by_the_name_the_reader_uses(name: str, language: str, shown: str) -> None:
    assert exonym(name, language) == shown
