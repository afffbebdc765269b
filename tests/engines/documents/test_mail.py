"""Messages: headers, one body, attachments by their own readers."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage

import pytest

from qiao.engines.documents import Trouble, UnreadableDocument, Warn, WarnCode, place_words
from qiao.engines.documents.child import read_here
from qiao.engines.documents.problem import Limits
from qiao.engines.documents.result import SourceText
from tests.engines.documents.builders import REPORT_HANS, docx_bytes, eml_message, pdf_bytes, zip_bytes

HEADERS = (
    "Subject: 考察报告\nFrom: Mei Lin <mei@zone.example>\nTo: otto@institute.example\n"
    "Date: Tue, 13 Jun 2023 10:55:00 +0800\n"
)


def read(message: EmailMessage | bytes, limits: Limits | None = None) -> SourceText:
    data = message if isinstance(message, bytes) else message.as_bytes()
    return read_here(data, "a.eml", limits or Limits())


def attach(message: EmailMessage, data: bytes, name: str) -> None:
    message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)


def test_reads_headers_body_title_and_day() -> None:
    source = read(eml_message("考察报告", REPORT_HANS))
    assert source.text == HEADERS + REPORT_HANS
    assert (source.title, source.published) == ("考察报告", date(2023, 6, 13))


def test_takes_one_of_two_alternatives() -> None:
    message = eml_message("s", "plain words")
    message.add_alternative("<p>rich words</p>", subtype="html")
    assert read(message).text.endswith("\nplain words")


def test_reads_a_body_of_html_alone() -> None:
    message = eml_message("s", "x")
    message.set_content("<style>p{}</style><p>一</p><p>二</p>", subtype="html")
    assert read(message).text.endswith("+0800\n一\n二")


def test_reads_attachments_with_their_places() -> None:
    message = eml_message("考察报告", "see below")
    attach(message, docx_bytes("附件内容"), "附件.docx")
    attach(message, pdf_bytes([["first"], ["second"]]), "plan.pdf")
    source = read(message)
    assert source.text == HEADERS + "see below\n[附件.docx]\n附件内容\n[plan.pdf]\nfirst\nsecond"
    assert place_words(source.place_of(source.text.index("second"))) == "attachment plan.pdf, page 2"
    assert place_words(source.place_of(source.text.index("see"))) == "mail body"


def test_lists_attachments_that_are_not_read() -> None:
    message = eml_message("s", "x")
    attach(message, zip_bytes({"a": "b"}), "../etc/a.zip")
    source = read(message)
    assert source.text.endswith("x\n[a.zip]")
    assert source.warnings == (Warn.of(WarnCode.ATTACHMENT_NOT_READ, attachment="a.zip", trouble="kind_not_read"),)


def test_keeps_the_letter_when_an_attachment_is_a_bomb() -> None:
    message = eml_message("s", "x")
    attach(message, zip_bytes({"[Content_Types].xml": "", "word/document.xml": bytes(1 << 20)}), "bomb.docx")
    source = read(message, Limits(inflated_bytes=1 << 19))
    bomb = Warn.of(WarnCode.ATTACHMENT_NOT_READ, attachment="bomb.docx", trouble="inflates_too_much")
    assert source.warnings == (bomb,)


def test_stops_at_messages_within_messages() -> None:
    message = eml_message("0", "body 0")
    for level in range(1, 8):
        outer = eml_message(str(level), f"body {level}")
        outer.add_attachment(message)
        message = outer
    source = read(message, Limits(depth=3))
    assert [level for level in range(8) if f"body {level}" in source.text] == [5, 6, 7]
    assert [warning.code for warning in source.warnings] == [WarnCode.ATTACHMENT_NOT_READ]


def test_leaves_out_attachments_beyond_the_limit() -> None:
    message = eml_message("s", "x")
    for number in range(4):
        attach(message, b"words", f"{number}.txt")
    source = read(message, Limits(attachments=3))
    assert source.warnings == (Warn.of(WarnCode.ATTACHMENTS_LEFT_OUT, count=1),)


def test_reads_headers_and_bodies_in_undeclared_encodings() -> None:
    raw = b"Subject: " + "考察报告".encode("gb18030") + b"\nFrom: a\n\n" + REPORT_HANS.encode("gb18030")
    source = read(raw)
    assert source.text == f"Subject: 考察报告\nFrom: a\n{REPORT_HANS}"


@pytest.mark.parametrize(
    "raw",
    [
        b"Subject: =?gb2312?B?!!!?=\nDate: no day\n\nwords",
        b"Subject: =?no-such?Q?a=ff?=\n\nwords",
        b"Subject: a\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nwords",
        b'Subject: a\nContent-Type: text/plain; charset="no\'such"\nContent-Transfer-Encoding: base64\n\nwords*',
        b"Subject: a\nContent-Type: application/x; name*0*=utf-8''%ff; name*9=b\n\nwords",
    ],
)
def test_survives_broken_messages(raw: bytes) -> None:
    assert read(raw).text


def test_refuses_a_file_without_headers() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read(b"no header here\nat all\n")
    assert caught.value.trouble is Trouble.BROKEN
