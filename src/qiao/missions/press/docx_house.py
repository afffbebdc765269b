"""How Word papers look, and the parts they are put together from.

python-docx escapes what it is given; characters XML cannot hold are gone before (see `wording`).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

INK, GREY, ACCENT = "1D1F21", "5F6265", "B3261E"
LATIN = "Calibri"
HAN = {"zh-hant": "Microsoft JhengHei"}  # any other language: simplified forms
SPOKEN = {"en": "en-GB", "de": "de-DE", "fr": "fr-FR", "zh-hans": "zh-CN", "zh-hant": "zh-TW"}
# name: based on a style of this kind, size in points, colour, bold, space before and after in points
_PARAGRAPHS = {
    "Normal": (10, INK, False, 0, 3),
    "Title": (20, INK, True, 0, 10),
    "Heading 1": (14, INK, True, 16, 6),
    "Heading 2": (11.5, INK, True, 12, 2),
    "Front Heading": (11.5, INK, True, 12, 4),
    "Kicker": (9, ACCENT, True, 0, 2),
    "Quiet": (9, GREY, False, 0, 4),
    "Item": (10, INK, False, 0, 1),
    "Cell": (9.5, INK, False, 1, 1),
    "Cell Head": (8, GREY, False, 1, 1),
}
_RUNS = {"Mark": (ACCENT, True, None), "Aside": (GREY, False, None), "Label": (GREY, False, 8.5)}
_HANG = 3.2  # centimetres from the label of an item to what it says


def new_document(lang: str, title: str, subtitle: str, stamp: str, page: str, made_at: datetime) -> Any:
    """An A4 document with the styles of the house, its masthead and its foot. `page` has {page} and {pages}."""
    from docx import Document
    from docx.shared import Cm

    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(2), Cm(1.8)
    section.top_margin, section.bottom_margin = Cm(2), Cm(1.8)
    _styles(document, lang)
    _properties(document, title, subtitle, lang, made_at)
    _foot(section, stamp, page)
    told(document, subtitle, "Kicker")
    told(document, title, "Title")
    return document


def told(document: Any, text: str, style: str) -> Any:
    return document.add_paragraph(text, style=style)


def heading(document: Any, text: str, level: int, *, new_page: bool = False, struck: bool = False) -> None:
    made = document.add_paragraph(style=f"Heading {level}")
    made.add_run(text).font.strike = struck or None
    made.paragraph_format.page_break_before = new_page or None


def contents(document: Any, entries: Sequence[str]) -> None:
    """A field of contents that Word fills with page numbers when asked; until then it shows the entries."""
    from docx.oxml import OxmlElement

    for at, text in enumerate(entries or [""]):
        paragraph = told(document, "", "Normal")
        if at == 0:
            begin = _field(paragraph, "begin")
            begin.set(word_name("dirty"), "true")  # Word counts the pages when it opens the document
            code = OxmlElement("w:instrText")
            code.text = 'TOC \\o "1-2" \\h \\z \\u'
            paragraph.add_run()._r.append(code)
            _field(paragraph, "separate")
        paragraph.add_run(text)
    _field(paragraph, "end")


def _styles(document: Any, lang: str) -> None:
    from docx.enum.style import WD_STYLE_TYPE

    known = {style.name for style in document.styles}
    for name, (size, colour, bold, before, after) in _PARAGRAPHS.items():
        style = document.styles[name] if name in known else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        _face(style, lang, size, colour, bold)
        _spaced(style, before, after)
    for name, (colour, bold, own_size) in _RUNS.items():
        _face(document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER), lang, own_size, colour, bold)
    _hang(document.styles["Item"])


def _hang(style: Any) -> None:
    from docx.shared import Cm

    style.paragraph_format.left_indent, style.paragraph_format.first_line_indent = Cm(_HANG), Cm(-_HANG)
    style.paragraph_format.tab_stops.add_tab_stop(Cm(_HANG))


def _face(style: Any, lang: str, size: float | None, colour: str, bold: bool) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Pt, RGBColor

    style.font.size = Pt(size) if size else None
    style.font.bold, style.font.color.rgb = bold, RGBColor.from_string(colour)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in list(fonts.attrib):  # the template's theme fonts would win over ours
        del fonts.attrib[attribute]
    for part, face in (
        ("ascii", LATIN),
        ("hAnsi", LATIN),
        ("cs", LATIN),
        ("eastAsia", HAN.get(lang, "Microsoft YaHei")),
    ):
        fonts.set(word_name(part), face)
    spoken = OxmlElement("w:lang")
    spoken.set(word_name("val"), SPOKEN[lang] if not lang.startswith("zh") else "en-GB")
    spoken.set(word_name("eastAsia"), SPOKEN[lang] if lang.startswith("zh") else "zh-CN")
    style.element.rPr.append(spoken)


def _spaced(style: Any, before: float, after: float) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt

    shape = style.paragraph_format
    shape.space_before, shape.space_after, shape.line_spacing = Pt(before), Pt(after), 1.1
    for border in style.element.findall(f".//{qn('w:pBdr')}"):  # the template rules a line under titles
        border.getparent().remove(border)


def _properties(document: Any, title: str, subtitle: str, lang: str, made_at: datetime) -> None:
    core = document.core_properties
    core.title, core.subject = title[:250], subtitle[:250]
    core.language, core.author, core.comments = SPOKEN[lang], "Qiao", ""
    core.created = core.modified = made_at.astimezone(UTC).replace(tzinfo=None)


def _foot(section: Any, stamp: str, page: str) -> None:
    foot = section.footer.paragraphs[0]
    foot.style = "Quiet"
    foot.add_run(stamp + "  ·  ")
    for at, piece in enumerate(page.replace("{pages}", "\0NUMPAGES\0").replace("{page}", "\0PAGE\0").split("\0")):
        if at % 2:
            _simple(foot, piece)
        else:
            foot.add_run(piece)


def _simple(paragraph: Any, code: str) -> None:
    from docx.oxml import OxmlElement

    _field(paragraph, "begin")
    told_code = OxmlElement("w:instrText")
    told_code.text = code
    paragraph.add_run()._r.append(told_code)
    _field(paragraph, "separate")
    paragraph.add_run("1")
    _field(paragraph, "end")


def _field(paragraph: Any, kind: str) -> Any:
    from docx.oxml import OxmlElement

    mark = OxmlElement("w:fldChar")
    mark.set(word_name("fldCharType"), kind)
    paragraph.add_run()._r.append(mark)
    return mark


def word_name(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(f"w:{name}"))
