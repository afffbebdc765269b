"""Search entries hold tokens that both databases index: FTS5 on SQLite, a tsvector on PostgreSQL.

Entries are a cache. They are made anew by `manage.py refold`, which `qiao serve` runs when there is need.
Whoever alters the table on SQLite must drop and make the triggers again: Django copies the table without them.
"""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

TABLE = "register_searchentry"
SQLITE = (
    f"""CREATE VIRTUAL TABLE {TABLE}_fts USING fts5(
        tokens, content='{TABLE}', content_rowid='number', tokenize='ascii', detail='none', columnsize=0)""",
    f"""CREATE TRIGGER {TABLE}_made AFTER INSERT ON {TABLE} BEGIN
        INSERT INTO {TABLE}_fts (rowid, tokens) VALUES (new.number, new.tokens); END""",
    f"""CREATE TRIGGER {TABLE}_gone AFTER DELETE ON {TABLE} BEGIN
        INSERT INTO {TABLE}_fts ({TABLE}_fts, rowid, tokens) VALUES ('delete', old.number, old.tokens); END""",
    f"""CREATE TRIGGER {TABLE}_told AFTER UPDATE ON {TABLE}
        WHEN old.tokens IS NOT new.tokens OR old.number IS NOT new.number BEGIN
        INSERT INTO {TABLE}_fts ({TABLE}_fts, rowid, tokens) VALUES ('delete', old.number, old.tokens);
        INSERT INTO {TABLE}_fts (rowid, tokens) VALUES (new.number, new.tokens); END""",
)
POSTGRES = (
    f"""ALTER TABLE {TABLE} ADD COLUMN vector tsvector
        GENERATED ALWAYS AS (array_to_tsvector(string_to_array(tokens, ' '))) STORED""",
    # Without statistics the planner expects few rows of each token, and goes by the index whatever is asked.
    f"ALTER TABLE {TABLE} ALTER COLUMN vector SET STATISTICS 0",
    f"CREATE INDEX {TABLE}_vector ON {TABLE} USING gin (vector) WITH (gin_pending_list_limit = 256)",
)


def index(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRES:
        schema_editor.execute(statement)


def unindex(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(f"DROP TABLE {TABLE}_fts")  # the triggers and PostgreSQL's index go with the table


class Migration(migrations.Migration):
    dependencies = [("register", "0004_let_pairs_wait_for_judgement")]

    operations = [
        migrations.DeleteModel("SearchEntry"),
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                ("number", models.BigAutoField(primary_key=True, serialize=False)),
                ("is_own", models.BooleanField(default=False)),
                ("names", models.TextField()),
                ("tokens", models.TextField()),
                ("fold_version", models.PositiveSmallIntegerField()),
                (
                    "entity",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="search_entries",
                        to="register.entity",
                    ),
                ),
                (
                    "zone",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="zones.zone",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["zone", "fold_version"], name="search_entry_zone_fold")],
                "constraints": [models.UniqueConstraint(fields=("zone", "entity", "is_own"), name="search_entry_once")],
            },
        ),
        migrations.RunPython(index, unindex),
    ]
