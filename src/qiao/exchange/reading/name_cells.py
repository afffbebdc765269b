"""A cell of names as names: "张三 / Zhang San", "Fraunhofer-Gesellschaft (FhG)", 江苏某某公司（原名某某厂）."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qiao.engines.text.language import is_han, script_of
from qiao.engines.text.names import fold
from qiao.engines.text.places import find_place
from qiao.exchange.reading.draft import DraftName
from qiao.exchange.reading.party_kind import kind_of_name

LONGEST_NAME = 300

_TAGGED = re.compile(r"(.+?)\s*\[(zh-Hans|zh-Hant|en|fr|de|und)\]", re.DOTALL)
_BRACKET = re.compile(r"(.{2,}?)\s*[(（]([^()（）]{1,200})[)）]", re.DOTALL)
_FORMER = re.compile(
    r"(?:(?:原名|曾用名|原|前身为?)[\s:：.]*|(?:formerly|former|previously|ex|anciennement|vormals|früher)[\s:：.-]+)(.+)",
    re.IGNORECASE,
)
_SHORT = re.compile(
    r"(?:(?:以下简称|简称|簡稱)[\s:：]*|(?:short|abbr\.?|abrégé|kurz)[\s:：]+)[“”\"'«»]?(.+?)[“”\"'«»]?", re.IGNORECASE
)
_SLASH = re.compile(r"\s*(?:/|／|\||｜)\s*")
_HAN_THEN_LATIN = re.compile(r"((?:[^\W\d_A-Za-z]|[·（）()])+)\s+([A-Za-zÀ-ɏ][^\u3400-\u9fff]+)")
_LATIN_THEN_HAN = re.compile(r"([A-Za-zÀ-ɏ][^\u3400-\u9fff]+?)\s+([\u3400-\u9fff·]+)")
_UNKNOWN = "und"  # the tag of a name in no language that is known
_LONGEST_SHORT = 14


def names_in(cell: str, role: str = "printed", language: str = "") -> tuple[DraftName, ...]:
    """The names of one cell, in order, each once.

    language   of the column; a Han name keeps its script's, and a name without Han characters never gets a Chinese one.
    """
    found: dict[str, DraftName] = {}
    for line in cell.split("\n"):
        for text, part_role, tag in _parts(" ".join(line.split())):
            if text:
                spoken = tag.replace(_UNKNOWN, "") if tag else _language(text, language)
                name = DraftName(text, spoken, part_role or role)
                found.setdefault(text, name)
    return tuple(found.values())


def _parts(line: str) -> Iterator[tuple[str, str, str]]:
    """Text, role when the words say one, and language when a tag says it."""
    tagged = _TAGGED.fullmatch(line)
    if tagged:
        yield tagged[1], "", tagged[2]
        return
    bracket = _BRACKET.fullmatch(line)
    if bracket:
        inner = _inner(bracket[1], bracket[2].strip())
        if inner is not None:
            for text in _scripts(bracket[1]):
                yield text, "", ""
            yield inner
            return
    for text in _scripts(line):
        yield text, "", ""


def _inner(outer: str, inner: str) -> tuple[str, str, str] | None:
    """What stands in the bracket at the end of a name; None when it is a part of the name."""
    former = _FORMER.fullmatch(inner)
    if former and len(former[1]) > 1:
        return former[1].strip(), "former", ""
    short = _SHORT.fullmatch(inner)
    if short and short[1]:
        return short[1].strip(), "short", ""
    place = find_place(inner)
    if place is not None or not any(map(str.isalpha, inner)):
        return None
    if _is_han(outer) != _is_han(inner):
        is_brief = len(inner) <= _LONGEST_SHORT and " " not in inner and inner.isupper()
        return inner, "short" if is_brief else "", ""
    if inner.casefold() in _LEGAL_BITS or (_is_han(inner) and fold(inner)[-2:] in _HAN_BITS):
        return None
    is_short = len(inner) <= _LONGEST_SHORT and len(inner) * 2 <= len(outer)
    return (inner, "short", "") if is_short and (_is_acronym(inner) or _is_initials(outer, inner)) else None


_LEGAL_BITS = frozenset("pty pvt ltd limited llc inc gmbh ag sas sa holding holdings group international".split())
_HAN_BITS = frozenset({"集团", "控股", "有限", "合伙", "国际", "总部", "筹备", "普通"})


def _is_acronym(text: str) -> bool:
    return " " not in text and sum(map(str.isupper, text)) > 1


def _is_initials(outer: str, inner: str) -> bool:
    initials = "".join(word[0] for word in fold(outer).split())
    letters = fold(inner).replace(" ", "")
    return len(letters) > 1 and (letters in initials or initials in letters)


def _scripts(line: str) -> Iterator[str]:
    """A name in two scripts as two names."""
    pieces = [piece for piece in _SLASH.split(line) if piece]
    if len(pieces) == 2 and _is_han(pieces[0]) != _is_han(pieces[1]):
        yield from pieces
        return
    first = _HAN_THEN_LATIN.fullmatch(line)
    if first and _is_han(first[1]) and len(first[1]) > 1 and find_place(first[1]) is None:
        yield from (first[1], first[2])
        return
    last = _LATIN_THEN_HAN.fullmatch(line)
    if last and kind_of_name(last[2]) == "person" and kind_of_name(last[1]) != "organisation":
        yield from (last[1], last[2])
        return
    yield line


def _is_han(text: str) -> bool:
    return any(map(is_han, text))


def _language(text: str, column: str) -> str:
    if not _is_han(text):
        return "" if column.startswith("zh") else column
    script = script_of(text)
    if script not in ("Hans", "Hant"):
        return ""
    # Signs that both scripts share: the column may know better.
    return column if column.startswith("zh") and script == "Hans" else f"zh-{script}"
