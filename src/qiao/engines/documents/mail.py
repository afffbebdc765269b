"""Mail messages (eml): the headers a reader sees, the body, and attachments by their own readers."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Callable, Iterator
from email.message import Message
from email.utils import parsedate_to_datetime

from qiao.engines.documents.characters import cleaned
from qiao.engines.documents.draft import Draft
from qiao.engines.documents.encodings import decode
from qiao.engines.documents.errors import Trouble, UnreadableDocument
from qiao.engines.documents.html_walk import walk_html
from qiao.engines.documents.mail_headers import file_name, header_text
from qiao.engines.documents.result import MediaKind, Place, Step, Unit, Warn, WarnCode

ReadPart = Callable[[bytes, str], Draft]
_SHOWN = ("Subject", "From", "To", "Cc", "Date")
_KNOWN = {"from", "to", "subject", "date", "content-type", "mime-version", "received", "message-id"}


def read_mail(data: bytes, name: str, read_part: ReadPart, most_attachments: int) -> Draft:
    """The text of a message.

    read_part    reads one attachment; what it refuses is listed with a warning, and the rest is kept.
    Raises       UnreadableDocument: broken when it has no header of a message, nested_too_deep.
    """
    try:
        message = email.message_from_bytes(data, policy=email.policy.compat32)
    except RecursionError as error:
        raise UnreadableDocument(Trouble.NESTED_TOO_DEEP, name=name, expected="a few hundred") from error
    if not _KNOWN & {str(key).lower() for key in message.keys()}:  # noqa: SIM118  # a message is no mapping
        raise UnreadableDocument(
            Trouble.BROKEN, name=name, expected="the headers of a message", found="a file without them"
        )
    draft = Draft(kind=MediaKind.MAIL, read_with="email")
    _add_headers(draft, message)
    bodies, attachments = _sorted_parts(message)
    for body in bodies:
        _add_body(draft, body)
    _add_attachments(draft, attachments, read_part, most_attachments)
    return draft


def _add_headers(draft: Draft, message: Message) -> None:
    for key in _SHOWN:
        text = header_text(message, key)
        if text:
            draft.add(f"{key}: {text}", (Step(Unit.MAIL_HEADER, name=key),))
    draft.title = header_text(message, "Subject")
    try:
        draft.published = parsedate_to_datetime(header_text(message, "Date")).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        draft.published = None


def _sorted_parts(message: Message) -> tuple[list[Message], list[Message]]:
    """The parts that are the letter itself, and those that came with it, each in order."""
    bodies: list[Message] = []
    attachments: list[Message] = []
    for part in _leaves(message):
        if _is_body(part):
            bodies.append(part)
        elif part.get_content_maintype() != "image" or part.get_content_disposition() == "attachment":
            # A picture inside the letter is a logo or a signature.
            attachments.append(part)
    return bodies, attachments


def _leaves(message: Message) -> Iterator[Message]:
    """The parts that hold content; of alternatives one; a message within is one part."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        if part.get_content_type() == "message/rfc822" or not part.is_multipart():
            yield part
            continue
        children = [child for child in part.get_payload() if isinstance(child, Message)]
        if part.get_content_type() == "multipart/alternative":
            children = _preferred(children)
        waiting += reversed(children)


def _preferred(alternatives: list[Message]) -> list[Message]:
    plain = [part for part in alternatives if part.get_content_type() == "text/plain" and _payload(part).strip()]
    return plain[:1] or alternatives[-1:]


def _is_body(part: Message) -> bool:
    is_text = part.get_content_type() in ("text/plain", "text/html")
    return is_text and part.get_content_disposition() != "attachment" and not file_name(part)


def _add_body(draft: Draft, part: Message) -> None:
    decoded = decode(_payload(part), str(part.get_content_charset("") or ""))
    draft.warnings += decoded.warnings
    text = decoded.text
    if part.get_content_type() == "text/html":
        text = "\n".join(walk_html(text).paragraphs)
    draft.add_filled(text, (Step(Unit.MAIL_BODY),))


def _add_attachments(draft: Draft, parts: list[Message], read_part: ReadPart, most: int) -> None:
    for number, part in enumerate(parts[:most], start=1):
        label = cleaned(file_name(part)) or f"{number}.{_suffix(part)}"
        step = Step(Unit.ATTACHMENT, number, label)
        draft.add(f"[{label}]", (step,))
        try:
            _take_over(draft, read_part(_payload(part), label), (step,))
        except UnreadableDocument as error:
            trouble = error.trouble.value
            draft.warnings.append(Warn.of(WarnCode.ATTACHMENT_NOT_READ, attachment=label, trouble=trouble))
    if len(parts) > most:
        draft.warnings.append(Warn.of(WarnCode.ATTACHMENTS_LEFT_OUT, count=len(parts) - most))


def _take_over(draft: Draft, part: Draft, place: Place) -> None:
    for text, inner in part.blocks:
        draft.add_filled(text, (*place, *inner))
    draft.warnings += part.warnings


def _suffix(part: Message) -> str:
    return "eml" if part.get_content_type() == "message/rfc822" else part.get_content_subtype()


def _payload(part: Message) -> bytes:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        return inner[0].as_bytes() if isinstance(inner, list) and isinstance(inner[0], Message) else b""
    try:
        payload = part.get_payload(decode=True)
    # The decoder trusts what a header says of itself.
    except (ValueError, LookupError, AssertionError, TypeError, AttributeError):
        return b""
    return payload if isinstance(payload, bytes) else b""
