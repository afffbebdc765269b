"""Mentions and found numbers as Facts."""

from __future__ import annotations

from decimal import Decimal

from qiao.engines.extract.latin.counts import FoundCount
from qiao.engines.extract.latin.mention import Mention
from qiao.engines.extract.latin.money import FoundAmount
from qiao.engines.extract.latin.page import Page
from qiao.engines.extract.result import Attributes, Fact, FactType, Modality
from qiao.engines.text.latin_dates import FoundDate


def mention_fact(mention: Mention) -> Fact:
    attrs = Attributes(
        role=mention.role,
        org=mention.org,
        posts=mention.posts,
        date=mention.date,
        place=mention.place,
        country=mention.country,
        kind=_said_kind(mention),
        step=mention.step,
        parties=mention.parties,
    )
    return Fact(
        mention.start,
        mention.end,
        mention.type,
        mention.text,
        mention.norm,
        mention.modality,
        mention.confidence,
        attrs,
    )


def _said_kind(mention: Mention) -> str:
    return "" if mention.type in (FactType.PERSON, FactType.PLACE) else mention.kind


def date_fact(page: Page, found: FoundDate) -> Fact:
    attrs = Attributes(kind="range" if found.is_range else "", year=found.year)
    return Fact(
        found.start,
        found.end,
        FactType.DATE,
        page.text[found.start : found.end],
        found.norm,
        confidence=0.95 if not found.year else 0.85,
        attrs=attrs,
    )


def count_fact(page: Page, found: FoundCount, modality: Modality) -> Fact:
    quantity = found.quantity
    attrs = Attributes(count=Decimal(quantity.stated), unit=found.unit, kind=found.kind, bound=quantity.bound.value)
    text = page.text[found.start : found.end]
    return Fact(found.start, found.end, FactType.COUNT, text, quantity.norm, modality, 0.85, attrs)


def amount_fact(page: Page, found: FoundAmount, kind: str, modality: Modality) -> Fact:
    quantity = found.quantity
    attrs = Attributes(amount=quantity.stated, currency=quantity.currency, kind=kind, bound=quantity.bound.value)
    text = page.text[found.start : found.end]
    return Fact(found.start, found.end, FactType.AMOUNT, text, quantity.norm, modality, 0.9, attrs)
