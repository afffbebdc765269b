from __future__ import annotations

from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.db import models

from qiao.kit.ids import new_id


def known_time_zone(name: str) -> None:
    """Refuse a time zone that the tz database does not know."""
    try:
        ZoneInfo(name)
    except (KeyError, ValueError) as error:
        raise ValidationError(f"Expected a name such as Asia/Shanghai; found {name!r}.") from error


class Zone(models.Model):
    """One row is one innovation zone: the tenant to which every domain row belongs."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    slug = models.SlugField(unique=True)
    names = models.JSONField(default=dict)  # language code -> name
    home_names = models.JSONField(default=list)  # names of the home territory as reports write them
    time_zone = models.CharField(max_length=64, default="Asia/Shanghai", validators=[known_time_zone])
    industry_system = models.CharField(max_length=80, blank=True)  # such as "6+2+X"
    language = models.CharField(max_length=10, default="zh-hans")

    def __str__(self) -> str:
        return self.slug

    def name_in(self, language: str) -> str:
        """The zone's name in a language, else in its own, else its slug."""
        return str(self.names.get(language) or self.names.get(self.language) or self.slug)

    @property
    def home_name(self) -> str:
        """The first of the home territory's names: what the reader takes for the sender."""
        return str(self.home_names[0]) if self.home_names else self.name_in(self.language)
