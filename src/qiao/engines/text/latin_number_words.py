"""The number words of English, French and German, written out by rule from the units and tens."""

from __future__ import annotations

_EN = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_EN_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_FR = [
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
]
_FR_TENS = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}
_FR_SWISS = {"septante": 70, "huitante": 80, "octante": 80, "nonante": 90}
_DE = [
    "ein",
    "zwei",
    "drei",
    "vier",
    "fünf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
    "elf",
    "zwölf",
    "dreizehn",
    "vierzehn",
    "fünfzehn",
    "sechzehn",
    "siebzehn",
    "achtzehn",
    "neunzehn",
]
_DE_TENS = ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]


def _english() -> dict[str, int]:
    words = {word: value for value, word in enumerate(_EN, 1)}
    for position, ten in enumerate(_EN_TENS, 2):
        words[ten] = position * 10
        words.update({f"{ten}-{unit}": position * 10 + value for value, unit in enumerate(_EN[:9], 1)})
    return words | {"hundred": 100, "thousand": 1000, "a": 0, "and": 0}


def _french() -> dict[str, int]:
    words = {word: value for value, word in enumerate(_FR, 1)}
    small = dict(words) | {"dix-sept": 17, "dix-huit": 18, "dix-neuf": 19}
    words = dict(small) | {"une": 1}
    for ten, base in (_FR_TENS | _FR_SWISS).items():
        words[ten] = base
        words[f"{ten}-et-un"] = base + 1
        words.update({f"{ten}-{unit}": base + value for unit, value in small.items() if 1 < value < 10})
    words.update({f"soixante-{unit}": 60 + value for unit, value in small.items() if value >= 10})
    words.update({"quatre-vingt": 80, "quatre-vingts": 80, "soixante-et-onze": 71})
    words.update({f"quatre-vingt-{unit}": 80 + value for unit, value in small.items()})
    return words | {"cent": 100, "cents": 100, "mille": 1000, "et": 0}


def _german() -> dict[str, int]:
    words = {word: value for value, word in enumerate(_DE, 1)}
    below = dict(words)
    for position, ten in enumerate(_DE_TENS, 2):
        below[ten] = position * 10
        below.update({f"{unit}und{ten}": position * 10 + value for value, unit in enumerate(_DE[:9], 1)})
    words = dict(below)
    for value, unit in [(1, ""), *enumerate(_DE[:9], 1)]:
        words[f"{unit}hundert"] = value * 100
        words.update({f"{unit}hundert{rest}": value * 100 + more for rest, more in below.items()})
    words.update({"einen": 1, "eine": 1, "einem": 1, "einer": 1, "zwo": 2, "zweier": 2, "dreier": 3})
    words.update({word.replace("ß", "ss"): value for word, value in words.items() if "ß" in word})
    return words | {"tausend": 1000, "zweitausend": 2000, "dreitausend": 3000, "eintausend": 1000}


NUMBER_WORDS: dict[str, dict[str, int]] = {"en": _english(), "fr": _french(), "de": _german()}
"""Value by lower-case word; 0 marks a word that may stand between or before number words."""

COLLECTIVES: dict[str, dict[str, int]] = {
    "en": {"dozen": 12, "dozens": 24, "score": 20},
    "fr": {
        "dizaine": 10,
        "douzaine": 12,
        "quinzaine": 15,
        "vingtaine": 20,
        "trentaine": 30,
        "quarantaine": 40,
        "cinquantaine": 50,
        "soixantaine": 60,
        "centaine": 100,
        "millier": 1000,
    },
    "de": {"dutzend": 12},
}
"""Round numbers that are nouns."""

SCALES: dict[str, dict[str, int]] = {
    "en": {
        "thousand": 10**3,
        "million": 10**6,
        "millions": 10**6,
        "mln": 10**6,
        "mn": 10**6,
        "m": 10**6,
        "M": 10**6,
        "billion": 10**9,
        "bn": 10**9,
        "B": 10**9,
        "b": 10**9,
        "trillion": 10**12,
        "crore": 10**7,
        "lakh": 10**5,
        "k": 10**3,
        "K": 10**3,
    },
    "fr": {
        "mille": 10**3,
        "milliers": 10**3,
        "million": 10**6,
        "millions": 10**6,
        "M": 10**6,
        "milliard": 10**9,
        "milliards": 10**9,
        "Md": 10**9,
        "Mds": 10**9,
        "Mrd": 10**9,
        "k": 10**3,
    },
    "de": {
        "T": 10**3,
        "k": 10**3,
        "Tsd.": 10**3,
        "Tausend": 10**3,
        "tausend": 10**3,
        "Mio.": 10**6,
        "Mio": 10**6,
        "Million": 10**6,
        "Millionen": 10**6,
        "Mrd.": 10**9,
        "Mrd": 10**9,
        "Mia.": 10**9,
        "Milliarde": 10**9,
        "Milliarden": 10**9,
    },
}
"""Words and letters after a number that multiply it, as written."""
