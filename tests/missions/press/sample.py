"""A mission of eight days for the press. All persons and their numbers are invented."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from qiao.missions.press.values import Briefing, Contact, Day, Fact, Owed, Someone, Sort, Standing, Stop

PRINTED = datetime(2023, 5, 30, 9, 0, tzinfo=UTC)
HOSTS = {
    "en": ("Fictional Laser Works", "Example Institute of Optics", "Sample Valve Company"),
    "de": ("Erfundene Laserwerke GmbH", "Donaudampfschifffahrtselektrizitätengesellschaft", "Beispiel-Ventilbau AG"),
    "fr": ("Société inventée de l’œuvre laser", "Institut d’optique imaginaire", "Vannes d’Exemple SAS"),
    "zh-hans": ("虚构激光有限公司", "示例光学研究所", "样本阀门股份公司"),
    "zh-hant": ("虛構雷射有限公司", "範例光學研究所", "樣本閥門股份公司"),
}
TITLES = {
    "en": "Lyon and Munich, June 2023",
    "de": "Lyon und München, Juni 2023",
    "fr": "Lyon et Munich, juin 2023",
    "zh-hans": "里昂和慕尼黑，2023年6月",
    "zh-hant": "里昂和慕尼黑，2023年6月",
}


def stop(key: str = "a", **given: object) -> Stop:
    """A visit of an hour in Lyon at half past nine on 5 June, changed as told."""
    starts = datetime(2023, 6, 5, 9, 30, tzinfo=ZoneInfo("Europe/Paris"))
    values = {
        "title": "Host",
        "starts_at": starts,
        "ends_at": starts + timedelta(hours=1),
        "zone": "Europe/Paris",
        **given,
    }
    return Stop(key=key, **values)  # type: ignore[arg-type]


def briefing(*stops: Stop, **given: object) -> Briefing:
    """One print with the stops on their days."""
    days = sorted({one.begins.date() for one in stops})
    values = {
        "title": "Lyon",
        "lang": "en",
        "number": 1,
        "printed_at": PRINTED,
        "days": [Day(on, [one for one in stops if one.begins.date() == on]) for on in days],
        **given,
    }
    return Briefing(**values)  # type: ignore[arg-type]


def whole(lang: str = "en", days: int = 8, a_day: int = 5) -> Briefing:
    """Eight days, forty meetings, both sides of the table filled."""
    return Briefing(
        title=TITLES[lang],
        lang=lang,
        number=1,
        printed_at=PRINTED,
        facts=[
            Fact(
                {"de": "Zweck", "fr": "Objet", "zh-hans": "目的", "zh-hant": "目的"}.get(lang, "Purpose"),
                HOSTS[lang][1],
            ),
            Fact(
                {"de": "Einlader", "fr": "Invitant", "zh-hans": "邀请方", "zh-hant": "邀請方"}.get(lang, "Inviter"),
                HOSTS[lang][0],
            ),
        ],
        delegates=[Someone("何示例", "主任", "高新区"), Someone("Lin Beispiel", "Dolmetscherin")],
        days=[_day(date(2023, 6, 2) + timedelta(at), lang, a_day) for at in range(days)],
        for_whom="何示例",
    )


def _day(on: date, lang: str, a_day: int) -> Day:
    zone = "Europe/Paris" if on < date(2023, 6, 6) else "Europe/Berlin"
    first = datetime(on.year, on.month, on.day, 8, 0, tzinfo=ZoneInfo(zone))
    leg = Stop(f"{on}-leg", "Lyon – München", first - timedelta(hours=1), first, zone, sort=Sort.LEG, city="Lyon")
    return Day(on, [leg, *(_visit(first + timedelta(minutes=105 * at), zone, lang, at) for at in range(a_day))])


def _visit(at: datetime, zone: str, lang: str, number: int) -> Stop:
    host = HOSTS[lang][number % 3]
    return Stop(
        key=f"{at:%Y%m%d}-{number}",
        title=host,
        starts_at=at,
        ends_at=at + timedelta(minutes=75),
        zone=zone,
        standing=Standing.CONFIRMED if number % 2 else Standing.TENTATIVE,
        party=("A", "B")[number % 2] if number > 2 else "",
        city="Lyon" if zone == "Europe/Paris" else "München",
        address="12 rue de l’Exemple, 69003 Lyon" if zone == "Europe/Paris" else "Beispielstraße 7, 80331 München",
        phone="+33 4 00 00 00 00",
        contact="Mme Exemple",
        purpose=host,
        leg_minutes=15 + number,
        ours=[Someone("何示例", "主任", "高新区"), Someone("Lin Beispiel", "Dolmetscherin")],
        theirs=[
            Someone("Dr. Élise Exemple", "Directrice générale", host),
            Someone("Max Mustermann", "Leiter Vertrieb"),
        ],
        ties=[f"{HOSTS[lang][2]} → {host}", "Max Mustermann: 示例大学, 2004"],
        last_contact=Contact(date(2022, 11, 14), host),
        promises=[Owed(host, ours=True, due=date(2023, 6, 20), owner="何示例"), Owed(host, ours=False)],
        sources=["hannover-2023.pdf, 3", "https://example.org/"],
        notes=f"{host}.\n{host}.",
    )
