"""What the register's actions are called, and which of them the register itself can undo."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_words: dict[str, str | Promise] = {
    "add_party": _("added"),
    "add_name": _("added a name"),
    "add_identifier": _("added a number"),
    "add_contactpoint": _("added a contact"),
    "add_tie": _("added a tie"),
    "add_classification": _("added an industry segment"),
    "add_location": _("added a place"),
    "add_dating": _("added a date"),
    "correct_claim": _("corrected"),
    "withdraw_claim": _("withdrew"),
    "prefer_claim": _("preferred a value"),
    "judge_same": _("judged the same"),
    "judge_different": _("judged different"),
    "judge_unsure": _("judged unsure"),
    "judge_same_unasked": _("judged the same, unasked"),
    "withdraw_judgement": _("withdrew a judgement"),
    "split_party": _("moved statements to a record of their own"),
    "look_for_duplicates": _("looked for duplicates"),
    "set_identity_policy": _("changed what may be judged unasked"),
    "undo": _("undid an action"),
    "accept_facts": _("accepted from a document"),
    "undo_review": _("took back a decision on a document"),
}
_undone_here = set(_words) - {"accept_facts", "undo_review", "look_for_duplicates", "set_identity_policy"}


def name_verbs(words: Iterable[tuple[str, str | Promise]], *, undone_here: bool = False) -> None:
    """Give the verbs of another room their words.

    undone_here   whether undoing the claims that such an action recorded undoes the whole of it.
    """
    named = dict(words)
    _words.update(named)
    if undone_here:
        _undone_here.update(named)


def verb_words(verb: str) -> str:
    """A verb in the reader's language."""
    return str(_words.get(verb, verb.replace("_", " ")))


def is_undone_here(verb: str) -> bool:
    """Whether undoing claims, judgements and preferences undoes the whole of such an action."""
    return verb in _undone_here
