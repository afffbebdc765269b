"""A station keeper writes within their circle and nowhere else."""

from __future__ import annotations

import pytest

from qiao.register.actions.judge import judge
from qiao.register.actions.state import add_claim, name_values
from qiao.register.enums import EntityKind, Verdict
from qiao.register.models import Name, Tie
from qiao.register.queries.identify import likely_same
from qiao.zones.models import Action
from tests import factories
from tests.register.cast import address, later


@pytest.mark.parametrize("page", ["add_claim", "correct_claim", "withdraw_claim", "prefer_claim", "undo", "history"])
def test_rows_outside_the_circle_are_not_there(lin, kai, client_of, page):
    house = factories.make_organisation(lin, "Open Optik")
    name = Name.objects.get(subject=house)
    rows = {"add_claim": (house.pk, "name"), "history": (house.pk,), "undo": (name.recorded_id,)}
    before = Action.objects.count()
    said = {"text": "Mine", "kind": "alias", "modality": "fact", "because": "x"}
    answer = client_of(kai).post(address(page, kai, *rows.get(page, ("name", name.pk))), said)
    assert answer.status_code in (403, 404)
    assert Action.objects.count() == before


def test_a_tie_does_not_reach_out_of_the_circle(lin, kai, circle, client_of):
    own = factories.make_organisation(kai, "Kept Optik", audience=circle)
    house = factories.make_organisation(lin, "Open Optik")
    said = {"relation": "member_of", "other": str(house.pk), "modality": "fact"}
    answer = client_of(kai).post(address("add_claim", kai, own.pk, "tie"), said)
    assert answer.status_code == 422
    assert not Tie.objects.exists()
    assert "Open Optik" not in answer.content.decode()


def test_a_keeper_adds_to_no_other_circle_and_not_to_the_zone(kai, client_of):
    for audience in ("", "01910000-0000-7000-8000-000000000000"):
        said = {"kind": "organisation", "name": "Mine", "language": "", "audience": audience, "anyway": "1"}
        assert client_of(kai).post(address("add", kai), said).status_code == 422
    assert not Name.objects.exists()


def test_the_reason_of_an_offer_does_not_rest_on_a_hidden_name(lin, circle):
    held = factories.make_organisation(lin, "ostwind optik")
    kept = factories.make_organisation(lin, "Aurora", audience=circle)
    add_claim(member=lin, table=Name, subject=kept, now=later(1), **name_values("Ostwind Optik"))
    judge(member=lin, left=held, right=kept, verdict=Verdict.SAME, now=later(2))
    hint = likely_same(lin.zone, EntityKind.ORGANISATION, ["Ostwind Optik"])
    assert hint is not None
    assert hint.reason == "same_name_folded"
