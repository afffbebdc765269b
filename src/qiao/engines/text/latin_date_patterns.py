"""How English, French and German write dates: month names and patterns, longest reading first.

Groups: d m y the first (or only) day, d2 m2 the last day of a range, y1 a year said for the first day alone,
`all` the part that is the date when the pattern needs more context than that.
"""

from __future__ import annotations

import re

_EN = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_FR = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
_DE = [
    "januar",
    "februar",
    "märz",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "dezember",
]


def _numbered(*rows: list[str]) -> dict[str, int]:
    return {name: number for row in rows for number, name in enumerate(row, 1)}


MONTHS: dict[str, dict[str, int]] = {
    "en": _numbered(_EN, [name[:3] for name in _EN]) | {"sept": 9, "june": 6, "july": 7},
    "fr": _numbered(_FR)
    | {"janv": 1, "févr": 2, "fév": 2, "avr": 4, "juil": 7, "sept": 9, "oct": 10, "nov": 11, "déc": 12}
    | {"fevrier": 2, "aout": 8, "decembre": 12},
    "de": _numbered(_DE, [name[:3] for name in _DE]) | {"jänner": 1, "feber": 2, "sept": 9, "mrz": 3, "maerz": 3},
}
"""Month number by lower-case name or abbreviation without its dot."""

_DASH = r"\s?[-–—]\s?"
_Y = r"(?P<y>(?:19|20)\d\d)(?!\d|[.,]\d)"
_S = r"[\s\u00a0\u202f]"


def _names(language: str, *, case: str = "any") -> str:
    words = sorted(MONTHS[language], key=len, reverse=True)
    if case == "capital":
        words = [word.capitalize() for word in words] + [word.upper() for word in words]
    full = {name for row in (_EN, _FR, _DE) for name in row}
    # only an abbreviation owns the full stop behind it
    forms = [word if word.lower() in full else rf"{word}(?![^\W\d_])\.?" for word in words]
    return "(?:" + "|".join(forms) + r")(?![^\W\d_])"


def _english() -> list[str]:
    m, m2 = f"(?P<m>{_names('en', case='capital')})", f"(?P<m2>{_names('en', case='capital')})"
    d, d2 = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?", r"(?P<d2>\d{1,2})(?:st|nd|rd|th)?"
    to = rf"(?:{_DASH}|\s(?:to|and|through|until|till|&)\s(?:the\s)?)"
    of, year = r"\s(?:of\s)?", rf"(?:,?\s{_Y})?"
    return [
        rf"(?<!\d){d}{of}{m}(?:,?\s(?P<y1>(?:19|20)\d\d))?{to}{d2}{of}{m2}{year}",
        rf"(?<!\w){m}\s{d}(?:,?\s(?P<y1>(?:19|20)\d\d))?{to}{m2}\s{d2}{year}",
        rf"(?<!\d){d}{to}{d2}{of}{m}{year}",
        rf"(?<!\w){m}\s{d}{to}{d2}(?!\d|\.\d){year}",
        rf"(?<![\d.]){d}{of}{m}{year}",
        rf"(?<!\w){m}\s{d}(?!\d|,\d{{3}}){year}",
        rf"(?<!\w){m}{_DASH}{m2}\s{_Y}",
        rf"(?<!\w)(?:early\s|mid-|late\s)?(?P<all>{m},?\s{_Y})",
        r"(?:\b(?:in|by|since|until|from|for|of|during|before|after|next|last|this|early|late|"
        r"till|end of|and|to"
        rf"|through)\s|\bmid-)(?P<all>{m})(?!\s\d)",
        *_numeric(slash_day_first=True),
        *_years(
            r"in|since|from|until|by|of|for|during|before|after|early|late|mid|year|through|to|"
            r"and|till|than"
        ),
    ]


def _french() -> list[str]:
    m, m2 = f"(?P<m>{_names('fr')})", f"(?P<m2>{_names('fr')})"
    d, d2 = r"(?P<d>\d{1,2})(?:er)?", r"(?P<d2>\d{1,2})(?:er)?"
    to = rf"(?:{_DASH}|{_S}(?:au|et|à|jusqu['’]au){_S}(?:le{_S})?)"
    year = rf"(?:{_S}{_Y})?"
    weekday = rf"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche){_S})?"
    return [
        rf"(?<!\d){d}{_S}{m}(?:{_S}(?P<y1>(?:19|20)\d\d))?{to}{weekday}{d2}{_S}{m2}{year}",
        rf"(?<!\d){d}{to}{weekday}{d2}{_S}{m}{year}",
        rf"(?<![\d.,]){d}{_S}{m}{year}",
        rf"(?<!\w){m}{_DASH}{m2}{_S}{_Y}",
        rf"(?<!\w)(?P<all>{m}{_S}{_Y})",
        r"\b(?:en|de|d['’]|fin|début|mi-|depuis|dès|avant|après|pour|courant|jusqu['’]en|mois "
        r"de|prochain|à|et)"
        rf"{_S}?(?P<all>(?<![^\W\d_]){m})(?!\s\d)",
        *_numeric(slash_day_first=True),
        *_years(
            r"en|depuis|de|année|dès|avant|après|pour|d['’]ici|fin|début|et|à|courant|l['’]an|ici|"
            r"horizon"
        ),
    ]


def _german() -> list[str]:
    m, m2 = f"(?P<m>{_names('de', case='capital')})", f"(?P<m2>{_names('de', case='capital')})"
    d, d2 = r"(?P<d>\d{1,2})\.", r"(?P<d2>\d{1,2})\."
    to = rf"(?:{_DASH}|{_S}?(?:bis|und|sowie|/){_S}?(?:zum{_S}|einschließlich{_S}|am{_S})?)"
    weekday = (
        r"(?:(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|"
        r"Sonntag),?(?:\sdem)?\s)?"
    )
    year = rf"(?:{_S}{_Y})?"
    return [
        rf"(?<!\d){d}{_S}?{m}(?:{_S}(?P<y1>(?:19|20)\d\d))?{to}{weekday}{d2}{_S}?{m2}{year}",
        rf"(?<!\d){d}?{to}{weekday}{d2}{_S}?{m}{year}",
        rf"(?<!\d)(?P<d>\d{{1,2}})\.(?P<m>\d{{1,2}})\.{to}(?P<d2>\d{{1,2}})\.(?P<m2>\d{{1,2}})\.(?:{_Y})?",
        rf"(?<!\d){d}{to}(?P<d2>\d{{1,2}})\.(?P<m>\d{{1,2}})\.(?:{_Y})?(?!\d)",
        rf"(?<!\d){d}{_S}?{m}{year}",
        rf"(?<!\d){d}{_S}?(?P<m>\d{{1,2}})\.{_S}?(?P<y>(?:19|20)?\d\d)(?![\d.])",
        rf"(?<![\d.]){d}(?P<m>0?[1-9]|1[0-2])\.(?!\d|{_S}?(?:Mio|Mrd|Uhr))",
        rf"(?<!\w){m}{_DASH}{m2}{_S}{_Y}",
        rf"(?<!\w)(?P<all>{m}{_S}{_Y})",
        r"\b(?:im|ab|seit|bis|Anfang|Ende|Mitte|vom|zum|für|und|vor|nach|nächsten|kommenden|"
        r"vergangenen|Monat)"
        rf"{_S}(?P<all>{m})(?!\s\d)",
        *_numeric(slash_day_first=True),
        *_years(
            r"im\sJahre?|in|seit|ab|bis|von|Jahr|Jahre|Anfang|Ende|Mitte|vor|nach|für|und|"
            r"Sommer|Herbst|Winter"
            r"|Frühjahr|Frühling"
        ),
    ]


def _numeric(*, slash_day_first: bool) -> list[str]:
    first, second = ("d", "m") if slash_day_first else ("m", "d")
    return [
        r"(?<![\d-])(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?!\d|-\d)",
        rf"(?<![\d/])(?P<{first}>\d{{1,2}})[/.](?P<{second}>\d{{1,2}})[/.](?P<y>(?:19|20)\d\d)(?!\d|/)",
        rf"(?<![\d/])(?P<{first}>\d\d)/(?P<{second}>\d\d)(?=\s?[:–—-]|\s|[.,;)])(?!/|\d)",
    ]


def _years(leads: str) -> list[str]:
    return [
        rf"(?i:(?<!\w)(?:{leads})(?:\s|(?<=-)|(?<=['’]))(?:the\syear\s|"
        rf"l['’]année\s)?)(?P<all>{_Y})(?!\s?[%€$])",
        rf"(?<=\()(?P<all>{_Y})(?=\))",
        rf"(?<=,\s)(?P<all>{_Y})(?=\s(?:von|by|par|gegründet|founded|fondée?))",
    ]


def _compile(patterns: list[str]) -> list[re.Pattern[str]]:
    return [re.compile(pattern) for pattern in patterns]


PATTERNS: dict[str, list[re.Pattern[str]]] = {
    "en": _compile(_english()),
    "fr": _compile(_french()),
    "de": _compile(_german()),
}
"""Patterns in the order in which they are tried; an earlier one takes its characters."""
