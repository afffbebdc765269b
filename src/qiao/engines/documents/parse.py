"""Choose the reader for a kind; each is imported when it is wanted, for some take long to load."""

from __future__ import annotations

from dataclasses import dataclass

from qiao.engines.documents.draft import Draft
from qiao.engines.documents.errors import Trouble, UnreadableDocument
from qiao.engines.documents.inflate import Allowance, check_container
from qiao.engines.documents.kinds import PLAIN, kind_of, suffix_kind
from qiao.engines.documents.plain import read_plain
from qiao.engines.documents.problem import Limits
from qiao.engines.documents.result import MediaKind, Warn, WarnCode

_ZIP_MARK = b"PK"


@dataclass(slots=True)
class Parser:
    """Reads one file and what is attached to it, with one allowance for all."""

    limits: Limits
    allowance: Allowance
    depth: int = 0

    @staticmethod
    def within(limits: Limits) -> Parser:
        return Parser(limits, Allowance(limits.inflated_bytes))

    def parse(self, data: bytes, name: str) -> Draft:
        """The draft of one file. Raises UnreadableDocument."""
        if not data:
            raise UnreadableDocument(Trouble.EMPTY, name=name)
        kind = kind_of(data, name)
        draft = self._read(data, name, kind)
        named = suffix_kind(name)
        if named is not None and named is not kind and not {named, kind} <= PLAIN:
            suffix = name[name.rfind(".") :].lower()
            draft.warnings.append(Warn.of(WarnCode.SUFFIX_MISLEADS, suffix=suffix, kind=kind.value))
        return draft

    def _read(self, data: bytes, name: str, kind: MediaKind) -> Draft:
        if kind in PLAIN:
            return read_plain(data, name, kind)
        if data.startswith(_ZIP_MARK):
            check_container(data, name, self.allowance)
        match kind:
            case MediaKind.HTML:
                from qiao.engines.documents.html import read_html

                return read_html(data, name)
            case MediaKind.WORD:
                from qiao.engines.documents.word import read_word

                return read_word(data, name)
            case MediaKind.PDF:
                from qiao.engines.documents.pdf import read_pdf

                return read_pdf(data, name)
            case MediaKind.SHEET:
                from qiao.engines.documents.compound import check_compound
                from qiao.engines.documents.sheets import read_sheets

                if not data.startswith(_ZIP_MARK):
                    check_compound(data, name)
                return read_sheets(data, name)
            case MediaKind.IMAGE:
                from qiao.engines.documents.images import read_image

                return read_image(data, name)
            case _:
                return self._read_mail(data, name)

    def _read_mail(self, data: bytes, name: str) -> Draft:
        from qiao.engines.documents.mail import read_mail

        if self.depth >= self.limits.depth:
            raise UnreadableDocument(Trouble.NESTED_TOO_DEEP, name=name, expected=self.limits.depth)
        self.depth += 1
        try:
            return read_mail(data, name, self.parse, self.limits.attachments)
        finally:
            self.depth -= 1
