"""Words of imports for templates."""

from __future__ import annotations

from typing import Any

from django import template

from qiao.exchange.models import ImportRun
from qiao.exchange.words import problem_words

register = template.Library()


@register.filter
def problem_sentence(problem: dict[str, Any]) -> str:
    return problem_words(problem)


@register.filter
def percent_done(run: ImportRun) -> int:
    """How much of the present step is done, from 0 to 100."""
    whole = run.batches.count() if run.state == "undoing" else run.row_count
    return min(100, 100 * run.cursor // whole) if whole else 0
