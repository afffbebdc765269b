"""Events and agreements: the words of the quote must name the kind; parties only where the sentence joins them."""

from __future__ import annotations

import re
from itertools import combinations

from qiao.engines.extract.result import Attributes, Fact, FactType, Modality, RelationKind
from qiao.engines.extract.second.anchor import Anchored
from qiao.engines.extract.second.answer import SaidFact
from qiao.engines.extract.second.known import Known
from qiao.engines.extract.second.lexicon import table
from qiao.engines.extract.second.masked import mask
from qiao.engines.extract.second.modality import agreed_modality
from qiao.engines.extract.second.ties import says


def verify_act(said: SaidFact, place: Anchored, known: Known) -> Fact | str:
    """The event or agreement as the text says it, or the code of a refusal."""
    if any(name.start <= place.start and place.end <= name.end for name in known.names):
        return "other_type"
    kinds = _kinds(said.type, known, place)
    if not kinds:
        return "kind_not_shown"
    if len(kinds) > 1 or said.kind not in (shown := next(iter(kinds)).split("|")):
        return "other_kind"
    modality = agreed_modality(said.modality, said.type, known, place.start, place.end)
    if modality is None:
        return "modality_unclear"
    if said.type is FactType.AGREEMENT and modality is Modality.FACT and not _is_done(known, place):
        return "not_shown_as_done"
    text = known.text[place.start : place.end]
    parties = _parties(said, place, known) if said.type is FactType.AGREEMENT else ()
    return Fact(
        place.start,
        place.end,
        said.type,
        text,
        text,
        modality,
        attrs=Attributes(kind=said.kind if len(shown) == 1 else "", parties=parties),
    )


def _kinds(kind: FactType, known: Known, place: Anchored) -> set[str]:
    """The kinds that the words of a quote name; a longer expression hides the shorter ones inside it."""
    found: list[tuple[int, int, str]] = []
    stretch = known.plain[place.start : place.end]
    for name, words in table("second_kinds.toml")[f"{known.language}_{kind.value}"].items():
        whole = str(words) if known.language == "zh" else rf"(?<![\w])(?:{words})(?!\w)"
        flags = 0 if known.language in ("zh", "de") else re.IGNORECASE
        found += [(match.start(), match.end(), name) for match in re.finditer(whole, stretch, flags)]
    return {
        name
        for start, end, name in found
        if not any(left <= start and end <= right and right - left > end - start for left, right, _ in found)
    }


def _is_done(known: Known, place: Anchored) -> bool:
    start, end = known.sentence(place.start, place.end)
    words = str(table("second_kinds.toml")[f"{known.language}_done"]["words"])
    return re.search(words, known.plain[start:end], re.IGNORECASE) is not None


def _parties(said: SaidFact, place: Anchored, known: Known) -> tuple[str, ...]:
    """Those two of the named parties that the sentence says signed with one another; else none at all."""
    start, end = known.sentence(place.start, place.end)
    masked = mask(known, start, end)
    if len(_agreements(known, start, end)) != 1:
        return ()
    whole = Anchored(start, end)
    for one, other in combinations(said.parties, 2):
        if says(RelationKind.SIGNED_WITH, known.meaning(one), known.meaning(other), masked, known, whole):
            return one, other
    return ()


def _agreements(known: Known, start: int, end: int) -> list[tuple[int, int]]:
    """The places of a sentence where some agreement is named: with two, nobody knows whose parties are whose."""
    words = "|".join(str(said) for said in table("second_kinds.toml")[f"{known.language}_agreement"].values())
    whole = words if known.language == "zh" else rf"(?<!\w)(?:{words})(?!\w)"
    flags = 0 if known.language in ("zh", "de") else re.IGNORECASE
    return [match.span() for match in re.finditer(whole, known.plain[start:end], flags)]
