"""What a judgement that stands in the way is called."""

from __future__ import annotations

from django.utils.translation import gettext

from qiao.register.models import Judgement


def standing_words(held: Judgement) -> str:
    """Who judged two records how, and what to do before the contrary can be said."""
    words = gettext("%(member)s judged these two %(verdict)s. Withdraw that judgement first.")
    return words % {"member": held.recorded.actor or "Qiao", "verdict": held.get_verdict_display()}
