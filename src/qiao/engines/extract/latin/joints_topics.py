""" "and", "et" and "und" between the two things one body is about: "Institute for Ceramics and Glass"."""

from __future__ import annotations

import re

from qiao.engines.extract.latin.event_heads import EVENT_HEADS, MAYBE_EVENT
from qiao.engines.extract.latin.gazetteer import known_place
from qiao.engines.extract.latin.page import Token
from qiao.engines.extract.latin.vocabulary import head_kind, is_german_noun, is_given_name, legal_form_pattern

_EN_SUFFIX = re.compile(
    r"(?:.{2,}(?:ics|ogy|ogies|tion|tions|sion|ment|ments|ance|ence|ity|ities|ture|tures|cy|ship|ships|ing|ism|ers|ors"
    r"|ists|ents|ants|ians|ars|als|sses|ries|ties|graphy|nomy|chemistry|lth|sts))$"
)
_EN_WORDS = frozenset(
    "commerce industry industries trade technology science sciences energy skills talent jobs "
    "glass steel metal metals wood paper textiles plastics food health medicine tourism law arts art design "
    "culture music sport labour labor work life water climate environment small medium laser plasma optics "
    "business businesses enterprise enterprises finance foreign economics economy research agriculture "
    "export exports import imports youth alumni growth people place places policy planning housing transport "
    "media digital data software hardware hydrogen wind solar battery batteries mobility care nature "
    "crafts women children families friends film fashion wine fisheries defence defense space air sea "
    "ports shipping logistics rail roads oceans forests forestry soil surfaces interfaces systems devices "
    "quantum nuclear automotive aerospace maritime marine biotech medtech fintech photonics robotics".split()
)
_FR_SUFFIX = re.compile(
    r"(?:.{2,}(?:ies?|tions?|sions?|ments?|ures?|iques?|tés?|eurs|euses|ents|ants|ées|aux|ois|ances?|ences?|iers|ises|isme|ités?))$"
)
_FR_WORDS = frozenset(
    "industrie commerce talents emploi emplois métiers artisanat santé climat eau bois acier énergies recherche "
    "numérique arts lettres droit sciences territoires services affaires mer terre verre aéronautique espace "
    "lumière matière vie mobilités données image son mode cuir textile sport jeunesse ville habitat "
    "international europe attractivité finances ressources export marketing ventes".split()
)
_REGIONAL = frozenset("cci ccir cma chambre communauté fédération union medef cpme métropole agence".split())


def is_topic(word: str, language: str) -> bool:
    """Whether a word, in lower case, is what bodies and posts are about: a craft, a trade, a kind of people."""
    if language == "de":
        return is_german_noun(word)
    if language == "fr":
        return word in _FR_WORDS or _FR_SUFFIX.fullmatch(word) is not None
    return word in _EN_WORDS or _EN_SUFFIX.fullmatch(word) is not None


def english_and(tokens: tuple[Token, ...], first: int, last: int, end: int, head: str) -> int:
    """The token behind an "and" that stays inside the name tokens[first:last], `end` when it parts two names."""
    stop = _capitals_end(tokens, last + 1, end)
    second = tokens[last + 1 : stop]
    before = tokens[last - 1]
    if not second or _is_own_name(second) or known_place(before.text) is not None:
        return end
    about = any(token.lower in ("of", "for") for token in tokens[first:last])
    if about and head:
        fits = is_topic(before.lower, "en") or (head != "university" and before.is_capital)
        headed = head_kind(before.lower, "en") and not is_topic(before.lower, "en")
        return last + 1 if fits and is_topic(second[-1].lower, "en") and not headed else end
    ends = any(_is_any_head(token.lower) for token in second[1:4])
    own = head_kind(before.lower, "en") and before.lower not in _EN_WORDS
    both = is_topic(before.lower, "en") and is_topic(second[0].lower, "en")
    return last + 1 if ends and both and not own else end


def _capitals_end(tokens: tuple[Token, ...], position: int, end: int) -> int:
    """Where the run of capitals without a mark between them ends."""
    stop = position
    while (
        stop < end and tokens[stop].is_capital and (stop == position or tokens[stop].start - tokens[stop - 1].end == 1)
    ):
        stop += 1
    return stop


def _is_any_head(word: str) -> bool:
    return bool(head_kind(word, "en")) or word in EVENT_HEADS or word in MAYBE_EVENT


def _is_own_name(words: tuple[Token, ...]) -> bool:
    """Whether the words behind an "and" are a name of their own: a place, a person, a firm with its legal form."""
    text = " ".join(token.text for token in words)
    return (
        known_place(words[0].text) is not None
        or is_given_name(words[0].lower)
        or legal_form_pattern().search(text) is not None
    )


def french_et(tokens: tuple[Token, ...], first: int, last: int, end: int, head: str) -> int:
    """As in "Institut Énergie et Matériaux", "CCI Ardèche et Diois": two subjects or two lands of one body."""
    before, after = tokens[last - 1], last + 1
    if not head or after >= end or last - first < 2 or not (before.is_capital and tokens[after].is_capital):
        return end
    goes_on = after + 1 < end and tokens[after + 1].is_capital and tokens[after + 1].start - tokens[after].end == 1
    heads = any(head_kind(word, "fr") not in ("", "company") for word in (before.lower, tokens[after].lower))
    topics = is_topic(before.lower, "fr") and is_topic(tokens[after].lower, "fr")
    lands = tokens[first].lower in _REGIONAL and last - first == 2 and not tokens[after].text.isupper()
    return after if (topics or lands) and not goes_on and not heads else end


def german_und(tokens: tuple[Token, ...], first: int, last: int, end: int, head: str) -> int:
    """As in "Verband der Ingenieure und Wissenschaftler": two common nouns behind the article of a body's name."""
    after = last + 1
    if not head or after >= end or not tokens[after].is_capital:
        return end
    about = any(token.lower in ("der", "des", "für") for token in tokens[first + 1 : last])
    people = tokens[last - 1].lower.endswith(("nden", "nten", "sten", "innen", "er", "ler"))
    both = (people or is_german_noun(tokens[last - 1].lower)) and is_german_noun(tokens[after].lower)
    return after if about and both and not head_kind(tokens[after].lower, "de") else end
