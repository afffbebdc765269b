from hypothesis import given
from hypothesis import strategies as st

from qiao.engines.extract import FactType, Reading, extract
from qiao.engines.extract.stretches import Script, masked, stretches

LETTER = (
    "代表团走访了星澜资本、海帆物流等企业。\n"
    "Dear Ms Okafor, thank you for your visit to our park on 3 June.\n"
    "双方签署合作备忘录。\n"
)


def test_a_letter_inside_a_report_goes_to_the_other_grammar() -> None:
    shares = stretches(LETTER)
    assert [LETTER[a:b][:4] for a, b in shares[Script.LATIN]] == ["Dear"]
    assert len(shares[Script.HAN]) == 2


def test_a_latin_name_on_its_line_stays_in_the_report() -> None:
    assert set(stretches("走访企业：\nKopi Robotics\n瓦兰生物\n")) == {Script.HAN}


def test_facts_of_both_scripts_keep_their_places() -> None:
    facts = extract(Reading(LETTER))
    assert all(fact.text == LETTER[fact.start : fact.end] for fact in facts)
    assert {"星澜资本", "海帆物流"} <= {fact.text for fact in facts if fact.type is FactType.ORGANISATION}


@given(st.text(alphabet="甲a \n.", max_size=60))
def test_stretches_cover_the_text_once(text: str) -> None:
    spans = sorted(span for spans in stretches(text).values() for span in spans)
    assert "".join(text[a:b] for a, b in spans) == text
    assert len(masked(text, spans)) == len(text)
