"""What speaks for or against two persons being one, besides their names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import phonenumbers

from qiao.engines.resolve.forms import form_of
from qiao.engines.resolve.legal import split_han, split_latin
from qiao.engines.resolve.record import Record
from qiao.engines.text.names import fold

MOST_BODIES, LONGEST_BODY = 50, 300

# Mailboxes that belong to a body; whoever writes from one need not be the person who did before.
_SHARED_BOXES = frozenset(
    "info contact office mail sales service support admin hello hr jobs press marketing secretary secretariat "
    "sekretariat kontakt vertrieb accueil direction presse zentrale empfang export import accounting "
    "webmaster postmaster".split()
)
# One person has one of each: two that differ are two persons.
_ONE_EACH = frozenset({"orcid", "isni", "passport", "national", "wikidata"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """What two records share.

    mail, mobile    a personal address, a mobile number, or another account of one person; empty when none is shared.
    organisation    one both are said to belong to.
    switchboard     a number or mailbox both give that belongs to a body and not to a person.
    elsewhere       each is said to belong somewhere, and nowhere together.
    own_apart       each has an address of one's own at the same host, or a mobile number, and they are not the same.
    clash           an identifier of which each person has one, and they have two.
    """

    mail: str
    mobile: str
    organisation: str
    switchboard: str
    elsewhere: bool
    own_apart: bool
    clash: str


def evidence_of(left: Record, right: Record) -> Evidence:
    """What two records of persons share and where they contradict."""
    mine, theirs = _sorted_out(left.identifiers), _sorted_out(right.identifiers)
    bodies, others = _bodies(left.organisations), _bodies(right.organisations)
    shared = min(bodies.keys() & others.keys(), default="")
    switchboard = min(mine.common & theirs.common, default="")
    return Evidence(
        mail=min(mine.personal & theirs.personal, default=""),
        mobile=min(mine.mobiles & theirs.mobiles, default=""),
        organisation=bodies.get(shared, ""),
        switchboard=switchboard,
        elsewhere=bool(bodies and others and not shared and not switchboard),
        own_apart=_are_apart(mine.mobiles, theirs.mobiles) or _are_apart_at_one_host(mine.personal, theirs.personal),
        clash=_clash(left.identifiers, right.identifiers),
    )


@dataclass(frozen=True, slots=True)
class _Contacts:
    personal: frozenset[str]
    mobiles: frozenset[str]
    common: frozenset[str]


@lru_cache(maxsize=4096)
def _sorted_out(identifiers: frozenset[str]) -> _Contacts:
    kinds = [_kind(identifier) for identifier in identifiers]
    return _Contacts(
        *(frozenset(text for kind, text in kinds if kind == wanted) for wanted in ("own", "mobile", "common"))
    )


@lru_cache(maxsize=16384)
def _kind(identifier: str) -> tuple[str, str]:
    """ "own", "mobile", "common" or empty, and the identifier in one spelling."""
    scheme, _, value = identifier.partition(":")
    scheme, value = scheme.strip().casefold(), value.strip().casefold()
    if not value:
        return "", ""
    if scheme in ("email", "mail"):
        box, at, host = value.rpartition("@")
        return ("common" if not at or box in _SHARED_BOXES else "own", f"{box}@{host}")
    if scheme in ("phone", "tel", "mobile", "fax"):
        return _phone(value)
    return ("common" if scheme in ("lei", "vat", "uscc", "domain", "website") else "own", f"{scheme}:{value}")


def _phone(value: str) -> tuple[str, str]:
    try:
        number = phonenumbers.parse(value[:40], None)
    except phonenumbers.NumberParseException:
        return "common", f"phone:{value[:40]}"
    kind = phonenumbers.number_type(number)
    mobile = kind == phonenumbers.PhoneNumberType.MOBILE
    spelt = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return ("mobile" if mobile else "common"), spelt


@lru_cache(maxsize=4096)
def _bodies(organisations: tuple[str, ...]) -> dict[str, str]:
    return {key: name for name in organisations[:MOST_BODIES] for key in body_keys(name[:LONGEST_BODY])}


@lru_cache(maxsize=16384)
def body_keys(name: str) -> frozenset[str]:
    """What an organisation is known again by: its name without the legal form, and what its words mean in one tongue.

    Two words at least must say something, so that 清华大学 is Tsinghua University and no university is any other.
    """
    folded = fold(name)
    is_han = any("\u3400" <= c <= "\u9fff" for c in folded)
    bare = split_han(folded)[0] if is_han else " ".join(split_latin(folded.split())[0]) if folded else ""
    words = form_of(name).words
    return frozenset({bare, " ".join(sorted(words)) if len(words) > 1 else ""} - {""})


def _are_apart(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(mine and theirs and not mine & theirs)


def _are_apart_at_one_host(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    if mine & theirs:
        return False
    return bool({_host(mail) for mail in mine} & {_host(mail) for mail in theirs} - {""})


def _host(mail: str) -> str:
    return mail.rpartition("@")[2] if "@" in mail else ""


def _clash(left: frozenset[str], right: frozenset[str]) -> str:
    for scheme in sorted(_ONE_EACH):
        mine = {i.casefold() for i in left if i.casefold().startswith(f"{scheme}:")}
        theirs = {i.casefold() for i in right if i.casefold().startswith(f"{scheme}:")}
        if mine and theirs and not mine & theirs:
            return scheme
    return ""


def contact_keys(record: Record) -> frozenset[str]:
    """Blocking keys of the contacts that are one person's own."""
    contacts = _sorted_out(record.identifiers)
    return frozenset(f"own:{text}" for text in contacts.personal | contacts.mobiles)
