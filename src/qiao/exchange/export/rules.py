"""Who may take lists out of the zone: all who work with them; a guest looks."""

from __future__ import annotations

from qiao.zones.rules import is_analyst, is_director, is_keeper, is_officer

may_export = is_director | is_officer | is_keeper | is_analyst
