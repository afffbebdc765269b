"""Claimed against named, on a report of the founding shape."""

from __future__ import annotations

from qiao.kit.instants import Moment
from qiao.missions.models import Mission
from qiao.missions.queries.claims import Asking
from qiao.missions.queries.opened import OpenedFigure, open_figure
from qiao.missions.queries.page import MissionPage, mission_page
from qiao.zones.models import Membership
from tests.missions.conftest import Report


def page_of(mission: Mission, member: Membership) -> MissionPage:
    return mission_page(mission, Asking(member, Moment(), "en"))


def opened(mission: Mission, member: Membership, key: str) -> OpenedFigure:
    page = page_of(mission, member)
    line = next((line for line in page.figures if line.key == key), None) or page.named[key]
    return open_figure(line, page.gathered, Asking(member, Moment(), "en"))


def names(opened: OpenedFigure) -> list[str]:
    return sorted(item.called.text if item.called else "" for item in opened.counted)


def test_figures_stand_in_the_order_of_the_row(mission: Mission, lin: Membership) -> None:
    page = page_of(mission, lin)

    assert [(line.key, line.quantity.norm if line.quantity else "") for line in page.figures] == [
        ("investment", ">100000000 EUR"),
        ("agreements", "7"),
        ("ventures", ">20"),
        ("participants", "~<200"),
        ("companies", ">210"),
        ("duration", "7"),
    ]


def test_seven_are_claimed_and_five_named_at_most(mission: Mission, lin: Membership) -> None:
    page = page_of(mission, lin)
    line = page.named["agreements"]

    assert (line.claimed, line.named, line.missing) == (7, 5, 2)
    assert list(page.unnamed) == [6, 7]
    assert names(opened(mission, lin, "agreements")) == [
        "Drava Careers",
        "Savinja Incubator",
        "Steinfeld Mobility",
        "liaison post",
        "liaison station",
    ]


def test_a_hope_is_listed_and_never_counted(mission: Mission, lin: Membership) -> None:
    left = opened(mission, lin, "agreements").not_counted

    assert [(item.called.text if item.called else "", item.modality, str(item.because)) for item in left] == [
        ("Lesna Labs", "hope", "planned, hoped for or denied: not reached")
    ]


def test_a_figure_told_twice_is_one_figure_with_two_sentences(mission: Mission, lin: Membership) -> None:
    sentences = opened(mission, lin, "agreements").sentences

    assert sorted((one.passage.words if one.passage else "", one.cited.paragraph) for one in sentences) == [
        ("seven agreements", 4),
        ("seven letters of intent", 2),
    ]


def test_an_upper_bound_asks_for_no_names(mission: Mission, lin: Membership) -> None:
    line = page_of(mission, lin).named["participants"]

    assert (line.named, line.missing, line.is_drawn) == (1, 0, False)


def test_calendar_counts_both_ends(mission: Mission, lin: Membership) -> None:
    line = next(line for line in page_of(mission, lin).figures if line.key == "duration")

    assert (line.claimed, line.computed_days, line.differs) == (7, 8, True)


def test_each_measure_lists_what_it_counted(mission: Mission, lin: Membership) -> None:
    page = page_of(mission, lin)

    assert {key: line.named for key, line in page.named.items()} == {
        "agreements": 5,
        "stations": 2,
        "events": 2,
        "visits": 2,
        "participants": 1,
        "companies": 2,
    }
    assert names(opened(mission, lin, "events")) == ["Linhu Evening", "Linhu Forum"]
    assert names(opened(mission, lin, "companies")) == ["Alpenbahn", "Murtal Energie"]
    assert names(opened(mission, lin, "visits")) == ["Drava Careers", "Steinfeld Mobility"]
    talks = opened(mission, lin, "visits").not_counted
    assert [(item.called.text if item.called else "", str(item.because)) for item in talks] == [
        ("Karin Lobmayr", "a talk, not a visit")
    ]


def test_two_sources_that_differ_share_a_line(mission: Mission, lin: Membership, accept: Report) -> None:
    text = "The week brought nine agreements."
    facts = [{"kind": "count", "text": "nine agreements", "norm": "9", "attrs": {"count": 9, "kind": "agreements"}}]
    accept(lin, text, facts, about=mission)

    figure = opened(mission, lin, "agreements")

    assert figure.line.shown is not None
    told = [figure.line.shown.first, *figure.line.shown.others]
    assert sorted(one.claim.quantity.norm for one in told) == ["7", "9"]
    assert figure.line.shown.rule == "latest"
    assert len(figure.sentences) == 3


def test_a_second_source_that_agrees_adds_only_its_sentence(mission: Mission, lin: Membership, accept: Report) -> None:
    text = "Seven agreements in all."
    facts = [{"kind": "count", "text": "Seven agreements", "norm": "7", "attrs": {"count": 7, "kind": "agreements"}}]
    accept(lin, text, facts, about=mission)

    figure = opened(mission, lin, "agreements")

    assert figure.line.shown is not None
    assert figure.line.shown.others == ()
    assert len(figure.sentences) == 3


def test_what_is_planned_is_not_named(lin: Membership, accept: Report) -> None:
    home = "Linhu High-tech Zone"
    text = "The Linhu High-tech Zone will open a station in Graz and visit Steinfeld Mobility."
    facts = [
        {
            "kind": "relation",
            "text": "open a station in Graz",
            "modality": "plan",
            "attrs": {"kind": "opened", "parties": [home, "station"], "place": "Graz"},
        },
        {
            "kind": "relation",
            "text": "visit Steinfeld Mobility",
            "modality": "plan",
            "attrs": {"kind": "visited", "parties": [home, "Steinfeld Mobility"]},
        },
    ]
    mission = Mission.objects.get(entity=accept(lin, text, facts).about)

    named = page_of(mission, lin).named

    assert (named["stations"].named, named["visits"].named, named["agreements"].named) == (0, 0, 0)
    assert [len(opened(mission, lin, key).not_counted) for key in ("stations", "visits")] == [1, 1]


def test_an_agreement_without_another_side_is_not_named(lin: Membership, accept: Report) -> None:
    text = "The Linhu High-tech Zone signed a memorandum."
    facts = [{"kind": "agreement", "text": "memorandum", "attrs": {"kind": "memorandum", "step": "signed"}}]
    mission = Mission.objects.get(entity=accept(lin, text, facts).about)

    figure = opened(mission, lin, "agreements")

    assert figure.counted == []
    assert [str(item.because) for item in figure.not_counted] == ["the other side is not named"]


def test_sources_that_name_different_sides_ask_which_one(lin: Membership, accept: Report) -> None:
    home = "Linhu High-tech Zone"
    text = "With Drava Careers, and its guest Savinja Incubator, both sides reached an intention."
    facts = [
        {"kind": "agreement", "text": "an intention", "attrs": {"kind": "strategic_intent", "step": "intention"}},
        {
            "kind": "relation",
            "text": "Drava Careers, and its guest Savinja Incubator, both sides reached an intention",
            "attrs": {"kind": "signed_with", "parties": [home, "Drava Careers"]},
        },
        {
            "kind": "relation",
            "text": "Savinja Incubator, both sides reached an intention",
            "attrs": {"kind": "signed_with", "parties": [home, "Savinja Incubator"]},
        },
    ]
    mission = Mission.objects.get(entity=accept(lin, text, facts).about)

    [line] = page_of(mission, lin).agreements

    assert ([party.called.text for party in line.others], line.is_ambiguous) == (
        ["Drava Careers", "Savinja Incubator"],
        True,
    )
    assert page_of(mission, lin).named["agreements"].named == 1


def test_an_agreement_of_three_is_not_ambiguous(lin: Membership, accept: Report) -> None:
    text = "A memorandum with Drava Careers and the Savinja Incubator."
    parties = ["Linhu High-tech Zone", "Drava Careers", "Savinja Incubator"]
    facts = [
        {
            "kind": "agreement",
            "text": "memorandum",
            "attrs": {"kind": "memorandum", "step": "signed", "parties": parties},
        }
    ]
    mission = Mission.objects.get(entity=accept(lin, text, facts).about)

    [line] = page_of(mission, lin).agreements

    assert (len(line.others), line.is_ambiguous) == (2, False)


def test_companies_are_held_against_investors_only_where_one_is_named(lin: Membership, accept: Report) -> None:
    text = "Seven companies travelled with it."
    attrs = {"count": 7, "kind": "companies"}
    facts = [{"kind": "count", "text": "Seven companies", "norm": "7", "attrs": attrs}]
    mission = Mission.objects.get(entity=accept(lin, text, facts).about)

    [line] = page_of(mission, lin).figures

    assert (line.rule, line.reckoning, line.missing) == (None, None, 0)
