"""What the register knows of many hosts at once: their people, ties, last contact, open promises, sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.utils.translation import pgettext

from qiao.meetings.queries.contacts import LastContact, OpenPromise, last_contacts, open_between
from qiao.missions.press.values import Contact, Owed, Someone
from qiao.missions.queries.claims import Asking
from qiao.register.enums import ContactKind, Modality, TieKind
from qiao.register.models import ContactPoint, Source, Tie
from qiao.register.queries.labels import Called, called
from qiao.register.queries.sources import source_name
from qiao.register.queries.told import told_now

PEOPLE, TIES, SOURCES = 12, 12, 12  # at most on one sheet: it is read on the way


@dataclass
class Known:
    """Of one host."""

    theirs: list[Someone] = field(default_factory=list)
    ties: list[str] = field(default_factory=list)
    last_contact: Contact | None = None
    promises: list[Owed] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    phone: str = ""


def known_of(hosts: Collection[UUID], asking: Asking, today: date) -> dict[UUID, Known]:
    """Host -> what the member may see of it, in a fixed number of queries; words in the language that is active."""
    groups = asking.groups(hosts)
    ties = [tie for tie in told_now(Tie, asking.member, groups, "object", either=True) if _holds(tie, today)]
    of_host = {group: [tie for tie in ties if group in _ends(tie)] for group in set(groups.values())}
    people = {tie.subject_id: group for group, found in of_host.items() for tie in found if _is_post(tie, group)}
    more = [tie for tie in told_now(Tie, asking.member, people, "object") if _holds(tie, today)]
    names = called({end for tie in (*ties, *more) for end in (tie.subject_id, tie.object_id)}, asking.language)
    contacts = last_contacts(asking.member, groups, today=today, language=asking.language)
    owed = open_between(asking.member, groups)
    phones = _phones(groups, asking)
    cited = _cited(of_host, contacts, owed)
    sources = _sources({one for found in cited.values() for one in found}, asking)
    known = {}
    for group in set(groups.values()):
        theirs = [tie for tie in of_host[group] if _is_post(tie, group)]
        told = [tie for tie in of_host[group] if not _is_post(tie, group)]
        told += [tie for tie in more if people.get(tie.subject_id) == group and not _is_post(tie, group)]
        contact = contacts.get(group)
        known[group] = Known(
            theirs=_people(theirs, names, asking.language),
            ties=list(dict.fromkeys(filter(None, (_said(tie, names) for tie in told))))[:TIES],
            last_contact=Contact(contact.on, contact.told) if contact else None,
            promises=[Owed(one.text, one.ours, one.due_on, one.owner) for one in owed.get(group, ())],
            sources=[sources[one] for one in cited[group] if one in sources][:SOURCES],
            phone=phones.get(group, ""),
        )
    return {host: known[groups[host]] for host in hosts if host in groups}


def _holds(tie: Tie, today: date) -> bool:
    over = tie.valid_until is not None and tie.valid_until < today
    return tie.modality == Modality.FACT and not over


def _ends(tie: Tie) -> tuple[UUID, UUID]:
    return tie.subject.canonical_id, tie.object.canonical_id


def _is_post(tie: Tie, group: UUID) -> bool:
    return tie.kind == TieKind.HOLDS_POST and tie.object.canonical_id == group


def _people(posts: list[Tie], names: Mapping[UUID, Called], language: str) -> list[Someone]:
    """Each person once, with the titles in the reader's script where there are any."""
    roles: dict[UUID, list[str]] = defaultdict(list)
    called_so: dict[UUID, str] = {}
    for tie in posts:
        if tie.subject_id in names:
            roles[tie.subject.canonical_id].append(tie.role)
            called_so[tie.subject.canonical_id] = names[tie.subject_id].text
    return [Someone(called_so[one], ", ".join(_read(roles[one], language))) for one in called_so][:PEOPLE]


def _read(roles: list[str], language: str) -> list[str]:
    told = list(dict.fromkeys(role for role in roles if role))
    han = language.startswith("zh")
    mine = [role for role in told if any("\u4e00" <= char <= "\u9fff" for char in role) == han]
    return (mine or told)[:2]


def _said(tie: Tie, names: Mapping[UUID, Called]) -> str:
    """A tie in one line; nothing where one of the two has no name."""
    if tie.subject_id not in names or tie.object_id not in names:
        return ""
    words = tie.role or str(tie.get_kind_display())
    return pgettext("a tie: who, in which relation, to whom", "%(who)s – %(tie)s – %(whom)s") % {
        "who": names[tie.subject_id].text,
        "tie": words,
        "whom": names[tie.object_id].text,
    }


def _phones(groups: Mapping[UUID, UUID], asking: Asking) -> dict[UUID, str]:
    told = ContactPoint.objects.visible_to(asking.member).live().filter(subject_id__in=groups, kind=ContactKind.PHONE)
    rows = told.order_by("-id").values_list("subject_id", "address")
    return {groups[subject]: address for subject, address in rows}


def _cited(
    of_host: Mapping[UUID, list[Tie]], contacts: Mapping[UUID, LastContact], owed: Mapping[UUID, list[OpenPromise]]
) -> dict[UUID, list[UUID]]:
    """Host -> the sources that its sheet rests on, each once."""
    found = {}
    for group, ties in of_host.items():
        met = [contacts[group].source_id] if group in contacts else []
        promised = [one.source_id for one in owed.get(group, ())]
        found[group] = list(dict.fromkeys([*promised, *met, *(tie.evidence.source_id for tie in ties)]))
    return found


def _sources(ids: Collection[UUID], asking: Asking) -> dict[UUID, str]:
    rows = Source.objects.visible_to(asking.member).filter(pk__in=ids).select_related("stated_by").defer("text")
    return {row.pk: source_name(row).text for row in rows}
