"""Papers set as PDF by typst: values travel as data, never as markup, and every sign has its glyph.

The documents follow PDF/UA-1, so that a reader who listens gets headings, tables and the language of the text.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from qiao.missions.press.paper import Paper, ReportPaper, RoutePaper
from qiao.missions.press.wording import breakable, showable

_DATA = Path(__file__).parent / "data"


def pdf_of(paper: Paper | RoutePaper | ReportPaper, made_at: datetime) -> bytes:
    """The paper as PDF; `made_at` is written into it as its date, so that the same values make the same bytes.

    Characters the shipped fonts cannot show are printed as 〓 and named once at the front.
    """
    with TemporaryDirectory(prefix="press-") as folder:  # typst reads pictures from files only
        for name, content in _files(paper).items():
            (Path(folder) / name).write_bytes(content)
        return _compiled(Path(folder), made_at)


def _compiled(folder: Path, made_at: datetime) -> bytes:
    import typst  # here, for few requests print: a wheel of 36 MB

    made = typst.compile(
        str(folder / "main.typ"),
        root=str(folder),
        font_paths=[str(_DATA / "fonts")],
        ignore_system_fonts=True,  # a page must not depend on what the server has
        format="pdf",
        pdf_standards=["ua-1"],
        timestamp=int(made_at.timestamp()),
    )
    if not isinstance(made, bytes):
        raise TypeError(f"Expected one PDF as bytes; typst returned {type(made).__name__}.")
    return made


def _files(paper: Paper | RoutePaper | ReportPaper) -> dict[str, bytes]:
    main = {Paper: "briefing.typ", RoutePaper: "route.typ", ReportPaper: "report.typ"}[type(paper)]
    values, pictures = asdict(paper), {}
    for at, picture in enumerate(values.get("pictures", ()), 1):
        pictures[f"picture-{at}.jpg"] = picture.pop("data")
    unknown: set[str] = set()
    longest = 24 if paper.lang.startswith("zh") else 45  # typst hyphenates words, though not on Chinese pages
    told = _each(values, lambda text: breakable(_shown(text, unknown), longest))
    told["unshown"] = [f"U+{ord(one):04X}" for one in sorted(unknown)][:40]
    templates = {"main.typ": main, "house.typ": "house.typ"}
    return {
        **{name: (_DATA / "typst" / source).read_bytes() for name, source in templates.items()},
        "data.json": json.dumps(told, ensure_ascii=False).encode(),
        **pictures,
    }


def _shown(text: str, unknown: set[str]) -> str:
    told, missing = showable(text)
    unknown |= missing
    return told


def _each(value: Any, turn: Callable[[str], str]) -> Any:
    """The same tree with every text turned; keys stay."""
    if isinstance(value, str):
        return turn(value)
    if isinstance(value, dict):
        return {key: _each(one, turn) for key, one in value.items()}
    return [_each(one, turn) for one in value] if isinstance(value, list | tuple) else value
