from qiao.missions.triprules.check import check
from qiao.missions.triprules.deadlines import deadlines
from qiao.missions.triprules.load import NoSuchRules, rule_set, rule_sets
from qiao.missions.triprules.said import said
from qiao.missions.triprules.sentences import RULE_SETS, step_said
from qiao.missions.triprules.values import (
    Deadline,
    Finding,
    InviterKind,
    Journey,
    Rule,
    RuleSet,
    Severity,
    Source,
)

__all__ = [
    "RULE_SETS",
    "Deadline",
    "Finding",
    "InviterKind",
    "Journey",
    "NoSuchRules",
    "Rule",
    "RuleSet",
    "Severity",
    "Source",
    "check",
    "deadlines",
    "rule_set",
    "rule_sets",
    "said",
    "step_said",
]
