"""Checking of what people bring and say: a table, what its columns hold, what becomes of rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from qiao.exchange.enums import Decision, Fate
from qiao.exchange.models import ImportRun
from qiao.exchange.reading import Field
from qiao.exchange.reading.problem import DEFAULT
from qiao.register.enums import SourceKind
from qiao.register.forms.audience import AudienceForm

FIELDS: tuple[tuple[Any, tuple[tuple[Field, Any], ...]], ...] = (
    (
        _("Names"),
        (
            (Field.NAME, _("name")),
            (Field.ORGANISATION, _("name of the organisation")),
            (Field.PERSON, _("name of the person")),
            (Field.FAMILY_NAME, _("family name")),
            (Field.GIVEN_NAME, _("given name")),
            (Field.NAME_ZH, _("name, simplified Chinese")),
            (Field.NAME_ZH_HANT, _("name, traditional Chinese")),
            (Field.NAME_EN, _("name, English")),
            (Field.NAME_FR, _("name, French")),
            (Field.NAME_DE, _("name, German")),
            (Field.SHORT_NAME, _("short name")),
            (Field.FORMER_NAME, _("former name")),
            (Field.ALIAS, _("other name")),
            (Field.LANGUAGE, _("language of the name")),
        ),
    ),
    (
        _("What and where"),
        (
            (Field.KIND, _("organisation or person")),
            (Field.COUNTRY, _("country")),
            (Field.CITY, _("town")),
            (Field.SEGMENT, _("industry segment")),
        ),
    ),
    (
        _("Contacts"),
        (
            (Field.WEBSITE, _("website")),
            (Field.EMAIL, _("e-mail")),
            (Field.PHONE, _("telephone")),
            (Field.WECHAT, _("WeChat")),
            (Field.ADDRESS, _("postal address")),
        ),
    ),
    (
        _("People and posts"),
        (
            (Field.EMPLOYER, _("where the person works")),
            (Field.EMPLOYER_WEBSITE, _("website of the employer")),
            (Field.TITLE, _("post")),
            (Field.CONTACT_PERSON, _("contact person")),
            (Field.CONTACT_PHONE, _("telephone of the contact person")),
            (Field.CONTACT_EMAIL, _("e-mail of the contact person")),
            (Field.TIES, _("ties, as Qiao exports them")),
        ),
    ),
    (
        _("Register numbers"),
        (
            (Field.LEI, "LEI"),
            (Field.USCC, _("unified social credit code")),
            (Field.VAT, _("VAT number")),
            (Field.SIREN, "SIREN"),
            (Field.HRB, _("German commercial register")),
            (Field.ROR, "ROR"),
            (Field.ORCID, "ORCID"),
            (Field.REGISTER_NO, _("another register number")),
            (Field.QIAO_ID, _("Qiao id")),
        ),
    ),
    (_("Nothing of these"), ((Field.NOTE, _("a note, kept with the row")), (Field.IGNORE, _("leave this column out")))),
)


class BringForm(AudienceForm):
    """A file of rows, what kind of source it is, and who may see what comes of it."""

    file = forms.FileField(
        label=_("File"),
        allow_empty_file=True,
        error_messages={"required": _("Expected a file; found none. Nothing was kept.")},
        help_text=_("xlsx, xls, ods, csv, tsv, vcf; a picture of a card where pictures are read"),
    )
    source_kind = forms.ChoiceField(
        label=_("Kind of source"), choices=SourceKind.choices, initial=SourceKind.OWN_RECORD
    )

    field_order = ("file", "source_kind", "audience")

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        most = DEFAULT.parsing.file_bytes
        if file.size > most:
            raise ValidationError(
                _("Expected a file of at most %(most)s; found %(found)s. Nothing was kept."),
                params={"most": filesizeformat(most), "found": filesizeformat(file.size)},
            )
        return file


def fields_said(data: Any, run: ImportRun) -> list[Field] | None:
    """What was said of each column; None when the answer does not fit the table."""
    said = [str(data.get(f"column-{at}", "")) for at in range(len(run.columns))]
    known = {field.value for field in Field}
    return [Field(field) for field in said] if all(field in known for field in said) else None


def decision_said(data: Any) -> Decision | None:
    said = str(data.get("decision", ""))
    return Decision(said) if said in Decision.values else None


def fate_said(data: Any, among: Sequence[Fate] = tuple(Fate)) -> Fate | None:
    said = str(data.get("fate", ""))
    return Fate(said) if said in set(among) else None
