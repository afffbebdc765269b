"""Whether a quoted name is the whole of a name, and whether the text shows that it is of the type claimed."""

from __future__ import annotations

import re

from qiao.engines.extract.han.lexicon import lexicon as han_lexicon
from qiao.engines.extract.latin.lexicon import words, words_by_language
from qiao.engines.extract.result import FactType
from qiao.engines.extract.second.anchor import Anchored
from qiao.engines.extract.second.known import NAMES, Known
from qiao.engines.extract.second.lexicon import compiled, table
from qiao.engines.extract.second.shapes import FORMS, SAID, ends_in_role, has_surname, is_role
from qiao.engines.text.language import is_han

LONGEST_NAME = 80
_NO_NAME = re.compile(r"[。！？!?;；:：\n]|[.,，、]\s*$|^\W|\d{3}")
_EDGES = "，。；：、！？（）()《》「」『』“”\"' \n\t/—-"
_BEFORE_HAN = frozenset(_EDGES + "与和及跟同向对在于由从到至了为是被将")
_AFTER_HAN = frozenset(_EDGES + "与和及跟同向对在于由从到至的了为是被将等就并也")
_VERB_ENDS = frozenset("访观察会抵达赴往成署订约括入见问是有请团业家商牌办过起给让让以并了的地区国")
_JOINTS = frozenset(("of", "and", "for", "de", "du", "des", "et", "und", "der", "&"))


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
    if _ends_in_event(name, known):
        return "other_type"
    return "" if _is_shown(kind, place, known, bool(over)) else "type_not_shown"


def _ends_in_event(name: str, known: Known) -> bool:
    """Whether the last word of a name is that of a gathering ("Promotion Conference"): no party is called so."""
    last = name if all(map(is_han, name)) else name.split()[-1]
    gatherings = table("second_kinds.toml").get(f"{known.language}_event", {})
    return any(compiled(said, known.language).search(last) for said in gatherings.values())


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
    shown = {seen for seen in NAMES if FORMS[seen](name, plain, place, known)}
    return shown == {kind} and (_is_whole_name(place, known) or (is_read and not _is_continued(place, known)))


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
    if not has_surname(plain) or known.plain[place.end] in _AFTER_HAN:
        return False
    return not SAID.match(known.plain, place.end)


def _is_whole_name(place: Anchored, known: Known) -> bool:
    """Whether the words beside a name cannot belong to it."""
    before, after = known.text[: place.start][-40:], known.text[place.end : place.end + 40]
    if known.language == "zh" and any(map(is_han, known.text[place.start : place.end])):
        plain_before, plain_after = known.plain[: place.start][-1:], known.plain[place.end : place.end + 1]
        free = not plain_before or plain_before in _BEFORE_HAN or _may_follow_role(place, known)
        return free and (not plain_after or plain_after in _AFTER_HAN or bool(SAID.match(known.plain, place.end)))
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
    return has_surname(known.plain[place.start : place.end]) and ends_in_role(known, place.start)
