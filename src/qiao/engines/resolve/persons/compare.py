"""Two persons compared: what their names and their contacts allow to be said of them unasked."""

from __future__ import annotations

from math import exp, log
from typing import NamedTuple

from qiao.engines.resolve.persons.agreement import Agreed, Commonness, agree
from qiao.engines.resolve.persons.evidence import Evidence, evidence_of
from qiao.engines.resolve.persons.kinds import Agreement
from qiao.engines.resolve.persons.written import names_of
from qiao.engines.resolve.record import Record
from qiao.engines.resolve.result import Decision, Likeness, Reason

VERY_COMMON = 1e-4
"""From this share on one house may well employ two people of the name."""
COMMON = 2e-5
"""From this share on two houses rather employ two people of the name than one after the other the same."""

SAME, ASK, DISTINCT = Decision.SAME, Decision.ASK, Decision.DISTINCT


class _Row(NamedTuple):
    """What is decided where the names agree in one way, by what else the records share."""

    mail: Decision
    mobile: Decision
    organisation: Decision
    nothing_known: Decision
    elsewhere: Decision


_TABLE = {
    Agreement.HAN: _Row(SAME, SAME, SAME, ASK, ASK),
    Agreement.LATIN: _Row(SAME, SAME, SAME, ASK, ASK),
    Agreement.ROMANISED: _Row(SAME, SAME, ASK, ASK, ASK),
    Agreement.PART: _Row(SAME, ASK, ASK, ASK, DISTINCT),
    Agreement.OVERSEAS: _Row(SAME, ASK, ASK, ASK, DISTINCT),
    Agreement.INITIALS: _Row(SAME, ASK, ASK, ASK, DISTINCT),
    Agreement.NEAR: _Row(ASK, ASK, ASK, DISTINCT, DISTINCT),
    Agreement.SOUND: _Row(ASK, ASK, ASK, DISTINCT, DISTINCT),
    Agreement.NONE: _Row(ASK, DISTINCT, DISTINCT, DISTINCT, DISTINCT),
}

_PRIOR = -5.0
_NAME_WEIGHT = {
    Agreement.HAN: 6.0,
    Agreement.LATIN: 6.0,
    Agreement.ROMANISED: 4.0,
    Agreement.PART: 3.5,
    Agreement.OVERSEAS: 2.5,
    Agreement.INITIALS: 2.5,
    Agreement.NEAR: 2.5,
    Agreement.SOUND: 2.0,
    Agreement.NONE: -4.0,
}
_NAME_CODE = {
    Agreement.HAN: "same_han_name",
    Agreement.LATIN: "same_full_name",
    Agreement.ROMANISED: "romanised_alike",
    Agreement.PART: "part_of_name",
    Agreement.OVERSEAS: "other_romanisation",
    Agreement.INITIALS: "initials_fit",
    Agreement.NEAR: "one_letter_apart",
    Agreement.SOUND: "read_alike",
    Agreement.NONE: "other_names",
}
_BAND = {SAME: (0.99, 0.9999), ASK: (0.05, 0.95), DISTINCT: (0.0, 0.049)}


def compare(left: Record, right: Record, *, commonness: Commonness | None = None) -> Likeness:
    """How likely two records of persons are one person.

    commonness   the share of a register's persons who bear a folded name; the larger of it and our own tables holds.
    Returns      SAME only where something besides a romanised name agrees: the Han name or a full Western name with a
                 shared organisation, or names that fit with a personal address, account or mobile number.
                 The score lies in [0.99, 1) for SAME, [0.05, 0.95] for ASK, below 0.05 for DISTINCT; within a band it
                 orders, it is not calibrated.
    """
    agreed = agree(names_of(left), names_of(right), commonness)
    evidence = evidence_of(left, right)
    decision = _decide(agreed, evidence)
    reasons = sorted(_reasons(agreed, evidence), key=lambda reason: -abs(reason.weight))
    return Likeness(_score(reasons, decision), decision, tuple(reasons))


def _decide(agreed: Agreed, evidence: Evidence) -> Decision:
    row = _TABLE[agreed.agreement]
    decision = _looked_up(row, agreed, evidence)
    if evidence.clash:
        return ASK if decision == SAME else DISTINCT
    return decision


def _looked_up(row: _Row, agreed: Agreed, evidence: Evidence) -> Decision:
    if evidence.mail:
        return row.mail
    if evidence.mobile:
        return row.mobile
    if evidence.organisation or evidence.switchboard:
        doubtful = evidence.own_apart or agreed.share >= VERY_COMMON
        return ASK if row.organisation == SAME and doubtful else row.organisation
    if evidence.elsewhere:
        return DISTINCT if agreed.share >= COMMON else row.elsewhere
    return row.nothing_known


def _reasons(agreed: Agreed, evidence: Evidence) -> list[Reason]:
    values = (agreed.name,) if agreed.agreement else ()
    found = [Reason(_NAME_CODE[agreed.agreement], _NAME_WEIGHT[agreed.agreement], values)]
    if agreed.agreement and agreed.share >= COMMON:
        found.append(Reason("common_name", -min(2.5, log(agreed.share / COMMON) / 2 + 0.5), (agreed.name,)))
    if evidence.mail:
        found.append(Reason("same_contact", 8.0, (evidence.mail,)))
    if evidence.mobile:
        found.append(Reason("same_contact", 7.0, (evidence.mobile,)))
    if evidence.organisation:
        found.append(Reason("same_organisation", 4.5, (evidence.organisation,)))
    if evidence.switchboard:
        found.append(Reason("same_switchboard", 3.5, (evidence.switchboard,)))
    if evidence.elsewhere:
        found.append(Reason("other_organisation", -2.0))
    if evidence.own_apart:
        found.append(Reason("other_contacts", -2.5))
    if evidence.clash:
        found.append(Reason("other_identifier", -8.0, (evidence.clash,)))
    return found


def _score(reasons: list[Reason], decision: Decision) -> float:
    low, high = _BAND[decision]
    return low + (high - low) / (1 + exp(-(_PRIOR + sum(reason.weight for reason in reasons))))
