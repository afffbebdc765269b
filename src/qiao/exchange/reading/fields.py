"""What a column of a table can hold."""

from __future__ import annotations

from enum import StrEnum


class Field(StrEnum):
    """One kind of value. Columns of one field add up, save where a row can have only one (`SINGLE`)."""

    NAME = "name"  # of an organisation or a person, in whichever language its characters show
    ORGANISATION = "organisation"  # the name of an organisation, which the row is about
    PERSON = "person"  # the name of a person, whom the row is about
    NAME_ZH = "name_zh"
    NAME_ZH_HANT = "name_zh_hant"
    NAME_EN = "name_en"
    NAME_FR = "name_fr"
    NAME_DE = "name_de"
    FAMILY_NAME = "family_name"
    GIVEN_NAME = "given_name"
    SHORT_NAME = "short_name"
    FORMER_NAME = "former_name"
    ALIAS = "alias"
    LANGUAGE = "language"  # of the name
    KIND = "kind"
    COUNTRY = "country"
    CITY = "city"
    ADDRESS = "address"
    WEBSITE = "website"
    EMAIL = "email"
    PHONE = "phone"
    WECHAT = "wechat"
    LEI = "lei"
    USCC = "uscc"
    VAT = "vat"
    SIREN = "siren"
    HRB = "hrb"
    ROR = "ror"
    ORCID = "orcid"
    REGISTER_NO = "register_no"
    CONTACT_PERSON = "contact_person"  # of an organisation, which the row is about
    CONTACT_PHONE = "contact_phone"
    CONTACT_EMAIL = "contact_email"
    TITLE = "title"  # the post of the person, or of the contact person
    EMPLOYER = "employer"  # of a person, whom the row is about
    EMPLOYER_WEBSITE = "employer_website"
    TIES = "ties"  # as our own export writes them
    SEGMENT = "segment"
    NOTE = "note"
    QIAO_ID = "qiao_id"
    IGNORE = "ignore"


NAMES = frozenset(
    {Field.NAME, Field.ORGANISATION, Field.PERSON, Field.NAME_ZH, Field.NAME_ZH_HANT, Field.NAME_EN, Field.NAME_FR,
     Field.NAME_DE, Field.FAMILY_NAME, Field.GIVEN_NAME}
)  # fmt: skip
"""One of these a row needs."""

SINGLE = frozenset({Field.QIAO_ID, Field.KIND, Field.COUNTRY, Field.CITY, Field.LANGUAGE})
"""Fields of which a row takes one value; a second one is kept as a note."""

NUMBERS = {
    Field.LEI: "lei",
    Field.USCC: "uscc",
    Field.VAT: "vat",
    Field.SIREN: "siren",
    Field.HRB: "hrb",
    Field.ROR: "ror",
    Field.ORCID: "orcid",
    Field.REGISTER_NO: "other",
}
"""Field -> the scheme of its numbers, a value of register.enums.IdentifierScheme."""
