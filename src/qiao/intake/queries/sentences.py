"""Facts as short sentences in the reader's language, the names in their own."""

from __future__ import annotations

from collections.abc import Iterable
from string import Formatter

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext, gettext_lazy, ngettext

from qiao.engines.text.measures import counted_by
from qiao.engines.text.quantity import Bound, Quantity
from qiao.intake import codes
from qiao.intake.enums import FactKind
from qiao.intake.models import Proposal
from qiao.intake.queries.readings import Words, parties_of, posts_of, quantity_of, words_of
from qiao.kit import show
from qiao.kit.dates import span_of

Pieces = tuple[Words, ...]

TIES: dict[str, str | Promise] = {
    "led": gettext_lazy("{subject} led the delegation of {object}"),
    "visited": gettext_lazy("{subject} visited {object}"),
    "met": gettext_lazy("{subject} met {object}"),
    "signed_with": gettext_lazy("{subject} agreed with {object}"),
    "opened": gettext_lazy("{subject} opened {object}"),
    "founded": gettext_lazy("{subject} founded {object}"),
    "subsidiary_of": gettext_lazy("{subject} is a subsidiary of {object}"),
    "located_in": gettext_lazy("{subject} is located in {object}"),
    "invested_in": gettext_lazy("{subject} invested in {object}"),
}
# The sign of a bound belongs to the value: before the number, or, for a lower bound said loosely, behind it.
SIGNS = {Bound.OVER: "> ", Bound.AT_LEAST: "≥ ", Bound.UNDER: "< ", Bound.NEARLY: "≲ ", Bound.ABOUT: "≈ "}


def filled(sentence: str, **words: Words) -> Pieces:
    """The pieces of a translated sentence with words of a source in its places."""
    pieces: list[Words] = []
    for before, name, _spec, _conversion in Formatter().parse(sentence):
        if before:
            pieces.append(Words(before))
        if name:
            pieces.append(words[name])
    return tuple(pieces)


def listed(parts: Iterable[Pieces]) -> Pieces:
    """Several notes side by side."""
    pieces: list[Words] = []
    for part in filter(None, parts):
        if pieces:
            pieces.append(Words(" · "))
        pieces.extend(part)
    return tuple(pieces)


def label_of(proposal: Proposal, language: str) -> Pieces:
    """What a fact says, as its one line in the list. `language` is that of its source."""
    kind = FactKind(proposal.kind)
    if kind == FactKind.RELATION:
        return _tie(proposal, language)
    if kind in (FactKind.COUNT, FactKind.AMOUNT):
        return _figure(proposal, language)
    if kind == FactKind.DATE:
        return (Words(date_words(proposal.norm) or proposal.quote),)
    if kind == FactKind.AGREEMENT:
        said = codes.AGREEMENTS.get(str(proposal.attrs.get("kind", "")))
        if said and proposal.attrs.get("kind") != "other":
            return (Words(str(said)),)
    return (words_of(proposal.quote, language),)


def note_of(proposal: Proposal, language: str) -> Pieces:
    """What stands beside the line, in grey: the reading behind the words."""
    kind = FactKind(proposal.kind)
    attrs = proposal.attrs
    notes: list[Pieces] = []
    if kind == FactKind.PERSON:
        notes = [post_words(role, org, language) for role, org in posts_of(proposal)]
    elif kind == FactKind.AGREEMENT:
        notes = _agreement_notes(proposal, language)
    elif kind == FactKind.EVENT:
        said = codes.EVENTS.get(str(attrs.get("kind", "")))
        notes = [(Words(str(said)),)] if said else []
        notes += _when_and_where(proposal, language)
    elif kind == FactKind.DATE:
        notes = _date_notes(proposal)
    elif kind in (FactKind.COUNT, FactKind.AMOUNT):
        notes = _words_unless_told(proposal, language)
    elif kind == FactKind.RELATION:
        notes = _when_and_where(proposal, language)
    if kind in (FactKind.PERSON, FactKind.ORGANISATION, FactKind.PLACE):
        notes += _other_name(proposal, language)
    return listed(notes)


def figure_words(quantity: Quantity) -> str:
    """A quantity with the sign of its bound: "> CNY 100 million"."""
    return show.quantity_mark(quantity, get_language() or "en")


def date_words(norm: str) -> str:
    """A date or a range in the reader's language; empty when it is none that exists."""
    span = span_of(norm)
    return show.span(*span, get_language() or "en") if span else ""


def post_words(role: str, org: str, language: str) -> Pieces:
    if role and org:
        return filled(gettext("{role}, {body}"), role=words_of(role, language), body=words_of(org, language))
    return (words_of(role or org, language),)


def counted_words(proposal: Proposal, language: str) -> Words:
    """What a figure counts: the words for a known code or for what its noun counts, else the noun of the source."""
    noun, unit = str(proposal.attrs.get("kind") or ""), str(proposal.attrs.get("unit") or "")
    noun = noun or unit
    said = codes.COUNTED.get(noun) or codes.COUNTED.get(counted_by(noun, unit).value)
    return Words(str(said)) if said else words_of(noun.replace("_", " "), language)


def _tie(proposal: Proposal, language: str) -> Pieces:
    sentence = TIES.get(str(proposal.attrs.get("kind", "")))
    parties = parties_of(proposal)
    if sentence is None or len(parties) < 2:
        return (words_of(proposal.norm or proposal.quote, language),)
    return filled(
        str(sentence),
        subject=words_of(parties[0], language),
        object=words_of(("、" if language.startswith("zh") else ", ").join(parties[1:]), language),
    )


def _figure(proposal: Proposal, language: str) -> Pieces:
    quantity = quantity_of(proposal)
    if quantity is None:
        return (words_of(proposal.quote, language),)
    counted = counted_words(proposal, language)
    if not counted.text:
        return (Words(figure_words(quantity)),)
    return filled(gettext("{number} {counted}"), number=Words(figure_words(quantity)), counted=counted)


def _words_unless_told(proposal: Proposal, language: str) -> list[Pieces]:
    """The source's own words for a figure, when they say it otherwise than the line does."""
    told = "".join(map(str, _figure(proposal, language))).replace("\u00a0", " ")
    return [(words_of(proposal.quote, language),)] if told != proposal.quote else []


def _agreement_notes(proposal: Proposal, language: str) -> list[Pieces]:
    parties = [words_of(name, language) for name in parties_of(proposal)[1:]]
    notes: list[Pieces] = [(party,) for party in parties]
    quantity = quantity_of(proposal)
    if quantity is not None and not parties:
        notes.append(filled(gettext("{number} claimed"), number=Words(figure_words(quantity))))
    step = codes.STEPS.get(str(proposal.attrs.get("step", "")))
    if step:
        notes.append((Words(str(step)),))
    return notes + _when_and_where(proposal, language)


def _when_and_where(proposal: Proposal, language: str) -> list[Pieces]:
    when = date_words(str(proposal.attrs.get("date", "")))
    where = str(proposal.attrs.get("place", ""))
    notes: list[Pieces] = []
    if when:
        notes.append((Words(when),))
    if where:
        notes.append((words_of(where, language),))
    return notes


def _date_notes(proposal: Proposal) -> list[Pieces]:
    notes: list[Pieces] = []
    span = span_of(proposal.norm)
    if span is not None and span[2] == "day" and span[0] != span[1]:
        days = (span[1] - span[0]).days + 1
        notes.append((Words(ngettext("%(days)d day", "%(days)d days", days) % {"days": days}),))
    if proposal.attrs.get("year") == "inferred":
        notes.append((Words(gettext("year inferred")),))
    if proposal.attrs.get("kind") == "published":
        notes.append((Words(gettext("day of publication")),))
    return notes


def _other_name(proposal: Proposal, language: str) -> list[Pieces]:
    """The name that joins this one with the others, and the country."""
    here = get_language() or "en"
    country = str(proposal.attrs.get("country", ""))
    if proposal.kind == FactKind.PLACE and _is_country(proposal.norm):
        name = show.country(proposal.norm, here)
        return [(Words(name),)] if name != proposal.quote else []
    notes: list[Pieces] = []
    if proposal.norm and proposal.norm != proposal.quote:
        notes.append(filled(gettext("for {name}"), name=words_of(proposal.norm, language)))
    if country:
        notes.append((Words(show.country(country, here)),))
    return notes


def _is_country(norm: str) -> bool:
    """A country is known by its two letters."""
    return len(norm) == 2 and norm.isascii() and norm.isupper()
