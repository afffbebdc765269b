"""Small files of every kind, whole and broken, made on the spot."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage

import docx
import openpyxl

REPORT_HANT = "6月2日，無錫高新區代表團赴法國里昂，走訪中法大學中心，簽署合作意向書2份。"
REPORT_HANS = "6月2日，无锡高新区代表团赴法国里昂，走访中法大学中心，签署合作意向书2份。"
REPORT_FRENCH = "La délégation a été reçue à Lyon ; une réunion s'est tenue à l'université, où l'accord fut signé."
REPORT_GERMAN = "Die Delegation besuchte München. Für den Herbst wurden Gespräche über größere Projekte vereinbart."


def docx_bytes(*paragraphs: str, table: list[list[str]] | None = None, header: str = "", title: str = "") -> bytes:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if table:
        made = document.add_table(rows=len(table), cols=len(table[0]))
        for row, cells in zip(made.rows, table, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
        document.add_paragraph("after the table")
    if header:
        document.sections[0].header.paragraphs[0].text = header
    document.core_properties.title = title
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def xlsx_bytes(sheets: dict[str, dict[str, object]]) -> bytes:
    """A workbook of sheets by name, each of values by cell address."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for name, cells in sheets.items():
        sheet = workbook.create_sheet(name)
        for address, value in cells.items():
            sheet[address] = value
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def ods_bytes(rows: list[list[str]], sheet: str = "Visits") -> bytes:
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>' for text in row
        )
        + "</table:table-row>"
        for row in rows
    )
    content = (
        '<?xml version="1.0"?><office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="{sheet}">{cells}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>'
    )
    return zip_bytes({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest})


def zip_bytes(entries: dict[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return stream.getvalue()


def replaced_entry(container: bytes, entry: str, content: bytes) -> bytes:
    """The container with one entry exchanged."""
    with zipfile.ZipFile(io.BytesIO(container)) as archive:
        entries: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    return zip_bytes({**entries, entry: content})


def compound_bytes(stream_name: str) -> bytes:
    """The mark of a compound file and the name of one stream: all that tells its kind."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + stream_name.encode("utf-16-le") + bytes(512)


def pdf_bytes(pages: list[list[str]], trailer: str = "") -> bytes:
    """A PDF of lines of text, one font for all scripts, with a map back to Unicode and no outlines."""
    characters = sorted({char for lines in pages for line in lines for char in line})
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /Plain /Encoding /Identity-H /DescendantFonts [4 0 R] "
        "/ToUnicode 5 0 R >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Plain /DW 1000 "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        _stream(_unicode_map(characters)),
    ]
    for number, lines in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 900 800] /Contents {7 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(_stream(_shown(lines, characters)))
    return _assembled(objects, trailer)


def _shown(lines: list[str], characters: list[str]) -> str:
    rows = ["BT /F1 12 Tf 18 TL 50 750 Td"]
    for line in lines:
        codes = "".join(f"{characters.index(char) + 1:04X}" for char in line)
        rows.append(f"<{codes}> Tj T*" if codes else "T*")
    return "\n".join([*rows, "ET"])


def _unicode_map(characters: list[str]) -> str:
    rows = [f"<{code:04X}> <{char.encode('utf-16-be').hex().upper()}>" for code, char in enumerate(characters, start=1)]
    blocks = [rows[at : at + 100] for at in range(0, len(rows), 100)]
    chars = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <FFFF> endcodespacerange\n{chars}\nendcmap end end"
    )


def _stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"


def _assembled(objects: list[str], trailer: str) -> bytes:
    out = bytearray(b"%PDF-1.5\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("ascii")
    start = len(out)
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode("ascii")
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode("ascii")
    return bytes(out)


def locked_pdf_bytes() -> bytes:
    """A PDF that states standard encryption, whose keys fit no empty password."""
    keys = f"/O <{'41' * 32}> /U <{'42' * 32}>"
    encrypt = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 {keys} >> /ID [<{'00' * 16}> <{'00' * 16}>]"
    return pdf_bytes([["locked"]], trailer=encrypt)


def eml_message(subject: str, body: str, date: str = "Tue, 13 Jun 2023 10:55:00 +0800") -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = subject
    message["From"] = "Mei Lin <mei@zone.example>"
    message["To"] = "otto@institute.example"
    message["Date"] = date
    message["Message-ID"] = "<1@zone.example>"
    message.set_content(body)
    return message
