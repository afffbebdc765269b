import pytest

from qiao.engines.extract.result import FactType


def led_party(read, text: str, home: str = "") -> set[str]:
    return {fact.norm for fact in read(text, FactType.RELATION, home)}


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("临溪高新区党工委书记沈若川率代表团赴法国，走访了星澜资本。", "visited(沈若川, 星澜资本)"),
        ("竹塘市長葉書瑋率團訪日。代表團走訪了星瀾資本。", "visited(竹塘市, 星瀾資本)"),
        ("临溪高新区经贸代表团抵达里昂。代表团走访了星澜资本。", "visited(临溪高新区, 星澜资本)"),
    ],
)
def test_the_sender_is_told_from_the_text(read, text: str, tie: str) -> None:
    assert tie in led_party(read, text)


def test_a_delegation_that_calls_on_the_sender_is_the_guest(read) -> None:
    text = "北境大学联盟代表团一行16人到访临溪大学城。代表团参观了川源农业公司。"
    assert "visited(北境大学联盟, 川源农业公司)" in led_party(read, text, "临溪大学城")


def test_the_senders_short_name_is_an_organisation(read) -> None:
    found = read("东屿科创区举行推介会。东屿欢迎企业。", FactType.ORGANISATION, "东屿科创区")
    assert {(f.text, f.norm) for f in found} == {("东屿科创区", "东屿科创区"), ("东屿", "东屿科创区")}
