"""Who published the page: the name behind 来源, or in the brackets that close it."""

from __future__ import annotations

import re

from qiao.engines.extract.han.entities import Mention, is_free
from qiao.engines.extract.han.page import Page
from qiao.engines.extract.result import FactType

_SOURCE = re.compile(
    r"(?:来源|稿源|稿件来源|信息来源|文章来源|转自|出处)\s?:\s?(?P<name>[\u3400-\u9fff]{3,16})(?=[\s)\],。;]|$)"
)


def sources(page: Page, held: list[Mention]) -> list[Mention]:
    """Publishers that the head or the foot of a page names and no other layer has read."""
    found = []
    for match in _SOURCE.finditer(page.text):
        start, end = match.span("name")
        if is_free(held, start, end):
            found.append(Mention(start, end, FactType.ORGANISATION, match["name"], "publisher"))
    return found
