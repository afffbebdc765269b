"""Counted things: a number, the word that bounds it and the noun it counts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qiao.engines.text.latin_bounds import bound_after, bound_before
from qiao.engines.text.latin_numbers import FoundNumber
from qiao.engines.text.quantity import Bound, Quantity, bounded

_WORD = re.compile(r"(?:[ \u00a0\u202f-]|\n(?=[a-zäöüéèà]))([^\W\d_][^\W\d_'’]*(?:[-‐‑'’][^\W\d_]+)*)")
_OF = re.compile(r"(?:[ \u00a0\n](?:de|des|of)[ \u00a0\n]|[ \u00a0\n]d['’])")
_COMPOUND = re.compile(r"[-‐‑](?:strong|person|member|head|köpfige?[nrsm]?|köpfig|men|man|company|people|day|week|month|year|hour|jährige[nrsm]?|tägige[nrsm]?)(?![^\W\d_])", re.IGNORECASE)
_UNITS = re.compile(r"[ \u00a0](?:mu|sq\.? ?(?:ft|m)|square (?:feet|metres|meters|kilometres)|m²|m2|ha|hectares?|acres?|MW|GW|TEU|tonnes?|Tonnen|"
                    r"Quadratmeter|Hektar|mètres carrés|t|kWh|MWh)(?![^\W\d_])")
_DEFINITE = re.compile(r"(?<![^\W\d_])(?:the|these|those|both|les|ces|ses|leurs|nos|die|diese|beiden|den|der)[ \u00a0]$", re.IGNORECASE)
_NO_NOUN = {
    "en": frozenset(
        "percent per cent % pm am o'clock km kilometres "
        "kilometers miles mile metres meters m sides parties times o'clock of the and or in to at on for with from by is are "
        "was were has have had will would as who which that degrees december november other others more less million "
        "billion thousand points bn mph kg c st nd rd th pages page square".split()
    ),
    "fr": frozenset(
        "pour h mois km kilomètres mètres m parties côtés "
        "fois et ou à au en du de des dans sur le la les par avec qui que est sont a ont pays % pourcent degrés autres "
        "premiers premières derniers dernières février million millions euros points pages ont seront sera".split()
    ),
    "de": frozenset(
        "prozent uhr km kilometer "
        "meter m seiten mal und oder im in am an auf bei bis zu zum für mit von der die das den dem des ist sind war "
        "waren hat haben werden wird wurde als beiden weitere weiteren wochen grad punkte uhr nach vor ab über millionen "
        "milliarden euro".split()
    ),
}
_BEFORE_NOT = re.compile(
    r"(?:(?<![^\W\d_])(?:page|section|article|no\.?|nr\.?|n°|room|platform|level|phase|version|agenda item|top|point|item|"
    r"kapitel|raum|halle|hall|gate|route|line|ligne|linie|figure|tier|tranche|top|age|aged|quai|step|punkt|§|#|"
    r"article|salle|étape|volet|am|le|vom|den|dem)[ \u00a0]|[#§/:])$",
    re.IGNORECASE,
)
_KINDS = [
    (r"^(?:day|week|month|year|hour|minute|jour|semaine|mois|ans?$|année|heure|tag|woche|monat|jahr|stunde)", "duration"),
    (r"job|emploi|arbeitspl|stelle|postes?\b", "jobs"),
    (r"employee|staff|worker|salarié|collaborateur|mitarbeit|beschäftigt", "employees"),
    (r"compan|firm|business|enterprise|entreprise|société|unternehmen|betrieb|start-?up|exhibitor|exposant|aussteller|pme",
     "companies"),
    (r"letter|memorand|agreement|contract|accord|convention|contrat|lettre|protocole|vertr|vereinbar|absichts|abkommen|mou",
     "agreements"),
    (r"visitor|guest|participant|leader|delegate|people|person|attende|invité|dirigeant|visiteur|personne|gäste|besucher|"
     r"teilnehm|vertreter|représentant|representative|student|étudiant|student|investor|investisseur|buyer|executive",
     "participants"),
]


@dataclass(frozen=True, slots=True)
class FoundCount:
    """A count, its noun and its place. `kind` is a coarse class of what is counted."""

    start: int
    end: int
    quantity: Quantity
    unit: str
    kind: str


def find_counts(text: str, language: str, numbers: list[FoundNumber], taken: list[tuple[int, int]]) -> list[FoundCount]:
    """Counts among the numbers that no date and no sum has taken, in order."""
    found = []
    busy = bytearray(len(text) + 1)
    for start, end in taken:
        busy[start:end] = b"\x01" * (end - start)
    for number in numbers:
        if any(busy[number.start : number.end]):
            continue
        count = _count(text, language, number)
        if count is not None:
            found.append(count)
    return found


def _count(text: str, language: str, number: FoundNumber) -> FoundCount | None:
    compound = _COMPOUND.match(text, number.end)
    if compound is not None:
        return _compound(text, language, number, compound)
    if _BEFORE_NOT.search(text[max(0, number.start - 14) : number.start]) or number.value != int(number.value):
        return None
    bound, start, end = _bound(text, language, number)
    if _looks_like_year(text, number) or (number.value <= 3 and _DEFINITE.search(text[max(0, start - 9) : start])):
        return None
    unit_match = _UNITS.match(text, end)
    noun_end = unit_match.end() if unit_match else _noun_end(text, end, language)
    if noun_end <= end and not _stands_alone(text, number, bound):
        return None
    if bound is Bound.OVER and _kind(text[end:noun_end].strip()) == "duration":
        bound, start = Bound.EXACT, number.start
    unit = re.sub(r"^(?:d['’]|de |des |of )", "", text[end:noun_end].strip(" \u00a0\u202f\n-"))
    quantity = bounded(number.value, bound, unit=unit, words=text[start:noun_end])
    return FoundCount(start, noun_end, quantity, unit, _kind(unit))


def _compound(text: str, language: str, number: FoundNumber, match: re.Match[str]) -> FoundCount:
    """"twenty-person", "30-köpfige", "five-day"."""
    lasts = re.search(r"day|week|month|year|hour|jährig|tägig", match.group(), re.IGNORECASE)
    unit = ("Personen" if language == "de" else "person") if lasts is None else lasts.group().lower()
    quantity = bounded(number.value, Bound.EXACT, unit=unit, words=text[number.start : match.end()])
    return FoundCount(number.start, match.end(), quantity, unit, "duration" if lasts else "delegation")


def _bound(text: str, language: str, number: FoundNumber) -> tuple[Bound, int, int]:
    before = bound_before(text, number.start, language)
    if before is not None:
        return before[0], before[1], number.end
    after = bound_after(text, number.end, language)
    if after is not None:
        return after[0], number.start, after[1]
    return (Bound.ABOUT if number.approx else Bound.EXACT), number.start, number.end


def _stands_alone(text: str, number: FoundNumber, bound: Bound) -> bool:
    """A number without a noun still counts something when it is bounded or written with a group mark."""
    raw = text[number.start : number.end]
    grouped = re.fullmatch(r"\d{1,3}(?:[,.\u00a0\u202f'’]\d{3})+", raw) is not None
    after = text[number.end : number.end + 9].lstrip(" \u00a0")
    blocked = after[:1] in tuple("%€$£/°") or after.startswith(("per cent", "percent", "Prozent", "pour cent", "Uhr"))
    return (grouped or (bound is not Bound.EXACT and number.value >= 10)) and not blocked


def _looks_like_year(text: str, number: FoundNumber) -> bool:
    raw = text[number.start : number.end]
    return len(raw) == 4 and raw.isdigit() and 1900 <= int(raw) <= 2100


def _noun_end(text: str, end: int, language: str) -> int:
    """Where the counted noun phrase ends: up to a noun, with one adjective before it; `end` when none follows."""
    reader = {"en": _english_noun, "fr": _french_noun, "de": _german_noun}[language]
    return reader(text, end)


def _next(text: str, position: int, language: str) -> re.Match[str] | None:
    match = _WORD.match(text, position)
    if match is None or match.group(1).lower() in _NO_NOUN[language]:
        return None
    return match


def _english_noun(text: str, end: int) -> int:
    stop, last = end, end
    for step in range(4):
        match = _next(text, stop, "en")
        if match is None or (match.group(1)[0].isupper() and step > 1):
            break
        word = match.group(1).lower()
        stop = match.end()
        if _is_english_plural(word):
            last = stop
            if step or not _plural_goes_on(text, stop):
                break
        elif word.endswith(("ed", "ly")) and step:
            break
    return _english_of(text, last) if last > end else end


def _is_english_plural(word: str) -> bool:
    irregular = ("people", "staff", "companies", "men", "women", "children", "memoranda", "delegates", "personnel")
    return word in irregular or (word.endswith("s") and not word.endswith(("ss", "us", "is")))


def _plural_goes_on(text: str, stop: int) -> bool:
    match = _next(text, stop, "en")
    return match is not None and _is_english_plural(match.group(1).lower()) and not match.group(1)[0].isupper()


def _english_of(text: str, last: int) -> int:
    """"letters of intent", "memoranda of understanding" are one noun."""
    match = re.compile(r"[ \n]of[ \n](?:intent|understanding|cooperation|interest|agreement)").match(text, last)
    return match.end() if match else last


def _french_noun(text: str, end: int) -> int:
    joint = _OF.match(text, end)
    match = _next(text, joint.end() if joint else end, "fr")
    if joint is not None:
        match = _WORD.match(" " + text[joint.end() : joint.end() + 40])
        if match is None or match.group(1).lower() in _NO_NOUN["fr"]:
            return end
        return _french_close(text, match.group(1).lower(), joint.end() + match.end() - 1)
    if match is None:
        return end
    return _french_close(text, match.group(1).lower(), match.end(), end)


def _french_close(text: str, word: str, last: int, end: int = 0) -> int:
    """The end of a noun phrase whose first word is known; `end` when that word is a participle."""
    if word in ("signés", "signées", "créés", "créées", "réalisés", "engagés", "annoncés", "prévus", "prévues", "visités"):
        return end
    if word in ("nouvelles", "nouveaux", "grandes", "grands", "petites", "petits", "jeunes", "autres", "principales"):
        following = _next(text, last, "fr")
        last = following.end() if following else last
    if re.sub(r"^(?:lettres|mémorandums|protocoles|chefs|mémorandas)$", "", word) == "":
        tail = re.compile(r"[ \u00a0\n](?:d['’]|de )(?:intention|entente|accord|entreprises?|coopération)").match(text, last)
        last = tail.end() if tail else last
    return last


def _german_noun(text: str, end: int) -> int:
    stop = end
    for _ in range(3):
        match = _next(text, stop, "de")
        if match is None:
            return end
        stop = match.end()
        if match.group(1)[0].isupper():
            return _german_intent(text, stop)
        if not match.group(1).endswith(("e", "en", "er", "es")):
            return end
    return end


def _german_intent(text: str, stop: int) -> int:
    match = re.compile(r" of (?:Intent|Understanding)").match(text, stop)
    return match.end() if match else stop


def _kind(unit: str) -> str:
    folded = unit.lower()
    return next((kind for pattern, kind in _KINDS if re.search(pattern, folded)), folded)
