"""A director says what the zone is; everyone says what they themselves are called."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from qiao.zones.actions import NotAllowed
from qiao.zones.actions.account import edit_account
from qiao.zones.actions.zone import describe_zone
from qiao.zones.models import Action, Membership, Zone

SAID: dict[str, Any] = {
    "names": {"en": "Linhu Zone", "de": "Zone Linhu", "fr": ""},
    "home_names": ["临湖", "Linhu", ""],
    "time_zone": "Europe/Berlin",
    "industry_system": "6+2+X",
    "language": "de",
}


def test_zone_is_described(lin: Membership, now: datetime) -> None:
    describe_zone(member=lin, **SAID, now=now)

    zone = Zone.objects.get(pk=lin.zone_id)
    assert zone.names == {"en": "Linhu Zone", "de": "Zone Linhu"}
    assert zone.home_names == ["临湖", "Linhu"]
    assert (zone.time_zone, zone.industry_system, zone.language) == ("Europe/Berlin", "6+2+X", "de")
    assert Action.objects.get().verb == "describe_zone"


def test_unknown_time_zone_changes_nothing(lin: Membership, now: datetime) -> None:
    with pytest.raises(ValidationError):
        describe_zone(member=lin, **SAID | {"time_zone": "Mars/Olympus"}, now=now)

    assert Zone.objects.get(pk=lin.zone_id).time_zone == "Asia/Shanghai"


def test_analyst_does_not_describe_the_zone(mei: Membership, now: datetime) -> None:
    with pytest.raises(NotAllowed):
        describe_zone(member=mei, **SAID, now=now)


def test_member_names_themselves(mei: Membership, now: datetime) -> None:
    edit_account(member=mei, name="Mei Qing", language="fr", now=now)

    mei.user.refresh_from_db()
    assert (mei.user.name, mei.user.language) == ("Mei Qing", "fr")
    assert Action.objects.get().touched == [str(mei.pk)]
