"""Choice of language by common words."""

import pytest

from qiao.engines.text.latin_language import latin_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The delegation met with the company on Monday.", "en"),
        ("La délégation a rencontré une vingtaine d'entreprises dans la région.", "fr"),
        ("Die Delegation traf am Montag den Vorstand der Firma.", "de"),
    ],
)
def test_common_words_tell_the_language(text, language):
    assert latin_language(text) == language


def test_few_words_leave_the_default():
    assert latin_language("Graz, Wuhan", "de") == "de"
    assert latin_language("die Stadt", "fr", least=4) == "fr"
