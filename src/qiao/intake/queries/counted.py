"""What the counted nouns of a report count, as far as its own facts can be held against them."""

from __future__ import annotations

from enum import StrEnum
from functools import cache, lru_cache

from qiao.engines.text.names import fold

_SHORT = 5


class Counted(StrEnum):
    DURATION = "duration"
    AGREEMENTS = "agreements"
    STATIONS = "stations"
    VENTURES = "ventures"
    COMPANIES = "companies"
    PARTICIPANTS = "participants"


# The first class one of whose words stands in the folded noun wins; longer, surer words come first.
WORDS: dict[Counted, str] = {
    Counted.DURATION: "duration 天 days jours tage tag",
    Counted.AGREEMENTS: "协议 备忘录 合同 意向书 签约 agreement memorand letters_of_intent contract accord convention "
    "lettres_d'intention contrat absichtserklärung vereinbarung vertrag verträge",
    Counted.STATIONS: "联络站 工作站 liaison station verbindungs",
    Counted.VENTURES: "项目 start-up startup venture project projet jeunes_pousses projekt gründung",
    Counted.COMPANIES: "企业 公司 厂商 compan firm firmen business entreprise société unternehmen betrieb",
    Counted.PARTICIPANTS: "participants 代表 guests visitors people attend leaders personnes invités teilnehm gäste "
    "besucher personen 人 名 位",
}


@lru_cache(maxsize=4096)
def counted_by(*nouns: str) -> Counted | None:
    """The class of a noun or, failing that, of its measure word."""
    for noun in nouns:
        folded = fold(noun)
        for counted, words in _folded_words().items():
            if folded and any(_stands_in(word, folded) for word in words):
                return counted
    return None


def _stands_in(word: str, folded: str) -> bool:
    """Whether the word is in the noun; short Latin words must stand alone, lest "Tag" be found in "Montag"."""
    if len(word) < _SHORT and word.isascii():
        return any(token in (word, f"{word}s") for token in folded.split())
    return word in folded


@cache
def _folded_words() -> dict[Counted, tuple[str, ...]]:
    return {counted: tuple(fold(word.replace("_", " ")) for word in words.split()) for counted, words in WORDS.items()}
