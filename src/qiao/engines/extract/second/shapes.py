"""What the form of a name, and the words beside it, show of its type."""

from __future__ import annotations

import re

from qiao.engines.extract.han.lexicon import lexicon as han_lexicon
from qiao.engines.extract.han.lexicon import surnames
from qiao.engines.extract.latin.lexicon import phrases, words, words_by_kind, words_by_language, words_of_kind
from qiao.engines.extract.result import Fact, FactType
from qiao.engines.extract.second.anchor import Anchored
from qiao.engines.extract.second.known import Known
from qiao.engines.text.language import is_han
from qiao.engines.text.names import fold
from qiao.engines.text.places import find_place
from qiao.engines.text.view import fold_width

_GATHERINGS = frozenset(
    ("forum", "forums", "roundtable", "summit", "company", "committee")
)  # also names of events, or common nouns
_GROUND = frozenset(
    "river bay valley street lake park island road square house hall quay tower bridge hill beach campus".split()
)
_MAKER = re.compile(
    r"(?:企业|公司|大厂|厂商|新创|初创|通路|平台|品牌)$|"
    r"\b(?:company|firm|start-?up|maker|manufacturer|developer|supplier|specialist|"
    r"société|entreprise|jeune pousse|fabricant|"
    r"Firma|Unternehmen|Hersteller|Start-?up|Maschinenbauer|Anbieter|Spezialisten?) $"
)
SAID = re.compile(
    r"表示|指出|介绍|认为|强调|率|会见|带领|出席|说|致辞|先生|女士|博士|教授|一行|等|与|和|、|，|。|）|\)|为|在|接待|陪同|向|代表|参加|主持|签"
)


def _looks_like_person(name: str, plain: str, place: Anchored, known: Known) -> bool:
    """A given name or a title, a Chinese surname beside a post, or a post that the offline reader gives this name."""
    if any(fact.attrs.role for fact in _read_as(FactType.PERSON, place, known)):
        return not _has_organisation_form(plain) and (any(map(is_han, plain)) or " " in name)
    if any(map(is_han, plain)):
        return has_surname(plain) and _has_post_beside(place, known)
    longer = {form for form in _other_forms(FactType.PERSON, name, known) if fold(name) in fold(form).split()}
    return any(_has_given_name(form) for form in longer) or _has_given_name(name) or _is_titled(name, place, known)


def _read_as(kind: FactType, place: Anchored, known: Known) -> list[Fact]:
    return [f for f in known.names if f.type is kind and (f.start, f.end) == (place.start, place.end)]


def _has_given_name(name: str) -> bool:
    parts = name.split()
    return _may_be_person(parts) and parts[0].lower() in words("latin_given_names.txt")


def _is_titled(name: str, place: Anchored, known: Known) -> bool:
    before = known.text[max(0, place.start - 12) : place.start].split()
    has_title = bool(before) and before[-1].strip(".").lower() in words("latin_titles.txt")
    return has_title and _may_be_person(name.split())


def _may_be_person(parts: list[str]) -> bool:
    return 2 <= len(parts) <= 4 and not _has_head(" ".join(parts)) and not {part.lower() for part in parts} & _GROUND


def _looks_like_organisation(name: str, plain: str, place: Anchored, known: Known) -> bool:
    """A head noun or legal form, in the name or in another form of it, or a word like "the maker" in front."""
    if any(_has_organisation_form(form) for form in _other_forms(FactType.ORGANISATION, name, known)):
        return True
    return (
        _has_organisation_form(plain) or _MAKER.search(known.plain[max(0, place.start - 24) : place.start]) is not None
    )


def _other_forms(kind: FactType, name: str, known: Known) -> set[str]:
    """What else the offline reader takes for the same one."""
    return {fact.norm for fact in known.names if fact.text == name and fact.type is kind} - {name}


def _has_organisation_form(name: str) -> bool:
    plain = fold_width(name)
    if any(map(is_han, plain)):
        known_words = han_lexicon()
        ends = [plain[-length:] for length in range(min(8, len(plain) - 1), 1, -1)]
        has_head = any(known_words.kind(end, "head") for end in ends) and _has_proper_part(plain)
        return has_head or "firm" in known_words.classes(plain)
    if any(name.endswith(f" {form}") for form in phrases("latin_legal_forms.txt")):
        return True
    return _has_head(name) and _has_proper_word(name)


def _looks_like_place(name: str, plain: str, place: Anchored, known: Known) -> bool:
    return find_place(name) is not None


FORMS = {
    FactType.PERSON: _looks_like_person,
    FactType.ORGANISATION: _looks_like_organisation,
    FactType.PLACE: _looks_like_place,
}


def _has_head(name: str) -> bool:
    said = {word.strip(".,").lower() for word in re.split(r"[\s’'-]", name)} - _GATHERINGS
    return any(said & heads.keys() for heads in words_by_kind("latin_org_heads.txt").values())


def _has_proper_part(plain: str) -> bool:
    """Whether a Chinese name is more than common words one after the other (还有园区)."""
    at = 0
    while at < len(plain):
        word = han_lexicon().longest_at(plain, at)
        if not word or han_lexicon().classes(word) & {"place", "firm"}:
            return True
        at += len(word)
    return False


def _has_proper_word(name: str) -> bool:
    """Whether a name with a head noun says more than what sort of thing it is ("seven-head Delegation")."""
    heads = {word for kinds in words_by_kind("latin_org_heads.txt").values() for word in kinds}
    common = {word for held in words_by_language("latin_common_words.txt").values() for word in held}
    said = [word.strip(".,()&") for word in re.split(r"[\s-]", name)]
    proper = [word for word in said if word[:1].isupper() and word.lower() not in heads | common]
    return any(word.lower() not in words("latin_nouns_de.txt") for word in proper)


def has_surname(plain: str) -> bool:
    single, longer = surnames()
    if not all(map(is_han, plain)) or len(plain) < 2:
        return False
    return (plain[0] in single and len(plain) <= 3) or (plain[:2] in longer and len(plain) <= 4)


def _has_post_beside(place: Anchored, known: Known) -> bool:
    before = known.plain[max(0, place.start - 6) : place.start]
    ends = [before[-length:] for length in range(len(before), 1, -1)]
    return any("role" in han_lexicon().classes(end) for end in ends) and bool(
        SAID.match(known.plain, place.end) or place.end == len(known.text)
    )


def ends_in_role(known: Known, at: int) -> bool:
    before = known.plain[max(0, at - 6) : at]
    return any("role" in han_lexicon().classes(before[-length:]) for length in range(len(before), 1, -1))


def is_role(said: str, plain: str) -> bool:
    """Whether words hold the head of a post in a language we read."""
    if any(map(is_han, plain)):
        return any("role" in han_lexicon().classes(plain[-length:]) for length in range(min(6, len(plain)), 1, -1))
    heads = words_of_kind("latin_roles.txt", "head")
    found = {word.strip(".,()").lower() for word in re.split(r"[\s/]", said)}
    found |= {part for word in found for part in word.split("-")}
    return any(found & held for held in heads.values())
