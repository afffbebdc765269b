"""Rule sets read from the files in `data`, one for each jurisdiction and kind of journey."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from qiao.missions.triprules.values import Rule, RuleSet, Source

_OWN = ("id", "kind", "source", "valid_from", "valid_until", "reading")


class NoSuchRules(LookupError):
    """No rule set has the code asked for."""


@cache
def rule_sets() -> tuple[str, ...]:
    """Codes of all rule sets, in alphabetical order."""
    return tuple(sorted(f.name.removesuffix(".toml") for f in _folder().iterdir() if f.name.endswith(".toml")))


@cache
def rule_set(code: str) -> RuleSet:
    """The rule set of a code such as "cn-local".

    Raises NoSuchRules, which names the codes there are.
    """
    if code not in rule_sets():
        raise NoSuchRules(f"Expected one of {', '.join(rule_sets())}; found {code[:40]!r}.")
    return parse_rules(tomllib.loads((_folder() / f"{code}.toml").read_text(encoding="utf-8")))


def parse_rules(data: Mapping[str, Any]) -> RuleSet:
    """A rule set from its TOML form; KeyError or TypeError where the form is broken, for such files are ours."""
    sources = {code: Source(**row) for code, row in data.get("sources", {}).items()}
    lists = data.get("lists", {})
    rules = tuple(_rule(row, sources, lists) for row in data.get("rules", ()))
    return RuleSet(data["code"], data["title"], data["home"], data["version"], data["licence"], rules)


def _rule(row: Mapping[str, Any], sources: Mapping[str, Source], lists: Mapping[str, Any]) -> Rule:
    parameters = {key: _value(value, lists) for key, value in row.items() if key not in _OWN}
    return Rule(
        id=row["id"],
        kind=row["kind"],
        source=sources[row["source"]],
        parameters=MappingProxyType(parameters),
        valid_from=row.get("valid_from"),
        valid_until=row.get("valid_until"),
        reading=row.get("reading", False),
    )


def _value(value: Any, lists: Mapping[str, Any]) -> Any:
    """A value as written; "list:NAME" stands for one of the file's lists of countries."""
    if isinstance(value, str) and value.startswith("list:"):
        return frozenset(lists[value.removeprefix("list:")].split())
    return tuple(value) if isinstance(value, list) else value


def _folder() -> Any:
    return files("qiao.missions.triprules") / "data"
