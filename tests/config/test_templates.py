"""No template carries inline script or style, so that the policy of the headers can be strict."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import qiao

SOURCE = Path(qiao.__path__[0])
TEMPLATES = sorted(SOURCE.rglob("templates/**/*.html"))
TAG = re.compile(r"<[a-zA-Z][^<>]*>")
DJANGO = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)
COMMENT = re.compile(r"\{% comment %\}.*?\{% endcomment %\}", re.DOTALL)
SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL)


def markup(path: Path) -> str:
    """The page's HTML without comments and without the template language."""
    return DJANGO.sub("", COMMENT.sub("", path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_template_has_nothing_inline(path: Path) -> None:
    html = markup(path)
    tags = TAG.findall(html)

    assert "<style" not in html
    assert [tag for tag in tags if re.search(r"\sstyle\s*=", tag)] == []
    assert [tag for tag in tags if re.search(r"\son[a-z]+\s*=", tag)] == []
    assert [tag for tag in tags if "javascript:" in tag] == []
    assert [tag for tag in tags if re.search(r"hx-on|hx-vals\s*=\s*.js:", tag)] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_scripts_are_files_or_data(path: Path) -> None:
    loose = [
        body for head, body in SCRIPT.findall(markup(path)) if body.strip() and 'type="application/json"' not in head
    ]

    assert loose == []


def test_scan_reads_every_room() -> None:
    assert len(TEMPLATES) > 40
