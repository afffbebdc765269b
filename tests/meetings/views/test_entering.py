"""A meeting entered by hand."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

from django.test import Client

from qiao.meetings.models import Attendance
from qiao.register.enums import EntityKind
from qiao.register.models import Dating, Entity, Location
from qiao.zones.models import Membership
from tests.factories import make_organisation, make_person

SignIn = Callable[[Membership], Client]
URL = "/z/linhu/meetings/new"


def entered(**said: object) -> dict[str, object]:
    return {"kind": "visit", "days": "2026-02-26", "place": "Lyon", **said}


def test_meeting_is_recorded_and_undone(lin: Membership, client_of: SignIn) -> None:
    host, ours = make_organisation(lin, "Ostwind Sensorik"), make_person(lin, "韩杨")
    answer = client_of(lin).post(URL, entered(present=[f"host:{host.pk}", f"ours:{ours.pk}"]))
    assert answer.status_code == 303
    meeting = Entity.objects.get(kind=EntityKind.MEETING)
    there = Attendance.objects.live().filter(subject=meeting)
    assert set(there.values_list("object_id", "side")) == {(host.pk, "host"), (ours.pk, "ours")}
    assert str(Dating.objects.get(subject=meeting)) == "2026-02-26/2026-02-26"
    assert Location.objects.get(subject=meeting).country == "FR"
    page = client_of(lin).get(f"/z/linhu/register/{host.pk}/").content.decode()
    assert "Lyon" in page
    action = there[0].recorded_id
    client_of(lin).post(f"/z/linhu/actions/{action}/undo")
    assert not Attendance.objects.live().filter(subject=meeting).exists()


def test_parties_are_put_on_the_list_without_a_script(lin: Membership, client_of: SignIn) -> None:
    host = make_organisation(lin, "Ostwind Sensorik")
    found = client_of(lin).post(URL, {"kind": "visit", "find": "1", "typed": "ostwind"})
    assert str(host.pk) in found.content.decode()
    added = client_of(lin).post(URL, {"kind": "visit", "add": "host", "other": str(host.pk)})
    assert (added.status_code, f'value="host:{host.pk}"' in added.content.decode()) == (200, True)


def test_party_chosen_but_not_put_on_the_list_was_met(lin: Membership, client_of: SignIn) -> None:
    host = make_organisation(lin, "Ostwind Sensorik")
    assert client_of(lin).post(URL, entered(other=str(host.pk))).status_code == 303
    assert Attendance.objects.get().object_id == host.pk


def test_nobody_met_is_told(lin: Membership, client_of: SignIn) -> None:
    ours = make_person(lin, "韩杨")
    answer = client_of(lin).post(URL, entered(present=[f"ours:{ours.pk}", "host:nobody", f"host:{uuid4()}", ":"]))
    assert (answer.status_code, "nobody was put on the list" in answer.content.decode()) == (422, True)
    assert not Attendance.objects.exists()


def test_reader_and_stranger_may_not(lin: Membership, mei: Membership, otto: Membership, client_of: SignIn) -> None:
    host = make_organisation(lin, "Ostwind Sensorik")
    said = entered(present=[f"host:{host.pk}"])
    assert client_of(mei).post(URL, said).status_code == 403
    assert client_of(otto).post(URL, said).status_code == 404
    elsewhere = client_of(otto).post("/z/auental/meetings/new", said)
    assert elsewhere.status_code == 422
    assert not Attendance.objects.exists()
