"""Accounts come by invitation, and members are spoken to in their own language on any browser."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest, HttpResponseBase

from qiao.kit.speaking import speak
from qiao.zones.models import User


class InvitedOnlyAccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth is untyped
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up from the street."""
        return False

    def post_login(self, request: HttpRequest, user: User, **how: Any) -> HttpResponseBase:
        response: HttpResponseBase = super().post_login(request, user, **how)
        return speak(response, user.language) if user.language else response
