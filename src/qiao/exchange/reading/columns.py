"""Which column holds what: guessed from its header and from its values, with the reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import islice

from qiao.exchange.reading.card_cells import COLUMNS
from qiao.exchange.reading.column_values import contradicts, seen_in
from qiao.exchange.reading.fields import NAMES, SINGLE, Field
from qiao.exchange.reading.synonyms import meaning_of
from qiao.exchange.reading.table import Table, TableKind

Mapped = Mapping[int, Field]
"""Column, counted from 0, -> its field."""

SURE = 0.7
_SAMPLE = 300
_FEW = 3  # values that prove nothing against a header


@dataclass(frozen=True, slots=True)
class Guess:
    """What one column seems to hold.

    column       counted from 0.
    confidence   0 to 1; below `SURE` an officer should look.
    why          a code with `values` for its sentence: "header" (known as written), "header_like" (the known header
                 it is like), "values" (what they look like, and the share of them in percent), "empty", "nothing".
    """

    column: int
    field: Field
    confidence: float
    why: str
    values: tuple[str, ...] = ()


def guess(table: Table) -> tuple[Guess, ...]:
    """One guess for each column of a table, from its header and its first rows."""
    if table.kind in (TableKind.CARDS, TableKind.PICTURE):
        return tuple(Guess(at, field, 1.0, "header", (header,)) for at, (header, field) in enumerate(COLUMNS))
    sample = list(islice(iter(table.rows), _SAMPLE))
    guesses = []
    for at, header in enumerate(table.columns):
        values = [row.cells[at] for row in sample if at < len(row.cells) and row.cells[at]]
        guesses.append(_guess(at, header, values))
    return tuple(_one_of_each(_in_context(_with_a_name(guesses))))


def _guess(at: int, header: str, values: list[str]) -> Guess:
    meaning = meaning_of(header) if header else None
    if meaning is not None:
        field = meaning.language or meaning.field
        told = Guess(at, field, meaning.confidence, meaning.why, (meaning.known,))
        if len(values) < _FEW or not contradicts(field, values):
            return told
        seen = seen_in(values)
        if seen is None:
            return replace(told, field=Field.NOTE, confidence=0.4)
        return Guess(at, seen.field, seen.share * 0.85, "values", (seen.field.value, f"{seen.share:.0%}"))
    if not values:
        return Guess(at, Field.IGNORE, 0.9 if not header else 0.5, "empty")
    seen = seen_in(values)
    if seen is not None:
        return Guess(at, seen.field, seen.share * seen.weight, "values", (seen.field.value, f"{seen.share:.0%}"))
    return Guess(at, Field.NOTE, 0.3, "nothing")


def _with_a_name(guesses: list[Guess]) -> list[Guess]:
    """Where no header says which column holds names, only the first that looks so is taken for it."""
    if any(guess.field in NAMES and guess.why != "values" for guess in guesses):
        return [replace(g, field=Field.NOTE) if _is_seen_name(g) else g for g in guesses]
    first = next((guess.column for guess in guesses if _is_seen_name(guess)), None)
    return [replace(g, field=Field.NOTE) if _is_seen_name(g) and g.column != first else g for g in guesses]


def _is_seen_name(guess: Guess) -> bool:
    return guess.why == "values" and guess.field in (Field.ORGANISATION, Field.PERSON, Field.NAME)


def _in_context(guesses: list[Guess]) -> list[Guess]:
    """What the columns mean beside each other: who is the row about, the firm or the person?"""
    fields = {guess.field for guess in guesses}
    has_person = bool(fields & {Field.PERSON, Field.FAMILY_NAME, Field.GIVEN_NAME})
    turned: dict[Field, Field] = {}
    if has_person and Field.ORGANISATION in fields:
        turned[Field.ORGANISATION] = Field.EMPLOYER
    elif Field.ORGANISATION in fields and Field.NAME in fields:
        turned |= {Field.ORGANISATION: Field.EMPLOYER, Field.NAME: Field.PERSON}
    elif Field.CONTACT_PERSON in fields and not fields & NAMES:
        turned[Field.CONTACT_PERSON] = Field.PERSON
    about_person = has_person or Field.EMPLOYER in turned.values() or Field.EMPLOYER in fields
    if Field.PERSON in turned.values() or (about_person and Field.CONTACT_PERSON not in fields):
        turned |= {Field.CONTACT_PHONE: Field.PHONE, Field.CONTACT_EMAIL: Field.EMAIL}
    if about_person and Field.QIAO_ID not in fields and (Field.EMPLOYER in fields or Field.ORGANISATION in turned):
        turned[Field.WEBSITE] = Field.EMPLOYER_WEBSITE
    if {Field.QIAO_ID, Field.TIES} <= fields:  # of our own export: the column of ties says it all
        turned |= {Field.EMPLOYER: Field.IGNORE, Field.TITLE: Field.IGNORE}
    return [replace(guess, field=turned.get(guess.field, guess.field)) for guess in guesses]


def _one_of_each(guesses: list[Guess]) -> list[Guess]:
    """Of the fields that a row has once, the surest column; the others are notes."""
    best = {
        field: max((g for g in guesses if g.field is field), key=lambda g: (g.confidence, -g.column), default=None)
        for field in SINGLE
    }
    return [replace(g, field=Field.NOTE) if g.field in SINGLE and g is not best[g.field] else g for g in guesses]
