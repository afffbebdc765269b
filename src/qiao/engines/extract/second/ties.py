"""Relations: a claimed tie is believed when a sentence says it in a way we know, with nothing in between."""

from __future__ import annotations

import re

from qiao.engines.extract.result import Attributes, Fact, FactType, Modality, RelationKind
from qiao.engines.extract.second.anchor import Anchored
from qiao.engines.extract.second.answer import SaidFact
from qiao.engines.extract.second.known import Known
from qiao.engines.extract.second.lexicon import patterns, table
from qiao.engines.extract.second.masked import ANY, FIRST_SIGN, Masked, mask, meaning
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
Ends = tuple[tuple[FactType, ...], tuple[FactType, ...]]
_PAR = r"(?: ?[(（][^()（）]{1,60}[)）])?"
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
    start, end = known.sentence(place.start, place.end)
    subject, target = (meaning(name, known, start, end) for name in said.parties)
    if subject == target:
        return "not_two_parties"
    masked = mask(known, start, end)
    if kind is RelationKind.LED and _is_of_others(subject, target, masked, known):
        return "not_said_so"
    is_said = says(kind, subject, target, masked, known, place)
    if not is_said and not (
        _is_read(kind, subject, target, known, place) and _stand_free(kind, subject, target, masked, known, place)
    ):
        return "not_said_so"
    if not all(known.stands(name, start, end) for name in said.parties):
        return "party_not_there"
    modality = agreed_modality(said.modality, said.type, known, place.start, place.end)
    if modality is None or (modality is not Modality.FACT and not is_said):
        return "modality_unclear"
    return Fact(
        place.start,
        place.end,
        FactType.RELATION,
        known.text[place.start : place.end],
        f"{kind}({said.parties[0]}, {said.parties[1]})",
        modality,
        attrs=Attributes(kind=kind.value, parties=(said.parties[0], said.parties[1])),
    )


def _is_of_others(subject: str, target: str, masked: Masked, known: Known) -> bool:
    """Whether a person is named with some other body, so that "the delegation" he leads may well be that body's."""
    if target != known.home or any(
        n.norm == target for n, sender in zip(masked.names, masked.is_sender, strict=True) if not sender
    ):
        return False
    before = [n for n in masked.names if n.start < min((m.start for m in masked.names if m.norm == subject), default=0)]
    return any(name.type is not FactType.PERSON for name in before)


def _is_read(kind: RelationKind, subject: str, target: str, known: Known, place: Anchored) -> bool:
    """Whether the offline reader reads the same tie out of the same words, by its own rules."""
    for fact in known.facts:
        if fact.type is not FactType.RELATION or fact.attrs.kind != kind.value or len(fact.attrs.parties) != 2:
            continue
        ends = tuple(map(known.meaning, fact.attrs.parties))
        is_same = ends == (subject, target) or (kind in _SYMMETRIC and ends == (target, subject))
        if is_same and fact.start < place.end and place.start < fact.end:
            return True
    return False


def _stand_free(kind: RelationKind, subject: str, target: str, masked: Masked, known: Known, place: Anchored) -> bool:
    """Whether the quote names both parties as phrases of their own, with the words of this very kind between them.

    A party that is only the employer, the owner or the place of what follows it is not the one that acted.
    """
    ends = _ENDS[kind]
    left = _free_places(masked.signs(subject, *ends[0]), masked, known, place)
    right = _free_places(masked.signs(target, *ends[1]), masked, known, place)
    words = _words_of_ties(masked, known, place)
    return any(_is_nearest(kind, one, other, words) for one in left for other in right)


def _free_places(signs: str, masked: Masked, known: Known, place: Anchored) -> list[int]:
    data = table("second_ties.toml")["free"]
    before = data["before"][known.language].replace("{PAR}", _PAR)
    free = rf"(?<!{data['not_after'][known.language]}){signs}(?={before})"
    places = [masked.origin[match.start()] for match in re.finditer(free, masked.text)]
    return [at for at in places if place.start <= at < place.end]


def _words_of_ties(masked: Masked, known: Known, place: Anchored) -> list[tuple[int, str]]:
    """The places and kinds of all words that say some tie, in the quote."""
    found = []
    for kind, pattern in patterns("second_ties.toml", known.language, "words"):
        found += [(masked.origin[match.start()], kind) for match in pattern.finditer(masked.text)]
    return sorted((at, kind) for at, kind in found if place.start <= at < place.end)


def _is_nearest(kind: RelationKind, subject: int, target: int, words: list[tuple[int, str]]) -> bool:
    """Whether the last word of a tie before the target is of this kind, and none but it stands before the subject."""
    before = [said for at, said in words if at < target]
    if kind in _SYMMETRIC:
        return bool(words) and all(said == kind.value for _, said in words)
    if not before or before[-1] != kind.value:
        return False
    return not any(at < subject for at, _ in words)


def says(kind: RelationKind, subject: str, target: str, masked: Masked, known: Known, place: Anchored) -> bool:
    """Whether a masked sentence ties subject to target; the words that say it must lie in the quoted stretch."""
    ends = _ENDS[kind]
    if _is_said(kind, _signs(subject, target, ends, masked), masked, known, place):
        return True
    return kind in _SYMMETRIC and _is_said(kind, _signs(target, subject, ends, masked), masked, known, place)


def _signs(subject: str, target: str, ends: Ends, masked: Masked) -> dict[str, str]:
    """What the letters of a template stand for in one sentence."""
    return {
        "{S}": masked.signs(subject, *ends[0]),
        "{O}": masked.signs(target, *ends[1]),
        "{OP}": masked.signs(target, FactType.PERSON) if FactType.PERSON in ends[1] else "(?!)",
        "{X}": ANY,
    }


def _is_said(kind: RelationKind, signs: dict[str, str], masked: Masked, known: Known, place: Anchored) -> bool:
    templates = table("second_ties.toml")[known.language].get(kind.value, [])
    for template in templates:
        for match in re.finditer(_filled(template, signs, known.language), masked.text):
            origin = [*masked.origin, masked.origin[-1] + 1]
            begin, stop = origin[match.start("said")], origin[match.end("said")]
            if place.start <= begin and stop <= place.end and _is_clause_head(template, match, masked, known):
                return True
    return False


def _is_clause_head(template: str, match: re.Match[str], masked: Masked, known: Known) -> bool:
    """Whether what stands first is not itself part of a longer phrase ("the mayor of A and B visited")."""
    if not template.startswith(("{S}", "{O}")):
        return True
    left = masked.text[: match.start()]
    if "{CHAIN}" in template and any(
        n.type is not FactType.PLACE for n in masked.names[: ord(match.group()[0]) - ord(FIRST_SIGN)]
    ):
        return False  # only who is named first can have done one thing after another
    index = ord(match.group()[0]) - ord(FIRST_SIGN)
    first = masked.names[index]
    if masked.is_sender[index] and not re.search(
        r"\b(?:of|from|by|with|to|and|de|par|avec|et|von|mit|und) ?$|[和与及的对向为]$", left
    ):
        return True
    if known.language == "zh" and first.type is FactType.PERSON and left[-1:] not in tuple("、和与及的"):
        return True  # a post stands before the name, and nothing but the person can act
    return re.search(str(table("second_ties.toml")["left"][known.language]), left) is not None


def _filled(template: str, signs: dict[str, str], language: str) -> str:
    data = table("second_ties.toml")
    pieces = {name[3:]: str(value) for name, value in data["pieces"].items() if name.startswith(f"{language}_")}
    filled = template.replace("{LIST}", str(data["list"][language]))
    filled = filled.replace("{DO}", "(?P<said>").replace("{END}", ")").replace("{PAR}", _PAR)
    for name, piece in pieces.items():
        filled = filled.replace(f"{{{name}}}", piece)
    filled = filled.replace("{ADV}", pieces["ADV"])  # a chain of acts ends in adverbs of its own
    for letter, sign in signs.items():
        filled = filled.replace(letter, sign)
    return filled
