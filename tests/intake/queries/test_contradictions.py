"""Two statements that do not agree are found; those that agree are left in peace."""

from __future__ import annotations

from typing import Any

import pytest

from qiao.engines.text.measures import Counted
from qiao.intake.enums import ProposalState
from qiao.intake.models import Proposal
from qiao.intake.queries.claims_named import ClaimedOverNamed
from qiao.intake.queries.contradictions import Contradiction, DaysDiffer, SaidTwice, contradictions
from qiao.intake.queries.legal_forms import legal_form
from qiao.intake.queries.marked import mark_text, places_of


def found_in(text: str, *facts: dict[str, Any], home: str = "") -> list[Contradiction]:
    proposals = []
    for position, fact in enumerate(facts):
        start = text.index(fact["text"])
        proposals.append(
            Proposal(
                position=position,
                kind=fact["kind"],
                start=start,
                end=start + len(fact["text"]),
                quote=fact["text"],
                norm=fact.get("norm", fact["text"]),
                modality=fact.get("modality", "fact"),
                attrs=fact.get("attrs", {}),
                state=fact.get("state", ProposalState.WAITING),
            )
        )
    return contradictions(proposals, text, mark_text(text, places_of(proposals)), [home])


RANGE = {"kind": "date", "text": "6月2日-9日", "norm": "2025-06-02/2025-06-09", "attrs": {"kind": "range"}}


def days(count: int, bound: str = "exact") -> dict[str, Any]:
    return {
        "kind": "count",
        "text": f"{count}天",
        "norm": str(count),
        "attrs": {"count": count, "unit": "天", "kind": "duration", "bound": bound},
    }


def test_seven_days_stand_against_a_range_of_eight() -> None:
    (found,) = found_in("6月2日-9日出访。\n为期7天的出访", RANGE, days(7))
    assert isinstance(found, DaysDiffer)
    assert (found.stated_days, found.computed, found.stated.number, found.range.number) == (7, 8, 2, 1)


def test_eight_days_agree_with_it() -> None:
    assert found_in("6月2日-9日出访。为期8天", RANGE, days(8)) == []


def test_about_seven_days_claim_nothing_exact() -> None:
    assert found_in("6月2日-9日出访。为期7天", RANGE, days(7, "about")) == []


def test_a_refused_fact_contradicts_nobody() -> None:
    assert found_in("6月2日-9日出访。为期7天", RANGE, days(7) | {"state": ProposalState.REFUSED}) == []


def test_agreements_claimed_are_held_against_those_named_and_the_stations() -> None:
    text = "签署意向合作协议7个;与甲公司达成合作;与乙大学达成意向;在里昂成立联络站"
    (found,) = found_in(
        text,
        {"kind": "count", "text": "7个", "norm": "7", "attrs": {"count": 7, "kind": "意向合作协议"}},
        {"kind": "agreement", "text": "意向合作协议7个", "attrs": {"count": 7}},
        {"kind": "agreement", "text": "与甲公司达成合作", "attrs": {"parties": ["临湖", "甲公司"]}},
        {
            "kind": "relation",
            "text": "与乙大学达成意向",
            "attrs": {"kind": "signed_with", "parties": ["临湖", "乙大学"]},
        },
        {
            "kind": "relation",
            "text": "在里昂成立联络站",
            "attrs": {"kind": "opened", "parties": ["临湖", "联络站"], "place": "里昂"},
        },
    )
    assert isinstance(found, ClaimedOverNamed)
    assert [said.words for said in found.named] == ["甲公司", "乙大学", "里昂"]
    assert (found.unnamed, found.stations, found.can_be_drawn) == (4, 1, True)


def test_a_hoped_agreement_names_none() -> None:
    text = "签署协议1个;期盼与甲公司合作"
    (found,) = found_in(
        text,
        {"kind": "count", "text": "1个", "norm": "1", "attrs": {"count": 1, "kind": "协议"}},
        {
            "kind": "agreement",
            "text": "期盼与甲公司合作",
            "modality": "hope",
            "attrs": {"parties": ["临湖", "甲公司"]},
        },
    )
    assert isinstance(found, ClaimedOverNamed)
    assert found.named == ()


def test_twenty_odd_projects_of_which_two_are_named() -> None:
    text = "对接光湖团队、云桥终端等科技创业项目20余个"
    (found,) = found_in(
        text,
        {"kind": "organisation", "text": "光湖团队", "attrs": {"kind": "venture_project"}},
        {"kind": "organisation", "text": "云桥终端", "attrs": {"kind": "venture_project"}},
        {
            "kind": "count",
            "text": "20余个",
            "norm": ">20",
            "attrs": {"count": 20, "unit": "个", "kind": "科技创业项目", "bound": "over"},
        },
    )
    assert isinstance(found, ClaimedOverNamed)
    assert (found.counted, found.number_words, len(found.named), found.unnamed) == (
        Counted.VENTURES,
        "> 20",
        2,
        18,
    )


def test_projects_are_the_names_in_the_clause_that_counts_them() -> None:
    text = "签约甲公司,对接光湖团队、云桥终端等科技创业项目20余个,圆满完成"
    names = [{"kind": "organisation", "text": name} for name in ("甲公司", "光湖团队", "云桥终端")]
    count = {"kind": "count", "text": "20余个", "norm": ">20", "attrs": {"count": 20, "kind": "科技创业项目"}}
    (found,) = found_in(text, count, *names)
    assert isinstance(found, ClaimedOverNamed)
    assert [said.words for said in found.named] == ["光湖团队", "云桥终端"]


def test_companies_of_the_next_sentence_are_meant_when_its_own_names_none() -> None:
    text = "There are 210 firms. Aldo and Brig are among them. Corvid came later."
    names = [{"kind": "organisation", "text": name} for name in ("Aldo", "Brig", "Corvid")]
    count = {"kind": "count", "text": "210 firms", "norm": "210", "attrs": {"count": 210, "kind": "firms"}}
    (found,) = found_in(text, count, *names)
    assert isinstance(found, ClaimedOverNamed)
    assert [said.words for said in found.named] == ["Aldo", "Brig"]


def test_companies_named_in_the_sentence_satisfy_its_count() -> None:
    names = [{"kind": "organisation", "text": name} for name in ("Aldo", "Brig", "Corvid")]
    count = {
        "kind": "count",
        "text": "three companies",
        "norm": "3",
        "attrs": {"count": 3, "unit": "companies", "kind": "companies"},
    }
    assert found_in("three companies: Aldo, Brig and Corvid", count, *names) == []


def test_the_zone_is_none_of_the_companies_it_counts() -> None:
    count = {"kind": "count", "text": "2 firms", "norm": "2", "attrs": {"count": 2, "kind": "firms"}}
    names = [{"kind": "organisation", "text": name} for name in ("Linhu", "Brig")]
    (found,) = found_in("Linhu saw 2 firms such as Brig", count, *names, home="Linhu")
    assert isinstance(found, ClaimedOverNamed)
    assert [said.words for said in found.named] == ["Brig"]


def test_two_posts_of_one_person_in_one_body() -> None:
    text = "Ada Kern, chair of Brig. Later: Ada Kern (treasurer of Brig)."
    (found,) = found_in(
        text,
        {"kind": "person", "text": "Ada Kern,", "norm": "Ada Kern", "attrs": {"role": "chair", "org": "Brig"}},
        {"kind": "person", "text": "Ada Kern (", "norm": "Ada Kern", "attrs": {"role": "treasurer", "org": "Brig"}},
    )
    assert isinstance(found, SaidTwice)
    assert (found.kind, found.about, [said.words for said in found.values]) == (
        "posts",
        "Ada Kern",
        ["chair", "treasurer"],
    )


def test_concurrent_posts_contradict_nobody() -> None:
    posts = [{"role": "chair", "org": "Brig"}, {"role": "member", "org": "Brig"}]
    assert (
        found_in("Ada Kern", {"kind": "person", "text": "Ada Kern", "attrs": {"role": "chair", "posts": posts}}) == []
    )


def test_two_legal_forms_under_one_name() -> None:
    (found,) = found_in(
        "Brig GmbH, also Brig AG",
        {"kind": "organisation", "text": "Brig GmbH", "norm": "Brig"},
        {"kind": "organisation", "text": "Brig AG", "norm": "Brig"},
    )
    assert isinstance(found, SaidTwice)
    assert (found.kind, found.about) == ("forms", "Brig")


def test_one_event_on_two_days() -> None:
    (found,) = found_in(
        "the Forum on 3 June; the Forum  on 4 June",
        {"kind": "event", "text": "Forum on", "norm": "Forum", "attrs": {"date": "2025-06-03"}},
        {"kind": "event", "text": "Forum  on", "norm": "Forum", "attrs": {"date": "2025-06-04"}},
    )
    assert isinstance(found, SaidTwice)
    assert found.kind == "event"


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Brig GmbH", "limited"),
        ("BRIG S.A.S.", "simplified joint stock"),
        ("法光股份有限公司", "joint stock"),
        ("临湖光电有限公司", "limited"),
        ("Agora", ""),
        ("University of Graz", ""),
    ],
)
def test_legal_forms_are_read_from_names(name: str, form: str) -> None:
    assert legal_form(name) == form
