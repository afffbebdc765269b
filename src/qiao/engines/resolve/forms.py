"""One name parsed once into the forms it is compared by."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from qiao.engines.resolve.folding import has_han, latin, pieces, tidy
from qiao.engines.resolve.han import pinyin, reading, segments
from qiao.engines.resolve.legal import split_han, split_latin
from qiao.engines.resolve.lexicon import STOPWORDS, is_brand, is_known, meanings
from qiao.engines.resolve.sounds import spelled

_RUN = re.compile(
    r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]+|[^\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]+"
)
_LONGEST_ACRONYM = 10
_MOST_WORDS = 24


@dataclass(frozen=True, slots=True)
class Form:
    """A name's forms; all Latin text is small ASCII, all Han simplified.

    text      the name in one width and script, case kept.
    words     what its words mean, in order, each once; the legal form and small words left out.
    source    for each of `words`, the word as it stands in the name.
    plain     its Latin words as written, folded, joined by spaces; for Han what the words mean and the rest in pinyin.
    joined    the same without spaces; for Han the whole name in pinyin.
    initials  the letters its words begin with: without small words, with them, with the legal form, without the ends.
    acronym   the name itself when it is one short word, or a short word of capitals in brackets; otherwise empty.
    legal     the legal form taken off.
    han       its Han characters without the legal form; empty for other scripts.
    brand     its words that the lexicon does not know, spelled in Latin letters as a foreigner would.
    """

    text: str
    words: tuple[str, ...]
    source: tuple[str, ...]
    plain: str
    joined: str
    initials: tuple[str, ...]
    acronym: str
    legal: str
    han: str
    brand: tuple[str, ...]


@lru_cache(maxsize=100_000)
def form_of(name: str) -> Form:
    """The forms of a name; for a name without letters all are empty."""
    text = tidy(name)
    return _han_form(text) if has_han(text) else _latin_form(text)


_PROPER = frozenset(
    "华中 华南 华东 华北 华西 中南 东方 南方 北方 长江 黄河 长城 人民 民族 交通 交大 同济 协和 中山 成功 "
    "中正 中兴 东海 海洋 光明 新华 联合 东华 太平洋 江南 江北 河海 珠江 中央 中原 东亚 阳明 清华 远东 大众 平安 现代 "
    "创新 先进 先导 智慧 华侨 友谊 和平".split()
)
"""Words that mean something and are also said as they sound: 华中 is Central China and Huazhong."""


def forms_of(name: str) -> tuple[Form, ...]:
    """The form of a name and, where some of its Han words may be meant as proper names, that reading too."""
    form = form_of(name)
    if form.han and any(word in _PROPER for word in form.source):
        return form, _sounded(tidy(name))
    return (form,)


@lru_cache(maxsize=20_000)
def _sounded(text: str) -> Form:
    return _han_form(text, sounded=True)


def _latin_form(text: str) -> Form:
    raw = pieces(text)
    folded = [word for word in map(latin, raw) if word][:_MOST_WORDS]
    core, legal = split_latin(folded)
    telling = [word for word in core if word not in STOPWORDS] or core
    words: dict[str, str] = {}
    for word in telling:
        for meaning in meanings(word):
            words.setdefault(meaning, word)
    return Form(
        text=text,
        words=tuple(words),
        source=tuple(words.values()),
        plain=" ".join(core),
        joined="".join(core),
        initials=_initials(telling, core, folded),
        acronym=_acronym(text, core),
        legal=legal,
        han="",
        brand=tuple(word for word in telling if not is_known(word)),
    )


def _han_form(text: str, *, sounded: bool = False) -> Form:
    words: dict[str, str] = {}
    brand: list[str] = []
    core_han: list[str] = []
    plain: list[str] = []
    legal = ""
    for piece in pieces(text):
        for run in _RUN.findall(piece):
            if has_han(run):
                core, form = split_han(run)
                legal = legal or form
                core_han.append(core)
                _take_han(core, words, brand, plain, sounded)
            elif word := latin(run):
                words.setdefault(word, word)
                plain.append(word)
                if not is_known(word):
                    brand.append(word)
    if not words:
        _take_han(text, words, brand, plain, sounded)
        core_han.append(text)
    han = "".join(core_han)
    latin_words = [
        word for word in map(latin, (r for p in pieces(text) for r in _RUN.findall(p) if not has_han(r))) if word
    ]
    read = "".join(reading(char)[:1] for char in han)
    return Form(
        text=text,
        words=tuple(words)[:_MOST_WORDS],
        source=tuple(words.values())[:_MOST_WORDS],
        plain=" ".join(plain[:_MOST_WORDS]),
        joined="".join(latin_words) + pinyin(han),
        initials=(read,) if 2 <= len(read) <= _LONGEST_ACRONYM else (),
        acronym=next((word for word in latin_words if 2 <= len(word) <= _LONGEST_ACRONYM), ""),
        legal=legal,
        han=han,
        brand=tuple(brand),
    )


def _take_han(core: str, words: dict[str, str], brand: list[str], plain: list[str], sounded: bool) -> None:
    for part, said in segments(core):
        if said and not (sounded and part in _PROPER):
            if is_brand(part):
                brand.append("".join(said))
            for meaning in filter(None, said):
                words.setdefault(meaning, part)
                plain.append(meaning)
        else:
            sound = pinyin(part)
            if sound:
                words.setdefault(sound, part)
                plain.append(sound)
                brand.append(spelled(part))


def _initials(telling: list[str], core: list[str], folded: list[str]) -> tuple[str, ...]:
    first = "".join(word[0] for word in telling)
    kinds = [first, *("".join(word[0] for word in words) for words in (core, folded))]
    if len(first) > 3:
        # Acronyms often leave out the country or town a name begins or ends with.
        kinds += [first[1:], first[2:], first[:-1]]
    return tuple(dict.fromkeys(each for each in kinds if 2 <= len(each) <= _LONGEST_ACRONYM + 4))


_BRACKETED = re.compile(r"[(\[]\s*([^\W_][^\W_\s&.-]{1,9})\s*[)\]]")


def _acronym(text: str, core: list[str]) -> str:
    if len(core) == 1 and 2 <= len(core[0]) <= _LONGEST_ACRONYM:
        return core[0]
    found = _BRACKETED.search(text)
    if found and sum(map(str.isupper, found[1])) >= 2:
        return latin(found[1])
    joined = "".join(core)
    if 2 <= len(joined) <= 7 and sum(map(str.isupper, text)) >= 2 and text.upper() == text:
        return joined
    capitals = [word for word in pieces(text) if 3 <= len(word) <= _LONGEST_ACRONYM and word.isupper()]
    return latin(capitals[0]) if len(capitals) == 1 and not text.isupper() else ""
