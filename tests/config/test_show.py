"""Names, languages and instants as templates show them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message
from django.utils import translation

from qiao.config.templatetags import show

AT = datetime(2026, 3, 2, 22, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("zh-hans", "2026年3月3日 06:05"),
        ("zh-hant", "2026年3月3日 06:05"),
        ("en", "3 Mar 2026 06:05"),
        ("de", "3. März 2026 06:05"),
        ("fr", "3 mars 2026 06:05"),
    ],
)
def test_instant_is_told_in_the_zones_own_time(language: str, shown: str) -> None:
    with translation.override(language):
        assert show.instant(AT, "Asia/Shanghai") == shown


def test_no_instant_is_no_words() -> None:
    assert show.instant(None, "Asia/Shanghai") == ""


@pytest.mark.parametrize(
    ("code", "own_name", "mark"),
    [("zh-hans", "简体中文", "简"), ("zh-hant", "繁體中文", "繁"), ("fr", "Français", "FR"), ("de", "Deutsch", "DE")],
)
def test_languages_go_by_their_own_names(code: str, own_name: str, mark: str) -> None:
    assert (show.autonym(code), show.language_mark(code)) == (own_name, mark)


@pytest.mark.parametrize(
    ("tags", "address"), [("", ""), ("undo=/z/linhu/x", "/z/linhu/x"), ("loud undo=/a", "/a"), ("loud", "")]
)
def test_notice_says_where_it_is_undone(tags: str, address: str) -> None:
    assert show.undo_address(Message(constants.SUCCESS, "Done.", tags)) == address
