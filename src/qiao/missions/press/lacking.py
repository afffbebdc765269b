"""What a trip report still lacks. The fields are those that rules for such reports ask for."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from qiao.missions.press.report_values import TripReport

LEAST_PHOTOGRAPHS = 3


def lacking(report: TripReport, photographs: int) -> list[str]:
    """The names of missing fields in the active language, in the order of the report.

    photographs   how many of the photographs can be printed.
    """
    return [told for told, there in _fields(report) if not there] + _details(report, photographs)


def _fields(report: TripReport) -> list[tuple[str, bool]]:
    return [
        (_("Inviter"), bool(report.inviter.strip())),
        (_("Person who invited"), bool(report.inviting_person.strip())),
        (_("Countries"), bool(report.countries)),
        (pgettext("of a journey", "Left on"), report.left_on is not None),
        (pgettext("of a journey", "Back on"), report.back_on is not None),
        (_("Passports and papers"), report.papers_returned is not None),
        (_("Report due"), report.due_on is not None),
        (_("Report written"), report.written_on is not None),
        (_("Purpose"), bool(report.purpose.strip())),
        (_("Members"), bool(report.members)),
        (_("Itinerary"), bool(report.itinerary)),
        (_("Results"), bool(report.results)),
        (_("Promises"), bool(report.promises)),
        (_("Costs"), bool(report.costs)),
        (_("Conduct and changes of route"), bool(report.discipline.strip())),
        (_("What follows"), bool(report.follow_up.strip())),
        (_("Suggestions"), bool(report.suggestions.strip())),
    ]


def _details(report: TripReport, photographs: int) -> list[str]:
    unexplained = sum(one.planned.strip() != one.done.strip() and not one.why.strip() for one in report.itinerary)
    unpriced = sum(one.spent is None or one.budget is None for one in report.costs)
    unpaid = sum(not one.payer.strip() for one in report.costs)
    counted = [
        (
            unexplained,
            ngettext(
                "The reason for %(count)d departure from the plan",
                "The reasons for %(count)d departures from the plan",
                unexplained,
            ),
        ),
        (unpriced, ngettext("Budget or amount of %(count)d cost", "Budget or amount of %(count)d costs", unpriced)),
        (unpaid, ngettext("Who paid %(count)d cost", "Who paid %(count)d costs", unpaid)),
        (
            LEAST_PHOTOGRAPHS - photographs,
            ngettext(
                "%(count)d more photograph", "%(count)d more photographs", max(0, LEAST_PHOTOGRAPHS - photographs)
            ),
        ),
    ]
    return [told % {"count": count} for count, told in counted if count > 0]
