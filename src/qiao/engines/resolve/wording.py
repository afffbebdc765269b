"""Reasons as English sentences, for the command line."""

from __future__ import annotations

from qiao.engines.resolve.persons.wording import PERSON_SENTENCES
from qiao.engines.resolve.result import Reason
from qiao.engines.resolve.tables.wording import TABLE_SENTENCES

NAME_SENTENCES = {
    "same_name": "{0} and {1} are one name",
    "same_words": "both say {0}",
    "translated_words": "words mean the same: {0}",
    "only_in_first": "only the first says {0}",
    "only_in_second": "only the second says {0}",
    "like_spelling": "{0} and {1} are spelled alike",
    "same_sound": "{0} sounds like {1}",
    "same_acronym": "both are called {0}",
    "initials": "{0} are initials of {1}",
    "short_form": "{0} is short for {1}",
    "other_legal_form": "the legal forms differ: {0}, {1}",
    "same_number": "both have the number {0}",
    "other_number": "the numbers differ: {0}, {1}",
    "same_town": "both are in {0}",
    "other_town": "the towns differ: {0}, {1}",
    "same_country": "both are in the country {0}",
    "other_country": "the countries differ: {0}, {1}",
    "same_domain": "both have the domain {0}",
    "same_identifier": "both have {0}",
    "domain_named": "the domain {0} is named like {1}",
    "same_day": "both took place on {0}",
    "other_day": "the days differ: {0}, {1}",
    "rivals": "as many others fit about as well: {0}",
}
"""Of organisations, events and stations: for each code the sentence its values fill."""

SENTENCES = NAME_SENTENCES | PERSON_SENTENCES | TABLE_SENTENCES


def sentence(reason: Reason) -> str:
    """The sentence of a reason, its values filled in."""
    return SENTENCES[reason.code].format(*reason.values)
