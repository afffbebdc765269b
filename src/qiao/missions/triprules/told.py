"""A finding put together from its rule."""

from __future__ import annotations

from types import MappingProxyType

from qiao.missions.triprules.values import Finding, Rule, Severity


def told(rule: Rule, key: str, severity: Severity, expected: object, was: object, /, **said: object) -> Finding:
    """The finding of a rule; `said` fills its sentence, `was` is the value found."""
    return Finding(rule.id, severity, key, expected, was, MappingProxyType(said), rule.source, rule.reading)
