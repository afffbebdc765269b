"""Whether a quoted name is the whole of a name, and whether the text shows that it is of the type claimed."""

from __future__ import annotations

import re

from qiao.engines.extract.han.lexicon import lexicon as han_lexicon
from qiao.engines.extract.han.lexicon import surnames
from qiao.engines.extract.latin.lexicon import phrases, words, words_by_kind, words_by_language, words_of_kind
from qiao.engines.extract.result import Fact, FactType
from qiao.engines.extract.second.anchor import Anchored
from qiao.engines.extract.second.known import NAMES, Known
from qiao.engines.text.language import is_han
from qiao.engines.text.names import fold
from qiao.engines.text.places import find_place
from qiao.engines.text.view import fold_width

LONGEST_NAME = 80
_VERB_ENDS = frozenset("访观察会抵达赴往成署订约括入见问是有请团业家商牌办过起给让让以并了的地区国")
_JOINTS = frozenset(("of", "and", "for", "de", "du", "des", "et", "und", "der", "&"))
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
_NO_NAME = re.compile(r"[。！？!?;；:：\n]|[.,，、]\s*$|^\W|\d{3}")
_EDGES = "，。；：、！？（）()《》「」『』“”\"' \n\t/—-"
_BEFORE_HAN = frozenset(_EDGES + "与和及跟同向对在于由从到至了为是被将")
_AFTER_HAN = frozenset(_EDGES + "与和及跟同向对在于由从到至的了为是被将等就并也")
_SAID = re.compile(
    r"表示|指出|介绍|认为|强调|率|会见|带领|出席|说|致辞|先生|女士|博士|教授|一行|等|与|和|、|，|。|）|\)|为|在|接待|陪同|向|代表|参加|主持|签"
)


def trouble_with_name(kind: FactType, place: Anchored, known: Known) -> str:
    """Why a name is refused, as a code; "" when it is one that the text itself shows to be of this type.

    The offline reader's name at the same place and of the same type is proof enough unless the name's own form
    speaks against it. One of another type, or a longer one, refuses it.
    """
    name = known.text[place.start : place.end]
    if place.slips:
        return "name_not_exact"
    if len(name) > LONGEST_NAME or _NO_NAME.search(name) or not any(map(str.isalpha, name)) or _is_common(name, known):
        return "not_a_name"
    over = [fact for fact in known.names if fact.start < place.end and place.start < fact.end]
    if any(fact.type is not kind for fact in over):
        return "other_type"
    if any((fact.start, fact.end) != (place.start, place.end) for fact in over):
        return "part_of_name"
    return "" if _is_shown(kind, place, known, bool(over)) else "type_not_shown"


def _is_common(name: str, known: Known) -> bool:
    """Whether the words of a quote are no name: a common word, an article in front, half a bracket behind."""
    at = known.text.find(name)
    plain = known.plain[at : at + len(name)]
    if _is_ragged(name) or (is_han(plain[0]) and _begins_with_verb(plain)):
        return True
    if all(map(is_han, plain)):
        return bool(han_lexicon().classes(plain) & {"common", "noun", "topic", "role", "trade"})
    return name == name.lower() or name.lower() in words_by_language("latin_common_words.txt").get(known.language, ())


def _is_ragged(name: str) -> bool:
    if name[0].islower() or name.count("(") + name.count("（") != name.count(")") + name.count("）"):
        return True
    return " " in name and name[-1].islower() and len(name.split()[-1]) <= 2


def _begins_with_verb(plain: str) -> bool:
    """Whether a Chinese stretch begins with a verb or a word that joins names (并与, 拜访)."""
    first = han_lexicon().classes(han_lexicon().longest_at(plain, 0))
    return plain[0] in _BEFORE_HAN | {"并", "以"} or any(kind.startswith("verb") for kind in first)


def _is_shown(kind: FactType, place: Anchored, known: Known, is_read: bool) -> bool:
    """Whether the form of a name, or the words around it, show its type."""
    name, plain = known.text[place.start : place.end], known.plain[place.start : place.end]
    shown = {seen for seen in NAMES if _FORMS[seen](name, plain, place, known)}
    return shown == {kind} and (_is_whole_name(place, known) or (is_read and not _is_continued(place, known)))


def _looks_like_person(name: str, plain: str, place: Anchored, known: Known) -> bool:
    """A given name or a title, a Chinese surname beside a post, or a post that the offline reader gives this name."""
    if any(fact.attrs.role for fact in _read_as(FactType.PERSON, place, known)):
        return not _has_organisation_form(plain) and (any(map(is_han, plain)) or " " in name)
    if any(map(is_han, plain)):
        return _has_surname(plain) and _has_post_beside(place, known)
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


_FORMS = {
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


def _is_continued(place: Anchored, known: Known) -> bool:
    """Whether the next words, or the one before, look like more of the same name."""
    after = known.text[place.end : place.end + 30]
    if any(map(is_han, known.text[place.start : place.end])):
        return _is_continued_han(place, known)
    if re.match(r"[ \-–&]{1,2}[A-ZÀ-Þ]|-\w| (?:lab|labs|office|group|team)\b", after):
        return True
    word = re.search(r"([A-ZÀ-Þ][\w’'.-]*)[ \-]$", known.text[max(0, place.start - 30) : place.start])
    if word is None or word.group(1).strip(".").lower() in words("latin_titles.txt"):
        return False
    is_noun = known.language == "de" and word.group(1).lower() in words("latin_nouns_de.txt")
    return not (is_noun or is_role(word.group(1), word.group(1)))


def _is_continued_han(place: Anchored, known: Known) -> bool:
    after = known.plain[place.end : place.end + 1]
    if after in tuple("府省市县州区郡镇乡村院所部") or (after and _is_person_open(place, known)):
        return True
    before = known.plain[max(0, place.start - 1) : place.start]
    return (
        bool(before)
        and is_han(before)
        and before not in _BEFORE_HAN | _VERB_ENDS
        and not _may_follow_role(place, known)
    )


def _is_person_open(place: Anchored, known: Known) -> bool:
    plain = known.plain[place.start : place.end]
    if not _has_surname(plain) or known.plain[place.end] in _AFTER_HAN:
        return False
    return not _SAID.match(known.plain, place.end)


def _has_proper_word(name: str) -> bool:
    """Whether a name with a head noun says more than what sort of thing it is ("seven-head Delegation")."""
    heads = {word for kinds in words_by_kind("latin_org_heads.txt").values() for word in kinds}
    common = {word for held in words_by_language("latin_common_words.txt").values() for word in held}
    said = [word.strip(".,()&") for word in re.split(r"[\s-]", name)]
    proper = [word for word in said if word[:1].isupper() and word.lower() not in heads | common]
    return any(word.lower() not in words("latin_nouns_de.txt") for word in proper)


def _has_surname(plain: str) -> bool:
    single, longer = surnames()
    if not all(map(is_han, plain)) or len(plain) < 2:
        return False
    return (plain[0] in single and len(plain) <= 3) or (plain[:2] in longer and len(plain) <= 4)


def _has_post_beside(place: Anchored, known: Known) -> bool:
    before = known.plain[max(0, place.start - 6) : place.start]
    ends = [before[-length:] for length in range(len(before), 1, -1)]
    return any("role" in han_lexicon().classes(end) for end in ends) and bool(
        _SAID.match(known.plain, place.end) or place.end == len(known.text)
    )


def _is_whole_name(place: Anchored, known: Known) -> bool:
    """Whether the words beside a name cannot belong to it."""
    before, after = known.text[: place.start][-40:], known.text[place.end : place.end + 40]
    if known.language == "zh" and any(map(is_han, known.text[place.start : place.end])):
        plain_before, plain_after = known.plain[: place.start][-1:], known.plain[place.end : place.end + 1]
        free = not plain_before or plain_before in _BEFORE_HAN or _may_follow_role(place, known)
        return free and (not plain_after or plain_after in _AFTER_HAN or bool(_SAID.match(known.plain, place.end)))
    if re.match(r"[ \-–&’'.]{1,2}[A-ZÀ-Þ0-9]|-\w| (?:of|for|de|du|des|der|für|und|and|et|&) ", after):
        return False
    word = re.search(r"([\w’'.-]+)[ \-–&]$", before)
    if word is None:
        return True
    said = word.group(1)
    if said.strip(".").lower() in words("latin_titles.txt"):
        return True
    if said in _JOINTS:  # "director of Auental Werke" ends a phrase, "Bank of Auental" does not
        head = re.search(r"([\w’'-]+) [\w’'&]+ $", before)
        return head is not None and head.group(1) == head.group(1).lower()
    return said == said.lower()


def _may_follow_role(place: Anchored, known: Known) -> bool:
    """A person's name follows the post; an organisation's does not, it stands before it."""
    return _has_surname(known.plain[place.start : place.end]) and _ends_in_role(known, place.start)


def _ends_in_role(known: Known, at: int) -> bool:
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
