"""The values of cells in one spelling each, and the keys by which two spellings are told to be one."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

import phonenumbers


def phone_said(text: str, country: str = "") -> str:
    """A telephone number in international spelling; "" when it is none.

    country   where the party is, for numbers written without a country code.
    """
    parsed = _parsed(text, country)
    if parsed is None:
        return ""
    return str(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL))


def site_said(text: str) -> str:
    """The address of a website as the register keeps it, with its protocol; "" when it is none."""
    address = text.strip().rstrip("/")
    if not address or any(char.isspace() for char in address):
        return ""
    if not re.match(r"https?://", address, re.IGNORECASE):
        if "://" in address or "@" in address:
            return ""
        address = f"https://{address}"
    return address if domain_of(address) else ""


def mail_said(text: str) -> str:
    """An e-mail address; "" when it is none."""
    address = text.strip().strip("<>;,").removeprefix("mailto:")
    return address if _MAIL.fullmatch(address) else ""


_MAIL = re.compile(r"[^\s@<>\",;:()\[\]\\]{1,64}@[^\s@<>\",;:()\[\]\\.]+(?:\.[^\s@<>\",;:()\[\]\\.]+)+")
_HOST = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_](?:[\w-]{0,61}[^\W_])")


def domain_of(address: str) -> str:
    """The domain of a website or a mail address, in small letters without "www."; "" when there is none."""
    text = address.strip().casefold()
    host = text.rpartition("@")[2] if "@" in text and "/" not in text else _host(text)
    host = host.strip(".").removeprefix("www.")
    return host if len(host) <= 253 and _HOST.fullmatch(host) else ""


def contact_key(kind: str, address: str, country: str = "") -> str:
    """What two contact points of a kind have in common when they are one: digits, the site, the folded address."""
    match kind:
        case "phone":
            parsed = _parsed(address, country)
            return _E164(parsed) if parsed else re.sub(r"\D", "", address)
        case "web":
            text = re.sub(r"^https?://", "", address.strip().casefold()).removeprefix("www.")
            return text.rstrip("/")
        case "address":
            return re.sub(r"[\W_]+", "", address.casefold())
        case _:
            return address.strip().casefold()


def _E164(parsed: phonenumbers.PhoneNumber) -> str:
    return str(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164))


@lru_cache(maxsize=65536)
def _parsed(text: str, country: str) -> phonenumbers.PhoneNumber | None:
    if not 5 <= sum(char.isdigit() for char in text) <= 20 or len(text) > 60:
        return None
    try:
        number = phonenumbers.parse(text, country or None)
    except phonenumbers.NumberParseException:
        return None
    return number if phonenumbers.is_possible_number(number) else None


def _host(text: str) -> str:
    try:
        return urlsplit(text if "://" in text else f"//{text}").hostname or ""
    except ValueError:
        return ""
