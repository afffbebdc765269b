"""PDF files, with pypdfium2: the text layer of each page, its wrapped lines joined."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pypdfium2

from qiao.engines.documents.draft import Draft
from qiao.engines.documents.errors import Trouble, UnreadableDocument
from qiao.engines.documents.images import is_ocr_installed, recognised
from qiao.engines.documents.ocr_lines import in_reading_order
from qiao.engines.documents.page_breaks import join_pages
from qiao.engines.documents.result import MediaKind, Step, Unit, Warn, WarnCode

_MOST_PICTURES = 10
_PICTURE_SCALE = 150 / 72


def read_pdf(data: bytes, name: str) -> Draft:
    """The text layer of a PDF file, page by page.

    Raises    UnreadableDocument: password, broken, or no_text when all pages are pictures.
    """
    draft = Draft(kind=MediaKind.PDF, read_with="pypdfium2")
    with closing(_opened(data, name)) as document:
        draft.title = _title(document)
        pages = [_page_lines(draft, document, number) for number in range(1, len(document) + 1)]
        for number, lines in enumerate(pages, start=1):
            lines += [] if _has_words(lines) else _picture_lines(document, number, name)
    silent = sum(not _has_words(lines) for lines in pages)
    if silent == len(pages):
        found = f"{silent} pages of pictures" if pages else "no page"
        raise UnreadableDocument(Trouble.NO_TEXT, name=name, found=found, expected="a text layer")
    if silent:
        draft.warnings.append(Warn.of(WarnCode.PAGES_WITHOUT_TEXT, count=silent, pages=len(pages)))
    for number, lines in enumerate(join_pages(pages), start=1):
        draft.add_filled("\n".join(lines), (Step(Unit.PAGE, number),))
    return draft


def _opened(data: bytes, name: str) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableDocument(Trouble.PASSWORD, name=name, found="a locked PDF file") from error
        raise UnreadableDocument(
            Trouble.BROKEN, name=name, expected="a whole PDF file", found=f"one that does not open ({error})"
        ) from error


def _page_lines(draft: Draft, document: pypdfium2.PdfDocument, number: int) -> list[str]:
    """The lines of one page as printed; none, and a warning, when it is damaged."""
    try:
        with closing(document[number - 1]) as page, closing(page.get_textpage()) as layer:
            return list(_lines(layer.get_text_bounded() if page.get_rotation() else layer.get_text_range()))
    except pypdfium2.PdfiumError:
        draft.warnings.append(Warn.of(WarnCode.PAGE_UNREADABLE, page=number))
        return []


def _picture_lines(document: pypdfium2.PdfDocument, number: int, name: str) -> list[str]:
    """The lines read from one page as a picture, if that can be done and it is among the first."""
    if not is_ocr_installed() or number > _MOST_PICTURES:
        return []
    try:
        with closing(document[number - 1]) as page:
            picture = page.render(scale=_PICTURE_SCALE).to_numpy()
    except pypdfium2.PdfiumError:
        return []
    return in_reading_order(*recognised(picture, name))


def _has_words(lines: list[str]) -> bool:
    return any(line.strip() for line in lines)


def _lines(text: str) -> Iterator[str]:
    """The lines of a page; a run of blank ones is one, as between paragraphs."""
    blank = True
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if line.strip() or not blank:
            yield line.rstrip(" ")
        blank = not line.strip()


def _title(document: pypdfium2.PdfDocument) -> str:
    try:
        return str(document.get_metadata_dict().get("Title", ""))
    except (pypdfium2.PdfiumError, UnicodeError):
        return ""
