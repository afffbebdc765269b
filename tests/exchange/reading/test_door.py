"""The door: whatever is given, a table or a plain refusal comes back."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qiao.engines.documents.problem import Limits
from qiao.exchange.reading import (
    Draft,
    Field,
    Refusal,
    Row,
    TableLimits,
    UnreadableTable,
    draft_of,
    guess,
    read_table,
)
from tests.engines.documents.builders import xlsx_bytes
from tests.exchange.reading.laying import drafts, table

ODD = (
    "张三 / Zhang San", "Foo GmbH (FG)", "+49 641 1234",
    "a@b.de; c", "CN", "=cmd()", "\x00", "\ud800", "（）", "()",
    "[en]", "→", "holds_post: a → b <x>", "0" * 400, "x" * 40_000, "91320214MA1ME5XK1P", "·", "/", "\n\n", "原名",
    "(原名)", "a [en]",
)  # fmt: skip
NAMES = ("a.csv", "a.xlsx", "a.vcf", "a.xls", "a.png", "a", "a.html")


def whatever(data: bytes, name: str) -> None:
    try:
        found = table(data, name)
    except UnreadableTable as error:
        refusal = error
    else:
        assert len(drafts(found)) == found.row_count
        return
    assert refusal.trouble != "crashed", str(refusal.__cause__)
    assert str(refusal).endswith(".")


@given(st.binary(max_size=400), st.sampled_from(NAMES))
@settings(max_examples=150, deadline=None)
def test_any_bytes_give_a_table_or_a_refusal(data: bytes, name: str) -> None:
    whatever(data, name)


@given(st.text(max_size=300), st.sampled_from(NAMES[:3]))
@settings(max_examples=150, deadline=None)
def test_any_text_gives_a_table_or_a_refusal(text: str, name: str) -> None:
    whatever(text.encode("utf-8", "surrogatepass"), name)


@given(st.text(alphabet="ab,;\"\n\t|'=\r", min_size=1, max_size=120))
@settings(max_examples=200, deadline=None)
def test_quotes_and_separators_in_any_order(text: str) -> None:
    whatever(("Name,City\n" + text).encode(), "a.csv")


@pytest.mark.parametrize("seed", range(12))
def test_damaged_workbooks_and_cards(seed: int) -> None:
    rng = random.Random(seed)
    book = xlsx_bytes({"S": {"A1": "Name", "B1": "City", "A2": "Foo", "B2": "Lyon"}})
    cards = b'BEGIN:VCARD\nVERSION:3.0\nN;CHARSET=GBK:\xd5\xc5;\xc8\xfd\nTEL;TYPE="a:+1\nEND:VCARD\n' * 3
    for data, name in ((bytearray(book), "a.xlsx"), (bytearray(cards), "a.vcf")):
        for _ in range(rng.randint(1, 8)):
            data[rng.randrange(len(data))] = rng.randrange(256)
        cut = bytes(data[: rng.randint(len(data) // 2, len(data))])
        whatever(cut, name)


def cells() -> st.SearchStrategy[str]:
    words = st.sampled_from(ODD)
    return st.one_of(st.text(max_size=40), words)


@given(st.lists(st.tuples(st.sampled_from(list(Field)), cells()), max_size=12))
@settings(max_examples=400, deadline=None)
def test_any_row_gives_one_draft_or_one_refusal(pairs: list[tuple[Field, str]]) -> None:
    mapped = {at: field for at, (field, _) in enumerate(pairs)}
    headers = tuple(field.value for field, _ in pairs)
    found = draft_of(Row(2, tuple(cell for _, cell in pairs)), mapped, headers)
    if isinstance(found, Refusal):
        return
    assert isinstance(found, Draft)
    assert found.names
    for name in found.names:
        assert 0 < len(name.text) <= 300
    for contact in found.contacts:
        assert len(contact.address) <= 300
    assert found.country == "" or len(found.country) == 2


@given(st.lists(st.lists(cells(), max_size=6), min_size=1, max_size=6))
@settings(max_examples=80, deadline=None)
def test_guesses_of_any_table_name_each_column_once(rows: list[list[str]]) -> None:
    import csv
    import io

    stream = io.StringIO()
    csv.writer(stream).writerows(rows)
    try:
        found = table(stream.getvalue().encode("utf-8", "replace"))
    except UnreadableTable:
        return
    guesses = guess(found)
    assert [one.column for one in guesses] == list(range(len(found.columns)))
    assert all(0 <= one.confidence <= 1 for one in guesses)


def test_reads_in_a_process_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "kept"
    path.write_bytes(b"Name,City\nFoo,Lyon\n")
    found = read_table(path, "list.csv")
    assert [row.cells for row in found.rows] == [("Foo", "Lyon")]
    assert [row.number for row in found.rows] == [2]


@pytest.mark.parametrize(
    ("limits", "trouble"),
    [
        (Limits(file_bytes=100), "too_large"),
        (Limits(characters=50), "too_much_text"),
    ],
)
def test_limits_end_the_reading_with_a_sentence(tmp_path: Path, limits: Limits, trouble: str) -> None:
    path = tmp_path / "kept"
    path.write_text("Name,City\n" + "Foo GmbH,Lyon\n" * 500)
    with pytest.raises(UnreadableTable) as refusal:
        read_table(path, "list.csv", TableLimits(parsing=limits))
    assert refusal.value.trouble == trouble


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    import io
    import zipfile

    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * (8 << 20))
    with pytest.raises(UnreadableTable) as refusal:
        table(stream.getvalue(), "a.xlsx", TableLimits(parsing=Limits(inflated_bytes=1 << 20)))
    assert refusal.value.trouble == "inflates_too_much"
