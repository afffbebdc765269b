"""Whether a text is in one of the languages that facts are read from: Chinese, English, French, German."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from qiao.engines.documents.result import Warn, WarnCode
from qiao.engines.text.language import is_han

_SAMPLE = 20_000
_LEAST_LETTERS = 40
_LEAST_WORDS = 25

_SCRIPTS = (
    ("Japanese", "\u3040", "\u30ff"),
    ("Korean", "\uac00", "\ud7af"),
    ("Greek", "\u0370", "\u03ff"),
    ("Russian or another language in Cyrillic", "\u0400", "\u052f"),
    ("Hebrew", "\u0590", "\u05ff"),
    ("Arabic or another language in its script", "\u0600", "\u08ff"),
    ("a language of India", "\u0900", "\u0dff"),
    ("Thai", "\u0e00", "\u0e7f"),
)
_OURS = {
    "English": "the of and to in is was for with that on by at from were has have its an as are which this",
    "French": "le la les des du et une dans pour par sur avec au aux qui est que ont été cette son ses ce il",
    "German": "der die das und den dem des ein eine einer mit von zu im auf für ist wurde nach bei sich auch",
}
_OTHERS = {
    "Spanish": "el los las del y una en para por con que se su al fue sus como más esta lo han también entre",
    "Italian": "il gli di che della delle dei nel nella è per con una sono al alla da si più anche dal ha",
    "Portuguese": "o os as do da dos das em para uma com que não ao na no foi pela pelo são mais também se",
    "Dutch": "het een van en de dat op te zijn met voor niet aan werd door naar ook bij als wordt hun",
    "Polish": "w i z na się do nie jest to że oraz od przez po dla są jak które został",
    "Turkish": "ve bir bu için ile da de olarak olan çok gibi daha kadar sonra ise",
    "Vietnamese": "và của các là trong được cho với những không một có này người đã",
    "Czech": "a v na se je že s do o pro za by jako byl která jsou",
    "Swedish": "och att det som en på är av för med den till har inte om ett",
}
_WORD = re.compile(r"[^\W\d_]+")


def language_warnings(text: str) -> Iterator[Warn]:
    """One warning when the head of the text is surely in a language that we do not read."""
    language = foreign_language(text[:_SAMPLE])
    if language:
        yield Warn.of(WarnCode.LANGUAGE_NOT_READ, language=language)


def foreign_language(text: str) -> str:
    """The name of the language of a text, or empty when we read it or it is too short to tell."""
    letters = [char for char in text if char.isalpha()]
    if len(letters) < _LEAST_LETTERS:
        return ""
    for name, first, last in _SCRIPTS:
        share = sum(first <= char <= last for char in letters) / len(letters)
        # Japanese mixes kana with Han; Chinese quotes a kana word now and then.
        if share > (0.15 if name == "Japanese" else 0.5):
            return name
    return "" if sum(map(is_han, letters)) * 4 > len(letters) else _foreign_latin(text)


def _foreign_latin(text: str) -> str:
    words = Counter(word.lower() for word in _WORD.findall(text))
    if words.total() < _LEAST_WORDS:
        return ""
    ours = max(_hits(words, stops) for stops in _OURS.values())
    other, hits = max(((name, _hits(words, stops)) for name, stops in _OTHERS.items()), key=lambda pair: pair[1])
    return other if hits > 1.25 * ours and hits > 0.08 * words.total() else ""


def _hits(words: Counter[str], stops: str) -> int:
    return sum(words[stop] for stop in stops.split())
