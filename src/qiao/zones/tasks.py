"""Letters the worker sends."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django_tasks import task

from qiao.zones.models import Invitation


@task()
def send_invitation(invitation_id: str, origin: str, language: str) -> None:
    """Send one invitation in `language`; `origin` is scheme and host. The token is never queued."""
    invitation = Invitation.objects.select_related("zone").get(pk=UUID(invitation_id))
    with translation.override(language):
        words = {
            "zone": invitation.zone.name_in(language),
            "role": invitation.get_role_display(),
            "expires_at": invitation.expires_at,
            "link": origin + reverse("joining:join", args=[invitation.token]),
        }
        subject = render_to_string("zones/mail/invitation_subject.txt", words).strip()
        body = render_to_string("zones/mail/invitation.txt", words)
        send_mail(subject, body, settings.DEFAULT_FROM_EMAIL, [invitation.email])
