import pytest

from qiao.engines.extract.result import FactType, Modality

HOME = "临溪高新区"


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("沈若川市长率代表团赴法国。", "led(沈若川, 临溪高新区)"),
        ("代表团先后走访了瓦兰生物、里昂大学等。", "visited(临溪高新区, 瓦兰生物)"),
        ("代表团与瓦兰生物董事长林文章座谈。", "met(临溪高新区, 林文章)"),
        ("临溪高新区与瓦兰生物签署合作备忘录。", "signed_with(临溪高新区, 瓦兰生物)"),
        ("代表团走访里昂大学。双方签署合作协议。", "signed_with(临溪高新区, 里昂大学)"),
        ("代表团在柏林为临溪高新区欧洲中心揭牌。", "opened(临溪高新区, 临溪高新区欧洲中心)"),
        ("代表团在柏林为临溪高新区欧洲中心揭牌。", "located_in(临溪高新区欧洲中心, 柏林)"),
        ("瓦兰生物由归国博士顾清和创办。", "founded(顾清和, 瓦兰生物)"),
        ("瓦兰生物是霍德兰集团的全资子公司。", "subsidiary_of(瓦兰生物, 霍德兰集团)"),
        ("霍德兰集团旗下瓦兰生物参加。", "subsidiary_of(瓦兰生物, 霍德兰集团)"),
        ("瓦兰生物总部位于波士顿。", "located_in(瓦兰生物, 波士顿)"),
        ("瓦兰生物已在临溪高新区投资2亿元。", "invested_in(瓦兰生物, 临溪高新区)"),
        ("代表团走访慕尼黑的Lindner Aerotec。", "located_in(Lindner Aerotec, 慕尼黑)"),
        ("瓦兰生物的母公司是霍德兰集团。", "subsidiary_of(瓦兰生物, 霍德兰集团)"),
        ("由霍德兰集团控股的瓦兰生物参加。", "subsidiary_of(瓦兰生物, 霍德兰集团)"),
        ("霍德兰集团收购了瓦兰生物。", "subsidiary_of(瓦兰生物, 霍德兰集团)"),
        ("霍德兰集团去年向瓦兰生物增资3000万欧元。", "invested_in(霍德兰集团, 瓦兰生物)"),
        ("霍德兰集团董事长林文章来临溪考察。", "visited(林文章, 临溪高新区)"),
        ("霍德兰集团董事长林文章来我区考察。沈若川市长会见了客人。", "met(沈若川, 林文章)"),
        ("代表团受到里昂商会会长林文章的热情接待。", "met(临溪高新区, 林文章)"),
        ("里昂商会会长林文章、霍德兰集团总裁顾清和等应邀出席。", "met(临溪高新区, 顾清和)"),
        ("代表团到瓦兰生物、里昂大学走访。", "visited(临溪高新区, 里昂大学)"),
        ("代表团参观里昂企业瓦兰生物。", "located_in(瓦兰生物, 里昂)"),
        ("霍德兰集团参会，公司拟追加投资8000万欧元。", "invested_in(霍德兰集团, 临溪高新区)"),
        ("瓦兰生物与霍德兰集团敲定代理权，双方签署代理合同。", "signed_with(瓦兰生物, 霍德兰集团)"),
    ],
)
def test_acts_tie_parties(read, text: str, tie: str) -> None:
    assert tie in {fact.norm for fact in read(text, FactType.RELATION, HOME)}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("临溪高新区与瓦兰生物签署投资合同。", Modality.FACT),
        ("临溪高新区拟与瓦兰生物签署投资合同。", Modality.PLAN),
        ("临溪高新区希望与瓦兰生物签署投资合同。", Modality.HOPE),
        ("临溪高新区尚未与瓦兰生物签署投资合同。", Modality.DENIAL),
        ("有媒体称临溪高新区已与瓦兰生物签约，市商务局予以否认。", Modality.DENIAL),
    ],
)
def test_what_is_not_done_is_told_as_such(read, text: str, said: Modality) -> None:
    assert {fact.modality for fact in read(text, FactType.RELATION, HOME)} == {said}


def test_agreements_carry_kind_step_and_count(read) -> None:
    (paper,) = read("会上签署合作备忘录3份。", FactType.AGREEMENT, HOME)
    assert (paper.text, paper.attrs.kind, paper.attrs.step, paper.attrs.count) == (
        "合作备忘录",
        "memorandum",
        "signed",
        3,
    )


def test_events_carry_day_and_place(read) -> None:
    (event,) = read("6月3日，代表团在法国里昂举行科技创新交流座谈会。", FactType.EVENT, HOME)
    assert (event.text, event.attrs.date, event.attrs.place) == ("科技创新交流座谈会", "2024-06-03", "里昂")
