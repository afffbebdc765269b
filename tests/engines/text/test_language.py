import pytest

from qiao.engines.text.language import language_of, script_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("代表团拜访了里昂的企业", "zh-Hans"),
        ("代表團拜訪了里昂的企業", "zh-Hant"),
        ("The delegation visited the park", "en"),
        ("La délégation a visité le parc", "fr"),
        ("Die Delegation besuchte den Park", "de"),
        ("Делегация", "und"),
        ("1234", "und"),
        ("", "und"),
    ],
)
def test_language_is_told_from_script_and_common_words(text: str, language: str) -> None:
    assert language_of(text) == language


def test_script_of_a_name() -> None:
    assert [script_of(name) for name in ("韓楊", "韩杨", "Han Yang", "Иван", "???")] == [
        "Hant",
        "Hans",
        "Latn",
        "Cyrl",
        "Zyyy",
    ]
