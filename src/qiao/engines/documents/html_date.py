"""The day a page says it was published: in its metadata first, then in the line under its headline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from email.utils import parsedate_to_datetime

from qiao.engines.documents.html_walk import HtmlPage

_KEYS = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "pubdate",
    "publishdate",
    "publish_date",
    "publication_date",
    "publishtime",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.date",
    "dc.date",
    "citation_publication_date",
    "date",
)
_LINKED = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')
_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)")
_PACKED = re.compile(r"^((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6})?$")
_LABEL = re.compile(
    r"发布(?:时间|日期)|發[布佈](?:時間|日期)|时间|時間|日期|published|date|publié|veröffentlicht|stand",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\d{1,2}:\d\d")
_STAMP_LINES = 60
_STAMP_LENGTH = 120


def published_date(page: HtmlPage) -> date | None:
    """The first stated day that exists, from 1990 on."""
    return next((day for day in map(stated_day, _statements(page)) if day is not None), None)


def stated_day(text: str) -> date | None:
    """The day in a short text: ISO, Chinese, packed or as in a mail header; no other guess."""
    match = _PACKED.match(text.strip()) or _DAY.search(text)
    try:
        found = date(*map(int, match.groups())) if match else parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return found if 1990 <= found.year <= 2100 else None


def _statements(page: HtmlPage) -> Iterator[str]:
    for wanted in _KEYS:
        yield from (content for key, content in page.metas if key == wanted)
    for script in page.linked_data:
        yield from _LINKED.findall(script)
    yield from _stamps(page)
    yield from page.times[:1]


def _stamps(page: HtmlPage) -> Iterator[str]:
    """Short lines near the top with a day and either a label or a clock time."""
    for line in page.paragraphs[:_STAMP_LINES]:
        if len(line) <= _STAMP_LENGTH and _DAY.search(line) and (_LABEL.search(line) or _CLOCK.search(line)):
            yield line
