"""Speak to members in the language they chose, wherever they sign in."""

from __future__ import annotations


from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.locale import LocaleMiddleware
from django.utils import translation


class MemberLocaleMiddleware(LocaleMiddleware):
    """Django's choice of language; a member's own choice is written to the cookie when they sign in or change it."""

    def process_request(self, request: HttpRequest) -> None:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        if chosen in dict(settings.LANGUAGES):
            translation.activate(chosen)
            request.LANGUAGE_CODE = chosen
            return
        super().process_request(request)


