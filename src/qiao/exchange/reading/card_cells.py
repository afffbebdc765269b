"""The properties of one card as the cells of a row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from qiao.engines.text.language import is_han
from qiao.exchange.reading.content_lines import ContentLine
from qiao.exchange.reading.fields import Field

COLUMNS: tuple[tuple[str, Field], ...] = (
    ("Kind", Field.KIND),
    ("Name", Field.NAME),
    ("Former name", Field.FORMER_NAME),
    ("Other names", Field.ALIAS),
    ("Short name", Field.SHORT_NAME),
    ("Organisation", Field.EMPLOYER),
    ("Title", Field.TITLE),
    ("Phone", Field.PHONE),
    ("E-mail", Field.EMAIL),
    ("Website", Field.WEBSITE),
    ("Address", Field.ADDRESS),
    ("City", Field.CITY),
    ("Country", Field.COUNTRY),
    ("WeChat", Field.WECHAT),
    ("Qiao id", Field.QIAO_ID),
    ("LEI", Field.LEI),
    ("Unified social credit code", Field.USCC),
    ("VAT number", Field.VAT),
    ("SIREN", Field.SIREN),
    ("Commercial register", Field.HRB),
    ("ROR", Field.ROR),
    ("ORCID", Field.ORCID),
    ("Registration number", Field.REGISTER_NO),
    ("Ties", Field.TIES),
    ("Note", Field.NOTE),
)
"""Header and field of each column of cards."""
HEADERS = tuple(header for header, _ in COLUMNS)

_SKIPPED = frozenset(
    "VERSION PRODID REV UID PHOTO LOGO SOUND KEY CLASS N FN BEGIN END X-ABUID SORT-STRING "
    "X-QIAO-SOURCE X-QIAO-KIND".split()
)
_OWN = {
    "X-LEI": Field.LEI,
    "X-USCC": Field.USCC,
    "X-VAT": Field.VAT,
    "X-SIREN": Field.SIREN,
    "X-HRB": Field.HRB,
    "X-ROR": Field.ROR,
    "X-ORCID": Field.ORCID,
    "X-REGISTER-NO": Field.REGISTER_NO,
    "X-WECHAT": Field.WECHAT,
    "X-WEIXIN": Field.WECHAT,
    "X-QIAO-ID": Field.QIAO_ID,
    "X-QIAO-TIE": Field.TIES,
}
_NAMES = {"NICKNAME": Field.ALIAS, "X-FORMER-NAME": Field.FORMER_NAME, "X-SHORT-NAME": Field.SHORT_NAME}


def cells_of(lines: Sequence[ContentLine]) -> list[str]:
    """The cells of one card, under `COLUMNS`; several values stand on lines of their own."""
    by_name: dict[str, list[ContentLine]] = defaultdict(list)
    for line in lines:
        by_name[line.name].append(line)
    cells: dict[Field, list[str]] = defaultdict(list)
    is_own = bool(by_name["X-QIAO-ID"])
    names = [_tagged(line) for line in by_name["FN"]] if is_own else _names(by_name)
    houses = [_house(line) for line in by_name["ORG"]]
    if not names and houses:
        names, houses = houses[:1], houses[1:]
        cells[Field.KIND].append("organisation")
    elif _is_house(by_name, [line.text for line in by_name["FN"]] if is_own else names, houses):
        cells[Field.KIND].append("organisation")
        houses = [] if is_own else [house for house in houses if house not in names]
    elif by_name["N"] or by_name["KIND"]:
        cells[Field.KIND].append("person" if _says_person(by_name) else "")
    cells[Field.NAME] += names
    cells[Field.EMPLOYER] += filter(None, houses)
    cells[Field.ALIAS] += _phonetic(by_name)
    for line in lines:
        if line.name not in _SKIPPED:
            _add(cells, line, is_own=is_own)
    if is_own:  # a name that is another line's too is what that line calls it
        others = {*cells[Field.ALIAS], *cells[Field.FORMER_NAME], *cells[Field.SHORT_NAME]}
        cells[Field.NAME] = [name for name in cells[Field.NAME] if name not in others]
        cells[Field.KIND] = [line.text for line in by_name["X-QIAO-KIND"]] or cells[Field.KIND]
    if cells[Field.TIES]:  # of our own export: these lines say all that the organisation and the title say
        cells[Field.EMPLOYER], cells[Field.TITLE] = [], []
    return ["\n".join(dict.fromkeys(filter(None, cells[field]))) for _header, field in COLUMNS]


def _add(cells: dict[Field, list[str]], line: ContentLine, *, is_own: bool) -> None:
    """Put what one property says under its field."""
    match line.name:
        case "TITLE" | "ROLE":
            cells[Field.TITLE].append(line.text)
        case "TEL":
            number = line.text.removeprefix("tel:")
            is_fax = "fax" in line.said("TYPE")
            cells[Field.NOTE if is_fax else Field.PHONE].append(f"Fax {number}" if is_fax else number)
        case "EMAIL":
            cells[Field.EMAIL].append(line.text.removeprefix("mailto:"))
        case "URL":
            cells[Field.WEBSITE].append(line.text)
        case "ADR":
            _add_address(cells, line, is_own=is_own)
        case name if name in _OWN:
            cells[_OWN[name]].append(line.text)
        case name if name in _NAMES:
            cells[_NAMES[name]].append(_tagged(line) if is_own else line.text)
        case "IMPP" if line.text.lower().startswith(("wechat:", "weixin:")):
            cells[Field.WECHAT].append(line.text.partition(":")[2])
        case "NOTE":
            cells[Field.NOTE].append(line.text)
        case "KIND" | "ORG" | "X-ABSHOWAS":
            pass
        case name if not name.startswith(("X-AB", "X-PHONETIC")) and len(line.text) <= 2000:
            cells[Field.NOTE].append(f"{name} {line.text}".strip())


def _tagged(line: ContentLine) -> str:
    """A name as our own export wrote it, with its language, so that it is not read as several."""
    spoken = line.said("LANGUAGE")
    tags = {"zh-hans": "zh-Hans", "zh-hant": "zh-Hant"}
    return f"{' '.join(line.text.split())} [{tags.get(spoken[0], spoken[0]) if spoken else 'und'}]"


def _add_address(cells: dict[Field, list[str]], line: ContentLine, *, is_own: bool) -> None:
    parts = (*line.parts, "", "", "", "", "", "", "")[:7]
    box, more, street, city, region, code, country = (" ".join(part.split()) for part in parts)
    if is_own:  # our own cards keep the whole address in the street
        cells[Field.ADDRESS].append(street)
    elif street or code or box:
        cells[Field.ADDRESS].append(
            ", ".join(filter(None, (box, more, street, " ".join(filter(None, (code, city))), region, country)))
        )
    if not cells[Field.CITY]:
        cells[Field.CITY].append(city)
        cells[Field.COUNTRY].append(country)


def _names(by_name: dict[str, list[ContentLine]]) -> list[str]:
    """The full names; the one made of its components first where the whole name only orders them otherwise."""
    made = [_composed(line.parts) for line in by_name["N"]]
    whole = [" ".join(line.text.split()) for line in by_name["FN"]]
    names = [name for name in made if name and any(map(is_han, name))]
    known = {_signs(name) for name in names}
    for name in whole or [name for name in made if name]:
        if name and _signs(name) not in known:
            names.append(name)
            known.add(_signs(name))
    return names


def _signs(name: str) -> str:
    """A name without the order of its parts, by which 三 张 is 张三."""
    bare = [char for char in name.casefold() if char.isalnum()]
    return "".join(sorted(bare)) if any(map(is_han, name)) else "".join(bare)


def _composed(parts: Iterable[str]) -> str:
    """Family name first for Han characters, without a space; given name first otherwise."""
    family, given, more, *_ = (*(" ".join(part.split()) for part in parts), "", "", "")
    if any(map(is_han, family + given)):
        return f"{family}{given}{more}"
    return " ".join(filter(None, (given, more, family)))


def _phonetic(by_name: dict[str, list[ContentLine]]) -> list[str]:
    """The reading that phones keep beside a Chinese name."""
    said = [
        line.text.capitalize() if line.text.islower() else line.text
        for name in ("X-PHONETIC-LAST-NAME", "X-PHONETIC-MIDDLE-NAME", "X-PHONETIC-FIRST-NAME")
        for line in by_name[name][:1]
        if line.text
    ]
    return [" ".join(said)] if said else []


def _house(line: ContentLine) -> str:
    """The name of the organisation; its departments after it stay with the title."""
    return " ".join(line.parts[0].split()) if line.parts else ""


def _is_house(by_name: dict[str, list[ContentLine]], names: Sequence[str], houses: Sequence[str]) -> bool:
    if any(line.text.lower() in ("org", "organization", "group") for line in by_name["KIND"]):
        return True
    if any(line.text.lower() == "company" for line in by_name["X-ABSHOWAS"]):
        return True
    has_person = any(any(line.parts[:2]) for line in by_name["N"])
    return not has_person and bool(houses) and all(name in houses for name in names)


def _says_person(by_name: dict[str, list[ContentLine]]) -> bool:
    """Whether a card gives a family and a given name, or calls itself one of an individual."""
    return any(line.text.lower() == "individual" for line in by_name["KIND"]) or any(
        all(line.parts[:2]) and len(line.parts) > 1 for line in by_name["N"]
    )
