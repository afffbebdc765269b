"""Who employs a person: the words between the boundary of the list and the words for the post."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from qiao.engines.extract.han.entities import Mention
from qiao.engines.extract.han.inherited import HERE, inherited, segment_start
from qiao.engines.extract.han.page import HARD, Page
from qiao.engines.extract.han.posts import Named, Title, title_at
from qiao.engines.extract.result import FactType, Post
from qiao.engines.text.language import is_han
from qiao.engines.text.places import find_place

_TERRITORY = re.compile(r"^(?:副|常务副|前|原|代)?(?P<unit>市|县|区|省|州|镇|乡)长$")


_OWN = re.compile(r"(?:我|本)(?:校|区|市|县|省|院|会|局|司|园区|公司|所|署|处|中心|集团|学院)$")


_SHARED = frozenset("局处部厅署科室组院所馆站园")
_CONSULS = ("总领事", "领事", "大使", "公使")


_OURS = re.compile(r"^(?:市|县|区|省)(?=.)|^(?:管委会|党工委|区委|市委|县委|工委)$")


_OUR_BODIES = ("管委会", "党工委", "工委", "区委", "市委", "县委", "省委", "党委", "党组")


@dataclass(frozen=True, slots=True)
class Staffed:
    """A person with posts, and the organisations and territories that the words before the posts revealed."""

    person: Mention
    found: tuple[Mention, ...]


_DESCENT = re.compile(r"(?:籍|裔)$")  # 芬兰籍学者: whence one comes, not for whom one works


def staff(page: Page, people: list[Named], orgs: list[Mention], home: str) -> list[Staffed]:
    """Give every named person its posts and employers, in order of the text."""
    out: list[Staffed] = []
    known = list(orgs)
    for named in people:
        before = out[-1].person if out else None
        staffed = _staffed(page, named, known, home, before)
        known.extend(staffed.found)
        out.append(staffed)
    return out


_APPOINTED = re.compile(
    r"(?:先生|女士|博士|教授)?(?:出任|担任|接任|获任|就任|受聘为|获聘为|当选为?|任)(?:了)?(?:首任)?"
)


def _appointed(page: Page, named: Named) -> Named:
    """Karim Haddad 出任 X 首席代表: the post stands behind the name."""
    match = _APPOINTED.match(page.text, named.end)
    holds = [title for title in named.titles if page.text[title.start] not in "前原"]
    if match is None or holds:
        return named
    _, stop = page.clause(named.end)
    for index, token in enumerate(page.tokens):
        if match.end() <= token.start < stop and token.has("role"):
            following = page.token(index + 1)
            if following is None or not following.has("role"):
                return replace(named, titles=(title_at(page, index),))
    return named


def _staffed(page: Page, named: Named, orgs: list[Mention], home: str, before: Mention | None) -> Staffed:
    named = _appointed(page, named)
    posts: list[Post] = []
    found: list[Mention] = []
    spans: list[tuple[int, int]] = []
    for title in named.titles:
        start, org, new = _employer(page, title, orgs + found, home, posts)
        found.extend(new)
        if not org and not posts:
            org = inherited(page, named, before, title, orgs, home)
        posts.append(Post(page.text[start : title.end], org))
        spans.append((_with_employer(title, start, orgs + found), title.end))
    posts, spans = _without_lead(posts, spans)
    posts = _with_own_words(page, posts, spans)
    name = page.text[named.start : named.end]
    role, org = _summary(page, posts, spans)
    if named.honorific in ("教授", "博士", "院士") and not role:
        role = named.honorific
    kept = tuple(posts) if len(posts) > 1 else ()
    person = Mention(named.start, named.end, FactType.PERSON, name, kind=org, posts=kept, role=role)
    return Staffed(person, tuple(found))


def _with_employer(title: Title, start: int, orgs: list[Mention]) -> int:
    """Where the words of a post begin when its employer is told with it."""
    ends = [org.start for org in orgs if org.end == start]
    return min(ends) if ends else start


def _without_lead(posts: list[Post], spans: list[tuple[int, int]]) -> tuple[list[Post], list[tuple[int, int]]]:
    """Heading the delegation is no office: it is left out where the person holds one."""
    kept = [
        index
        for index, post in enumerate(posts)
        if not re.fullmatch(r"(?:[\u3400-\u9fff]{0,8})?(?:团长|领队|队长)", post.role)
    ]
    if not kept or len(kept) == len(posts):
        return posts, spans
    return [posts[index] for index in kept], [spans[index] for index in kept]


def _with_own_words(page: Page, posts: list[Post], spans: list[tuple[int, int]]) -> list[Post]:
    if len(posts) < 2:
        return posts
    return [Post(page.text[start:end], post.org) for post, (start, end) in zip(posts, spans, strict=True)]


def _summary(page: Page, posts: list[Post], spans: list[tuple[int, int]]) -> tuple[str, str]:
    """The role and the employer in one string each: several posts are told as the text tells them."""
    if not posts:
        return "", ""
    if len(posts) == 1:
        return posts[0].role, posts[0].org
    same = len({post.org for post in posts}) == 1
    start = spans[0][0]
    if same:
        org = next((m for m in (posts[0].org,) if m), "")
        words = page.text[start : spans[-1][1]]
        return (words[len(org) :] if org and words.startswith(org) else words), org
    return page.text[start : spans[-1][1]], posts[0].org


_Found = tuple[int, str, list[Mention]]
"""Start of the role words, the employer's name, and mentions that its words reveal."""


def _employer(page: Page, title: Title, orgs: list[Mention], home: str, earlier: list[Post]) -> _Found:
    """Who employs the holder of a title; an empty name when the words before it do not say."""
    start = title.start
    for org in orgs:
        if org.start <= start <= org.end < title.end and org.end > org.start:
            return org.end, org.name, []
    own = _own_body(page, title, home, earlier)
    if own:
        return start, own, []
    territory = _territory(page, title)
    if territory:
        return start, territory.name, [territory]
    left = segment_start(page, title)
    if page.text[left - 1 : left] in ("该", "贵") and start - left > 2:
        left += 1
    if home and _OWN.search(page.text[max(0, left - 3) : start]):
        return start, home, []
    told = _abroad(page, title, left, orgs) or _department(page, page.text[left:start], left, start, orgs)
    told = told or _segment(page, title, left)
    if told:
        return told
    return start, earlier[-1].org if earlier else "", []


def _own_body(page: Page, title: Title, home: str, earlier: list[Post]) -> str:
    """管委会|副主任: a body of the sender that opens the title."""
    for body in _OUR_BODIES:
        if page.text.startswith(body, title.start) and title.start + len(body) < title.end:
            base = home or (earlier[-1].org if earlier else "")
            if body[0] in "市县省" and body[1] == "委" and not home.endswith(body[0]):
                base = ""
            return _joined(base, body)
    return ""


def _abroad(page: Page, title: Title, left: int, orgs: list[Mention]) -> _Found | None:
    """The body before a bracket, or the post abroad that a consul or a representative implies."""
    words, role = page.text[left : title.start], page.text[title.start : title.end]
    if words.endswith(")"):
        before = _before_bracket(page, title.start)
        ending = [org for org in orgs if org.end == before]
        if ending:
            return title.start, ending[-1].name, []
    if "驻" in words and role.endswith(_CONSULS):
        return title.start, words + role.removeprefix("副") + "馆", []
    if "驻" in words and role in ("代表", "首席代表", "副代表"):
        return title.start, words + "代表处", []
    return None


def _segment(page: Page, title: Title, left: int) -> _Found | None:
    """The words between the boundary and the title, as a territory, an office that shares a character, or a body."""
    start = title.start
    words, role = page.text[left:start], page.text[start : title.end]
    known = find_place(words) is not None
    if not HERE.match(words) and (known or re.search(r"[\u3400-\u9fff](?:市|县|省|州|镇|区)$", words)):
        return start, words, [] if known else [Mention(left, start, FactType.PLACE, words)]
    if not _OURS.sub("", words):
        return None
    closing = page.index_ending.get(start)
    whole = closing is not None and bool(page.tokens[closing].of("head"))
    if not whole and len(role) == 2 and role[0] in _SHARED:
        name = words + role[0]
        return start, name, [Mention(left, start + 1, FactType.ORGANISATION, name, "government")]
    if _is_name(words):
        kind = "publisher" if re.search(r"记者|编辑|通讯员", role) else ""
        return start, words, [Mention(left, start, FactType.ORGANISATION, words, kind, sure=False)]
    return None


def _before_bracket(page: Page, end: int) -> int:
    """Where the bracket that closes at `end` opens."""
    return page.text.rfind("(", max(0, end - 60), end)


def _department(
    page: Page, words: str, left: int, start: int, orgs: list[Mention]
) -> tuple[int, str, list[Mention]] | None:
    """槟榔屿理工学院|创新处|处长: the department belongs to the post, the body before it employs."""
    for org in orgs:
        gap = page.text[org.end : start]
        if (
            org.type is FactType.ORGANISATION
            and left - 1 <= org.end < start
            and len(gap) <= 8
            and org.start >= left - 24
        ) and re.fullmatch(r"[\u3400-\u9fff]*(?:处|部|科|室|组|办|局|司|系|所|中心|分会|事务所)", gap):
            return org.end, org.name, []
    return None


def _joined(base: str, body: str) -> str:
    """The sender's own body: 新区 + 管委会; a party committee drops the body named before."""
    for other in _OUR_BODIES:
        base = base.removesuffix(other)
    return base + (body[1:] if base.endswith(body[0]) else body)


def _territory(page: Page, title: Title) -> Mention | None:
    """嘉川|县长: the territory is the employer, and shares its last character with the post."""
    words = page.text[title.start : title.end]
    match = _TERRITORY.match(words)
    if not match or words[0] in "副常前原代":
        return None
    left = segment_start(page, title)
    name = page.text[left : title.start]
    if not 1 <= len(name) <= 5 or not all(map(is_han, name)) or name[0] in HARD:
        return None
    if name.endswith(match["unit"]):
        return Mention(left, title.start, FactType.PLACE, name)
    return Mention(left, title.start + 1, FactType.PLACE, name + match["unit"])


def _is_name(words: str) -> bool:
    return (
        2 <= len(words) <= 24
        and any(char.isalpha() for char in words)
        and not HERE.match(words)
        and not _DESCENT.search(words)
    )
