"""The sentence around a place of a source, with the words marked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, Value
from django.db.models.functions import Greatest, Substr

from qiao.register.models import Evidence
from qiao.zones.models import Membership

REACH = 240  # characters looked at on either side for the ends of the sentence
_END = re.compile(r"[。！？!?；\n]+[”’」』\"]*|\.(?=\s+[A-ZÄÖÜÉÈÀ\"“„])")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence cut in three: what stands before the words, the words, what follows."""

    evidence_id: UUID
    source_id: UUID
    start: int
    end: int
    before: str
    words: str
    after: str
    language: str
    locator: str = ""

    @property
    def sentence(self) -> str:
        """The whole sentence, without regard to the words."""
        return self.before + self.words + self.after


def passages(member: Membership, evidence_ids: Iterable[UUID]) -> dict[UUID, Passage]:
    """The sentences of these places, read out of the texts without fetching the texts: one query.

    Places without characters, such as a member's own word, have none.
    """
    first = Greatest(F("start") - Value(REACH), Value(0))
    rows = (
        Evidence.objects.visible_to(member)
        .filter(id__in=set(evidence_ids), start__isnull=False)
        .annotate(first=first, around=Substr("source__text", first + 1, F("end") - first + Value(REACH)))
        .values_list("id", "source_id", "start", "end", "first", "around", "source__language", "locator")
    )
    return {row[0]: _passage(*row) for row in rows}  # type: ignore[arg-type]  # start and end are not null here


def _passage(
    evidence_id: UUID, source_id: UUID, start: int, end: int, first: int, around: str, language: str, locator: str
) -> Passage:
    before, words, after = around[: start - first], around[start - first : end - first], around[end - first :]
    return Passage(
        evidence_id,
        source_id,
        start,
        end,
        _tail(before, cut=first > 0),
        words,
        _head(after, cut=len(after) == REACH),
        language,
        locator,
    )


def _tail(text: str, *, cut: bool) -> str:
    """What belongs to the sentence that is under way at the end of `text`."""
    ends = [match.end() for match in _END.finditer(text)]
    if ends:
        return text[ends[-1] :].lstrip()
    return f"…{text}" if cut else text.lstrip()


def _head(text: str, *, cut: bool) -> str:
    """What the sentence under way at the beginning of `text` still holds."""
    match = _END.search(text)
    if match:
        return text[: match.end()].rstrip()
    return f"{text}…" if cut else text.rstrip()
