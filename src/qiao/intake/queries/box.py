"""The one fact that is open: its words, its reading, and what a member needs to judge it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext, ngettext

from qiao.engines.text.quantity import Bound
from qiao.intake import codes
from qiao.intake.enums import FactKind
from qiao.intake.models import Document, Proposal
from qiao.intake.queries.marked import MarkedText
from qiao.intake.queries.parties import PartyLine
from qiao.intake.queries.readings import Words, parties_of, posts_of, quantity_of, words_of
from qiao.intake.queries.sentences import Pieces, date_words, figure_words, filled, listed, post_words
from qiao.kit.dates import span_of
from qiao.register.enums import Modality

MENTIONS = 40  # places told of one thing; a name on every row of a table need not be listed whole


@dataclass(frozen=True)
class Mention:
    """Another place of the same document that says the same."""

    number: int
    paragraph: int


@dataclass(frozen=True)
class FactBox:
    """What the open fact shows beside its line; an empty part is left out of the page."""

    id: UUID
    number: int
    quote: Words
    reading: Pieces
    holder: Pieces
    standing: Pieces
    seen: tuple[Mention, ...]
    notes: tuple[str, ...]
    confidence: int
    party: PartyLine | None


def box_of(
    proposal: Proposal,
    proposals: Sequence[Proposal],
    document: Document,
    marked: MarkedText,
    language: str,
    parties: Sequence[PartyLine],
) -> FactBox:
    party = next((line for line in parties if line.id == proposal.party_id), None)
    return FactBox(
        proposal.pk,
        proposal.position + 1,
        words_of(proposal.quote, language),
        _reading(proposal, language),
        _holder(proposal, language),
        _standing(proposal),
        _seen(proposal, proposals, marked),
        tuple(_notes(proposal, document)),
        round(proposal.confidence * 100),
        party,
    )


def _reading(proposal: Proposal, language: str) -> Pieces:
    """What the words are taken to mean."""
    kind = FactKind(proposal.kind)
    if kind in (FactKind.COUNT, FactKind.AMOUNT):
        return _bound_words(proposal)
    if kind == FactKind.DATE:
        return listed([(Words(date_words(proposal.norm) or proposal.norm),), _days(proposal)])
    if kind == FactKind.PERSON:
        posts = [post_words(role, org, language) for role, org in posts_of(proposal)]
        return listed([(words_of(proposal.norm, language),), *posts])
    if kind == FactKind.RELATION:  # the head of the box has told it in words
        return ()
    said = {FactKind.EVENT: codes.EVENTS, FactKind.AGREEMENT: codes.AGREEMENTS}.get(kind, {})
    code = str(proposal.attrs.get("kind", ""))
    sort = Words(str(said[code])) if code in said else words_of(code.replace("_", " "), "")
    name = words_of(proposal.norm, language)
    return listed([(name,) * bool(name.text), (sort,) * bool(sort.text)])


def _bound_words(proposal: Proposal) -> Pieces:
    quantity = quantity_of(proposal)
    if quantity is None:
        return (Words(proposal.norm),)
    number = Words(figure_words(quantity))
    sentences = {
        Bound.EXACT: gettext("{number}, exactly"),
        Bound.OVER: gettext("{number}: more than this, no upper end"),
        Bound.AT_LEAST: gettext("{number}: this or more, no upper end"),
        Bound.UNDER: gettext("{number}: less than this"),
        Bound.NEARLY: gettext("{number}: this or somewhat less"),
        Bound.ABOUT: gettext("{number}: this, more or less"),
    }
    return filled(sentences[quantity.bound], number=number)


def _days(proposal: Proposal) -> Pieces:
    span = span_of(proposal.norm)
    if span is None or span[2] != "day" or span[0] == span[1]:
        return ()
    days = (span[1] - span[0]).days + 1
    said = ngettext("%(days)d day, both ends counted", "%(days)d days, both ends counted", days)
    return (Words(said % {"days": days}),)


def _holder(proposal: Proposal, language: str) -> Pieces:
    """Whom or what the fact is about."""
    if proposal.kind in (FactKind.COUNT, FactKind.AMOUNT):
        noun = str(proposal.attrs.get("kind") or proposal.attrs.get("unit") or "")
        said = codes.COUNTED.get(noun)
        return ((Words(str(said)) if said else words_of(noun.replace("_", " "), language)),) * bool(noun)
    names = [(words_of(name, language),) for name in parties_of(proposal)]
    when = date_words(str(proposal.attrs.get("date", ""))) if proposal.kind != FactKind.DATE else ""
    where = str(proposal.attrs.get("place", ""))
    return listed([*names, (Words(when),) * bool(when), (words_of(where, language),) * bool(where)])


def _standing(proposal: Proposal) -> Pieces:
    """How far the words go: said to be so, planned, hoped or denied; and the rung they reach."""
    sentences = {
        Modality.FACT: gettext("said to be so"),
        Modality.PLAN: gettext("planned; it counts when it is done"),
        Modality.HOPE: gettext("hoped for; it will not count"),
        Modality.DENIAL: gettext("denied"),
    }
    step = codes.STEPS.get(str(proposal.attrs.get("step", "")))
    return listed([(Words(sentences[Modality(proposal.modality)]),), (Words(str(step)),) * bool(step)])


def _seen(proposal: Proposal, proposals: Sequence[Proposal], marked: MarkedText) -> tuple[Mention, ...]:
    """Every place that says the same, this one among them; empty when there is only this one."""
    same = [p for p in proposals if p.kind == proposal.kind and _same(p, proposal)]
    if len(same) < 2:
        return ()
    return tuple(Mention(p.position + 1, marked.paragraph_of(p.position + 1)) for p in same[:MENTIONS])


def _same(left: Proposal, right: Proposal) -> bool:
    if not left.norm or left.norm != right.norm:
        return False
    return left.kind not in (FactKind.COUNT, FactKind.AMOUNT) or left.attrs.get("kind") == right.attrs.get("kind")


def _notes(proposal: Proposal, document: Document) -> list[str]:
    """What the reader filled in and the words do not say."""
    notes: list[str] = []
    if proposal.attrs.get("year") == "inferred":
        published = document.source.published_date if document.source else None
        if published:
            notes.append(
                gettext("The year is not in the words; it comes from %(year)d, when this was published.")
                % {"year": published.year}
            )
        else:
            notes.append(gettext("The year is not in the words; it comes from the page around them."))
    currency = str(proposal.attrs.get("currency", ""))
    if currency and currency not in proposal.quote:
        notes.append(gettext("The currency %(code)s is implied by the words and the publisher.") % {"code": currency})
    if proposal.second_reader:
        notes.append(gettext("Seen by the second reader only."))
    return notes
