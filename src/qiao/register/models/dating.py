from __future__ import annotations

from django.db import models

from qiao.register.models.claim import Claim


class Dating(Claim):
    """One row says when something took place: a day, or a range with both ends counted.

    `year_inferred` marks a year that the words do not give and the page around them does.
    """

    VALUES = ("start_date", "end_date")

    start_date = models.DateField()
    end_date = models.DateField()
    year_inferred = models.BooleanField(default=False)

    class Meta(Claim.Meta):
        constraints = [
            *Claim.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(end_date__gte=models.F("start_date")), name="dating_end_after_start"
            ),
        ]

    @property
    def is_exclusive(self) -> bool:
        return True

    def __str__(self) -> str:
        return f"{self.start_date}/{self.end_date}"

    @property
    def days(self) -> int:
        """Calendar days, both ends counted."""
        return (self.end_date - self.start_date).days + 1
