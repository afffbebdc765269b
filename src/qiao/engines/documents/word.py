"""Word documents (docx), with python-docx: paragraphs, tables, text boxes, notes, headers and footers."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from itertools import chain

import docx
from docx.document import Document
from docx.opc.exceptions import OpcError
from lxml import etree

from qiao.engines.documents.draft import Draft
from qiao.engines.documents.errors import Trouble, UnreadableDocument
from qiao.engines.documents.result import MediaKind, Step, Unit, Warn, WarnCode
from qiao.engines.documents.wordml import W, block_texts

_NOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"


def read_word(data: bytes, name: str) -> Draft:
    """The text of a docx file: page headers first, then the body in order, then notes and page footers.

    Its stated dates are those of the file, not of publication, so `published` stays empty.
    Raises    UnreadableDocument: broken.
    """
    draft = Draft(kind=MediaKind.WORD, read_with="python-docx")
    try:
        document = docx.Document(io.BytesIO(data))
        body = document.element.body
    # Damaged parts surface as whatever the parser was doing at the time.
    except (OpcError, etree.XMLSyntaxError, zipfile.BadZipFile, KeyError, ValueError, AttributeError,
            TypeError, OSError) as error:  # fmt: skip
        raise UnreadableDocument(
            Trouble.BROKEN,
            name=name,
            expected="a whole Word document",
            found=f"a damaged one ({_said(error)})",
        ) from error
    draft.title = _title(document)
    _add_edges(draft, document, Unit.PAGE_HEADER)
    _add_body(draft, body)
    _add_notes(draft, document)
    _add_edges(draft, document, Unit.PAGE_FOOTER)
    if not draft.blocks:
        raise UnreadableDocument(Trouble.NO_TEXT, name=name, found="empty paragraphs", expected="words")
    return draft


def _add_body(draft: Draft, body: etree._Element) -> None:
    paragraphs = tables = 0
    for tag, rows in block_texts(body):
        if tag == f"{W}p":
            paragraphs += 1
            draft.add_filled(rows[0], (Step(Unit.PARAGRAPH, paragraphs),))
            continue
        tables += 1
        for number, row in enumerate(rows, start=1):
            draft.add_filled(row, (Step(Unit.TABLE, tables), Step(Unit.ROW, number)))


def _add_edges(draft: Draft, document: Document, unit: Unit) -> None:
    """Page headers or footers, each text once: sections repeat them."""
    seen: set[str] = set()
    try:
        for section in document.sections:
            edges = _headers(section) if unit is Unit.PAGE_HEADER else _footers(section)
            for text in (row for edge in edges for _, rows in block_texts(edge) for row in rows):
                if text.strip() not in seen:
                    draft.add_filled(text, (Step(unit),))
                seen.add(text.strip())
    except (KeyError, ValueError, AttributeError, TypeError, etree.XMLSyntaxError):
        draft.warnings.append(Warn.of(WarnCode.PART_LEFT_OUT, part=unit.value))


def _headers(section: docx.section.Section) -> Iterator[etree._Element]:
    kinds = (section.first_page_header, section.header, section.even_page_header)
    return (kind._element for kind in kinds if not kind.is_linked_to_previous)


def _footers(section: docx.section.Section) -> Iterator[etree._Element]:
    kinds = (section.first_page_footer, section.footer, section.even_page_footer)
    return (kind._element for kind in kinds if not kind.is_linked_to_previous)


def _add_notes(draft: Draft, document: Document) -> None:
    for relation in document.part.rels.values():
        if relation.reltype != _NOTES or relation.is_external:
            continue
        try:
            root = etree.fromstring(relation.target_part.blob, etree.XMLParser(resolve_entities=False))
        except etree.XMLSyntaxError:
            draft.warnings.append(Warn.of(WarnCode.PART_LEFT_OUT, part=Unit.FOOTNOTE.value))
            continue
        for number, note in enumerate(root, start=1):
            for text in chain.from_iterable(rows for _, rows in block_texts(note)):
                draft.add_filled(text, (Step(Unit.FOOTNOTE, number),))


def _title(document: Document) -> str:
    try:
        return document.core_properties.title or ""
    except (KeyError, ValueError, AttributeError, TypeError, etree.XMLSyntaxError):
        return ""


def _said(error: Exception) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__
