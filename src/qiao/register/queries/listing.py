"""The list of parties: filtered, in the order of the reader's language, one page after another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from qiao.kit import show
from qiao.register.enums import PARTIES
from qiao.register.models import Classification, Label, Location, Segment
from qiao.register.models.audience import audience_allows
from qiao.register.models.entity import stands_for_group
from qiao.register.queries.rows import PartyRow, party_rows
from qiao.register.queries.search import entries_holding
from qiao.zones.models import Membership

PAGE = 50
LONGEST_COUNT = 4  # digits of a mark in a list of answers


@dataclass(frozen=True)
class Wanted:
    """The filters of the list, each empty when not used."""

    kind: str = ""
    country: str = ""
    segment: str = ""  # a segment's code
    typed: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.kind or self.country or self.segment or self.typed)


@dataclass(frozen=True)
class PartyList:
    """A page of parties and the mark after which the next page begins; empty on the last."""

    rows: tuple[PartyRow, ...]
    after: str


@dataclass(frozen=True)
class Choices:
    """What the filters can be set to: codes and words."""

    kinds: tuple[tuple[str, str], ...]
    countries: tuple[tuple[str, str], ...]
    segments: tuple[tuple[str, str], ...]


def party_list(member: Membership, wanted: Wanted, *, language: str, after: str = "") -> PartyList:
    """One page of the parties a member may see, by sort key and id of their labels in the reader's language.

    Those looked for by name come the best answer first, two hundred at most.
    after    the mark of the page before; what cannot be read as one begins at the top.
    """
    if wanted.typed:
        return _ranked_list(member, wanted, language, after)
    labels = labels_wanted(member, wanted, language)
    mark = _mark(after)
    if mark is not None:
        key, entity_id = mark
        labels = labels.filter(sort_key__gte=key)  # where the index is entered
        labels = labels.filter(Q(sort_key__gt=key) | Q(sort_key=key, entity_id__gt=entity_id))
    page = list(labels[: PAGE + 1])
    found = page[:PAGE]
    rows = party_rows(member, found, typed="", language=language)
    last = page[PAGE - 1] if len(page) > PAGE else None
    return PartyList(rows, f"{last.entity_id}.{last.sort_key}" if last else "")


def _ranked_list(member: Membership, wanted: Wanted, language: str, after: str) -> PartyList:
    """A page of what a search found; its mark is how many answers came before."""
    ids = entries_holding(member, wanted.typed, kinds=_kinds(wanted))
    labels = labels_wanted(member, replace(wanted, typed=""), language).filter(entity__in=ids)
    by_id = {label.entity_id: label for label in labels}
    ranked = [by_id[pk] for pk in ids if pk in by_id]
    start = int(after) if after.isascii() and after.isdecimal() and len(after) <= LONGEST_COUNT else 0
    page = ranked[start : start + PAGE]
    onward = str(start + PAGE) if len(ranked) > start + PAGE else ""
    return PartyList(party_rows(member, page, typed=wanted.typed, language=language), onward)


def _kinds(wanted: Wanted) -> list[str]:
    return [wanted.kind] if wanted.kind in PARTIES else [kind.value for kind in PARTIES]


def choices(member: Membership, language: str) -> Choices:
    """The kinds, and the countries and segments that some visible party has."""
    places = Location.objects.visible_to(member).live().filter(subject__kind__in=PARTIES).exclude(country="")
    countries = {code: show.country(code, language) for code in set(places.values_list("country", flat=True))}
    segments = Segment.objects.visible_to(member).filter(
        Exists(Classification.objects.visible_to(member).live().filter(segment=OuterRef("pk")))
    )
    return Choices(
        kinds=tuple((kind.value, str(kind.label)) for kind in PARTIES),
        countries=tuple(sorted(countries.items(), key=lambda pair: pair[1])),
        segments=tuple((segment.code, segment.name_in(language)) for segment in segments.order_by("code")),
    )


def labels_wanted(member: Membership, wanted: Wanted, language: str) -> QuerySet[Label]:
    """The labels of the parties wanted, in the order of the list, so that a page is read along the index of labels."""
    labels = (
        Label.objects.visible_to(member)
        .filter(audience_allows(member, "entity__audience"), stands_for_group(member, "entity__"))
        .filter(language=language, entity__kind__in=_kinds(wanted))
        .exclude(text="")
    )
    if wanted.typed:
        labels = labels.filter(entity__in=entries_holding(member, wanted.typed, kinds=_kinds(wanted)))
    if wanted.country:
        placed = Location.objects.visible_to(member).live().filter(country=wanted.country)
        labels = labels.filter(entity__canonical__in=placed.values("subject__canonical"))
    if wanted.segment:
        classified = Classification.objects.visible_to(member).live().filter(segment__code=wanted.segment)
        labels = labels.filter(entity__canonical__in=classified.values("subject__canonical"))
    return labels.select_related("entity").order_by("sort_key", "entity_id")


def _mark(after: str) -> tuple[str, UUID] | None:
    entity_id, _, key = after.partition(".")
    try:
        return (key, UUID(entity_id)) if entity_id else None
    except ValueError:
        return None
