import pytest
from hypothesis import given
from hypothesis import strategies as st

from qiao.engines.text.names import fold, pinyin_of, search_forms, sort_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("韓楊", "韩杨"),
        ("韓楊", "Han Yang"),
        ("韩杨", "Hán Yáng"),
        ("韩杨", "Yang Han"),
        ("韓楊", "HANYANG"),
        ("单田芳", "Shan Tianfang"),
        ("欧阳修", "OUYANG Xiu"),
        ("曾国藩", "Zeng Guofan"),
        ("Müller GmbH", "MULLER GMBH"),
        ("ＡＢＣ科技", "abc 科技"),
    ],
)
def test_names_of_one_party_share_a_form(one: str, other: str) -> None:
    joined = {form.replace(" ", "") for form in search_forms(other)}
    assert search_forms(one) & (search_forms(other) | joined)


def test_forms_of_a_han_name() -> None:
    assert search_forms("韓楊") == {"韩杨", "han yang", "hanyang", "hy"}


def test_a_surname_is_read_as_one() -> None:
    assert pinyin_of("單田芳") == "shan tian fang"
    assert pinyin_of("万俟卨") == "mo qi xie"


def test_fold_strips_accents_width_and_punctuation() -> None:
    assert fold("  Société “Générale”－Straße ") == "societe generale strasse"


def test_names_sort_by_sound() -> None:
    assert sorted(["张三", "Bosch", "安徽"], key=sort_key) == ["安徽", "Bosch", "张三"]


@given(st.text(max_size=40))
def test_any_text_folds_once_and_for_all(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert all(search_forms(text)) or not search_forms(text)
