"""No row of one zone points at a row of another, and every table says which zone it belongs to."""

from __future__ import annotations

from datetime import date

from django.apps import apps
from django.db.models import F

from qiao.register.actions.judge import judge
from qiao.register.actions.state import add_claim, correct_claim, prefer_claim
from qiao.register.enums import TieKind, Verdict
from qiao.register.models import Location, Tie
from qiao.zones.models import Zone
from tests import factories
from tests.register.cast import later, told

# Tables that belong to no zone: people who log in may work in several, and a zone is its own.
WITHOUT_ZONE = {"zones.User", "zones.Zone"}


def own_models():
    return [model for model in apps.get_models() if model.__module__.startswith("qiao.")]


def crossing(model) -> list[tuple[str, object]]:
    """Rows of a model whose foreign key leads to another zone, as (field, id)."""
    found = []
    for field in model._meta.concrete_fields:
        related = field.related_model
        if not field.is_relation or related is None or related is Zone:
            continue
        if "zone" in {column.name for column in related._meta.concrete_fields}:
            rows = model._default_manager.filter(**{f"{field.name}__isnull": False})
            rows = rows.exclude(zone=F(f"{field.name}__zone"))
            found += [(field.name, pk) for pk in rows.values_list("pk", flat=True)]
    for field in model._meta.many_to_many:
        ends = (f"{field.m2m_field_name()}__zone", f"{field.m2m_reverse_field_name()}__zone")
        links = field.remote_field.through._default_manager.exclude(**{ends[0]: F(ends[1])})
        found += [(field.name, pk) for pk in links.values_list("pk", flat=True)]
    return found


def test_every_table_says_its_zone():
    without = {
        model._meta.label
        for model in own_models()
        if "zone" not in {field.name for field in model._meta.concrete_fields}
    }
    # the link tables of many-to-many fields lie between two rows that both say their zone
    assert without - WITHOUT_ZONE == set()


def test_indexes_and_constraints_of_domain_tables_begin_with_the_zone():
    for model in own_models():
        if model._meta.label in WITHOUT_ZONE:
            continue
        for index in model._meta.indexes:
            assert index.fields[0] == "zone", (model._meta.label, index.name)


def fill(member, other_member) -> None:
    house = factories.make_organisation(member, "Ostwind")
    twin = factories.make_organisation(member, "OSTWIND")
    person = factories.make_person(member, "Marlene Vogt")
    claim = add_claim(member=member, table=Location, subject=house, now=later(1), place="Ulm", country="DE")
    new = correct_claim(member=member, claim=claim, now=later(2), place="Augsburg")
    prefer_claim(member=member, claim=new, now=later(3))
    judge(member=member, left=house, right=twin, verdict=Verdict.SAME, now=later(4))
    source = factories.make_source(member.zone, "Marlene Vogt, Ostwind")
    told(
        member,
        source,
        Tie,
        person,
        kind=TieKind.HOLDS_POST,
        object=house,
        role="CTO",
        valid_from=date(2022, 1, 1),
    )
    factories.make_document(
        member, "Ostwind in Ulm", [{"kind": "organisation", "text": "Ostwind"}, {"kind": "place", "text": "Ulm"}]
    )


def test_no_foreign_key_crosses_zones(lin, otto):
    fill(lin, otto)
    fill(otto, lin)
    models = [model for model in own_models() if model._meta.label not in WITHOUT_ZONE]
    assert {model._meta.label: crossing(model) for model in models if crossing(model)} == {}


def test_the_sweep_sees_a_crossing(lin, otto):
    house = factories.make_organisation(lin, "Ostwind")
    foreign = factories.make_organisation(otto, "Westwind")
    type(house).objects.filter(pk=house.pk).update(canonical=foreign)
    assert crossing(type(house)) == [("canonical", house.pk)]
