"""Checking of what people bring: files, pasted texts."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qiao.register.enums import SourceKind
from qiao.zones.models import Circle, Membership, Role

LONGEST_PASTE = 3_000_000  # characters; a longer text is better brought as a file


class ManyFilesInput(forms.FileInput):
    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        return files.getlist(name)


class ManyFilesField(forms.FileField):
    """Any number of files; each is checked by itself."""

    widget = ManyFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[File[bytes]]:
        single = super().clean
        return [single(file, initial) for file in data or []]


class UploadForm(forms.Form):
    """Files, or one pasted text, with what kind of source they are and who may see them."""

    file = ManyFilesField(
        label=_("Files"),
        required=False,
        allow_empty_file=True,
        help_text=_("txt, md, html, docx, pdf, eml, xlsx; several at once"),
    )
    text = forms.CharField(
        label=_("Text"), required=False, strip=False, max_length=LONGEST_PASTE, widget=forms.Textarea
    )
    title = forms.CharField(label=_("Title of the text"), required=False, max_length=120)
    source_kind = forms.ChoiceField(label=_("Kind of source"), choices=SourceKind.choices, initial=SourceKind.PRESS)
    circle = forms.ModelChoiceField(label=_("Who may see it"), queryset=Circle.objects.none(), required=False)

    def __init__(self, *args: Any, member: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        circle = self.fields["circle"]
        assert isinstance(circle, forms.ModelChoiceField)
        circle.queryset = circles_open_to(member)
        circle.empty_label = None if member.is_confined else gettext("The whole zone")
        circle.required = member.is_confined

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("file") and not (cleaned.get("text") or "").strip() and not self.errors:
            raise ValidationError(_("Expected at least one file or a text; found neither. Nothing was kept."))
        return cleaned

    def uploads(self) -> list[tuple[File[bytes], str]]:
        """Each file to keep, with its name; a pasted text is a text file."""
        kept: list[tuple[File[bytes], str]] = [(file, file.name or "") for file in self.cleaned_data["file"]]
        text = self.cleaned_data.get("text") or ""
        if text.strip():
            kept.append((ContentFile(text.encode("utf-8", "replace")), self._name_of(text)))
        return kept

    def _name_of(self, text: str) -> str:
        first = next((line.strip() for line in text.splitlines() if line.strip()), "")
        return f"{(self.cleaned_data.get('title') or first)[:80]}.txt"


def circles_open_to(member: Membership) -> Any:
    """Circles to which a member may keep what they bring: a director any, others their own."""
    circles = Circle.objects.visible_to(member).order_by("name")
    return circles if member.role == Role.DIRECTOR else circles.filter(id__in=member.circle_ids)
