"""A report of the shape of the founding one, with invented names: seven agreements claimed, five named at most."""

from __future__ import annotations

from typing import Any

HOME = "Linhu High-tech Zone"
TEXT = (
    "A week in Austria and Slovenia\n"
    "From 2 to 9 June 2025 a delegation of the Linhu High-tech Zone, led by Chen Yulan, travelled to Austria and "
    "Slovenia. In 7 days it agreed on a sensor project with Steinfeld Mobility, with an investment of over "
    "EUR 100 million, signed seven letters of intent and met more than 20 start-up projects.\n"
    "On 3 June it held the Linhu Forum in Graz, and on 7 June the Linhu Evening in Ljubljana. Nearly 200 guests "
    "took part. It opened a liaison station in Graz and another liaison post in Ljubljana.\n"
    "In Graz it visited Steinfeld Mobility and met its chief executive Karin Lobmayr. In Ljubljana it visited Drava "
    "Careers and reached a strategic intention with it, and another with the Savinja Incubator. It hopes for a "
    "contract with Lesna Labs. Its seven agreements will be followed up.\n"
    "More than 210 European companies work in the zone; Alpenbahn and Murtal Energie have invested in it.\n"
)


def _signed(text: str, kind: str, step: str, party: str, **more: Any) -> dict[str, Any]:
    attrs = {"kind": kind, "step": step, "parties": [HOME, party]}
    return {"kind": "agreement", "text": text, "attrs": attrs, **more}


def _tie(text: str, kind: str, *parties: str, **more: Any) -> dict[str, Any]:
    place = {"place": more.pop("place")} if "place" in more else {}
    return {"kind": "relation", "text": text, "attrs": {"kind": kind, "parties": list(parties), **place}, **more}


def _count(text: str, norm: str, number: int, kind: str, **more: Any) -> dict[str, Any]:
    return {"kind": "count", "text": text, "norm": norm, "attrs": {"count": number, "kind": kind}, **more}


def _event(text: str, day: str, place: str) -> dict[str, Any]:
    return {"kind": "event", "text": text, "attrs": {"kind": "forum", "date": day, "place": place}}


FACTS: list[dict[str, Any]] = [
    {"kind": "date", "text": "2 to 9 June 2025", "norm": "2025-06-02/2025-06-09", "attrs": {"kind": "range"}},
    {"kind": "organisation", "text": HOME},
    {"kind": "person", "text": "Chen Yulan"},
    _tie("led by Chen Yulan", "led", "Chen Yulan", HOME),
    {"kind": "place", "text": "Austria", "norm": "AT"},
    {"kind": "place", "text": "Slovenia", "norm": "SI"},
    _count("7 days", "7", 7, "duration"),
    _signed("sensor project", "project_cooperation", "intention", "Steinfeld Mobility"),
    {"kind": "organisation", "text": "Steinfeld Mobility"},
    {
        "kind": "amount",
        "text": "over EUR 100 million",
        "norm": ">100000000 EUR",
        "attrs": {"amount": 100000000, "currency": "EUR", "bound": "over"},
    },
    _count("seven letters of intent", "7", 7, "agreements"),
    _count("more than 20 start-up projects", ">20", 20, "projects"),
    _event("Linhu Forum", "2025-06-03", "Graz"),
    {"kind": "place", "text": "Graz"},
    _event("Linhu Evening", "2025-06-07", "Ljubljana"),
    {"kind": "place", "text": "Ljubljana"},
    _count("Nearly 200 guests", "~<200", 200, "participants"),
    _tie("opened a liaison station in Graz", "opened", HOME, "liaison station", place="Graz"),
    _tie("another liaison post in Ljubljana", "opened", HOME, "liaison post", place="Ljubljana"),
    {"kind": "place", "text": "Graz", "nth": 2},
    _tie("visited Steinfeld Mobility", "visited", HOME, "Steinfeld Mobility"),
    {
        "kind": "person",
        "text": "Karin Lobmayr",
        "attrs": {"role": "chief executive", "org": "Steinfeld Mobility"},
    },
    _tie("met its chief executive Karin Lobmayr", "met", HOME, "Karin Lobmayr"),
    {"kind": "place", "text": "Ljubljana", "nth": 2},
    {"kind": "organisation", "text": "Drava Careers"},
    _tie("visited Drava Careers", "visited", HOME, "Drava Careers"),
    _signed("strategic intention", "strategic_intent", "intention", "Drava Careers"),
    _tie("reached a strategic intention with it", "signed_with", HOME, "Drava Careers"),
    _signed("another with the Savinja Incubator", "strategic_intent", "intention", "Savinja Incubator"),
    _signed("contract", "contract", "hoped", "Lesna Labs", modality="hope"),
    _count("seven agreements", "7", 7, "agreements"),
    _count("More than 210 European companies", ">210", 210, "companies"),
    _tie("Alpenbahn and Murtal Energie have invested in it", "invested_in", "Alpenbahn", HOME),
    _tie("Murtal Energie have invested in it", "invested_in", "Murtal Energie", HOME),
]
