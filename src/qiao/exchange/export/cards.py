"""Parties as address cards, vCard 4.0 and 3.0, which import reads back.

Source    RFC 6350 (4.0) and RFC 2426 (3.0).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from qiao.exchange.export.columns import line_of_tie
from qiao.exchange.export.party import Party, Stated
from qiao.kit import show

_ESCAPED = re.compile(r"[\\,;]")
_LONGEST_LINE = 75  # bytes
_NUMBERS = {"lei": "X-LEI", "uscc": "X-USCC", "vat": "X-VAT", "siren": "X-SIREN", "hrb": "X-HRB", "ror": "X-ROR",
            "orcid": "X-ORCID", "other": "X-REGISTER-NO"}  # fmt: skip
_PLAINER = frozenset({"short", "former", "alias"})
_NAMES = {"short": "X-SHORT-NAME", "former": "X-FORMER-NAME"}


def card_file(parties: Iterable[Party], *, version: str, language: str) -> Iterator[bytes]:
    """One card for each party. version   "4.0" or "3.0"."""
    for party in parties:
        yield _card(party, version, language)


def _card(party: Party, version: str, language: str) -> bytes:
    lines = ["BEGIN:VCARD", f"VERSION:{version}", *_lines(party, version, language), "END:VCARD"]
    return b"".join(_folded(line) for line in lines)


def _lines(party: Party, version: str, language: str) -> Iterator[str]:
    is_person = party.kind == "person"
    yield f"UID:urn:uuid:{party.id}"
    yield f"X-QIAO-ID:{party.id}"
    yield f"X-QIAO-KIND:{party.kind}"
    if version == "4.0":
        yield f"KIND:{'individual' if is_person else 'org'}"
    elif not is_person:
        yield "X-ABSHOWAS:COMPANY"
    yield from _names(party, version, is_person)
    yield from _posts(party) if is_person else [f"ORG:{_escaped(party.called)}"]
    for one in party.facts("contactpoint"):
        yield from _contact(one, version)
    yield from _places(party, language)
    for one in party.facts("identifier"):
        yield f"{_NUMBERS[one.value['scheme']]}:{_escaped(one.value['number'])}"
    for one in party.facts("tie"):
        yield f"X-QIAO-TIE:{_escaped(line_of_tie(one))}"
    for title in dict.fromkeys(one.cited.title for one in party.stated):
        yield f"X-QIAO-SOURCE:{_escaped(title)}"


def _names(party: Party, version: str, is_person: bool) -> Iterator[str]:
    spoken = next((one.value["language"] for one in party.facts("name") if one.value["text"] == party.called), "")
    yield f"FN{_in_language(spoken)}:{_escaped(party.called)}"
    if is_person:  # how a name parts into family and given nobody has said
        yield f"N:{_escaped(party.called)};;;;"
    elif version == "3.0":
        yield "N:;;;;"
    for one in party.facts("name"):
        text, kind, language = one.value["text"], one.value["kind"], one.value["language"]
        if text != party.called or language != spoken or kind in _PLAINER:
            yield f"{_NAMES.get(kind, 'NICKNAME')}{_in_language(language)}:{_escaped(text)}"


def _in_language(language: str) -> str:
    return f";LANGUAGE={language}" if language else ""


def _posts(party: Party) -> Iterator[str]:
    """The first employer with the posts held there: a card has room for one."""
    posts = [one for one in party.facts("tie") if one.value["kind"] == "holds_post" and one.value["object_name"]]
    if posts:
        house = posts[0].value["object_name"]
        yield f"ORG:{_escaped(house)}"
        for one in posts:
            if one.value["object_name"] == house and one.value["role"]:
                yield f"TITLE:{_escaped(one.value['role'])}"


def _contact(one: Stated, version: str) -> Iterator[str]:
    address = " ".join(one.value["address"].split())
    match one.value["kind"]:
        case "phone":
            yield f"TEL{';VALUE=text' if version == '4.0' else ''}:{_escaped(address)}"
        case "email":
            yield f"EMAIL:{_escaped(address)}"
        case "web":
            yield f"URL:{address}"
        case "wechat":
            yield f"X-WECHAT:{_escaped(address)}"


def _places(party: Party, language: str) -> Iterator[str]:
    """Postal addresses; the town and the country go with the first, or stand alone."""
    place = next(party.facts("location"), None)
    city = _escaped(place.value["place"]) if place else ""
    country = _escaped(show.country(place.value["country"], language)) if place and place.value["country"] else ""
    streets = [_escaped(" ".join(one.value["address"].split())) for one in party.facts("contactpoint")
               if one.value["kind"] == "address"]  # fmt: skip
    for at, street in enumerate(streets or ([""] if city or country else [])):
        yield f"ADR:;;{street};{city if at == 0 else ''};;;{country if at == 0 else ''}"


def _escaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: "\\" + match[0], text).replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """The line in pieces of at most 75 bytes, none of which parts a character."""
    pieces, held = [], b""
    for char in line.replace("\r", ""):
        sign = char.encode("utf-8", "replace")
        if len(held) + len(sign) > _LONGEST_LINE:
            pieces.append(held)
            held = b" "
        held += sign
    return b"\r\n".join([*pieces, held]) + b"\r\n"
