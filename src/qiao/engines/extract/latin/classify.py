"""What a capitalised run names: a person, a place, an event, an organisation, or nothing."""

from __future__ import annotations

import re

from qiao.engines.extract.latin.event_heads import EVENT_HEADS, FAIR_NOUNS, MAYBE_EVENT
from qiao.engines.extract.latin.gazetteer import known_place
from qiao.engines.extract.latin.page import Token
from qiao.engines.extract.latin.person_signs import is_beside_role, is_signature, is_titled
from qiao.engines.extract.latin.persons import looks_like_person
from qiao.engines.extract.latin.place_signs import (
    is_camel,
    is_known_place,
    is_located,
    is_suffix_territory,
    is_territory_of_official,
    run_text,
)
from qiao.engines.extract.latin.surroundings import Surroundings
from qiao.engines.extract.latin.vocabulary import (
    FIRM_WORDS,
    PARTIES,
    head_kind,
    is_common,
    is_demonym,
    is_german_noun,
    is_given_name,
    is_listed_noun,
)
from qiao.engines.extract.result import FactType

_AT_EVENT = frozenset("at during attended attending attend au lors beim zum auf participated".split())


def classify(around: Surroundings) -> FactType | None:
    """The type of what a run names, None when it is no name."""
    run = around.run
    if "–" in run_text(around) and not run.head and any(map(known_place, run_text(around).split("–"))):
        return None
    if run_text(around) in ("U.S", "U.K", "U.A.E", "E.U"):
        return None
    if run.is_legal and len(around.words) > 1:
        return FactType.ORGANISATION
    if is_titled(around) and not run.head:
        return FactType.PERSON
    if is_known_place(around):
        return FactType.PLACE
    if _is_party(around):
        return None
    if is_territory_of_official(around):
        return FactType.PLACE
    if is_signature(around) and not run.head:
        return FactType.PERSON
    if looks_like_person(around.words, has_head=bool(run.head)) and not _is_firm_like(around):
        return FactType.PERSON
    if _is_event(around) or around.before() in FAIR_NOUNS:
        return FactType.EVENT
    if run.head == "city" and around.sentence.language == "en" and is_suffix_territory(around):
        return FactType.PLACE
    if run.head == "city" and around.before() in ("in", "im", "dans", "en", "aus"):
        return FactType.PLACE
    if run.head:
        return FactType.ORGANISATION if len(around.words) > 1 or _is_strong_single(around) else None
    if is_beside_role(around):
        return FactType.PERSON
    if is_located(around):
        return FactType.PLACE
    return FactType.ORGANISATION if _is_name(around) else None


def _is_party(around: Surroundings) -> bool:
    return around.before() == "(" and run_text(around).lower() in PARTIES


def _is_firm_like(around: Surroundings) -> bool:
    """A firm that is called like a person: "the firm Martin Weber", quoted names."""
    return around.before() in ("firm", "company", "firma", "société", "entreprise", "unternehmen", "groupe", "maison")


def _is_event(around: Surroundings) -> bool:
    lowers = [token.lower for token in around.words]
    last = next((word for word in reversed(lowers) if not word.isdigit()), "")
    if last in EVENT_HEADS or lowers[0] in EVENT_HEADS or last.endswith(("messe", "kongress", "konferenz", "gipfel")):
        return len(lowers) > 1 or not around.run.is_initial
    if last in MAYBE_EVENT or lowers[0] in MAYBE_EVENT:
        near = (around.before(), around.before(2))
        named = lowers[0] in MAYBE_EVENT and len(lowers) > 1
        reach = around.page.text[max(around.sentence.start, around.run.start - 60) : around.run.start]
        return (
            named or _HELD.search(reach) is not None or any(word in _AT_EVENT for word in near) or near == ("the", "to")
        )
    return False


_HELD = re.compile(
    r"\b(?:held|holds?|organi[sz]ed|hosted|staged|a (?:tenu|organisé)|ont (?:tenu|organisé)|veranstaltete[n]?)\s"
    r"(?:the|a|le|la|un|une|"
    r"das|ein|eine)\s[^.;,]{0,40}$",
    re.IGNORECASE,
)


def _is_strong_single(around: Surroundings) -> bool:
    """One head noun alone names something only as an acronym or a compound name."""
    token = around.words[0]
    return (token.text.isupper() and len(token.text) > 1) or any(map(str.isupper, token.text[1:]))


_APPOSITION = re.compile(
    r",\s(?=[A-ZÀ-Ý][\w-]+(?:\s[A-ZÀ-Ý][\w-]+)?(?:,|\s(?:and|et|und)\s)[^.]{0,40}[A-ZÀ-Ý])|"
    r",\s(?:(?:19|20)\d\d\s|founded|based|headquartered|established|a (?:subsidiary|unit|"
    r"spin)|part of|owned|fondée?|créée?|implantée?|basée?|filiale|"
    r"gegründet|ansässig|eine Tochter|ein Tochter)|"
    r"\s(?:and|et|und|&)\s[A-ZÀ-Ý][\w-]+(?:\s[A-Z][\w-]+)?\s(?:have|has|both|signed|will|were|are|ont|sont|vont|haben|"
    r"sind|wollen|unterzeichne\w+|schlossen)\b"
)


def _is_name(around: Surroundings) -> bool:
    """Whether a run without other evidence is a name, and so of an organisation."""
    words, language = around.words, around.sentence.language
    real = [token for token in words if token.is_word and not token.text.isdigit()]
    if not real or all(_is_low(around, token) for token in real):
        return False
    if len(real) == 1 and (len(real[0].text) < 3 or is_given_name(real[0].lower)):
        return False
    if len(real) > 1 or is_camel(real[0]) or real[0].text.isupper():
        return True
    if around.run.is_initial:
        return _APPOSITION.match(around.page.text, around.run.end) is not None and len(real[0].text) > 4
    return _is_german_single(around) if language == "de" else len(real[0].text) > 2


def _is_low(around: Surroundings, token: Token) -> bool:
    """Whether a word is common, or written low elsewhere in the text; capitals in a list of firms speak for a name."""
    held = around.previous
    gap = around.page.text[held.end : around.run.start] if held and held.type is FactType.ORGANISATION else ""
    if token.text.isupper() and gap in (", ", " and ", " et ", " und "):
        return False
    return is_common(token.lower, around.sentence.language) or token.lower in around.known_lower


def _joins_a_firm(around: Surroundings) -> bool:
    """As in "Rostock Port und Gasunie": the second of two firms."""
    held = around.previous
    return (
        held is not None
        and held.type is FactType.ORGANISATION
        and around.page.text[held.end : around.run.start] == " und "
    )


def _is_german_single(around: Surroundings) -> bool:
    """A single German word is a name when it stands without an article where nouns need one, or in a firm's place."""
    token = around.words[0]
    before = around.before()
    if before.endswith(FIRM_WORDS) and not is_listed_noun(token.lower):
        return True
    if is_german_noun(token.lower) or head_kind(token.lower, "de"):
        return False
    if is_demonym(before, "de") or _joins_a_firm(around):
        return True
    if before in ("„", '"', "gruppe", "marke") or before.endswith(FIRM_WORDS):
        return True
    weak = token.lower.endswith(("en", "er", "e", "ungs", "ern"))
    bare = before in ("bei", "von", "mit", "durch", "sowie", "an", "und", ",", "(", "für", "gegen", ":")
    return bare and not weak
