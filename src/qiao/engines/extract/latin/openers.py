"""Where a name may begin: capitals that are no common word, no post and no title."""

from __future__ import annotations

from qiao.engines.extract.latin.openers_de import is_initial, may_begin_german
from qiao.engines.extract.latin.page import Page, Sentence
from qiao.engines.extract.latin.vocabulary import (
    ACRONYMS_NOT_NAMES,
    head_kind,
    is_common,
    is_demonym,
    is_family_name_first,
    is_role_head,
    is_title,
)
from qiao.engines.text.latin_number_words import NUMBER_WORDS


def may_begin(page: Page, sentence: Sentence, position: int) -> bool:
    token, language = page.tokens[position], sentence.language
    word = token.lower
    if language == "fr" and word in _FR_LOW_HEADS and not token.is_capital:
        return _reaches_capital(page, sentence, position)
    if not token.is_word or not token.is_capital or word in ACRONYMS_NOT_NAMES:
        return False
    if word in NUMBER_WORDS[language] or (is_title(word) and not _is_initial_letter(page, position, language)):
        return False
    if word.endswith(("-based", "-led", "-owned", "-backed", "-style", "-headquartered", "-listed")):
        return False
    if language == "de":
        return may_begin_german(page, sentence, position)
    if is_demonym(word, language) and not _leads_to_head(page, sentence, position):
        return False
    if is_common(word, language) and not (token.text.isupper() and 2 < len(word) < 5):
        if head_kind(word, language):
            return _is_named(page, sentence, position)
        starts = is_initial(page, sentence, position)
        if not starts and is_family_name_first(word) and position + 1 < sentence.last:
            return page.tokens[position + 1].is_capital
        return len(word) > 4 and not starts and _leads_to_head(page, sentence, position)
    return not is_role_head(word, language)


def _is_initial_letter(page: Page, position: int, language: str) -> bool:
    """As in "M. Dixon" in English, where the letter is a given name and not "Monsieur"."""
    following = page.tokens[position + 1].text if position + 1 < len(page.tokens) else ""
    return language != "fr" and len(page.tokens[position].text) == 1 and following == "."


_FR_LOW_HEADS = frozenset(
    "université école institut chambre lycée hôpital ferme-école conservatoire observatoire "
    "fondation pôle consulat ambassade".split()
)


def _reaches_capital(page: Page, sentence: Sentence, position: int) -> bool:
    """As in "l'université de Lille": a lower-case head whose name ends in a capital a few words on."""
    tokens = page.tokens
    for after in range(position + 1, min(position + 6, sentence.last)):
        token = tokens[after]
        if token.is_capital:
            if after == position + 1:
                return tokens[position].lower in ("lycée", "institut", "université", "hôpital", "fondation", "pôle")
            return tokens[after - 1].lower in ("de", "d'", "du", "des", "la", "l'")
        if not token.is_word or token.lower in (
            "et",
            "a",
            "ont",
            "est",
            "qui",
            "que",
            "en",
            "à",
            "au",
            "avec",
            "pour",
            "par",
            "sur",
            "les",
            "son",
            "sa",
        ):
            return False
    return False


def _leads_to_head(page: Page, sentence: Sentence, position: int) -> bool:
    """As in "British Deputy High Commission": capitals without a break up to a head noun."""
    for after in range(position + 1, min(position + 5, sentence.last)):
        token = page.tokens[after]
        if not token.is_capital or token.start - page.tokens[after - 1].end > 1:
            return False
        if head_kind(token.lower, sentence.language):
            return True
    return False


_LINKS = frozenset(["of", "the", "de", "d'", "du", "la", "des", "l'"])
_INVEST_LINKS = _LINKS | {"in"}


def _is_named(page: Page, sentence: Sentence, position: int) -> bool:
    """Whether a head noun opens a name: it is followed by a capital, or by "of" or "de" and a capital."""
    tokens = page.tokens
    if sentence.language == "fr" and not is_initial(page, sentence, position):
        return True
    after = position + 1
    links = _INVEST_LINKS if tokens[position].text == "Invest" else _LINKS
    while after < sentence.last and tokens[after].lower in links:
        after += 1
    return (
        after < sentence.last
        and tokens[after].is_capital
        and not (is_initial(page, sentence, position) and after == position + 1 and sentence.language == "fr")
    )
