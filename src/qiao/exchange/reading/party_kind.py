"""Whether a name is one of an organisation or of a person, as far as its words tell."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from types import ModuleType

from qiao.engines.text.language import is_han
from qiao.engines.text.names import fold

ORGANISATION, PERSON = "organisation", "person"

_SIGNS_OF_HOUSES = (
    "公司",
    "集团",
    "有限",
    "银行",
    "大学",
    "学院",
    "研究",
    "中心",
    "协会",
    "商会",
    "工厂",
    "委员会",
    "基金",
)
_LONGEST_HEAD = 8
_HAN_PERSON = range(2, 5)
_LATIN_PERSON = range(2, 6)


@lru_cache(maxsize=65536)
def kind_of_name(name: str) -> str:
    """ "organisation", "person", or "" when the words do not tell."""
    folded = fold(name)
    if any(map(is_han, folded)):
        return _han(name, folded)
    return _latin(name, folded)


def is_post(text: str) -> bool:
    """Whether words end or begin with one for a post, in Chinese, English, French or German."""
    folded = fold(text)
    if any(map(is_han, folded)):
        known = _han_words().lexicon()
        return any("role" in known.classes(folded[-length:]) for length in range(1, 7) if length <= len(folded))
    said = re.findall(r"[^\W\d_][\w-]*", text.casefold())
    return any(word in _post_words() or word.removesuffix("in") in _post_words() for word in said)


def has_legal_form(name: str) -> bool:
    """Whether a name ends with the legal form of a firm: GmbH, SAS, Ltd., 有限公司."""
    folded = fold(name)
    if any(map(is_han, folded)):
        return folded.endswith(("公司", "集团", "合伙企业"))
    return len(folded.split()) > 1 and any(f" {folded} ".endswith(f" {form} ") for form in _legal_forms())


def titles_off(name: str) -> str:
    """A Latin name without the titles before it."""
    said = name.split()
    while len(said) > 1 and said[0].casefold().strip(".,") in _latin_words().words("latin_titles.txt"):
        said = said[1:]
    return " ".join(said)


def _han(name: str, folded: str) -> str:
    known = _han_words().lexicon()
    if any(sign in folded for sign in _SIGNS_OF_HOUSES) or "firm" in known.classes(folded):
        return ORGANISATION
    if any(known.has(folded[-length:], "head:") for length in range(2, _LONGEST_HEAD) if length < len(folded)):
        return ORGANISATION
    if "·" in name or "・" in name:
        return PERSON
    han = folded.replace(" ", "")
    if len(han) in _HAN_PERSON and all(map(is_han, han)) and _has_surname(han):
        return PERSON
    return ORGANISATION if len(han) > max(_HAN_PERSON) + 1 else ""


def _latin(name: str, folded: str) -> str:
    said = folded.split()
    if has_legal_form(name):
        return ORGANISATION
    if set(said) & _house_words():
        return ORGANISATION
    if titles_off(name) != name:
        return PERSON
    if len(said) in _LATIN_PERSON and not any(any(map(str.isdigit, word)) for word in said):
        given = _given_names()
        if said[0] in given or said[-1] in given:
            return PERSON
    return ORGANISATION if len(said) == 1 and name.isupper() and len(name) <= 8 else ""


def _has_surname(han: str) -> bool:
    single, compound = _han_words().surnames()
    return (han[0] in single and len(han) < 4) or (len(han) > 2 and han[:2] in compound)


@cache
def _legal_forms() -> frozenset[str]:
    return frozenset(fold(form) for form in _latin_words().phrases("latin_legal_forms.txt"))


@cache
def _house_words() -> frozenset[str]:
    """Head words of organisations that are no surnames: long ones, of every language."""
    by_language = _latin_words().words_by_kind("latin_org_heads.txt")
    return frozenset(fold(word) for kinds in by_language.values() for word in kinds if len(word) > 4)


@cache
def _given_names() -> frozenset[str]:
    return frozenset(fold(word) for word in _latin_words().words("latin_given_names.txt"))


@cache
def _post_words() -> frozenset[str]:
    by_language = _latin_words().words_by_kind("latin_roles.txt")
    return frozenset(
        word for kinds in by_language.values() for word, kind in kinds.items() if kind == "head" and len(word) > 1
    )


def _han_words() -> ModuleType:
    from qiao.engines.extract.han import lexicon  # the reader of reports: large, and loaded by who reads a table

    return lexicon


def _latin_words() -> ModuleType:
    from qiao.engines.extract.latin import lexicon

    return lexicon
