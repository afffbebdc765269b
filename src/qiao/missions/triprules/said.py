"""Findings as sentences in the reader's language."""

from __future__ import annotations

from datetime import date

from django.utils.translation import get_language

from qiao.kit import show
from qiao.missions.triprules.sentences import SENTENCES
from qiao.missions.triprules.values import Finding


def said(finding: Finding) -> str:
    """The finding in the language that is active, dates written as that language does."""
    language = get_language() or "en"
    told = {name: show.day(was, language) if isinstance(was, date) else was for name, was in finding.parameters.items()}
    return str(SENTENCES[finding.words]) % told
