"""One pass over the markup of a page, building no tree, so that depth and size do not matter."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


_BLOCKS = _names(
    "address article aside blockquote body br caption center dd details dialog div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol option p "
    "pre section select summary table tbody tfoot thead title tr ul"
)
_HIDDEN = _names("script style noscript template textarea svg math iframe object")
_EMPTY = _names("area base br col embed hr img input link meta source track wbr")
_CELLS = frozenset(("td", "th"))
_SPACES = re.compile(r"[^\S\t]+")
_FULL_WIDTH = re.compile("[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
_TAB_SPACES = re.compile(r" ?\t ?")
# Pages of old hang whole articles in one cell of a table; no cell of a real table holds a paragraph.
_LONG_CELL = 80
_DATED_SCRIPT = "application/ld+json"


@dataclass(slots=True)
class HtmlPage:
    """What a page says: its paragraphs in order, and what it says of itself."""

    paragraphs: list[str] = field(default_factory=list)
    title: str = ""
    heading: str = ""
    metas: list[tuple[str, str]] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    linked_data: list[str] = field(default_factory=list)
    depth: int = 0
    elements: int = 0


def walk_html(markup: str) -> HtmlPage:
    """Read any markup, however broken. Never raises; a page without text has no paragraphs."""
    walker = _Walker()
    parser = etree.HTMLParser(target=walker, huge_tree=True, recover=True)
    try:
        parser.feed(markup)
        parser.close()
    except etree.LxmlError:
        # An empty document is an error to the parser; what came before one is kept.
        walker.close()
    return walker.page


def tidy(text: str) -> str:
    """White space as a browser shows it; a line end between two Han signs is nothing."""
    return _TAB_SPACES.sub("\t", _SPACES.sub(_shown_space, text)).strip()


def _shown_space(run: re.Match[str]) -> str:
    before, after = run.string[run.start() - 1 : run.start()], run.string[run.end() : run.end() + 1]
    is_inside_han = _FULL_WIDTH.match(before) and _FULL_WIDTH.match(after)
    return "" if is_inside_han and "\n" in run[0] else " "


class _Walker:
    """The target that the parser calls, element by element."""

    def __init__(self) -> None:
        self.page = HtmlPage()
        self._open: list[str] = []
        self._hidden = 0
        self._words: list[str] = []
        self._script: list[str] | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.page.elements += 1
        if tag == "meta":
            self._note_meta(attributes)
        if tag == "time" and attributes.get("datetime"):
            self.page.times.append(attributes["datetime"])
        if tag in _HIDDEN:
            self._hidden += 1
        if tag == "script" and attributes.get("type", "").lower() == _DATED_SCRIPT:
            self._script = []
        if tag in _BLOCKS:
            self._break()
        if tag not in _EMPTY:
            self._open.append(tag)
            self.page.depth = max(self.page.depth, len(self._open))

    def end(self, tag: str) -> None:
        if tag in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        if tag == "script" and self._script is not None:
            self.page.linked_data.append("".join(self._script))
            self._script = None
        if tag in _CELLS:
            self._words.append("\t")
        if tag in _BLOCKS:
            self._break(tag)
        if tag not in _EMPTY and self._open:
            self._open.pop()

    def data(self, text: str) -> None:
        if self._script is not None:
            self._script.append(text)
        elif not self._hidden:
            self._words.append(text)

    def comment(self, text: str) -> None:
        pass

    def pi(self, target: str, data: str | None = None) -> None:
        pass

    def close(self) -> HtmlPage:
        self._break()
        return self.page

    def _break(self, tag: str = "") -> None:
        """End a paragraph; in a table cell a short block is a blank, so that a row stays a line."""
        is_in_cell = tag not in ("tr", "table") and any(cell in self._open[-12:] for cell in _CELLS)
        if is_in_cell and sum(map(len, self._words)) < _LONG_CELL:
            self._words.append(" ")
            return
        text = tidy("".join(self._words))
        self._words.clear()
        if not text:
            return
        if tag == "title":
            self.page.title = self.page.title or text
            return
        if tag == "h1":
            self.page.heading = self.page.heading or text
        self.page.paragraphs.append(text)

    def _note_meta(self, attributes: dict[str, str]) -> None:
        for key in ("property", "name", "itemprop"):
            if attributes.get(key) and attributes.get("content"):
                self.page.metas.append((attributes[key].strip().lower(), attributes["content"].strip()))
