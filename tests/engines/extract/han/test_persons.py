import pytest

from qiao.engines.extract.result import FactType


def people(read, text: str, home: str = "临溪高新区") -> list[tuple[str, str, str]]:
    return [(f.text, f.attrs.role, f.attrs.org) for f in read(text, FactType.PERSON, home)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("友荃科技实业董事长林文章表示感谢。", [("林文章", "董事长", "友荃科技实业")]),
        ("與達科電子總經理陳嘉玲會面。", [("陳嘉玲", "總經理", "達科電子")]),
        ("博伦泵业（以下简称“博伦”）亚太区总裁马克·施泰纳来访。", [("马克·施泰纳", "亚太区总裁", "博伦泵业")]),
        ("首席执行官Jens Ohlendorff说。", [("Jens Ohlendorff", "首席执行官", "")]),
        ("竹塘市長葉書瑋率團。", [("葉書瑋", "市長", "竹塘市")]),
        ("县府产业发展处长陈伟志出席。", [("陈伟志", "处长", "县府产业发展处")]),
        ("感谢林思远先生的接待。", [("林思远", "", "")]),
        (
            "参会：王建国（规划局副局长）、赵雷（招商局局长）。",
            [("王建国", "副局长", "规划局"), ("赵雷", "局长", "招商局")],
        ),
        ("由归国博士顾清和于2014年创办。", [("顾清和", "归国博士", "")]),
    ],
)
def test_persons_stand_beside_their_posts(read, text: str, found: list[tuple[str, str, str]]) -> None:
    assert people(read, text) == found


def test_several_posts_are_kept_apart(read) -> None:
    text = "云溪高新区党工委委员、管委会副主任沈若川率代表团赴法国。"
    (person,) = read(text, FactType.PERSON, "云溪高新区")
    assert person.attrs.role == "云溪高新区党工委委员、管委会副主任"
    assert [(post.role, post.org) for post in person.attrs.posts] == [
        ("云溪高新区党工委委员", "云溪高新区党工委"),
        ("管委会副主任", "云溪高新区管委会"),
    ]


def test_a_list_gives_each_name_its_own_post(read) -> None:
    text = "与里昂华人总商会会长马帆、德国江北总商会会长王荣等座谈。"
    assert [name for name, _, _ in people(read, text)] == ["马帆", "王荣"]
    assert [org for _, _, org in people(read, text)] == ["里昂华人总商会", "德国江北总商会"]


def test_the_latin_name_in_brackets_is_the_same_person(read) -> None:
    text = "海湾大学副校长海伦·麦克劳德（Helen McCloud）致辞。"
    assert [(f.text, f.norm) for f in read(text, FactType.PERSON)] == [
        ("海伦·麦克劳德", "海伦·麦克劳德"),
        ("Helen McCloud", "海伦·麦克劳德"),
    ]


@pytest.mark.parametrize("text", ["董事长表示欢迎。", "会长单位共三家。", "主任会议召开。", "教授团队来访。"])
def test_a_post_without_a_name_names_nobody(read, text: str) -> None:
    assert people(read, text) == []
