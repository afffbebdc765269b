"""The small words that join the parts of one name: "Chamber of Commerce", "École de commerce de Lyon"."""

from __future__ import annotations

from qiao.engines.extract.latin.joints_base import is_post, person_particle
from qiao.engines.extract.latin.joints_de import german
from qiao.engines.extract.latin.joints_fr import french
from qiao.engines.extract.latin.joints_topics import english_and
from qiao.engines.extract.latin.page import Page, Sentence, Token
from qiao.engines.extract.latin.vocabulary import head_kind

_EN_TOPICS = frozenset(
    "commerce industry trade industries technology technologies innovation development "
    "research science sciences economy "
    "economics energy labour labor education health arts design engineering finance "
    "investment investments tourism "
    "agriculture food environment climate transport infrastructure digital culture sport "
    "media planning security defense "
    "defence business enterprise enterprises entrepreneurship management medicine foreign "
    "affairs export exports manufacturing "
    "communications logistics shipping fisheries forestry mining employment skills housing regeneration".split()
)


_ROMANCE = frozenset("da do das dos del della delle degli dei di".split())


def joint_after(page: Page, sentence: Sentence, first: int, last: int, head: str) -> int:
    """The token that continues the name tokens[first:last], `sentence.last` when nothing does.

    Returns `last` itself when the next word continues the name without any joint.
    """
    tokens, end = page.tokens, sentence.last
    if last >= end:
        return end
    token = tokens[last]
    if token.is_capital and _touches(tokens, last):
        return last
    if token.lower == "in" and tokens[last - 1].text == "Invest" and last + 1 < end and tokens[last + 1].is_capital:
        return last + 1
    if token.text in "&+" and last + 1 < end and tokens[last + 1].is_capital:
        return last + 1
    if token.text == "." and _is_initial_letter(tokens[last - 1]) and last + 2 < end and tokens[last + 1].text == "-":
        return last + 2 if tokens[last + 2].is_capital else end
    if token.text == "." and _is_initial_letter(tokens[last - 1]) and last + 1 < end and tokens[last + 1].is_capital:
        return last + 1
    if token.text.isdigit() and _touches(tokens, last) and _is_number_of_name(page, sentence, last):
        return last
    english = any(t.lower == "of" for t in tokens[first:last])
    if sentence.language != "en" and head and (token.lower == "of" or (token.lower == "and" and english)):
        return _english(tokens, first, last, end, head)
    joint = {"en": _english, "fr": french, "de": german}[sentence.language](tokens, first, last, end, head)
    if joint >= end and head and token.lower in _ROMANCE and not (token.lower == "das" and sentence.language == "de"):
        joint = person_particle(tokens, last, end)
    return joint if joint < end and not _crosses_line(page, last, joint) else end


def _touches(tokens: tuple[Token, ...], position: int) -> bool:
    return tokens[position].start - tokens[position - 1].end <= 1


def _crosses_line(page: Page, last: int, joint: int) -> bool:
    return "\n\n" in page.text[page.tokens[last - 1].end : page.tokens[joint].start]


def _is_initial_letter(token: Token) -> bool:
    return (len(token.text) == 1 and token.text.isupper()) or token.lower in (
        "st",
        "ste",
        "jr",
        "gebr",
        "bros",
        "jos",
        "chr",
        "mt",
        "ft",
    )


def _is_number_of_name(page: Page, sentence: Sentence, position: int) -> bool:
    """A number ends a name ("Quai 7") when no noun follows that it could count."""
    if len(page.tokens[position].text) > 4 or position + 1 > sentence.last:
        return False
    if position + 1 == sentence.last:
        return True
    after = page.tokens[position + 1]
    return after.text in ',;)»”"' or after.lower in ("et", "and", "und", "in", "à", "at", "is", "est", "ist", "-")


def _english(tokens: tuple[Token, ...], first: int, last: int, end: int, head: str) -> int:
    word = tokens[last].lower
    after = last + 1
    if word in ("of", "for") and head and after < end:
        if tokens[after].lower == "the":
            after += 1
        return after if after < end and tokens[after].is_capital and not is_post(tokens[after], "en") else end
    if word == "and" and after + 1 < end and tokens[after].is_capital and _joins_adjectives(tokens, last, end):
        return after
    if word == "and" and head and after < end and tokens[after].is_capital:
        topical = tokens[after].lower in _EN_TOPICS
        services = after + 1 < end and tokens[after + 1].lower in (
            "services",
            "affairs",
            "development",
            "protection",
            "planning",
            "relations",
        )
        if tokens[last - 1].lower in _EN_TOPICS and (topical or services):
            return after
    if word == "and" and after < end and tokens[after].is_capital:
        return english_and(tokens, first, last, end, head)
    if (
        word == ","
        and head
        and after < end
        and tokens[after].lower in _EN_TOPICS
        and tokens[last - 1].lower in _EN_TOPICS
    ):
        return after if tokens[after].is_capital else end
    if word in ("of", "for"):
        return end
    if (
        word == "'s"
        and after < end
        and tokens[last - 1].lower in ("people", "women", "children", "men", "farmers", "workers")
    ):
        return after if tokens[after].is_capital else end
    return person_particle(tokens, last, end)


def _joins_adjectives(tokens: tuple[Token, ...], last: int, end: int) -> bool:
    """As in "Economic and Technological Development Zone": "and" between two adjectives before a head noun."""
    endings = ("ic", "al", "ive", "ary", "ical")
    if not (tokens[last - 1].lower.endswith(endings) and tokens[last + 1].lower.endswith(endings)):
        return False
    return any(head_kind(token.lower, "en") for token in tokens[last + 2 : min(end, last + 5)])
