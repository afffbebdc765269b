"""The one right SQL of each page, as one who knows the tables and the database would write it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from qiao.kit.ids import new_id

LIST = """
SELECT l.entity_id, l.text, e.kind FROM register_label l JOIN register_entity e ON e.id = l.entity_id
WHERE l.zone_id = %s AND l.language = %s AND l.sort_key >= %s AND (l.sort_key, l.entity_id) > (%s, %s)
  AND e.canonical_id = e.id AND e.kind IN ('organisation', 'person') AND l.text <> ''
ORDER BY l.sort_key, l.entity_id LIMIT 51
"""
FILTER = """
SELECT l.entity_id, l.text, e.kind FROM register_label l JOIN register_entity e ON e.id = l.entity_id
WHERE l.zone_id = %s AND l.language = 'en' AND e.canonical_id = e.id
  AND EXISTS (SELECT 1 FROM register_location p WHERE p.zone_id = %s AND p.subject_id = e.id AND p.country = %s
              AND p.withdrawn_id IS NULL)
  AND EXISTS (SELECT 1 FROM register_classification c JOIN register_segment s ON s.id = c.segment_id
              WHERE c.zone_id = %s AND c.subject_id = e.id AND s.code = %s AND c.withdrawn_id IS NULL)
ORDER BY l.sort_key, l.entity_id LIMIT 51
"""
SEARCH = {
    "sqlite": """
SELECT s.entity_id, l.text, e.kind FROM register_searchentry_fts f
  CROSS JOIN register_searchentry s ON s.number = f.rowid
  CROSS JOIN register_entity e ON e.id = s.entity_id
  CROSS JOIN register_label l ON l.zone_id = s.zone_id AND l.entity_id = s.entity_id AND l.language = 'en'
WHERE f.register_searchentry_fts MATCH %s AND s.zone_id = %s LIMIT 10""",
    "postgresql": """
SELECT s.entity_id, l.text, e.kind FROM register_searchentry s JOIN register_entity e ON e.id = s.entity_id
  JOIN register_label l ON l.zone_id = s.zone_id AND l.entity_id = s.entity_id AND l.language = 'en'
WHERE s.vector @@ %s::tsquery AND s.zone_id = %s LIMIT 10""",
}
PARTY = """
SELECT n.id, n.text, n.kind, NULL FROM register_name n
WHERE n.zone_id = %s AND n.subject_id = %s AND n.withdrawn_id IS NULL
UNION ALL
SELECT t.id, l.text, t.role, NULL FROM register_tie t
  LEFT JOIN register_label l ON l.zone_id = t.zone_id AND l.entity_id = t.subject_id AND l.language = 'en'
WHERE t.zone_id = %s AND t.object_id = %s AND t.withdrawn_id IS NULL
UNION ALL
SELECT * FROM (SELECT a.id, m.kind, a.side, d.start_date FROM meetings_attendance a
  JOIN register_dating d ON d.zone_id = a.zone_id AND d.subject_id = a.subject_id AND d.withdrawn_id IS NULL
  JOIN meetings_meeting m ON m.entity_id = a.subject_id
  WHERE a.zone_id = %s AND a.object_id = %s AND a.withdrawn_id IS NULL
  ORDER BY d.start_date DESC LIMIT 30) AS met
"""
INSERTS = {
    "zones_action": "id, zone_id, actor_id, verb, at, touched",
    "register_entity": "id, zone_id, kind, canonical_id",
    "meetings_meeting": "entity_id, zone_id, kind",
    "register_evidence": "id, zone_id, source_id, quote, locator",
    "meetings_attendance": "id, zone_id, subject_id, object_id, side, evidence_id, recorded_id, modality, precision, "
    "withdrawn_because",
    "register_dating": "id, zone_id, subject_id, start_date, end_date, year_inferred, evidence_id, recorded_id, "
    "modality, precision, withdrawn_because",
}


def meeting_rows(
    zone: UUID, user: int, action: UUID, entity: UUID, evidence: UUID, source: UUID, party: UUID, now: datetime
) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """The inserts of a meeting with one party."""
    told = (evidence, action, "fact")
    rows = {
        "zones_action": (action, zone, user, "enter_meeting", now.replace(tzinfo=None), f'["{entity}"]'),
        "register_entity": (entity, zone, "meeting", entity),
        "meetings_meeting": (entity, zone, "visit"),
        "register_evidence": (evidence, zone, source, "", ""),
        "meetings_attendance": (new_id(), zone, entity, party, "host", *told, "", ""),
        "register_dating": (new_id(), zone, entity, now.date(), now.date(), False, *told, "day", ""),
    }
    for table, values in rows.items():
        marks = ", ".join(["%s"] * len(values))
        yield f"INSERT INTO {table} ({INSERTS[table]}) VALUES ({marks})", values
