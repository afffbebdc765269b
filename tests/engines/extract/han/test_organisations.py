import pytest

from qiao.engines.extract.result import FactType


def names(read, text: str, home: str = "") -> list[str]:
    return [f.text for f in read(text, FactType.ORGANISATION, home)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("代表团拜访了里昂大学、萨瓦理工学院。", ["里昂大学", "萨瓦理工学院"]),
        ("走訪恩荷芬的光柵科技（Gitter Photonics）。", ["光柵科技", "Gitter Photonics"]),
        ("考察了星澜资本、海帆物流、Kopi Robotics等8家企业。", ["星澜资本", "海帆物流", "Kopi Robotics"]),
        ("与经济和信息化局座谈。", ["经济和信息化局"]),
        ("与东和材料签署协议。", ["东和材料"]),
        ("访问德国博伦泵业。", ["博伦泵业"]),
        ("拜访SKEMA高等商学院。", ["SKEMA高等商学院"]),
        ("全资子公司蒙塞尼(临溪)药业有限公司投产。", ["蒙塞尼(临溪)药业有限公司"]),
        ("来源：临溪日报", ["临溪日报"]),
        ("走访半导体企业奥根诺华。", ["奥根诺华"]),
        ("中国驻丹麦大使馆经济商务处参加。", ["中国驻丹麦大使馆经济商务处"]),
    ],
)
def test_organisations_are_read_whole(read, text: str, found: list[str]) -> None:
    assert names(read, text) == found


@pytest.mark.parametrize(
    "text", ["对接科技创新中心、科技孵化器。", "美国公司很多。", "AI技术与5G应用。", "高校和科研机构参加。"]
)
def test_generic_words_are_no_names(read, text: str) -> None:
    assert names(read, text) == []


def test_aliases_stand_for_the_first_name(read) -> None:
    text = "与瑞典创新协会（简称“瑞创会”）会谈。瑞创会介绍了情况。"
    found = read(text, FactType.ORGANISATION)
    assert {(f.text, f.norm) for f in found} == {("瑞典创新协会", "瑞典创新协会"), ("瑞创会", "瑞典创新协会")}


def test_names_keep_the_script_of_the_source(read) -> None:
    found = read("拜訪德國江蘇總商會、索邦大學。", FactType.ORGANISATION)
    assert [f.text for f in found] == ["德國江蘇總商會", "索邦大學"]
    assert [f.norm for f in found] == ["德國江蘇總商會", "索邦大學"]
