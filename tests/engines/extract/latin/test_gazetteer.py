"""Places beyond the shared gazetteer."""

import pytest

from qiao.engines.extract.latin.gazetteer import KnownPlace, known_place


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Kärnten", KnownPlace("Kärnten", "AT", "region")),
        ("Sherbrooke", KnownPlace("Sherbrooke", "CA", "city")),
        ("Breslau", KnownPlace("Wrocław", "PL", "city")),
        ("Deutschland", KnownPlace("DE", "", "country")),
        ("Qwxyz", None),
        ("", None),
    ],
)
def test_a_place_is_known_by_its_names(name, place):
    assert known_place(name) == place
