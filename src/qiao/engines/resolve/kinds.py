"""Which of the words of names say what sort of body it is; words of one class stand in for each other."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

_CLASSES = """
college: college institute academy school faculty polytechnic conservatory lyceum
university: university
company: company enterprise corporation firm works industry industrial business
group: group holding
technology: technology technical tech technician
hospital: hospital clinic infirmary sanatorium
medical: medical medicine health healthcare
research: research study scientific science
center: center centre
office: office bureau department ministry administration agency authority service directorate secretariat
office: committee council commission board
association: association society federation union alliance league network club
foundation: foundation fund trust charity
bank: bank banking
museum: museum gallery archive library
laboratory: laboratory observatory station
park: park zone area incubator
engineering: engineering machinery mechanical machine
electronic: electronic electric electrical electricity power
pharmaceutical: pharmaceutical pharmacy drug
automobile: automobile vehicle motor car
chemical: chemical chemistry petrochemical
agriculture: agriculture agricultural farming agronomy
education: education teacher normal pedagogical training
environment: environment environmental ecology ecological
economic: economic economy finance financial business trade commerce commercial
development: development promotion innovation
"""


@cache
def _classes() -> dict[str, str]:
    from qiao.engines.resolve.folding import one_spelling

    classes: dict[str, str] = {}
    for line in _CLASSES.strip().splitlines():
        name, _, words = line.partition(":")
        for word in words.split():
            classes.setdefault(one_spelling(word), f"={name}")
    return classes


def class_of(word: str) -> str:
    """The class of a meaning, such as "=hospital"; empty for a word of no class."""
    return _classes().get(word, "")


_TELLING = (
    "university",
    "college",
    "company",
    "hospital",
    "office",
    "association",
    "foundation",
    "bank",
    "museum",
    "park",
)


def kinds_in(words: Iterable[str]) -> int:
    """The kinds of body that meanings tell of, as bits; 0 for none."""
    found = 0
    for word in words:
        found |= _bits().get(word, 0)
    return found


@cache
def _bits() -> dict[str, int]:
    return {word: 1 << _TELLING.index(name[1:]) for word, name in _classes().items() if name[1:] in _TELLING}
