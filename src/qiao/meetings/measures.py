"""Which measure a counted noun belongs to, in the four languages of the reader."""

from __future__ import annotations

from qiao.engines.text.names import fold
from qiao.meetings.enums import Measure

# The first measure one of whose words stands in the folded noun wins; longer, surer words come first.
WORDS: tuple[tuple[Measure, tuple[str, ...]], ...] = (
    (Measure.DURATION, ("duration", "天", "days", "jours", "tage", "day", "jour", "tag")),
    (Measure.DELEGATION, ("delegation", "成员", "members", "membres", "mitglieder")),
    (
        Measure.AGREEMENTS,
        (
            "协议",
            "协定",
            "备忘录",
            "合同",
            "意向书",
            "签约",
            "agreement",
            "memorand",
            "letters of intent",
            "contract",
            "accord",
            "convention",
            "lettres d'intention",
            "contrat",
            "absichtserklarung",
            "vereinbarung",
            "vertrag",
            "vertrage",
        ),
    ),
    (Measure.STATIONS, ("联络站", "工作站", "station", "liaison", "office", "bureau", "buro", "verbindungs")),
    (
        Measure.VENTURES,
        (
            "项目",
            "project",
            "start-up",
            "startup",
            "venture",
            "projet",
            "projekt",
            "grundung",
            "jeunes pousses",
        ),
    ),
    (Measure.JOBS, ("岗位", "就业", "jobs", "emplois", "arbeitsplatze", "stellen")),
    (
        Measure.COMPANIES,
        (
            "企业",
            "公司",
            "厂商",
            "compan",
            "firm",
            "business",
            "entreprise",
            "societe",
            "unternehmen",
            "betrieb",
        ),
    ),
    (Measure.EVENTS, ("活动", "座谈", "推介", "events", "evenement", "veranstaltung", "forum", "seminar")),
    (Measure.VISITS, ("走访", "拜访", "visits", "visites", "besuche")),
    (
        Measure.PARTICIPANTS,
        (
            "participants",
            "人",
            "名",
            "位",
            "代表",
            "guests",
            "visitors",
            "people",
            "attend",
            "leaders",
            "personnes",
            "invites",
            "teilnehm",
            "gaste",
            "besucher",
            "personen",
        ),
    ),
)


def measure_of(*nouns: str) -> Measure:
    """The measure of a figure from its noun or, failing that, its measure word."""
    for noun in nouns:
        folded = fold(noun)
        for measure, words in WORDS:
            if folded and any(word in folded for word in words):
                return measure
    return Measure.OTHER
