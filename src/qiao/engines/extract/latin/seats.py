"""Seats that stand beside a name: "FrigoNord (Liège)", "the Munich-based Kessler Gruppe"."""

from __future__ import annotations

import itertools
import re
from itertools import pairwise

from qiao.engines.extract.latin.mention import Mention
from qiao.engines.extract.latin.page import Page
from qiao.engines.extract.result import Attributes, Fact, FactType, Modality, RelationKind


def based(here: list[Mention]) -> list[Fact]:
    """As in "the Munich-based Kessler Gruppe": seat by a compound adjective."""
    facts = []
    for index, mention in enumerate(here[:-1]):
        body = here[index + 1]
        if mention.kind == "based" and body.type is FactType.ORGANISATION and body.start - mention.end < 50:
            facts.append(seat(mention, body))
    return facts


_SEATED = re.compile(r"\s?(?:\(|,\s(?:in\s|à\s)?|\sin\s|\sof\s|\sfrom\s|\saus\s|\sà\s|\sd['’]|\sde\s|\sat\s)\s?")


def seated(page: Page, here: list[Mention]) -> list[Fact]:
    """As in "Trentside Castings of Grimsby", "FrigoNord (Liège)": a town right behind a firm's name."""
    facts = []
    for body, place in itertools.pairwise(here):
        fits = (
            body.type is FactType.ORGANISATION
            and place.type is FactType.PLACE
            and place.country
            and body.kind not in ("publisher", "city")
        )
        gap = page.text[body.end : place.start]
        if fits and _SEATED.fullmatch(gap) and not ("(" in gap and page.text[place.end : place.end + 1] != ")"):
            facts.append(seat(place, body))
    return facts


_FIRM_NOUN = re.compile(
    r"\s(?:[a-zäöüéèç-]+\s){0,2}?(?:firm|company|start-?up|maker|manufacturer|supplier|"
    r"producer|university|brewer|developer|"
    r"specialist|business|spin-?out|agency|giant|unternehmen|firma|konzern|société|entreprise|"
    r"pme)\s|['’]s\s"
)


def by_town(page: Page, here: list[Mention]) -> list[Fact]:
    """As in "the Stuttgart start-up Voltera", "Doncaster's Agemaspark": a town right in front of a firm."""
    facts = []
    for place, body in pairwise(here):
        owned = re.fullmatch(r"['’]s\s", page.text[place.end : body.start]) is not None
        fits = place.type is FactType.PLACE and (place.country or owned) and body.type is FactType.ORGANISATION
        if (
            fits
            and body.kind in ("", "company", "university")
            and _FIRM_NOUN.fullmatch(page.text, place.end, body.start)
        ):
            facts.append(seat(place, body))
    return facts


def seat(place: Mention, body: Mention) -> Fact:
    kind = RelationKind.LOCATED_IN.value
    return Fact(
        place.start,
        place.end,
        FactType.RELATION,
        place.text,
        f"{kind}({body.norm}, {place.norm})",
        Modality.FACT,
        0.6,
        Attributes(kind=kind, parties=(body.norm, place.norm)),
    )
