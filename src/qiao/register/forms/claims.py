"""One form for each table of claims that members fill by hand; ties have a file of their own."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from qiao.engines.text.places import find_place
from qiao.kit.show import locale_of
from qiao.register.actions.state import name_values
from qiao.register.enums import ContactKind, IdentifierScheme, NameKind
from qiao.register.forms import contacts, numbers
from qiao.register.forms.base import LANGUAGES, ClaimForm
from qiao.register.models import Classification, ContactPoint, Identifier, Location, Name, Segment
from qiao.register.queries.places import country_of


class NameForm(ClaimForm):
    table = Name
    columns = ("text", "language", "kind")

    text = forms.CharField(label=_("Name"), max_length=300)
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES, required=False)
    kind = forms.ChoiceField(label=_("Kind of name"), choices=NameKind.choices, initial=NameKind.OFFICIAL)

    def own_values(self) -> dict[str, Any]:
        said = self.cleaned_data
        return dict(name_values(said["text"], said["language"], NameKind(said["kind"])))


class IdentifierForm(ClaimForm):
    table = Identifier
    columns = ("scheme", "number")

    scheme = forms.ChoiceField(label=_("Register"), choices=IdentifierScheme.choices)
    number = forms.CharField(label=_("Number"), max_length=80)

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if said.get("scheme") and said.get("number"):
            try:
                said["number"] = numbers.checked(said["scheme"], said["number"])
            except numbers.NotANumber:
                self.add_error("number", self._refusal(said))
        return said

    def _refusal(self, said: dict[str, Any]) -> ValidationError:
        words = _("Expected a number that the rules of %(register)s allow; found %(found)s.")
        register = IdentifierScheme(said["scheme"]).label
        return ValidationError(words, params={"register": register, "found": said["number"]})


class ContactForm(ClaimForm):
    table = ContactPoint
    columns = ("kind", "address")

    kind = forms.ChoiceField(label=_("Kind"), choices=ContactKind.choices)
    address = forms.CharField(label=_("Address or number"), max_length=300)

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if said.get("kind") and said.get("address"):
            country = country_of(self.member, self.subject)
            try:
                said["address"] = contacts.checked(said["kind"], said["address"], country)
            except ValidationError as refusal:
                self.add_error("address", refusal)
        return said


class LocationForm(ClaimForm):
    table = Location
    columns = ("place", "country")

    place = forms.CharField(
        label=_("Place"),
        max_length=120,
        required=False,
        help_text=_("City or region, in any of the five languages. Empty when only the country is known."),
    )
    country = forms.ChoiceField(label=_("Country"), required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        names = locale_of(get_language() or "en").territories
        codes = [(code, name) for code, name in names.items() if len(code) == 2 and code.isalpha()]
        field = self.fields["country"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("told from the place")), *sorted(codes, key=lambda pair: pair[1])]

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if not said.get("place") and not said.get("country"):
            self.add_error("place", _("Expected a place or a country."))
        return said

    def own_values(self) -> dict[str, Any]:
        name, country = self.cleaned_data["place"], self.cleaned_data["country"]
        place = find_place(name) if name else None
        if place is None or (country and place.country != country):
            return {"place": name, "country": country, "latitude": None, "longitude": None}
        return {
            "place": "" if place.kind == "country" else name,
            "country": place.country,
            "latitude": None if place.kind == "country" else place.latitude,
            "longitude": None if place.kind == "country" else place.longitude,
        }


class ClassificationForm(ClaimForm):
    table = Classification
    columns = ("segment",)

    segment = forms.ModelChoiceField(label=_("Industry segment"), queryset=Segment.objects.none())

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["segment"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Segment.objects.visible_to(self.member).order_by("code")
        field.label_from_instance = lambda segment: segment.name_in(get_language() or "en")  # type: ignore[assignment,method-assign]  # the way Django documents
