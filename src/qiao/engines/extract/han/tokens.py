"""Cut a view text into words: the cheapest path through the lexicon, over spans that earlier layers have read."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qiao.engines.extract.han.lexicon import lexicon
from qiao.engines.text.language import is_han

_LETTER = r"[^\W\d_\u2e80-\u9fff\uf900-\uffef]"
_ALNUM = r"[^\W_\u2e80-\u9fff\uf900-\uffef]"
_SHORTENED = r"(?:(?<=[A-Z])|(?<=Inc)|(?<=Ltd)|(?<=Co)|(?<=Corp)|(?<=Dr)|(?<=Prof)|(?<=St))"
_LATIN = re.compile(
    rf"{_LETTER}(?:{_ALNUM}|[.'’&+/_@-](?={_ALNUM})"
    r"|, ?(?=(?:Ltd|Inc|LLC|Limited|S\.A|GmbH|LP|Llc)\b)"
    rf"|{_SHORTENED}\.|\.(?=[ ,、)]|$)|[ ](?:& |- )?(?={_ALNUM}))*"
    r"|\d+(?=[A-Za-z])[A-Za-z0-9]*"
)
_OFFICES = frozenset("局处部厅署科室组院所馆站会园校")
_LATIN_POST = re.compile(r"(?:CEO|CTO|COO|CFO|CMO|CIO|CSO|CPO|VP|GM|MD)(?![A-Za-z0-9])")
_UNKNOWN, _SINGLE, _WORD = 1.3, 1.12, 1.0


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the view: [start, end), its characters, and the classes it may belong to.

    A span read before is one token of class "mark"; a run of letters is "latin"; an unknown Han character is
    "char"; anything else is "stop".
    """

    start: int
    end: int
    word: str
    classes: frozenset[str]

    def has(self, *names: str) -> bool:
        return any(name in self.classes for name in names)

    def of(self, family: str) -> str:
        """The kind of this word in a family ("head", "verb", "event", "agreement"), or an empty string."""
        prefix = f"{family}:"
        return next((name[len(prefix) :] for name in sorted(self.classes) if name.startswith(prefix)), "")

    @property
    def is_stop(self) -> bool:
        return "stop" in self.classes


_CHAR, _STOP, _MARK, _LATIN_RUN, _POST = (frozenset((name,)) for name in ("char", "stop", "mark", "latin", "role"))


def tokens(text: str, marked: list[tuple[int, int]]) -> list[Token]:
    """Words of a text in order; together they cover it but for white space inside Han runs.

    marked   spans already read (dates, sums, counts), which stay whole.
    """
    ends = dict(sorted(marked))
    out: list[Token] = []
    at = 0
    while at < len(text):
        end, classes = at + 1, _STOP
        if at in ends:
            end, classes = ends[at], _MARK
        elif is_han(text[at]):
            end = _run_end(text, at, ends)
            out.extend(_cut(text, at, end))
            at = end
            continue
        elif post := _LATIN_POST.match(text, at):
            end, classes = post.end(), _POST
        elif match := _LATIN.match(text, at):
            end = min([match.end(), *(start for start in ends if at < start < match.end())])
            classes = _LATIN_RUN
        out.append(Token(at, end, text[at:end], classes))
        at = end
    return out


def _with_shared_posts(out: list[Token]) -> list[Token]:
    """产业发展处|长 becomes 产业发展|处长: office and post share a character, and the post needs it."""
    fixed: list[Token] = []
    for token in out:
        before = fixed[-1] if fixed else None
        if token.word == "长" and before is not None and len(before.word) > 1 and before.word[-1] in _OFFICES:
            post = before.word[-1] + "长"
            shorter = before.word[:-1]
            fixed[-1] = Token(
                before.start, before.end - 1, shorter, lexicon().classes(shorter) or frozenset(("topic",))
            )
            fixed.append(Token(before.end - 1, token.end, post, lexicon().classes(post)))
            continue
        fixed.append(token)
    return fixed


def _run_end(text: str, at: int, ends: dict[int, int]) -> int:
    """A run of Han, and of the middle dots and hyphens inside transliterated names."""
    end = at
    while end < len(text) and end not in ends:
        inner = text[end] in "·-" and end + 1 < len(text) and is_han(text[end + 1]) and end + 1 not in ends
        if not (is_han(text[end]) or inner):
            break
        end += 1
    return end


def _cut(text: str, start: int, end: int) -> list[Token]:
    words = lexicon()
    size = end - start
    cost = [0.0] + [1e9] * size
    back = [0] * (size + 1)
    for at in range(size):
        here = cost[at]
        if here + _UNKNOWN < cost[at + 1]:
            cost[at + 1], back[at + 1] = here + _UNKNOWN, at
        for length in range(1, min(words.longest, size - at) + 1):
            if text[start + at : start + at + length] in words.words:
                price = here + (_SINGLE if length == 1 else _WORD)
                if price < cost[at + length]:
                    cost[at + length], back[at + length] = price, at
    cuts = [size]
    while cuts[-1]:
        cuts.append(back[cuts[-1]])
    out = []
    for left, right in zip(reversed(cuts[1:]), reversed(cuts[:-1]), strict=True):
        word = text[start + left : start + right]
        classes = words.classes(word) or (_STOP if word in "·-" else _CHAR)
        out.append(Token(start + left, start + right, word, classes))
    return _with_shared_posts(out)
