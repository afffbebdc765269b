"""Which of the older encodings a text is in: Chinese ones first, then Western, then whatever is likely."""

from __future__ import annotations

import codecs
import re

from qiao.engines.documents.hanscore import han_score

_SAMPLE = 1 << 16
_CHINESE = ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
_CHINESE_ENOUGH = 0.85
_SURELY_CHINESE = 0.97
_ACCENTS = re.compile(
    rb"(?<=[A-Za-z])[\x80-\xff]{1,2}(?![\x80-\xff])|(?<![\x80-\xff])[\x80-\xff]{1,2}(?![\x80-\xff])(?=[A-Za-z\s])"
)
_HIGH_BYTE = re.compile(rb"[\x80-\xff]")
_WESTERN = frozenset("àâäáãåæçéèêëíìîïñóòôöõœúùûüÿßÀÂÄÁÅÆÇÉÈÊËÍÎÏÑÓÔÖŒÚÙÛÜŸ«»‹›–—‘’‚“”„…•€£§°©®™·¿¡\xa0²³½µ")


def guess_legacy(data: bytes, declared: str = "") -> str:
    """The likeliest encoding of bytes that are not UTF-8; a name that `bytes.decode` knows."""
    sample = _telling_sample(data)
    chinese, score = _best_chinese(sample, declared)
    if score > _SURELY_CHINESE:
        return chinese
    if _reads_as_western(sample):
        return "cp1252"
    if score:
        return chinese
    return _by_statistics(sample) or declared or "cp1252"


def _telling_sample(data: bytes) -> bytes:
    """The first lines that hold more than ASCII: headers and blank lines tell nothing."""
    if len(data) <= _SAMPLE:
        return data
    first = _HIGH_BYTE.search(data)
    start = data.rfind(b"\n", 0, first.start()) + 1 if first else 0
    # One line of megabytes has no start near its first high byte; an even cut keeps UTF-16 in step.
    start = max(start, first.start() - 1024 if first else 0)
    return data[start - start % 2 : start - start % 2 + _SAMPLE]


def _best_chinese(sample: bytes, declared: str) -> tuple[str, float]:
    """The best Chinese reading and its score, 0 when none is good enough."""
    best, best_score = "gb18030", 0.0
    for encoding in _CHINESE:
        common, function = han_score(codecs.getincrementaldecoder(encoding)("replace").decode(sample))
        stated = 0.1 if declared[:3] == encoding[:3] else 0.0
        if common >= _CHINESE_ENOUGH and common + function + stated > best_score:
            best, best_score = encoding, common + function + stated
    return best, best_score


def _reads_as_western(sample: bytes) -> bool:
    """Accents stand alone or in pairs among ASCII letters, where Chinese bytes come in runs."""
    high = len(_HIGH_BYTE.findall(sample))
    if not high or sum(map(len, _ACCENTS.findall(sample))) < 0.7 * high:
        return False
    signs = [char for char in sample.decode("cp1252", "replace") if char > "\x7f"]
    return sum(char in _WESTERN for char in signs) >= 0.8 * len(signs)


def _by_statistics(sample: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best is not None else ""
