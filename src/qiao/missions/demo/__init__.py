"""The demo zone. It replays the founding mission from four reports of our own making, one in each language.

The mission, its organisations and the persons named in the reports are those of the founding case; the members
of the zone are invented and marked "(demo)".
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files

from django.core.files.base import ContentFile
from django.utils import timezone

from qiao.intake.actions.read import read
from qiao.intake.actions.review import accept_proposals
from qiao.intake.actions.upload import upload_document
from qiao.intake.enums import DocumentState
from qiao.intake.models import Document
from qiao.missions.demo.planned import plan_again
from qiao.missions.models import Mission
from qiao.register.models import Segment
from qiao.zones.actions.act import acting_as_system
from qiao.zones.actions.found import found_zone
from qiao.zones.models import Circle, Membership, Role, User, Zone

PASSWORD = "bridge-to-lyon-2023"
MEMBERS = (
    ("lin@demo.example", "林悦 (demo)", Role.DIRECTOR),
    ("mei@demo.example", "梅青 (demo)", Role.ANALYST),
    ("otto@demo.example", "Otto Brandt (demo)", Role.KEEPER),
)
SEGMENTS = (
    (
        "1",
        {
            "zh-hans": "物联网",
            "zh-hant": "物聯網",
            "en": "Internet of things",
            "fr": "Internet des objets",
            "de": "Internet der Dinge",
        },
    ),
    (
        "2",
        {
            "zh-hans": "集成电路",
            "zh-hant": "積體電路",
            "en": "Integrated circuits",
            "fr": "Circuits intégrés",
            "de": "Integrierte Schaltungen",
        },
    ),
    (
        "3",
        {
            "zh-hans": "生物医药",
            "zh-hant": "生物醫藥",
            "en": "Biomedicine",
            "fr": "Biomédecine",
            "de": "Biomedizin",
        },
    ),
    (
        "4",
        {
            "zh-hans": "智能装备",
            "zh-hant": "智慧裝備",
            "en": "Intelligent equipment",
            "fr": "Équipements intelligents",
            "de": "Intelligente Anlagen",
        },
    ),
    (
        "5",
        {
            "zh-hans": "汽车零部件",
            "zh-hant": "汽車零組件",
            "en": "Automotive parts",
            "fr": "Pièces automobiles",
            "de": "Kfz-Teile",
        },
    ),
    (
        "6",
        {
            "zh-hans": "新能源",
            "zh-hant": "新能源",
            "en": "New energy",
            "fr": "Énergies nouvelles",
            "de": "Neue Energien",
        },
    ),
)
ZONE_NAMES = {
    "zh-hans": "无锡高新区（演示）",
    "zh-hant": "無錫高新區（示範）",
    "en": "Wuxi High-tech Zone (demo)",
    "fr": "Zone de haute technologie de Wuxi (démo)",
    "de": "Hightech-Zone Wuxi (Demo)",
}
HOME_NAMES = (
    "无锡高新区",
    "無錫高新區",
    "新吴区",
    "无锡",
    "Wuxi High-tech Zone",
    "Wuxi",
    "zone de haute technologie de Wuxi",
    "Hightech-Zone Wuxi",
)
REPORTS = ("report-zh.txt", "report-en.txt", "report-fr.txt", "report-de.txt")


def make_demo(*, say: Callable[[str], None]) -> bool:
    """Make the demo zone unless it is there.

    Reads all four reports, accepts the Chinese one, and leaves the others to be reviewed. The mission it tells of is
    planned again, over the same hosts.
    Returns   whether anything was made.
    """
    if Zone.objects.filter(slug="wuxi").exists():
        return False
    lin = _make_zone()
    for number, name in enumerate(REPORTS):
        document = _read(lin, name)
        facts = document.proposals.count()
        say(f"{name}: {facts} facts read")
        if number == 0 and document.state == DocumentState.READY:
            accept_proposals(
                member=lin,
                document=document,
                proposals=document.proposals.order_by("position"),
                now=timezone.now(),
            )
            say(f"{name}: all accepted")
    mission = Mission.objects.visible_to(lin).order_by("pk").first()
    if mission is not None:
        say("the journey is planned again")
        plan_again(member=lin, mission=mission, now=timezone.now(), clock=timezone.now)
    return True


def _make_zone() -> Membership:
    now = timezone.now()
    users = [User.objects.create_user(email, PASSWORD, name=name) for email, name, _role in MEMBERS]
    lin = found_zone(
        slug="wuxi",
        names=ZONE_NAMES,
        home_names=HOME_NAMES,
        director=users[0],
        industry_system="6+2+X",
        now=now,
    )
    with acting_as_system(zone=lin.zone, verb="prepare_demo", now=now) as act:
        station = Circle(zone=lin.zone, name="里昂联络站 · Lyon")
        station.save()
        act.touch(station)
        for user, (_email, _name, role) in list(zip(users, MEMBERS, strict=True))[1:]:
            member = Membership(zone=lin.zone, user=user, role=role)
            member.save()
            act.touch(member)
            if role == Role.KEEPER:
                member.circles.add(station)
        for code, names in SEGMENTS:
            segment = Segment(zone=lin.zone, code=code, names=names)
            segment.save()
            act.touch(segment)
    return lin


def _read(member: Membership, name: str) -> Document:
    content = files("qiao.missions.demo").joinpath(name).read_bytes()
    document = upload_document(member=member, file=ContentFile(content, name), filename=name, now=timezone.now())
    read(document.pk, now=timezone.now)
    document.refresh_from_db()
    return document


def log_ins() -> str:
    """The demo's log-ins, for the terminal."""
    lines = [f"  {email}  {PASSWORD}  ({role})" for email, _name, role in MEMBERS]
    return "\n".join(["Log-ins of the demo zone:", *lines])
