"""The cast of three, and what every test may ask for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.test import Client

from qiao.zones.models import Membership, Role, Zone
from tests import factories


@pytest.fixture
def now() -> datetime:
    return datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
def zone(db: None) -> Zone:
    """The zone of Lin and Mei."""
    return factories.make_zone("linhu", name="Linhu High-tech Zone", home_names=["临湖高新区", "Linhu High-tech Zone"])


@pytest.fixture
def lin(zone: Zone) -> Membership:
    """Lin owns."""
    return factories.make_member(zone, "lin", Role.DIRECTOR)


@pytest.fixture
def mei(zone: Zone) -> Membership:
    """Mei is her colleague who may only read."""
    return factories.make_member(zone, "mei", Role.ANALYST)


@pytest.fixture
def otto(db: None) -> Membership:
    """Otto belongs to another zone."""
    other = factories.make_zone("auental", name="Technologiepark Auental", home_names=["Auental"])
    return factories.make_member(other, "otto", Role.DIRECTOR)


@pytest.fixture
def client_of() -> Callable[[Membership], Client]:
    """A browser in which the member has signed in."""

    def sign_in(member: Membership) -> Client:
        client = Client(headers={"accept-language": "en"})
        client.force_login(member.user, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return sign_in
