"""The lines of a printed card told apart: name, house, post, numbers, addresses."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from qiao.engines.text.language import is_han
from qiao.exchange.reading.fields import Field
from qiao.exchange.reading.party_kind import ORGANISATION, PERSON, is_post, kind_of_name, titles_off

_MAIL = re.compile(r"[^\s@<>:：;,|]+@[^\s@<>:：;,|]+\.[A-Za-z]{2,}")
_SITE = re.compile(
    r"(?:https?://|www\.)[^\s,;|]+|(?<![@\w.])[\w-]+(?:\.[\w-]+)*\.(?:com|cn|de|fr|eu|org|net|io|ch|at|hk|tw|sg)(?:/\S*)?(?![\w@])",
    re.IGNORECASE,
)
_PHONE = re.compile(r"\(?\+?\(?\d[\d\s().\-/–]{5,22}\d")
_FAX = re.compile(r"(?:fax|传真|傳真|télécopie|telefax|\bf)\s*[.:：]?\s*$", re.IGNORECASE)
_WECHAT = re.compile(r"(?:微信|wechat|weixin)(?:号|號|\s*id)?\s*[:：]?\s*([A-Za-z][-_A-Za-z0-9]{5,19})", re.IGNORECASE)
_ADDRESS = re.compile(
    r"\d+\s*[号號楼樓室层層]|[路街道巷弄]\d|(?:省|市|区|區|县|縣).*(?:路|街|道|大厦|园|園|镇)|\b\d{4,6}\s+[A-ZÀ-Ý]|"
    r"\b(?:street|st\.|road|rd\.|avenue|ave|boulevard|blvd|rue|allée|place|cours|quai|straße|strasse|str\.|weg|platz|allee|ring|gasse|"
    r"chaussee|floor|building|district|no\.)(?:\b|\s|,|\d|$)|(?:straße|strasse|str\.|weg|platz|allee|gasse)\s*\d",
    re.IGNORECASE,
)  # fmt: skip
_LABEL = re.compile(
    r"^(?:地址|电话|電話|手机|手機|邮箱|郵箱|网址|網址|传真|傳真|address|adresse|anschrift|tel\.?|phone|mobile|mobil|mob\.?|fax|e-?mail|mail|web|"
    r"website|[tmfpew])\s*[:：.]\s*",
    re.IGNORECASE,
)


def read_lines(lines: Sequence[str]) -> dict[Field, list[str]]:
    """What the lines of one card say, by field; a line that tells nothing is a note.

    lines   from top to bottom, as a reader of pictures gives them.
    """
    said: dict[Field, list[str]] = defaultdict(list)
    words = [rest for line in lines if (rest := _take_contacts(line, said))]
    for piece in (piece for line in words for piece in _pieces(line)):
        said[_field(piece, said)].append(piece)
    _settle(said)
    return dict(said)


def _pieces(line: str) -> Sequence[str]:
    """A Chinese line that gives a name and a post, as two."""
    pieces = line.split()
    if len(pieces) == 2 and any(map(is_han, line)) and any(map(is_post, pieces)):
        return pieces if any(kind_of_name(piece) == PERSON for piece in pieces) else (line,)
    return (line,)


def _take_contacts(line: str, said: dict[Field, list[str]]) -> str:
    """What is left of a line when mail, sites and numbers are taken out."""
    wechat = _WECHAT.search(line)
    if wechat:
        said[Field.WECHAT].append(wechat[1])
        line = line.replace(wechat[0], " ")
    for pattern, field in ((_MAIL, Field.EMAIL), (_SITE, Field.WEBSITE)):
        for found in pattern.findall(line):
            said[field].append(found.rstrip("."))
            line = line.replace(found, " ")
    if not _ADDRESS.search(_PHONE.sub(" ", line)):
        line = _take_phones(line, said)
    rest = line.strip(" |/,;:：·")
    while (bare := _LABEL.sub("", rest + " ").strip()) != rest:
        rest = bare
    return rest if any(map(str.isalpha, rest)) and not _is_label(rest) else ""


def _take_phones(line: str, said: dict[Field, list[str]]) -> str:
    for found in _PHONE.finditer(line):
        digits = sum(map(str.isdigit, found[0]))
        if 7 <= digits <= 16:
            is_fax = _FAX.search(line[: found.start()]) is not None
            said[Field.NOTE if is_fax else Field.PHONE].append(f"Fax {found[0]}" if is_fax else found[0])
    return _PHONE.sub(" ", line)


def _is_label(text: str) -> bool:
    return not _LABEL.sub("", f"{text}: ").strip()


def _field(line: str, said: dict[Field, list[str]]) -> Field:
    if _ADDRESS.search(line):
        return Field.ADDRESS
    kind = kind_of_name(line)
    if kind == ORGANISATION:
        return Field.EMPLOYER
    if is_post(line) and not (kind == PERSON and titles_off(line) != line):
        return Field.TITLE
    if kind == PERSON or (_looks_like_person(line) and not _has_script(said[Field.NAME], line)):
        return Field.NAME
    return Field.NOTE


def _looks_like_person(line: str) -> bool:
    """Two to four capitalised words without a digit: on a card most likely the name."""
    words = line.split()
    return (
        2 <= len(words) <= 4
        and not any(map(is_han, line))
        and all(word[0].isupper() and not any(map(str.isdigit, word)) for word in words)
    )


def _has_script(names: Sequence[str], line: str) -> bool:
    return any(any(map(is_han, name)) == any(map(is_han, line)) for name in names)


def _settle(said: dict[Field, list[str]]) -> None:
    """A card without a person is the card of a house; more names than scripts are notes."""
    han = [name for name in said[Field.NAME] if any(map(is_han, name))]
    latin = [name for name in said[Field.NAME] if name not in han]
    said[Field.NOTE] += han[1:] + latin[1:]
    said[Field.NAME] = [titles_off(name) for name in (*han[:1], *latin[:1])]
    if said[Field.NAME]:
        said[Field.KIND].append("person")
    elif said[Field.EMPLOYER]:
        said[Field.NAME], said[Field.EMPLOYER] = said[Field.EMPLOYER], []
        said[Field.KIND].append("organisation")
    if said[Field.ADDRESS]:
        said[Field.ADDRESS] = [", ".join(said[Field.ADDRESS])]
