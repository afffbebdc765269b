"""The noun phrase a number counts, and a coarse class for it."""

from __future__ import annotations

import re

_WORD = re.compile(r"(?:[ \u00a0\u202f-]|\n(?=[a-zäöüéèà]))([^\W\d_][^\W\d_'’]*(?:[-‐‑'’][^\W\d_]+)*)")
_OF = re.compile(r"(?:[ \u00a0\n](?:de|des|of)[ \u00a0\n]|[ \u00a0\n]d['’])")


_NO_NOUN = {
    "en": frozenset(
        "percent per cent % pm am o'clock km kilometres "
        "kilometers miles mile metres meters m sides parties times o'clock of the and or in "
        "to at on for with from by is are "
        "was were has have had will would as who which that degrees december november other "
        "others more less million "
        "billion thousand points bn mph kg c st nd rd th pages page square".split()
    ),
    "fr": frozenset(
        "pour h mois km kilomètres mètres m parties côtés "
        "fois et ou à au en du de des dans sur le la les par avec qui que est sont a ont "
        "pays % pourcent degrés autres "
        "premiers premières derniers dernières février million millions euros points pages "
        "ont seront sera".split()
    ),
    "de": frozenset(
        "prozent uhr km kilometer "
        "meter m seiten mal und oder im in am an auf bei bis zu zum für mit von der die das "
        "den dem des ist sind war "
        "waren hat haben werden wird wurde als beiden weitere weiteren wochen grad punkte "
        "uhr nach vor ab über millionen "
        "milliarden euro".split()
    ),
}


_KINDS = [
    (
        r"^(?:day|week|month|year|hour|minute|jour|semaine|mois|ans?$|année|heure|tag|woche|"
        r"monat|jahr|stunde)",
        "duration",
    ),
    (r"job|emploi|arbeitspl|stelle|postes?\b", "jobs"),
    (r"employee|staff|worker|salarié|collaborateur|mitarbeit|beschäftigt", "employees"),
    (
        r"compan|firm|business|enterprise|entreprise|société|unternehmen|betrieb|start-?up|"
        r"exhibitor|exposant|aussteller|pme",
        "companies",
    ),
    (
        r"letter|memorand|agreement|contract|accord|convention|contrat|lettre|protocole|vertr|"
        r"vereinbar|absichts|abkommen|mou",
        "agreements",
    ),
    (
        r"visitor|guest|participant|leader|delegate|people|person|attende|invité|dirigeant|"
        r"visiteur|personne|gäste|besucher|"
        r"teilnehm|vertreter|représentant|representative|student|étudiant|student|investor|"
        r"investisseur|buyer|executive",
        "participants",
    ),
]


def end_of_noun(text: str, end: int, language: str) -> int:
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
    """As in "letters of intent", "memoranda of understanding" are one noun."""
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
    if word in (
        "signés",
        "signées",
        "créés",
        "créées",
        "réalisés",
        "engagés",
        "annoncés",
        "prévus",
        "prévues",
        "visités",
    ):
        return end
    if word in ("nouvelles", "nouveaux", "grandes", "grands", "petites", "petits", "jeunes", "autres", "principales"):
        following = _next(text, last, "fr")
        last = following.end() if following else last
    if re.sub(r"^(?:lettres|mémorandums|protocoles|chefs|mémorandas)$", "", word) == "":
        tail = re.compile(r"[ \u00a0\n](?:d['’]|de )(?:intention|entente|accord|entreprises?|coopération)").match(
            text, last
        )
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


def counted_kind(unit: str) -> str:
    folded = unit.lower()
    return next((kind for pattern, kind in _KINDS if re.search(pattern, folded)), folded)
