"""The grounds of a likeness in the reader's words: the codes of `engines.resolve`, each worded here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from qiao.engines.resolve import Likeness, Reason
from qiao.kit import show
from qiao.register import enums

COUNTRY = re.compile("[A-Z]{2}")
# Code -> what it is called where its words may not be told, and the sentence with them.
WORDS: dict[str, tuple[Any, Any]] = {
    # names of organisations, events and stations
    "same_name": (_("the same name"), _("{0} and {1} are one name")),
    "same_words": (_("shared words"), _("both say {0}")),
    "translated_words": (_("words that mean the same"), _("words mean the same: {0}")),
    "only_in_first": (_("a word of one alone"), _("only the first says {0}")),
    "only_in_second": (_("a word of one alone"), _("only the second says {0}")),
    "like_spelling": (_("names spelt alike"), _("{0} and {1} are spelt alike")),
    "same_sound": (_("the same sound"), _("{0} sounds like {1}")),
    "same_acronym": (_("the same acronym"), _("both are called {0}")),
    "initials": (_("initials"), _("{0} are initials of {1}")),
    "short_form": (_("a short form"), _("{0} is short for {1}")),
    "other_legal_form": (_("other legal form"), _("the legal forms differ: {0}, {1}")),
    "same_number": (_("the same number in the name"), _("both have the number {0}")),
    "other_number": (_("another number in the name"), _("the numbers differ: {0}, {1}")),
    "same_town": (_("the same town"), _("both are in {0}")),
    "other_town": (_("another town"), _("the towns differ: {0}, {1}")),
    "same_country": (_("the same country"), _("both are in this country: {0}")),
    "other_country": (_("another country"), _("the countries differ: {0}, {1}")),
    "same_domain": (_("the same domain"), _("both have the domain {0}")),
    "same_identifier": (_("the same register number or address"), _("both have {0}")),
    "domain_named": (_("a domain of that name"), _("the domain {0} is named like {1}")),
    "same_day": (_("the same day"), _("both took place on {0}")),
    "other_day": (_("another day"), _("the days differ: {0}, {1}")),
    "rivals": (_("others fit as well"), _("other records that fit about as well: {0}")),
    # persons
    "same_han_name": (_("the same name in Chinese characters"), _("both are called {0} in Chinese characters")),
    "same_full_name": (_("the same full name"), _("both are called {0}")),
    "romanised_alike": (
        _("the same romanised name, which alone proves nothing"),
        _("{0} reads the same when romanised, as many names do"),
    ),
    "other_romanisation": (_("another romanisation"), _("{0} reads the same in another romanisation")),
    "part_of_name": (_("part of the name"), _("parts of the name {0} agree and none contradicts")),
    "initials_fit": (_("surname and initials"), _("surname and initials fit {0}")),
    "one_letter_apart": (_("one letter apart"), _("{0} is one letter apart")),
    "read_alike": (_("other characters that read alike"), _("{0} is written with other characters that read alike")),
    "other_names": (_("names that do not agree"), _("the names do not agree")),
    "common_name": (_("a common name"), _("{0} is a common name")),
    "same_contact": (_("the same address or telephone"), _("both have {0}")),
    "same_organisation": (_("the same organisation"), _("both belong to {0}")),
    "same_switchboard": (
        _("the same telephone of a house"),
        _("both give {0}, which others of the house give too"),
    ),
    "other_organisation": (
        _("another organisation"),
        _("each belongs to an organisation that is not the other’s"),
    ),
    "other_contacts": (
        _("other addresses"),
        _("each has an address or mobile number, and they are not the same"),
    ),
    "other_identifier": (_("another number"), _("their {0} numbers differ, and a person has one")),
    # rows of one table
    "row_same_name": (_("the same name"), _("both are called {0}")),
    "row_shared_words": (_("shared words"), _("both names say {0}")),
    "row_translated": (_("words that mean the same"), _("{0} = {1}")),
    "row_left_over": (_("a word of one alone"), _("only one says {0}")),
    "row_initials": (_("initials"), _("{0} are the initials of {1}")),
    "row_same_link": (_("the same web address"), _("same web address {0}")),
    "row_same_domain": (_("the same website"), _("pages of the same site {0}")),
    "row_other_domain": (_("other web addresses"), _("web addresses {0} and {1}")),
    "row_same_city": (_("the same town"), _("same town {0}")),
    "row_other_city": (_("another town"), _("towns {0} and {1}")),
    "row_other_country": (_("another country"), _("countries {0} and {1}")),
    "row_judged": (_("a person judged them the same"), _("a person judged them the same")),
    # what a hint says of names alone, whatever the engine found
    "same_name_folded": (
        _("the same name in another script or spelling"),
        _("the same name in another script or spelling"),
    ),
}
DEGREES = (
    (0.97, _("almost certainly one")),
    (0.85, _("probably one")),
    (0.5, _("perhaps one")),
    (0.0, _("doubtful")),
)


@dataclass(frozen=True, slots=True)
class Ground:
    """One reason in words; `speaks_for` says whether it speaks for the two being one."""

    words: str
    speaks_for: bool


@dataclass(frozen=True, slots=True)
class Likely:
    """A score as a whole per cent and in words, with its grounds, the strongest first."""

    percent: int
    words: str
    grounds: tuple[Ground, ...]


def likely(likeness: Likeness) -> Likely:
    """How likely two records are one thing, for a page."""
    percent = max(0, min(100, int(likeness.score * 100)))  # never rounded up to certainty
    degree = next(words for least, words in DEGREES if likeness.score >= least or least == 0.0)
    return Likely(percent, str(degree), tuple(Ground(reason_words(r), r.weight >= 0) for r in likeness.reasons))


def reason_words(reason: Reason) -> str:
    """One reason as a sentence; a code without words as the engine says it."""
    worded = WORDS.get(reason.code)
    if worded is None:
        return str(reason)
    try:
        return str(worded[1]).format(*(_told(reason.code, value) for value in reason.values))
    except IndexError:  # fewer words than the sentence takes
        return str(worded[0])


def _told(code: str, value: str) -> str:
    """A country by its name; whatever else was found, as it was written."""
    country = COUNTRY.fullmatch(value) is not None and code.endswith("_country")
    return show.country(value, get_language() or "en") if country else quoted(value)


def quoted(text: str) -> str:
    """Somebody's words inside a sentence."""
    return _now("“%(words)s”") % {"words": text}


def code_words(codes: Iterable[object]) -> tuple[str, ...]:
    """Reasons kept as codes, a person's or the machine's, in words; what is no code of ours is passed over."""
    found = (_code_words(code) for code in codes)
    return tuple(words for words in found if words)


def _code_words(code: object) -> str:
    if code in enums.Reason.values:
        return str(enums.Reason(code).label)
    worded = WORDS.get(str(code))
    return str(worded[0]) if worded else ""
