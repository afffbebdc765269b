"""What the party of a row is called, and whether it is an organisation or a person."""

from __future__ import annotations

from qiao.engines.text.language import is_han
from qiao.exchange.reading.draft import DraftName
from qiao.exchange.reading.fields import NAMES, Field
from qiao.exchange.reading.kind_words import kind_said
from qiao.exchange.reading.name_cells import names_in
from qiao.exchange.reading.party_kind import ORGANISATION, PERSON, kind_of_name
from qiao.exchange.reading.row_cells import RowCells

_LANGUAGES = {
    Field.NAME_ZH: "zh-Hans",
    Field.NAME_ZH_HANT: "zh-Hant",
    Field.NAME_EN: "en",
    Field.NAME_FR: "fr",
    Field.NAME_DE: "de",
}
_ROLES = {Field.SHORT_NAME: "short", Field.FORMER_NAME: "former", Field.ALIAS: "alias"}
_TAGS = {"zh-hans": "zh-Hans", "zh-cn": "zh-Hans", "zh": "zh-Hans", "zh-hant": "zh-Hant", "zh-tw": "zh-Hant",
         "zh-hk": "zh-Hant", "en": "en", "fr": "fr", "de": "de"}  # fmt: skip


def row_names(said: RowCells) -> tuple[DraftName, ...]:
    """All names of the party, those to show first."""
    stated = _TAGS.get(said.first(Field.LANGUAGE).casefold().replace("_", "-"), "")
    found: dict[str, DraftName] = {}
    for text in said.texts(Field.NAME, Field.ORGANISATION, Field.PERSON):
        _add(found, names_in(text, language=stated))
    for wanted, language in _LANGUAGES.items():
        for text in said.texts(wanted):
            _add(found, names_in(text, language=language))
    _add(found, _composed(said, stated))
    _drop_signs(found)
    for wanted, role in _ROLES.items():
        for text in said.texts(wanted):
            _add(found, names_in(text, role=role))
    if not found and not set(said.cells) & NAMES:
        _add(found, _of_lone_house(said))
    return tuple(found.values())


def _add(found: dict[str, DraftName], names: tuple[DraftName, ...]) -> None:
    for name in names:
        found.setdefault(name.text, name)


def _composed(said: RowCells, language: str) -> tuple[DraftName, ...]:
    family, given = " ".join(said.texts(Field.FAMILY_NAME)), " ".join(said.texts(Field.GIVEN_NAME))
    if any(map(is_han, family + given)):
        return names_in(f"{family}{given}".replace(" ", ""), language=language)
    return names_in(f"{given} {family}".strip(), language=language)


def _drop_signs(found: dict[str, DraftName]) -> None:
    """Names that are only signs are none."""
    for text in [text for text in found if not any(map(str.isalnum, text))]:
        del found[text]


def _of_lone_house(said: RowCells) -> tuple[DraftName, ...]:
    """A row that gives an employer and nobody employed is about that house."""
    texts = said.texts(Field.EMPLOYER)
    said.cells.pop(Field.EMPLOYER, None)
    return names_in("\n".join(texts)) if texts else ()


def row_kind(said: RowCells, names: tuple[DraftName, ...]) -> tuple[str, bool]:
    """The kind, and whether the row or its columns say it."""
    stated = said.first(Field.KIND)
    if stated:
        kind = kind_said(stated)
        if kind:
            return kind, True
        said.note(said.column(Field.KIND), stated)
    if said.texts(Field.PERSON, Field.FAMILY_NAME, Field.GIVEN_NAME, Field.ORCID):
        return PERSON, True
    if said.texts(Field.ORGANISATION, Field.LEI, Field.USCC, Field.VAT, Field.SIREN, Field.HRB, Field.ROR):
        return ORGANISATION, True
    if said.texts(Field.CONTACT_PERSON):
        return ORGANISATION, True
    if said.texts(Field.EMPLOYER):
        return PERSON, True
    guessed = next(filter(None, (kind_of_name(name.text) for name in names)), "")
    return guessed or (PERSON if said.texts(Field.TITLE) else ORGANISATION), False
