"""Two members act on one claim at once: each saw it live, and one of them was first."""

from __future__ import annotations

import pytest

from qiao.register.actions.state import add_claim, correct_claim, name_values, withdraw_claim
from qiao.register.actions.undo import undo_action
from qiao.register.enums import NameKind
from qiao.register.models import Name
from tests import factories
from tests.register.cast import later


@pytest.fixture
def twice(lin) -> tuple[Name, Name]:
    """One claim as two members hold it in hand."""
    house = factories.make_organisation(lin, "Ostwind Sensorik")
    said = name_values("Ostwind", "en", NameKind.SHORT)
    claim = add_claim(member=lin, table=Name, subject=house, now=later(1), **said)
    return Name.objects.get(pk=claim.pk), Name.objects.get(pk=claim.pk)


def test_second_withdrawal_leaves_the_first_standing(lin, ben, twice):
    mine, theirs = twice
    withdraw_claim(member=lin, claim=mine, because="closed", now=later(2))
    withdraw_claim(member=ben, claim=theirs, because="mistaken", now=later(3))
    held = Name.objects.get(pk=mine.pk)
    assert held.withdrawn_id == mine.withdrawn_id
    assert held.withdrawn_because == "closed"
    undo_action(member=lin, action=held.withdrawn, now=later(4))
    assert Name.objects.live().filter(text="Ostwind").count() == 1


def test_second_correction_does_not_make_two_claims_of_one(lin, ben, twice):
    mine, theirs = twice
    correct_claim(member=lin, claim=mine, now=later(2), **name_values("Ostwind AG", "en", NameKind.SHORT))
    with pytest.raises(ValueError, match="withdrawn"):
        correct_claim(member=ben, claim=theirs, now=later(3), **name_values("Ostwind SE", "en", NameKind.SHORT))
    assert [name.text for name in Name.objects.live().filter(kind=NameKind.SHORT)] == ["Ostwind AG"]
