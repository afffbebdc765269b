"""Which form fills which table."""

from __future__ import annotations

from qiao.register.forms.base import ClaimForm
from qiao.register.forms.claims import (
    ClassificationForm,
    ContactForm,
    IdentifierForm,
    LocationForm,
    NameForm,
)
from qiao.register.forms.ties import TieForm
from qiao.register.models import Claim

FORMS: dict[type[Claim], type[ClaimForm]] = {
    form.table: form for form in (NameForm, TieForm, LocationForm, ContactForm, IdentifierForm, ClassificationForm)
}
