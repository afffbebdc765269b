"""Which of an entity's names is shown in which language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from typing import Protocol, TypeVar
from uuid import UUID

from qiao.kit.kept_query import Among, Kept
from qiao.register.enums import Modality, NameKind, SourceKind
from qiao.register.models import Label

# For each language of the interface, the languages of names it would rather show, best first.
READING_ORDER = {
    "zh-hans": ("zh-Hans", "zh-Hant", "en", "de", "fr"),
    "zh-hant": ("zh-Hant", "zh-Hans", "en", "de", "fr"),
    "en": ("en", "de", "fr", "", "zh-Hans", "zh-Hant"),
    "fr": ("fr", "en", "de", "", "zh-Hans", "zh-Hant"),
    "de": ("de", "en", "fr", "", "zh-Hans", "zh-Hant"),
}
KIND_ORDER = (NameKind.OFFICIAL, NameKind.SHORT, NameKind.PRINTED, NameKind.ALIAS, NameKind.FORMER)


class Told(Protocol):
    """A name as far as a choice among names asks: the claim itself, or what a cache reads of it."""

    @property
    def pk(self) -> UUID: ...
    @property
    def language(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def modality(self) -> str: ...
    @property
    def source_kind(self) -> str: ...


N = TypeVar("N", bound=Told)


def best_name(names: Sequence[N], language: str, preferred: Set[UUID] = frozenset()) -> N | None:
    """The name to show: by language, then as a person preferred, then by kind of name, kind of source, and the
    earliest recorded. What is denied is no name.
    """
    order = READING_ORDER.get(language, ())

    def standing(name: N) -> tuple[int, bool, int, int, str]:
        by_language = order.index(name.language) if name.language in order else len(order)
        by_kind = KIND_ORDER.index(NameKind(name.kind))
        by_source = SourceKind(name.source_kind).rank
        return by_language, name.pk not in preferred, by_kind, by_source, str(name.pk)

    told = [name for name in names if name.modality != Modality.DENIAL]
    return min(told, key=standing, default=None)


@dataclass(frozen=True, slots=True)
class Called:
    """What an entity is called in the reader's language, and the language the name itself is in."""

    entity_id: UUID
    text: str
    language: str


def called(ids: Iterable[UUID], language: str) -> dict[UUID, Called]:
    """What each of these records is called, and the entity that stands for its group. Nameless ones are left out."""
    found = _CALLED.ask((language,), {}, {"ids": set(ids)})
    return {record: Called(canonical, text, spoken) for record, canonical, text, spoken in found}


_CALLED = Kept(
    lambda language: (
        Label.objects.filter(Among("entity_id"), language=language)
        .exclude(text="")
        .values_list("entity_id", "entity__canonical_id", "text", "text_language")
    )
)
