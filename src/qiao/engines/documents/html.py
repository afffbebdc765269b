"""Web pages: the main part by trafilatura when it keeps the order, else all of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qiao.engines.documents.draft import Draft
from qiao.engines.documents.encodings import decode
from qiao.engines.documents.errors import Trouble, UnreadableDocument
from qiao.engines.documents.html_date import published_date
from qiao.engines.documents.html_walk import HtmlPage, walk_html
from qiao.engines.documents.result import MediaKind, Step, Unit, Warn, WarnCode

# Builders of trees give up, or fall over, beyond a few hundred levels; pages by people have some dozens.
_DEEPEST = 150
# The search for the main part takes about a second for each ten thousand elements.
_MOST_ELEMENTS = 50_000
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_MARKS = re.compile(r"[|\s\-*•]+")
_LONG_ENOUGH = 12
_SCANT = 200


def read_html(data: bytes, name: str) -> Draft:
    """The text of a page, a paragraph for each block.

    Raises    UnreadableDocument: no_text when it has nothing but markup.
    """
    declared = _CHARSET.search(data[:4096])
    decoded = decode(data, declared[1].decode("ascii") if declared else "")
    # An XML declaration of another encoding would contradict the characters at hand.
    markup = decoded.text.replace("\0", "\ufffd")
    page = walk_html(markup)
    draft = Draft(kind=MediaKind.HTML, read_with="lxml", title=page.title, published=published_date(page))
    draft.warnings += decoded.warnings
    for number, paragraph in enumerate(_paragraphs(draft, page, markup), start=1):
        draft.add(paragraph, (Step(Unit.PARAGRAPH, number),))
    if not draft.blocks:
        raise UnreadableDocument(Trouble.NO_TEXT, name=name, found="markup alone", expected="words")
    return draft


def _paragraphs(draft: Draft, page: HtmlPage, markup: str) -> list[str]:
    if page.depth > _DEEPEST:
        draft.warnings.append(Warn.of(WarnCode.NESTED_DEEPLY, depth=page.depth))
        return page.paragraphs
    main = _main_part(markup) if page.elements <= _MOST_ELEMENTS else []
    if _is_scant(main, page.paragraphs) or not is_in_order(main, page.paragraphs):
        draft.warnings.append(Warn.of(WarnCode.MAIN_PART_NOT_FOUND))
        return page.paragraphs
    draft.read_with = "trafilatura"
    return [*_missing_heading(page.heading, main), *main]


def _main_part(markup: str) -> list[str]:
    """The paragraphs of the main part, none when it is not found or trafilatura stumbles."""
    import trafilatura

    try:
        text = trafilatura.extract(
            markup, output_format="txt", include_comments=False, include_tables=True, favor_recall=True
        )
    # It runs a dozen heuristics over any markup; a slip in one of them is answered by the whole text.
    except Exception:
        return []
    return [line.strip() for line in (text or "").splitlines() if line.strip()]


def _is_scant(main: list[str], whole: list[str]) -> bool:
    """Whether the main part is so short beside the page that the page was not understood."""
    found, all_of_it = sum(map(len, main)), sum(map(len, whole))
    return found == 0 or (found < _SCANT and found * 3 < all_of_it)


def is_in_order(main: list[str], whole: list[str]) -> bool:
    """Whether the longer paragraphs of the main part stand in the page in the same order."""
    page = _SPACE.sub("", "".join(whole))
    at = 0
    for line in _squeezed(main):
        found = page.find(line, at)
        if found >= 0:
            at = found + len(line)
        elif line in page:
            return False
    return True


def _squeezed(lines: list[str]) -> Iterator[str]:
    # A table row is printed with bars of its own, which stand nowhere in the page.
    return (line for line in (_MARKS.sub("", each) for each in lines if "|" not in each) if len(line) >= _LONG_ENOUGH)


def _missing_heading(heading: str, main: list[str]) -> list[str]:
    known = _SPACE.sub("", "".join(main))
    return [heading] if heading and _SPACE.sub("", heading) not in known else []
