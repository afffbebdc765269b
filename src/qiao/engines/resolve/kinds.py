"""Which of the words of names say what sort of body it is; words of one class stand in for each other."""

from __future__ import annotations

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
