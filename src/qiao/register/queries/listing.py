"""The list of parties: filtered, in the order of the reader's language, one page after another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from time import monotonic
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from qiao.kit import show
from qiao.kit.kept_query import text_given
from qiao.register.enums import PARTIES
from qiao.register.models import Classification, Label, Location, Segment
from qiao.register.models.audience import audience_allows
from qiao.register.models.entity import stands_for_group
from qiao.register.queries.rows import LISTED, Listed, PartyRow, party_rows, rows_of
from qiao.register.queries.search import entries_holding
from qiao.zones.models import Membership, Role, Zone
from qiao.zones.queries.kept import ID, KeptFor

PAGE = 50
FRESH_S = 60.0  # how long the filters may lag behind what was recorded
MOST_CHOICES = 500  # kinds of reader whose filters are kept
MANY = 2_000  # claims beyond which a filter is no longer looked up whole
SORT_KEY = LISTED.index("sort_key")
COUNTRIES = """
WITH RECURSIVE codes(code) AS (
  SELECT min(country) FROM register_location WHERE zone_id = %s AND country > ''
  UNION ALL
  SELECT (SELECT min(country) FROM register_location WHERE zone_id = %s AND country > codes.code)
  FROM codes WHERE codes.code IS NOT NULL
) SELECT code FROM codes WHERE code IS NOT NULL
"""  # the distinct values of an index, one step each: reading them all takes a second at a hundred thousand
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
    mark = _mark(after)
    key, entity_id = mark or ("", None)
    shape = (wanted.kind, _measure(member, wanted), language, mark is not None)
    page = _PAGE.ask(member, *shape, country=wanted.country, segment=wanted.segment, key=key, id=entity_id)
    rows = rows_of(member, [Listed(*row) for row in page[:PAGE]], typed="", language=language)
    return PartyList(rows, f"{rows[-1].entity_id}.{page[PAGE - 1][SORT_KEY]}" if len(page) > PAGE else "")


def _page(member: Membership, kind: str, narrowed: tuple[str, str], language: str, onward: bool) -> QuerySet[Any, Any]:
    labels = _narrowed(_labels(member, _kinds(Wanted(kind=kind)), language), member, *narrowed)
    if onward:
        key = text_given("key")
        labels = labels.filter(sort_key__gte=key)  # where the index is entered
        labels = labels.filter(Q(sort_key__gt=key) | Q(sort_key=key, entity_id__gt=ID))
    return labels.values_list(*LISTED)[: PAGE + 1]


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
    """The kinds, and the countries and segments that some visible party has, at most a minute ago."""
    circles = frozenset() if member.role == Role.DIRECTOR else member.circle_ids
    asked = (member.zone_id, member.role, circles, language)
    known = _choices.get(asked)
    if known is None or monotonic() > known[0]:
        if len(_choices) > MOST_CHOICES:
            _choices.clear()
        known = _choices[asked] = (monotonic() + FRESH_S, _choices_now(member, language))
    return known[1]


def _choices_now(member: Membership, language: str) -> Choices:
    codes = _countries(member)
    countries = {code: show.country(code, language) for code in codes}
    return Choices(
        kinds=tuple((kind.value, str(kind.label)) for kind in PARTIES),
        countries=tuple(sorted(countries.items(), key=lambda pair: pair[1])),
        segments=tuple((segment.code, segment.name_in(language)) for segment in _SEGMENTS.ask(member)),
    )


def _countries(member: Membership) -> list[str]:
    """The countries of visible parties: those of the zone are stepped through along their index, then asked for."""
    with connection.cursor() as cursor:
        zone = member.zone_id.hex if connection.vendor == "sqlite" else member.zone_id
        cursor.execute(COUNTRIES, [zone, zone])
        codes = tuple(code for (code,) in cursor.fetchall())
    seen = _SEEN.ask(member, codes) if codes else []
    return [code for code, is_seen in zip(codes, *seen, strict=True) if is_seen] if seen else []


def _seen(member: Membership, codes: tuple[str, ...]) -> QuerySet[Any, Any]:
    """One row that says of each country whether a visible party lies there."""
    places = Location.objects.visible_to(member).live().filter(subject__kind__in=PARTIES)
    asked = {f"in_{at}": Exists(places.filter(country=code)) for at, code in enumerate(codes)}
    return Zone.objects.filter(pk=member.zone_id).annotate(**asked).values_list(*asked)


def _segments(member: Membership) -> QuerySet[Any, Any]:
    classified = Classification.objects.visible_to(member).live().filter(segment=OuterRef("pk"))
    return Segment.objects.visible_to(member).filter(Exists(classified)).order_by("code")


def labels_wanted(member: Membership, wanted: Wanted, language: str) -> QuerySet[Label]:
    """The labels of the parties wanted, in the order of the list, so that a page is read along the index of labels."""
    labels = _narrowed(_labels(member, _kinds(wanted), language), member, *_measure(member, wanted), wanted=wanted)
    if wanted.typed:
        labels = labels.filter(entity__in=entries_holding(member, wanted.typed, kinds=_kinds(wanted)))
    return labels


def _labels(member: Membership, kinds: Sequence[str], language: str) -> QuerySet[Label]:
    labels = Label.objects.visible_to(member).filter(language=language, entity__kind__in=kinds).exclude(text="")
    seen = labels.filter(audience_allows(member, "entity__audience"), stands_for_group(member, "entity__"))
    return seen.select_related("entity").order_by("sort_key", "entity_id")


def _measure(member: Membership, wanted: Wanted) -> tuple[str, str]:
    """How each filter is asked for, if at all: few parties are looked up, among many one looks on the way."""
    zone = member.zone_id
    placed = Location.objects.filter(zone=zone, country=wanted.country)
    classified = Classification.objects.filter(zone=zone, segment__code=wanted.segment)
    return (
        _manner(placed) if wanted.country else "",
        _manner(classified) if wanted.segment else "",
    )


def _manner(claims: QuerySet[Any, Any]) -> str:
    return "on the way" if claims.order_by()[MANY : MANY + 1].exists() else "looked up"


def _narrowed(
    labels: QuerySet[Label], member: Membership, by_country: str, by_segment: str, wanted: Wanted | None = None
) -> QuerySet[Label]:
    country = wanted.country if wanted else text_given("country")
    segment = wanted.segment if wanted else text_given("segment")
    filters: tuple[tuple[str, QuerySet[Any, Any]], ...] = (
        (by_country, Location.objects.visible_to(member).live().filter(country=country)),
        (by_segment, Classification.objects.visible_to(member).live().filter(segment__code=segment)),
    )
    for manner, claims in filters:
        if manner == "looked up":
            labels = labels.filter(entity__canonical__in=claims.values("subject__canonical"))
        elif manner:
            labels = labels.filter(Exists(claims.filter(subject__canonical=OuterRef("entity__canonical"))))
    return labels


def _mark(after: str) -> tuple[str, UUID] | None:
    entity_id, _, key = after.partition(".")
    try:
        return (key, UUID(entity_id)) if entity_id else None
    except ValueError:
        return None


_choices: dict[tuple[Any, ...], tuple[float, Choices]] = {}
_PAGE = KeptFor(_page, plain_ids=True)
_SEEN = KeptFor(_seen)
_SEGMENTS = KeptFor(_segments)
