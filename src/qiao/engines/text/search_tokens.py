"""The tokens under which names are kept in the full-text index, the same on SQLite and PostgreSQL.

Each is a letter that says of what kind it is, then ASCII letters and digits: no parser of either database can read
one differently from the other.

    e   a whole form, without spaces            b   the first letters of a form
    w   a word, a syllable, two joined          s   the first one, two or three letters of a word
    g   three letters in a row                  h, k   a Han character, two in a row
    i   initials in a row                       t, u   first and last half of a word, with its length
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import pairwise

from qiao.engines.text.language import is_han
from qiao.engines.text.name_forms import LONGEST_PERSON_NAME, Forms, initials_of, plain_vowels, runs_of

__all__ = ["begin", "exact", "grams", "halves", "han", "index_tokens", "spell", "starts", "window"]

LONGEST_WORD = 40
LONGEST_FORM = 48
SHORTEST_HALVED = 4
WINDOW = 4  # initials in a row that are kept together
MOST = 4000  # tokens of one entry: a name of endless length is found by its beginning


def spell(text: str) -> str:
    """Text in ASCII letters and digits; other characters by their number."""
    return text if text.isascii() else "".join(c if c.isascii() else f"{ord(c):05x}" for c in text)


def exact(joined: str) -> str:
    spelt = spell(joined)
    return "e" + (spelt if len(spelt) <= LONGEST_FORM else _digest(spelt))


def begin(joined: str) -> str:
    """The token of what a form begins with: up to two Han characters or three letters."""
    head = joined[: 2 if is_han(joined[0]) else 3]
    han_letters = [c for c in head if is_han(c)]
    return "b" + spell(head if not han_letters or is_han(head[0]) else head[: head.index(han_letters[0])])


def starts(word: str) -> list[str]:
    return ["s" + spell(word[:length]) for length in range(1, min(len(word), 3) + 1)]


def grams(word: str) -> list[str]:
    return ["g" + spell(word[at : at + 3]) for at in range(len(word) - 2)]


def han(run: str) -> list[str]:
    """The tokens that a run of Han characters is asked by: pairs, or the one character."""
    return ["k" + spell(run[at : at + 2]) for at in range(len(run) - 1)] or ["h" + spell(run)]


def window(letters: str) -> list[str]:
    """The tokens that initials are asked by."""
    if len(letters) <= WINDOW:
        return ["i" + letters]
    return ["i" + letters[at : at + WINDOW] for at in range(len(letters) - WINDOW + 1)]


def halves(word: str, length: int) -> tuple[str, str]:
    """First and last half of a word of `length` letters: a slip of one letter leaves one of them whole."""
    first = (length + 1) // 2
    return f"t{spell(word[:first])}{length}", f"u{spell(word[len(word) - (length - first) :])}{length}"


def index_tokens(names: Iterable[Forms]) -> list[str]:
    """All tokens of the names of one entry, each once, in a fixed order."""
    found: dict[str, None] = {}
    for name in names:
        for token in _of_name(name):
            found[token] = None
        if len(found) > MOST:
            break
    return sorted(list(found)[:MOST])


def _of_name(name: Forms) -> Iterator[str]:
    if not name.folded:
        return
    runs = runs_of(name.folded)
    joined = name.joined
    for form in {joined, plain_vowels(joined), "".join(sorted(runs))}:
        yield exact(form)
    yield from (begin(joined[:length]) for length in (1, 2, 3) if length <= len(joined))
    for run in runs:
        yield from _of_han(run) if is_han(run[0]) else _of_word(run)
    for left, right in pairwise(runs):
        if is_han(left[0]) or is_han(right[0]):
            continue
        if len(left) == 1:
            yield from _of_word(left + right)  # l'oréal, d'eau
        yield from ("w" + spell(whole[:LONGEST_WORD]) for whole in {left + right, plain_vowels(left + right)})
    yield from _of_initials([run for run in runs if not is_han(run[0])])
    if name.pinyin:
        yield from _of_pinyin(name.pinyin.split())


def _of_word(word: str) -> Iterator[str]:
    word = word[:LONGEST_WORD]
    for spelling in {word, plain_vowels(word)}:
        yield "w" + spell(spelling)
        yield from starts(spelling)
        yield from grams(spelling)
        if len(spelling) >= SHORTEST_HALVED:
            yield from halves(spelling, len(spelling))


def _of_han(run: str) -> Iterator[str]:
    for char in run:
        yield "h" + spell(char)
    yield from han(run)


def _of_pinyin(syllables: list[str]) -> Iterator[str]:
    joined = "".join(syllables)
    for said in {joined, joined.replace("v", "u"), joined.replace("v", "yu")}:
        yield exact(said)
    if len(syllables) <= LONGEST_PERSON_NAME:  # a person's name is written in either order
        yield exact("".join([*syllables[1:], syllables[0]]))
        yield exact("".join([*syllables[2:], *syllables[:2]]))
    for said in {joined, plain_vowels(joined), joined.replace("v", "u"), joined.replace("v", "yu")}:
        yield from grams(said)
    pairs = [left + right for left, right in pairwise(syllables)]
    for syllable in syllables:
        for said in {syllable, syllable.replace("v", "u"), syllable.replace("v", "yu")}:
            yield "w" + spell(said)
            yield from starts(said)
    for pair in pairs:
        yield from ("w" + spell(said) for said in {pair, plain_vowels(pair), pair.replace("v", "u")})
    yield from _of_initials(syllables)


def _of_initials(words: list[str]) -> Iterator[str]:
    for letters in initials_of(words) if len(words) > 1 else ():
        for length in range(2, WINDOW + 1):
            yield from ("i" + letters[at : at + length] for at in range(len(letters) - length + 1))


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=12).hexdigest()
