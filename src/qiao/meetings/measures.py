"""Which measure a counted noun belongs to, in the four languages of the reader."""

from __future__ import annotations

from qiao.engines.text.names import fold
from qiao.meetings.enums import Measure

DAYS = frozenset({"duration", "day", "days", "jour", "jours", "tag", "tage", "tagen"})

# The first measure one of whose words stands in the folded noun wins; surer words come first.
WORDS: tuple[tuple[Measure, tuple[str, ...]], ...] = (
    (Measure.DELEGATION, ("delegation", "代表团成员")),
    (Measure.PARTICIPANTS, ("entrepreneur", "unternehmerinnen", "unternehmern", "企业家")),
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
            "lettres d intention",
            "contrat",
            "absichtserklarung",
            "vereinbarung",
            "vertrag",
        ),
    ),
    (Measure.STATIONS, ("联络站", "工作站", "station", "liaison", "office", "bureau", "buro", "verbindungs")),
    (
        Measure.VENTURES,
        ("项目", "project", "start up", "startup", "venture", "projet", "projekt", "grundung", "jeunes pousses"),
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
            "enterprise",
            "entreprise",
            "societe",
            "unternehmen",
            "betrieb",
        ),
    ),
    (Measure.EVENTS, ("活动", "座谈", "推介", "场", "events", "evenement", "veranstaltung", "forum", "seminar")),
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


def measure_of(noun: str, unit: str = "") -> Measure:
    """The measure of a figure from its noun or, failing that, its measure word.

    Only days are a duration here: "three years" of a contract is another figure.
    """
    if counts_days(unit or noun):
        return Measure.DURATION
    for word in (noun, unit):
        folded = fold(word)
        for measure, stems in WORDS:
            if folded and any(stem in folded for stem in stems):
                return measure
    return Measure.OTHER


def counts_days(word: str) -> bool:
    """Whether a noun or measure word is that for days."""
    folded = fold(word)
    return "天" in folded or bool(DAYS.intersection(folded.split()))
