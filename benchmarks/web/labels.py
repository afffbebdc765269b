"""The labels of an invented record, chosen as the product chooses them among its claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from django.conf import settings

from benchmarks.web.invented.firms import Called
from qiao.engines.text.names import sort_key
from qiao.register.enums import NameKind
from qiao.register.queries.labels import KIND_ORDER, READING_ORDER

KINDS = [str(kind) for kind in KIND_ORDER]
assert set(KINDS) == {str(kind) for kind in NameKind}


def labels_of(names: Sequence[Called]) -> Iterator[tuple[str, str, str, str]]:
    """For each language of the interface: language, text, the text's language, sort key."""
    for language, _shown in settings.LANGUAGES:
        order = READING_ORDER[language]
        best = min(names, key=lambda name: (_rank(order, name.language), KINDS.index(name.kind)))
        yield language, best.text, best.language, _sort_key(best.text)


def _rank(order: Sequence[str], language: str) -> int:
    return order.index(language) if language in order else len(order)


@lru_cache(maxsize=1024)
def _sort_key(text: str) -> str:
    return sort_key(text)[:300]
