"""One statement against the text: what is left of it, or the code that says why nothing is."""

from __future__ import annotations

from qiao.engines.extract.result import Fact, FactType
from qiao.engines.extract.second.acts import verify_act
from qiao.engines.extract.second.anchor import Anchored, anchor
from qiao.engines.extract.second.answer import SaidFact
from qiao.engines.extract.second.figures import FIGURES, verify_figure
from qiao.engines.extract.second.known import NAMES, Known
from qiao.engines.extract.second.names import trouble_with_name
from qiao.engines.extract.second.posts import with_post
from qiao.engines.extract.second.ties import verify_tie

LONGEST_QUOTE = 120
CONFIDENCE, CONFIDENCE_WITH_SLIPS = 0.45, 0.35


def verify(said: SaidFact, shown: tuple[int, int], known: Known) -> Fact | str:
    """The fact that the text bears out, or the code of a refusal.

    shown   the stretch of the text that the second reader saw; nothing outside it can be quoted.
    """
    if len(said.quote) > LONGEST_QUOTE and said.type is not FactType.RELATION:
        return "quote_too_long"
    place = anchor(said.quote, known.text, before=said.before, within=shown)
    if place is None:
        return "not_in_text"
    found = _by_type(said, place, known)
    if isinstance(found, str) or said.type in FIGURES:
        return found
    return _weighed(found, place)


def _by_type(said: SaidFact, place: Anchored, known: Known) -> Fact | str:
    if said.type in FIGURES:
        return verify_figure(said, place, known)
    if said.type in NAMES:
        return _name(said, place, known)
    return verify_tie(said, place, known) if said.type is FactType.RELATION else verify_act(said, place, known)


def _name(said: SaidFact, place: Anchored, known: Known) -> Fact | str:
    trouble = trouble_with_name(said.type, place, known)
    if trouble:
        return trouble
    text = known.text[place.start : place.end]
    fact = Fact(place.start, place.end, said.type, text, known.meaning(text))
    return with_post(fact, said, known) if said.type is FactType.PERSON else fact


def _weighed(fact: Fact, place: Anchored) -> Fact:
    confidence = CONFIDENCE_WITH_SLIPS if place.slips else CONFIDENCE
    return Fact(fact.start, fact.end, fact.type, fact.text, fact.norm, fact.modality, confidence, fact.attrs)
