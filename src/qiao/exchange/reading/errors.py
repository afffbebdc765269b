"""Why a file gives no table: a code, its values, and one plain English sentence."""

from __future__ import annotations

from qiao.engines.documents.errors import UnreadableDocument


class UnreadableTable(Exception):
    """A file without rows.

    trouble   the reason, for programs and translators: one of ours or a value of engines.documents.Trouble.
    params    the values of its sentence by name: `name`, `found`, `expected`.
    """

    SENTENCES = {
        "not_a_table": "{name} is not read as a table: found {found}, expected xlsx, xls, ods, csv, tsv, vcf or the "
        "picture of a card; the file was kept.",
        "no_table": "{name} holds no table: found {found}, expected {expected}; the file was kept.",
        "too_many_rows": "{name} has too many rows: found over {expected}, expected at most {expected}; "
        "the file was kept and no row was read.",
        "too_many_columns": "{name} has too many columns: found {found}, expected at most {expected}; "
        "the file was kept and no row was read.",
    }

    def __init__(self, trouble: str, *, said: str = "", **params: object) -> None:
        self.trouble = trouble
        self.params = {"name": "", "found": "", "expected": ""} | {key: str(value) for key, value in params.items()}
        super().__init__(said or self.SENTENCES[trouble].format(**self.params))

    @staticmethod
    def because(error: UnreadableDocument) -> UnreadableTable:
        """The same trouble, met while reading a table."""
        return UnreadableTable(error.trouble.value, said=str(error), **error.params)

    def __reduce__(self) -> tuple[object, ...]:
        return (_restored, (self.trouble, str(self), self.params))


def _restored(trouble: str, said: str, params: dict[str, str]) -> UnreadableTable:
    return UnreadableTable(trouble, said=said, **params)
