"""Names parsed into the forms they are compared by."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qiao.engines.resolve.columns import labels_of, place_of
from qiao.engines.resolve.folding import LONGEST_NAME
from qiao.engines.resolve.forms import form_of, forms_of
from qiao.engines.resolve.keys import keys_of
from qiao.engines.resolve.sounds import bones, spelled
from tests.engines.resolve.names import firm


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("慕尼黑大学", "Universität München"),
        ("慕尼黑大学", "University of Munich"),
        ("慕尼黑大學", "Université de Munich"),
        ("科隆机械集团", "Köln Machinery Group"),
        ("Koeln Machinery Gruppe", "Cologne Machinery Group"),
        ("无锡半导体研究所", "Wuxi Semiconductor Research Institute"),
        ("無錫半導體研究所", "Wuxi Semiconductor Research Institute"),
        ("Fondation suisse", "Schweizerische Stiftung"),
        ("Московский университет", "Moscow University"),
    ],
)
def test_translations_mean_the_same_words(one: str, other: str) -> None:
    assert set(form_of(one).words) == set(form_of(other).words)


@pytest.mark.parametrize(
    ("name", "bare", "legal"),
    [
        ("Siemens AG", "siemens", "ag"),
        ("Musterbach Maschinenbau GmbH & Co. KG", "musterbach maschinenbau", "gmbh co kg"),
        ("L'Oréal S.A.", "l oreal", "sa"),
        ("Moonlake Co., Ltd.", "moonlake", "co ltd"),
        ("GmbH", "gmbh", ""),
    ],
)
def test_a_legal_form_is_taken_off_and_kept(name: str, bare: str, legal: str) -> None:
    form = form_of(name)

    assert (form.plain, form.legal) == (bare, legal)


@pytest.mark.parametrize(
    ("name", "bare", "legal"),
    [
        ("华为技术有限公司", "华为技术", "有限公司"),
        ("西门子（中国）有限公司", "西门子中国", "有限公司"),
        ("無錫月湖半導體股份有限公司", "无锡月湖半导体", "股份有限公司"),
        ("株式会社日立製作所", "日立制作所", "株式会社"),
    ],
)
def test_an_unspaced_legal_form_is_taken_off(name: str, bare: str, legal: str) -> None:
    form = form_of(name)

    assert (form.han, form.legal) == (bare, legal)


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Niedersächsischer Landesbetrieb für Wasserwirtschaft, Küsten- und Naturschutz", "nlwkn"),
        ("Centre national de la recherche scientifique", "cnrs"),
        ("Technische Universität München", "tum"),
        ("北京大学", "bjdx"),
    ],
)
def test_initials_leave_out_small_words(name: str, initials: str) -> None:
    assert form_of(name).initials[0] == initials


@pytest.mark.parametrize(
    ("name", "acronym"),
    [("CNRS", "cnrs"), ("Centre of Moss Research (CMR)", "cmr"), ("Moss Research", ""), ("ABB（中国）有限公司", "abb")],
)
def test_an_acronym_is_seen(name: str, acronym: str) -> None:
    assert form_of(name).acronym == acronym


def test_a_direction_inside_a_brand_stays_with_the_brand() -> None:
    assert form_of("西罗塔科技").brand != ()
    assert "west" not in form_of("西罗塔科技").words


def test_a_word_that_may_be_a_proper_name_is_read_both_ways() -> None:
    assert [set(form.words) for form in forms_of("华中农业大学")] == [
        {"central", "china", "agricultural", "university"},
        {"huazhong", "agricultural", "university"},
    ]


@pytest.mark.parametrize(("han", "latin"), [("克虏伯", "krupp"), ("阿尔斯通", "alstom")])
def test_a_transcription_is_spelled_nearly_as_the_name(han: str, latin: str) -> None:
    ours, theirs = bones(spelled(han)), bones(latin)

    assert ours[:2] == theirs[:2]


@pytest.mark.parametrize(
    ("domain", "labels"),
    [
        ("siemens.com", ("siemens",)),
        ("physik.uni-muenchen.de", ("unimuenchen", "physik")),
        ("nju.edu.cn", ("nju",)),
        ("camr.co.uk", ("camr",)),
        ("musterbach.wordpress.com", ()),
        ("localhost", ()),
    ],
)
def test_a_domain_says_what_its_holder_is_called(domain: str, labels: tuple[str, ...]) -> None:
    assert labels_of(domain) == labels


def test_a_town_has_one_spelling_in_all_languages() -> None:
    assert {place_of(city) for city in ("München", "Munich", "慕尼黑", "慕尼黑市", "MUNICH", "Muenchen")} == {"munich"}


@given(st.text(max_size=400))
def test_any_text_has_forms_and_keys_within_bounds(text: str) -> None:
    for form in forms_of(text):
        assert len(form.words) == len(form.source)
        assert len(form.text) <= LONGEST_NAME
        assert all(word.isascii() for word in form.words)
    assert len(keys_of(firm(text, identity="x", city=text))) <= 400


@given(st.text(alphabet="中国大学有限公司西门子（）ABcdé -.", max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert form_of(form_of(text).text) == form_of(text)
