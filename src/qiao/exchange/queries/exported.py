"""What exports are called where the audit names the rows that an action touched."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.utils.translation import ngettext

from qiao.exchange.export.listings import listing_of
from qiao.exchange.models import Export
from qiao.zones.models import Membership


def exports_named(member: Membership, ids: Collection[UUID]) -> dict[UUID, str]:
    """Id -> list, form and number of rows, of the exports among these rows."""
    return {export.pk: _words(export) for export in Export.objects.visible_to(member).filter(pk__in=ids)}


def _words(export: Export) -> str:
    listing = listing_of(export.listing)
    said = ngettext("%(list)s (%(form)s, %(rows)d row)", "%(list)s (%(form)s, %(rows)d rows)", export.rows)
    return said % {"list": listing.words if listing else export.listing, "form": export.form, "rows": export.rows}
