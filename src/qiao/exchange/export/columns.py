"""One party as the cells of a row, under the columns that import knows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from qiao.exchange.export.headers import header
from qiao.exchange.export.name_cells import name_cell
from qiao.exchange.export.party import Party, Stated
from qiao.exchange.reading import Field
from qiao.exchange.reading.countries import country_code
from qiao.exchange.reading.fields import NUMBERS
from qiao.exchange.reading.tie_cells import SaidTie, tie_line
from qiao.kit import show
from qiao.register.enums import EntityKind

_LANGUAGES = {
    "zh-Hans": Field.NAME_ZH,
    "zh-Hant": Field.NAME_ZH_HANT,
    "en": Field.NAME_EN,
    "fr": Field.NAME_FR,
    "de": Field.NAME_DE,
}
_ROLES = {"short": Field.SHORT_NAME, "former": Field.FORMER_NAME, "alias": Field.ALIAS}
_CONTACTS = {
    "address": Field.ADDRESS,
    "web": Field.WEBSITE,
    "email": Field.EMAIL,
    "phone": Field.PHONE,
    "wechat": Field.WECHAT,
}
_WIDE = frozenset({Field.NAME, *_LANGUAGES.values(), Field.EMPLOYER, Field.ADDRESS, Field.TIES, Field.IGNORE})
FIELDS: tuple[Field, ...] = (
    Field.QIAO_ID, Field.KIND, Field.NAME, *_LANGUAGES.values(), *_ROLES.values(), Field.TITLE, Field.EMPLOYER,
    Field.COUNTRY, Field.CITY, *_CONTACTS.values(), *NUMBERS, Field.SEGMENT, Field.TIES, Field.IGNORE,
)  # fmt: skip
"""The columns in their order; the last names the sources."""
WIDTHS = tuple(38 if field is Field.QIAO_ID else 30 if field in _WIDE else 18 for field in FIELDS)


def headers(language: str) -> list[str]:
    """The headers of the columns."""
    return [header(field, language) for field in FIELDS]


def cells(party: Party, language: str) -> list[str]:
    """The cells of a party; several values of one column stand on lines of their own."""
    found: dict[Field, str] = {
        Field.QIAO_ID: str(party.id),
        Field.KIND: str(EntityKind(party.kind).label),
        **_names(party),
        **_place(party, language),
        **_by_key(party, "contactpoint", "kind", "address", _CONTACTS),
        **_by_key(party, "identifier", "scheme", "number", {scheme: field for field, scheme in NUMBERS.items()}),
        Field.SEGMENT: "\n".join(one.value["segment"] for one in party.facts("classification")),
        **_ties(party),
        Field.IGNORE: "\n".join(dict.fromkeys(one.cited.title for one in party.stated)),
    }
    return [found.get(field, "") for field in FIELDS]


def _names(party: Party) -> dict[Field, str]:
    """Field -> cell: official and printed names by language, others by what they are."""
    by_field: dict[tuple[Field, str, str], list[tuple[str, str]]] = defaultdict(list)
    for one in party.facts("name"):
        text, language, kind = one.value["text"], one.value["language"], one.value["kind"]
        if kind in _ROLES:
            by_field[_ROLES[kind], "", kind].append((text, language))
        else:
            by_field[_LANGUAGES.get(language, Field.NAME), language, "printed"].append((text, language))
    merged: dict[Field, str] = {}
    for (field, column, role), names in by_field.items():
        cell = name_cell(names, column=column if field is not Field.NAME else "", role=role)
        merged[field] = "\n".join(filter(None, (merged.get(field, ""), cell)))
    return merged


def _place(party: Party, language: str) -> dict[Field, str]:
    """Country and city of the place that pages show first."""
    place = next(party.facts("location"), None)
    if place is None:
        return {}
    code = place.value["country"]
    name = show.country(code, language) if code else ""
    # A code stands where import would not know the country by its name.
    return {Field.COUNTRY: name if country_code(name) == code else code, Field.CITY: place.value["place"]}


def _by_key(party: Party, table: str, key: str, value: str, fields: Mapping[str, Field]) -> dict[Field, str]:
    found: dict[Field, list[str]] = defaultdict(list)
    for one in party.facts(table):
        if one.value[key] in fields:
            found[fields[one.value[key]]].append(" ".join(one.value[value].split()))
    return {field: "\n".join(dict.fromkeys(values)) for field, values in found.items()}


def _ties(party: Party) -> dict[Field, str]:
    """All ties for import, and for readers the posts and employers among them."""
    ties = list(party.facts("tie"))
    posts = [one for one in ties if one.value["kind"] == "holds_post"]
    return {
        Field.TIES: "\n".join(line_of_tie(one) for one in ties),
        Field.TITLE: "\n".join(dict.fromkeys(filter(None, (one.value["role"] for one in posts)))),
        Field.EMPLOYER: "\n".join(dict.fromkeys(filter(None, (one.value["object_name"] for one in posts)))),
    }


def line_of_tie(one: Stated) -> str:
    """A tie as the line that import reads."""
    value = one.value
    return tie_line(
        SaidTie(
            value["kind"], value["role"], value["object_name"], str(value["object_id"]), one.valid_from, one.valid_until
        )
    )
