"""Which post a named person holds, and in which body."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left

from qiao.engines.extract.latin.bodies import guess_bodies
from qiao.engines.extract.latin.employer_links import (
    body_behind,
    is_told_of,
    links,
    own_body,
    role_at,
    stands_before,
    titles_another,
    whole,
)
from qiao.engines.extract.latin.mention import Mention
from qiao.engines.extract.latin.page import Page
from qiao.engines.extract.latin.roles import RoleSpan, find_roles
from qiao.engines.extract.latin.sides import is_owner
from qiao.engines.extract.latin.vocabulary import is_official
from qiao.engines.extract.result import FactType, Post

_TO_ROLE = re.compile(
    r"\s*(?:\([^()]{1,40}\)\s*)?(?:[,(:|–—-]|\s)\s*(?:(?:the|a|an|its|their|le|la|l['’]|son|"
    r"sa|der|die|das|ihr|den|dem|des|einen?|als|zugleich|"
    r"energy|currently|newly appointed|new|nouveau|nouvelle|neue[rn]?|both|who is)\s*)*",
    re.IGNORECASE,
)


_AND_ROLE = re.compile(
    r"\s*(?:\([^()]{1,40}\))?\s*(?:,|and|et|und|sowie|as well as|ainsi que)\s*(?:(?:the|la|le|"
    r"der|die)\s+)?",
    re.IGNORECASE,
)


_CLOSES = re.compile(r"[),]|\s(?:à|in|at|de)\s[^()]{1,25}\)")
_IN_LIST = re.compile(
    r"(?:present|attend(?:ees|ance|ing)|participants|présents?|présentes|anwesend\w*|"
    r"teilnehm\w+|gäste)\b[^\n]{0,30}[:\n][^.\n]*$",
    re.IGNORECASE,
)


_OWN = re.compile(
    r"\b(?:its|their|our|his|her|sa|son|leur|notre|ses|ihre?[mnr]?|seine?[mnr]?|unsere?[mnr]?|"
    r"deren|dessen)\s+$",
    re.IGNORECASE,
)


def give_posts(page: Page, mentions: list[Mention], home: str) -> None:
    """Fill role, org and posts of persons, sentence by sentence, then share them among mentions of one person."""
    taken = frozenset(i for m in mentions for i in range(m.first, m.last))
    starts = [mention.start for mention in mentions]
    for sentence in page.sentences:
        low, high = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        here = mentions[low:high]
        if any(mention.type is FactType.PERSON for mention in here):
            roles = find_roles(page, sentence, taken)
            _give_in(page, here, roles, home)
    _share_list(page, mentions)
    _share(mentions)
    guess_bodies(page, mentions, home)
    _share(mentions)


def _give_in(page: Page, here: list[Mention], roles: list[RoleSpan], home: str) -> None:
    used: set[int] = set()
    for index, person in enumerate(here):
        if person.type is not FactType.PERSON:
            continue
        posts = _posts_behind(page, here, index, roles, used, home) or _posts_before(
            page, here, index, roles, used, home
        )
        if posts:
            _write(person, posts)
        if not person.org:
            _give_body_alone(page, here, index)


def _write(person: Mention, posts: list[Post]) -> None:
    person.role = ", ".join(post.role for post in posts if post.role)
    person.org = next((post.org for post in posts if post.org), "")
    person.posts = tuple(posts) if len(posts) > 1 else ()


def _posts_behind(
    page: Page, here: list[Mention], index: int, roles: list[RoleSpan], used: set[int], home: str
) -> list[Post]:
    """As in "X, chief executive of Y and chair of Z", "X (Y, head of investment)", "X, managing director, Y"."""
    person = here[index]
    role = role_at(page, roles, person.end, _TO_ROLE, used)
    if role is None or titles_another(page, here, index, role):
        return _posts_in_bracket(page, here, index, roles, used)
    posts: list[Post] = []
    while role is not None:
        used.add(role.first)
        body = body_behind(page, here, role.end)
        posts.append(Post(role.text, whole(page, here, body, home) if body else own_body(page, role, home)))
        role = role_at(page, roles, body.end if body else role.end, _AND_ROLE, used)
    if len(posts) > 1 and not posts[0].org:
        posts[0] = Post(posts[0].role, next((post.org for post in posts if post.org), ""))
    return posts


def _posts_in_bracket(page: Page, here: list[Mention], index: int, roles: list[RoleSpan], used: set[int]) -> list[Post]:
    """As in "X (Y, role)", "X, Y, role" and "X of Y": the body comes first."""
    if index + 1 >= len(here):
        return []
    body = here[index + 1]
    gap = page.text[here[index].end : body.start]
    if body.type not in (FactType.ORGANISATION, FactType.PLACE) or not re.fullmatch(
        r"\s*(?:\([^()]{1,12}\)\s*)?[(,|–—-]\s*(?:the |la |le |l['’])?", gap
    ):
        return []
    role = role_at(page, roles, body.end, re.compile(r"\s*(?:\([^()]{1,20}\))?\s*[,(|–—-]?\s*"), used)
    if role is not None and not titles_another(page, here, index, role):
        used.add(role.first)
        return [Post(role.text, body.norm)]
    closes = _CLOSES.match(page.text, body.end) is not None and "(" in gap
    listed = _IN_LIST.search(page.text[: here[index].start][-400:]) and page.text[body.end : body.end + 1] in ",;.\n)"
    return [Post("", body.norm)] if body.type is FactType.ORGANISATION and (closes or listed) else []


def _posts_before(
    page: Page, here: list[Mention], index: int, roles: list[RoleSpan], used: set[int], home: str
) -> list[Post]:
    """As in "Y's CEO X", "its director X", "the president of Y, X", "Landrätin X"."""
    person = here[index]
    role = next((r for r in roles if r.first not in used and stands_before(page, r.end, person.start)), None)
    role = role or next((r for r in roles if r.first not in used and is_told_of(page, r.end, person.start)), None)
    if role is not None:
        used.add(role.first)
        return [Post(role.text, _body_before(page, here, index, role) or own_body(page, role, home))]
    if index == 0:
        return []
    body = here[index - 1]
    if body.type not in (FactType.ORGANISATION, FactType.PLACE) or not stands_before(page, body.end, person.start):
        return []
    role = next((r for r in roles if r.first not in used and links(page, r.end, body.start)), None)
    if role is None:
        return []
    used.add(role.first)
    return [Post(role.text, whole(page, here, body, home))]


_VERBAL = re.compile(r"\b(?:and|with|by|for|und|mit|von|met|meets|said|where|when|while|the)\b|(?:ed|te|ten)\s")


def _body_before(page: Page, here: list[Mention], index: int, role: RoleSpan) -> str:
    """The body named in front of a post, the one "its" stands for, or the sender's territory for an official."""
    before = [m for m in here[:index] if m.type in (FactType.ORGANISATION, FactType.PLACE) and m.end <= role.start]
    if before:
        gap = page.text[before[-1].end : role.start]
        if re.fullmatch(
            r"['’]?s?[\s-]*(?:\([^()]{1,20}\)\s*)?['’]?s?\s*(?:[a-z-]{3,}\s){0,2}", gap
        ) and not _VERBAL.search(gap):
            return before[-1].norm
        bodies = [m for m in before if m.type is FactType.ORGANISATION]
        parties = [m for m in bodies if not is_owner(page, m)] or bodies
        parties = parties or (before if is_official(role.text, page.language) else [])
        if parties and _OWN.search(page.text[max(0, role.start - 12) : role.start]):
            return parties[-1].norm
        if parties and re.fullmatch(
            r"[\s,(]*(?:(?:led|headed|represented) by|unter (?:der )?Leitung von|conduite par|"
            r"vertreten durch)[\s\w]*",
            gap,
        ):
            return parties[-1].norm
    return ""


def _give_body_alone(page: Page, here: list[Mention], index: int) -> None:
    """As in "Governor X of Maine", "X von Y", "X, Y" in a signature, "Y's X"."""
    person = here[index]
    if index + 1 < len(here):
        body = here[index + 1]
        gap = page.text[person.end : body.start]
        runs = _RUNS.fullmatch(gap)
        joins = runs or re.fullmatch(
            r",?\s*(?:\([^()]{1,12}\)\s*)?(?:signed for|signing for|on behalf of|representing|"
            r"représentant|au nom de|for|pour|für|of|from|von|vom|von der|der|de|du|de la|d['’]|with)\s*"
            r"(?:the |la |le |l['’]|der |dem )?(?:société |l['’]entreprise |firm |company |"
            r"Firma |groupe |group )?|,\s(?:Firma|société) ",
            gap,
        )
        signs = re.fullmatch(r"\s*[,\n]\s*", gap) and body.type is FactType.ORGANISATION and _ends_line(page, body.end)
        if body.type in (FactType.ORGANISATION, FactType.PLACE) and (joins or signs):
            person.org = body.norm


_RUNS = re.compile(
    r",\s(?:who|which)\s(?:\w+ly\s)?(?:runs|heads|leads|chairs|manages|founded|owns|"
    r"directs)\s(?:the )?|,\squi\s(?:préside|dirige|gère|pilote|a fondé|possède)\s"
    r"(?:la |le |l['’])?|,\sd(?:er|ie)\s(?:die |das |den )?|"
    r",\swho\s(?:runs|heads|leads|manages|directs)\s[a-z][\w -]{2,40}\s(?:of|at|for)\s(?:the )?|"
    r",\squi\s(?:préside|dirige|gère|pilote|conduit)\s[a-zà-ÿ][\w' -]{2,40}\s(?:de|du|d['’]|chez)\s?(?:la |l['’])?|"
    r",\sd(?:er|ie)\s(?:das|die|den)\s[\w -]{2,40}\s(?:der|des|von|bei)\s"
)


def _ends_line(page: Page, end: int) -> bool:
    return page.text[end : end + 2].strip(" .") in ("", "\n")


def _share_list(page: Page, mentions: list[Mention]) -> None:
    """As in "Li Na and Zhao Ming, Wanxiang Group": both work for it."""
    for left, right in itertools.pairwise(mentions):
        joined = re.fullmatch(r"\s(?:and|et|und|&)\s", page.text[left.end : right.start])
        if joined and left.type is right.type is FactType.PERSON and not left.org and not left.role:
            left.org = right.org if not right.role else ""
        if joined and left.type is right.type is FactType.PERSON and left.role and not right.role and not right.org:
            right.role, right.org = (left.role, left.org) if _is_plural(left.role) else ("", "")


_PLURAL = re.compile(r"(?i)(?:[^s]s|innen|führer|leiter|direktoren|vorstände|präsidenten|gründer|inhaber)$")


def _is_plural(role: str) -> bool:
    """As in "the two managing directors, X and Y": one post for both."""
    return _PLURAL.search(role) is not None


def _share(mentions: list[Mention]) -> None:
    """All mentions of one person say the same of him or her; the fullest statement wins."""
    best: dict[str, Mention] = {}
    for mention in mentions:
        if mention.type is FactType.PERSON:
            held = best.get(mention.norm)
            if held is None or (bool(mention.org), bool(mention.role)) > (bool(held.org), bool(held.role)):
                best[mention.norm] = mention
    for mention in mentions:
        model = best.get(mention.norm) if mention.type is FactType.PERSON else None
        if model is not None and model is not mention:
            mention.org, mention.posts = model.org or mention.org, model.posts or mention.posts
            mention.role = model.role or mention.role
