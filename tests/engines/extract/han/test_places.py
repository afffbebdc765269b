import pytest

from qiao.engines.extract.result import FactType


def spots(read, text: str) -> list[tuple[str, str, str]]:
    return [(f.text, f.norm, f.attrs.country) for f in read(text, FactType.PLACE)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("代表团抵达德国慕尼黑。", [("德国", "DE", ""), ("慕尼黑", "München", "DE")]),
        ("代表團轉往德勒斯登。", [("德勒斯登", "Dresden", "DE")]),
        ("一行赴无锡考察。", [("无锡", "无锡", "CN")]),
        ("抵达丹麦奥斯比亚，参观港口。", [("丹麦", "DK", ""), ("奥斯比亚", "奥斯比亚", "")]),
        ("在南桥市建设研发中心。", [("南桥市", "南桥市", "")]),
    ],
)
def test_places_have_norm_and_country(read, text: str, found: list[tuple[str, str, str]]) -> None:
    assert spots(read, text) == found


@pytest.mark.parametrize("text", ["拜访里昂大学。", "德国江北总商会参加。", "上市公司与城市建设。"])
def test_a_place_inside_a_name_is_no_place(read, text: str) -> None:
    assert spots(read, text) == []
