"""Relations: a claimed tie is believed when a sentence says it in a way we know, with nothing in between."""

from __future__ import annotations

import re

from qiao.engines.extract.result import Attributes, Fact, FactType, RelationKind
from qiao.engines.extract.second.anchor import Anchored
from qiao.engines.extract.second.answer import SaidFact
from qiao.engines.extract.second.known import Known
from qiao.engines.extract.second.lexicon import table
from qiao.engines.extract.second.masked import ANY, Masked, mask
from qiao.engines.extract.second.modality import agreed_modality

_BODY = (FactType.ORGANISATION,)
_PERSON = (FactType.PERSON,)
_PARTY = (FactType.ORGANISATION, FactType.PERSON)
_ENDS = {
    RelationKind.LED: (_PERSON, _BODY),
    RelationKind.VISITED: (_PARTY, _BODY),
    RelationKind.MET: (_PARTY, _PARTY),
    RelationKind.SIGNED_WITH: (_BODY, _BODY),
    RelationKind.OPENED: (_BODY, _BODY),
    RelationKind.FOUNDED: (_PARTY, _BODY),
    RelationKind.SUBSIDIARY_OF: (_BODY, _BODY),
    RelationKind.LOCATED_IN: (_BODY, (FactType.PLACE,)),
    RelationKind.INVESTED_IN: (_BODY, _BODY),
}
_SYMMETRIC = (RelationKind.SIGNED_WITH,)


def verify_tie(said: SaidFact, place: Anchored, known: Known) -> Fact | str:
    """The relation as the text says it, or the code of a refusal.

    Both parties must be names of the sentence (or its word for the sender), of types that the kind allows, and
    the sentence must put them on the right sides of words that say this kind of tie.
    """
    if said.kind not in RelationKind.__members__.values():
        return "unknown_kind"
    if len(said.parties) != 2:
        return "not_two_parties"
    kind = RelationKind(said.kind)
    subject, target = map(known.meaning, said.parties)
    if subject == target:
        return "not_two_parties"
    start, end = known.sentence(place.start, place.end)
    masked = mask(known, start, end)
    if not says(kind, subject, target, masked, known, place):
        return "not_said_so"
    modality = agreed_modality(said.modality, known, place.start, place.end)
    if modality is None:
        return "modality_unclear"
    return Fact(
        place.start,
        place.end,
        FactType.RELATION,
        known.text[place.start : place.end],
        f"{kind}({subject}, {target})",
        modality,
        attrs=Attributes(kind=kind.value, parties=(subject, target)),
    )


def says(kind: RelationKind, subject: str, target: str, masked: Masked, known: Known, place: Anchored) -> bool:
    """Whether a masked sentence ties subject to target; the words that say it must lie in the quoted stretch."""
    ends = _ENDS[kind]
    left, right = masked.signs(subject, *ends[0]), masked.signs(target, *ends[1])
    if _is_said(kind, left, right, masked, known, place):
        return True
    left, right = masked.signs(target, *ends[0]), masked.signs(subject, *ends[1])
    return kind in _SYMMETRIC and _is_said(kind, left, right, masked, known, place)


def _is_said(kind: RelationKind, subject: str, target: str, masked: Masked, known: Known, place: Anchored) -> bool:
    templates = table("second_ties.toml")[known.language].get(kind.value, [])
    for template in templates:
        for match in re.finditer(_filled(template, subject, target, known.language), masked.text):
            origin = [*masked.origin, masked.origin[-1] + 1]
            begin, stop = origin[match.start("said")], origin[match.end("said")]
            if place.start <= begin and stop <= place.end and _is_clause_head(template, match, masked.text, known):
                return True
    return False


def _is_clause_head(template: str, match: re.Match[str], text: str, known: Known) -> bool:
    """Whether what stands first is not itself part of a longer phrase ("the mayor of A and B visited")."""
    if not template.startswith(("{S}", "{O}")):
        return True
    return re.search(str(table("second_ties.toml")["left"][known.language]), text[: match.start()]) is not None


def _filled(template: str, subject: str, target: str, language: str) -> str:
    data = table("second_ties.toml")
    pieces = {name[3:]: str(value) for name, value in data["pieces"].items() if name.startswith(f"{language}_")}
    filled = template.replace("{LIST}", str(data["list"][language]))
    filled = (
        filled.replace("{DO}", "(?P<said>").replace("{END}", ")").replace("{PAR}", r"(?: ?[(（][^()（）]{1,60}[)）])?")
    )
    for name, piece in pieces.items():
        filled = filled.replace(f"{{{name}}}", piece)
    return filled.replace("{S}", subject).replace("{O}", target).replace("{X}", ANY)
