import pytest

from qiao.engines.text.places import find_place


@pytest.mark.parametrize(
    ("name", "norm", "country", "kind"),
    [
        ("德國", "DE", "DE", "country"),
        ("Allemagne", "DE", "DE", "country"),
        ("South Korea", "KR", "KR", "country"),
        ("義大利", "IT", "IT", "country"),
        ("慕尼黑", "München", "DE", "city"),
        ("Munich", "München", "DE", "city"),
        ("里昂", "Lyon", "FR", "city"),
        ("Breslau", "Wrocław", "PL", "city"),
        ("德勒斯登", "Dresden", "DE", "city"),
        ("無錫市", "Wuxi", "CN", "city"),
        ("江蘇", "Jiangsu", "CN", "region"),
        ("胡志明市", "Ho Chi Minh City", "VN", "city"),
        ("Mailand", "Milano", "IT", "city"),
    ],
)
def test_a_place_is_found_under_its_names(name: str, norm: str, country: str, kind: str) -> None:
    place = find_place(name)
    assert place is not None
    assert (place.norm, place.country, place.kind) == (norm, country, kind)


@pytest.mark.parametrize("name", ["", " ", "代表團", "Xyzzyville"])
def test_what_is_no_place_is_not_found(name: str) -> None:
    assert find_place(name) is None


def test_cities_have_coordinates() -> None:
    lyon = find_place("Lyon")
    assert lyon is not None
    assert lyon.latitude == pytest.approx(45.76, abs=0.1)
