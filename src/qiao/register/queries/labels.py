"""Which of an entity's names is shown in which language."""

from __future__ import annotations

from collections.abc import Sequence

from qiao.register.enums import NameKind, SourceKind
from qiao.register.models import Name

# For each language of the interface, the languages of names it would rather show, best first.
READING_ORDER = {
    "zh-hans": ("zh-Hans", "zh-Hant", "en", "de", "fr"),
    "zh-hant": ("zh-Hant", "zh-Hans", "en", "de", "fr"),
    "en": ("en", "de", "fr", "", "zh-Hans", "zh-Hant"),
    "fr": ("fr", "en", "de", "", "zh-Hans", "zh-Hant"),
    "de": ("de", "en", "fr", "", "zh-Hans", "zh-Hant"),
}
KIND_ORDER = (NameKind.OFFICIAL, NameKind.SHORT, NameKind.PRINTED, NameKind.ALIAS, NameKind.FORMER)


def best_name(names: Sequence[Name], language: str) -> Name | None:
    """The name to show: by language, then kind of name, then kind of source, then the earliest recorded."""
    order = READING_ORDER.get(language, ())

    def standing(name: Name) -> tuple[int, int, int, str]:
        by_language = order.index(name.language) if name.language in order else len(order)
        by_kind = KIND_ORDER.index(NameKind(name.kind))
        return by_language, by_kind, SourceKind(name.evidence.source.kind).rank, str(name.pk)

    return min(names, key=standing, default=None)
