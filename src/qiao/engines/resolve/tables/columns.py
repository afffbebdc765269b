"""A table of rows as arrays: each distinct name folded once, each distinct word numbered once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

import numpy as np
from numpy.typing import NDArray

from qiao.engines.resolve.columns import place_of, stem
from qiao.engines.resolve.forms import Form, form_of
from qiao.engines.resolve.io import LONGEST_TEXT, domain_of
from qiao.engines.resolve.lexicon import is_known, places
from qiao.engines.resolve.sounds import bones

Ints = NDArray[np.int64]
Small = NDArray[np.int32]

WORDS = 10
"""Words of a name that are looked at."""
INITIALS = 3
_SHARED_HOSTS = frozenset("co com org net edu gov ac go gob gouv govt or ne mil asso".split())


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table; country, city and link are empty when unknown. A link is host/path, as `link_of` gives it."""

    id: str
    name: str
    country: str = ""
    city: str = ""
    link: str = ""


class Vocabulary:
    """Texts numbered as they come, from 1; 0 is the empty text."""

    def __init__(self) -> None:
        self.texts: list[str] = [""]
        self._numbers: dict[str, int] = {"": 0}

    def number(self, text: str) -> int:
        number = self._numbers.get(text)
        if number is None:
            number = self._numbers[text] = len(self.texts)
            self.texts.append(text)
        return number

    def __len__(self) -> int:
        return len(self.texts)

    def hashes(self) -> NDArray[np.uint64]:
        """(texts,) 64 bits of each text, the same in every process."""
        digests = b"".join(blake2b(text.encode(), digest_size=8).digest() for text in self.texts)
        return np.frombuffer(digests, np.uint64)


@dataclass(frozen=True, slots=True)
class Columns:
    """A table of n rows bearing u distinct names of v distinct texts. Numbers of texts; 0 says nothing.

    name (n,) the row's name.  country, city, link, domain, site, label (n,): link is the whole address, domain its
    host, site the part of it that one registers, label the telling word of that.
    words (u, WORDS), joined, acronym, legal (u,), initials (u, INITIALS): see Form; sound: the bones of its brand.
    plain, han, letters, brand (u,): strings.  hashes, stem, known, place, digits (v,): what each text is.
    """

    texts: list[str]
    hashes: NDArray[np.uint64]
    stem: Small
    known: NDArray[np.bool_]
    place: NDArray[np.bool_]
    digits: NDArray[np.bool_]
    name: Ints
    country: Small
    city: Small
    link: Small
    domain: Small
    site: Small
    label: Small
    words: Small
    joined: Small
    acronym: Small
    initials: Small
    legal: Small
    sound: Small
    plain: NDArray[np.object_]
    letters: NDArray[np.object_]
    han: NDArray[np.object_]
    brand: NDArray[np.object_]

    def __len__(self) -> int:
        return len(self.name)

    def hashed(self, numbers: NDArray[Any]) -> NDArray[np.uint64]:
        """Hashes of numbered texts; 0 stays 0."""
        return np.where(numbers > 0, self.hashes[numbers], np.uint64(0))


def columns_of(rows: Sequence[Row]) -> Columns:
    """The arrays of a table."""
    vocabulary, names = Vocabulary(), Vocabulary()
    name = np.fromiter((names.number(row.name) for row in rows), np.int64, len(rows))
    countries = _numbered(vocabulary, (row.country for row in rows), str.casefold, len(rows))
    cities = _numbered(vocabulary, (row.city for row in rows), place_of, len(rows))
    links = _numbered(vocabulary, (row.link for row in rows), str, len(rows))
    domains = _numbered(vocabulary, (row.link for row in rows), host_of, len(rows))
    sites = _numbered(vocabulary, (row.link for row in rows), site_of, len(rows))
    labels = _numbered(vocabulary, (row.link for row in rows), lambda link: site_of(link).partition(".")[0], len(rows))
    forms = _forms(vocabulary, names.texts)
    texts = vocabulary.texts
    towns = frozenset(places()) | frozenset(places().values())
    return Columns(
        texts=texts,
        hashes=vocabulary.hashes(),
        stem=_stems(texts),
        known=np.fromiter((is_known(text) for text in texts), np.bool_, len(texts)),
        place=np.fromiter((text in towns for text in texts), np.bool_, len(texts)),
        digits=np.fromiter((text.isdecimal() for text in texts), np.bool_, len(texts)),
        name=name,
        country=countries,
        city=cities,
        link=links,
        domain=domains,
        site=sites,
        label=labels,
        **forms,
    )


def link_of(address: str) -> str:
    """An address as host/path, both small, without "www." and a closing slash; empty when it has no host."""
    host = domain_of(address)
    if not host:
        return ""
    path = address.strip()[:LONGEST_TEXT].partition("//")[2] or address.strip()[:LONGEST_TEXT]
    path = path.partition("/")[2].partition("?")[0].partition("#")[0].strip("/").casefold()
    bare = path.removesuffix("/index.html").removesuffix("/index.php")
    return f"{host}/{bare}" if bare else host


def host_of(link: str) -> str:
    return link.partition("/")[0]


def site_of(link: str) -> str:
    """The part of a host that its owner registered: tum.de of in.tum.de/x, ox.ac.uk of cs.ox.ac.uk."""
    parts = host_of(link).split(".")
    if len(parts) > 2 and len(parts[-1]) == 2 and parts[-2] in _SHARED_HOSTS:
        return ".".join(parts[-3:])
    return ".".join(parts[-2:])


def _forms(vocabulary: Vocabulary, names: Sequence[str]) -> dict[str, NDArray]:  # type: ignore[type-arg]
    count = len(names)
    words, initials = np.zeros((count, WORDS), np.int32), np.zeros((count, INITIALS), np.int32)
    singles = np.zeros((4, count), np.int32)
    strings = np.empty((4, count), np.object_)
    number = vocabulary.number
    for at, name in enumerate(names):
        form = form_of(name)
        for place, word in enumerate(form.words[:WORDS]):
            words[at, place] = number(word)
        for place, letters in enumerate(form.initials[:INITIALS]):
            initials[at, place] = number(letters)
        singles[0, at], singles[1, at], singles[2, at] = number(form.joined), number(form.acronym), number(form.legal)
        brand = "".join(form.brand)
        singles[3, at], strings[3, at] = number(bones(brand)) if len(brand) > 3 else 0, brand
        strings[0, at], strings[1, at], strings[2, at] = form.plain, _letters(form), form.han
    return {
        "words": words,
        "initials": initials,
        "joined": singles[0],
        "acronym": singles[1],
        "legal": singles[2],
        "sound": singles[3],
        "plain": strings[0],
        "letters": strings[1],
        "han": strings[2],
        "brand": strings[3],
    }


def _stems(texts: Sequence[str]) -> Small:
    """(texts,) numbers shared by words of one stem or class; 0 for the empty text."""
    stems = Vocabulary()
    return np.fromiter((stems.number(stem(text) if text else "") for text in texts), np.int32, len(texts))


def _letters(form: Form) -> str:
    """The words of a name in one order, for comparing names whose words were moved."""
    return " ".join(sorted(form.words))


def _numbered(vocabulary: Vocabulary, texts: Iterable[str], fold, count: int) -> Small:  # type: ignore[no-untyped-def]
    seen: dict[str, int] = {}

    def number(text: str) -> int:
        if text not in seen:
            seen[text] = vocabulary.number(fold(text) if text else "")
        return seen[text]

    return np.fromiter((number(text) for text in texts), np.int32, count)
