"""Parties as entities of the FollowTheMoney model, one JSON object a line: parties first, each followed by its ties.

Source    the schemata Person, Organization, Company, Employment, Ownership, Membership and UnknownLink of
          followthemoney, as its documentation lists them.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from qiao.exchange.export.party import Party, Stated
from qiao.exchange.reading.party_kind import has_legal_form

_NAMES = {"former": "previousName", "alias": "alias", "short": "weakAlias"}
_CONTACTS = {"email": "email", "phone": "phone", "web": "website", "address": "address"}
_NUMBERS = {"lei": "leiCode", "uscc": "uscCode", "vat": "vatCode"}
_OF_FIRMS = frozenset({"lei", "uscc", "vat", "siren", "hrb"})
# Kind of tie -> schema, the property of the tie's subject, the property of its object.
_TIES = {
    "holds_post": ("Employment", "employee", "employer"),
    "subsidiary_of": ("Ownership", "asset", "owner"),
    "invested_in": ("Ownership", "owner", "asset"),
    "member_of": ("Membership", "member", "organization"),
}
_OTHER_TIE = ("UnknownLink", "subject", "object")

Properties = dict[str, list[str]]


def entity_file(parties: Iterable[Party]) -> Iterator[bytes]:
    """UTF-8, one entity a line."""
    for party in parties:
        for entity in entities(party):
            yield json.dumps(entity, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def entities(party: Party) -> Iterator[dict[str, Any]]:
    """The entity of a party and those of its ties.

    What is hoped, planned or denied is left out: the model has no word for it.
    """
    yield {"id": str(party.id), "schema": _schema(party), "caption": party.called, "properties": _properties(party)}
    for one in party.facts("tie"):
        yield _tie(party, one)


def _schema(party: Party) -> str:
    if party.kind == "person":
        return "Person"
    numbers = {one.value["scheme"] for one in party.facts("identifier")}
    is_firm = numbers & _OF_FIRMS or any(has_legal_form(one.value["text"]) for one in party.facts("name"))
    return "Company" if is_firm else "Organization"


def _properties(party: Party) -> Properties:
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    found["name"][party.called] = None
    for one in party.facts("name"):
        found[_NAMES.get(one.value["kind"], "name")][one.value["text"]] = None
    for one in party.facts("location"):
        if one.value["country"]:
            found["country"][one.value["country"].lower()] = None
        if one.value["place"]:
            found["address"][one.value["place"]] = None
    for one in party.facts("contactpoint"):
        if one.value["kind"] in _CONTACTS:
            found[_CONTACTS[one.value["kind"]]][one.value["address"]] = None
    for one in party.facts("identifier"):
        found[_number_property(party, one.value["scheme"])][one.value["number"]] = None
    for one in party.facts("classification"):
        found["sector"][one.value["segment"]] = None
    for one in party.facts("tie"):
        if one.value["kind"] == "holds_post" and one.value["role"] and party.kind == "person":
            found["position"][one.value["role"]] = None
    for one in party.stated:
        found["publisher"][one.cited.title] = None
    return {key: list(values) for key, values in found.items() if values}


def _number_property(party: Party, scheme: str) -> str:
    return _NUMBERS.get(scheme, "idNumber" if party.kind == "person" else "registrationNumber")


def _tie(party: Party, one: Stated) -> dict[str, Any]:
    schema, subject, other = _TIES.get(one.value["kind"], _OTHER_TIE)
    role = one.value["role"] or (one.value["kind"].replace("_", " ") if schema == "UnknownLink" else "")
    properties: Properties = {subject: [str(party.id)], other: [str(one.value["object_id"])]}
    said = {
        "role": role,
        "startDate": one.valid_from,
        "endDate": one.valid_until,
        "publisher": one.cited.title,
    }
    properties |= {key: [str(value)] for key, value in said.items() if value}
    return {"id": str(one.claim_id), "schema": schema, "properties": properties}
