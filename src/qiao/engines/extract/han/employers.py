"""Who employs a person: the words between the boundary of the list and the words for the post."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from qiao.engines.extract.han.entities import Mention
from qiao.engines.extract.han.lexicon import closed
from qiao.engines.extract.han.listed import APPOSITIVES
from qiao.engines.extract.han.page import HARD, Page
from qiao.engines.extract.han.posts import Named, Title, title_at
from qiao.engines.extract.han.sender import is_home
from qiao.engines.extract.result import FactType, Post
from qiao.engines.text.language import is_han
from qiao.engines.text.places import find_place

_TERRITORY = re.compile(r"^(?:副|常务副|前|原|代)?(?P<unit>市|县|区|省|州|镇|乡)长$")
_HERE = re.compile(
    r"^(?:该|本|我|贵|这|此)?(?:公司|校|协会|商会|联会|集团|园区|中心|机构|局|院|研究院|研究所|学校|学院|大学|企业|会|处|所|基金会|厂|行|署|联盟|总会|园|方|院方|校方|学会|联合会|总商会|同乡会|联谊会|基金|银行|律所|医院|孵化器|实验室|项目|团队|代表处|办事处|工厂|学联|社|馆|站|区|市|县|省)?$"
)
_OWN = re.compile(r"(?:我|本)(?:校|区|市|县|省|院|会|局|司|园区|公司|所|署|处|中心|集团|学院)$")
_CONSULS = ("总领事", "领事", "大使", "公使")
SOLITARY = closed("employers_solitary")
_RULING = re.compile(r"^(?:副)?(?:市长|县长|区长|省长|州长|书记|市领导|区领导|县领导|省领导)$")
_LOCAL = re.compile(r"主任|书记|科长|处长|局长|团长|队长|科员|主席|记者|编辑|代表|委员|专员|负责人")
_MEMBERS = re.compile(r"(?:成员|团员|同行|随行|随团)(?:包括|有|为|的|还有|:)*[^。;,\n]{0,12}$")
_OURS = re.compile(r"^(?:市|县|区|省)(?=.)|^(?:管委会|党工委|区委|市委|县委|工委)$")
_OUR_BODIES = ("管委会", "党工委", "工委", "区委", "市委", "县委", "省委", "党委", "党组")


@dataclass(frozen=True, slots=True)
class Staffed:
    """A person with posts, and the organisations and territories that the words before the posts revealed."""

    person: Mention
    found: tuple[Mention, ...]


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
            org = _inherited(page, named, before, title, orgs, home)
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


def _employer(
    page: Page, title: Title, orgs: list[Mention], home: str, earlier: list[Post]
) -> tuple[int, str, list[Mention]]:
    """Start of the role words, the employer's name, and mentions that its words reveal."""
    start = title.start
    for org in orgs:
        if org.start <= start <= org.end < title.end and org.end > org.start:
            return org.end, org.name, []
    for body in _OUR_BODIES:
        if page.text.startswith(body, start) and start + len(body) < title.end:
            base = home or (earlier[-1].org if earlier else "")
            if body[0] in "市县省" and body[1] == "委" and not home.endswith(body[0]):
                base = ""
            return start, _joined(base, body), []
    territory = _territory(page, title)
    if territory:
        return start, territory.name, [territory]
    left = _segment_start(page, title)
    if page.text[left - 1 : left] in ("该", "贵") and start - left > 2:
        left += 1
    words = page.text[left:start]
    if home and _OWN.search(page.text[max(0, left - 3) : start]):
        return start, home, []
    if words.endswith(")"):
        before = _before_bracket(page, start)
        ending = [org for org in orgs if org.end == before]
        if ending:
            return start, ending[-1].name, []
    if "驻" in words and page.text[start : title.end].endswith(_CONSULS):
        return start, words + page.text[start : title.end].removeprefix("副") + "馆", []
    if "驻" in words and page.text[start : title.end] in ("代表", "首席代表", "副代表"):
        return start, words + "代表处", []
    department = _department(page, words, left, start, orgs)
    if department:
        return department
    bare = _OURS.sub("", words)
    generic = bool(_HERE.match(words))
    if (not generic and find_place(words) is not None) or (
        not generic and re.search(r"[\u3400-\u9fff](?:市|县|省|州|镇|区)$", words)
    ):
        known = find_place(words) is not None
        return start, words, [] if known else [Mention(left, start, FactType.PLACE, words)]
    shared = page.text[start : title.end]
    closing = page.index_ending.get(start)
    whole = closing is not None and bool(page.tokens[closing].of("head"))
    if not whole and len(shared) == 2 and shared[0] in "局处部厅署科室组院所馆站园" and words and bare:
        return (
            start,
            words + shared[0],
            [Mention(left, start + 1, FactType.ORGANISATION, words + shared[0], "government")],
        )
    if _is_name(words) and bare:
        kind = "publisher" if re.search(r"记者|编辑|通讯员", page.text[start : title.end]) else ""
        mention = Mention(left, start, FactType.ORGANISATION, words, kind, sure=False)
        return start, words, [mention]
    if earlier:
        return start, earlier[-1].org, []
    return start, "", []


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
    left = _segment_start(page, title)
    name = page.text[left : title.start]
    if not 1 <= len(name) <= 5 or not all(map(is_han, name)) or name[0] in HARD:
        return None
    if name.endswith(match["unit"]):
        return Mention(left, title.start, FactType.PLACE, name)
    return Mention(left, title.start + 1, FactType.PLACE, name + match["unit"])


def _segment_start(page: Page, title: Title) -> int:
    """Where the words before a title begin: after a stop, a particle, a verb or another post."""
    index = page.index_at.get(title.start, title.first)
    at = title.start
    while index > 0:
        token = page.tokens[index - 1]
        if token.end != at and page.text[token.end : at].strip():
            break
        if token.is_stop or token.has("mark", "role") or token.word in HARD or token.word in ("随团", "其中", "会见"):
            break
        if (
            len(token.word) > 1
            and token.of("verb")
            and not token.has("topic", "trade", "char", "place")
            and token.word not in ("附属", "驻")
        ):
            break
        if (
            len(token.word) > 1
            and token.has("noun", "common")
            and not token.has("topic", "trade", "place", "char")
            and not token.of("head")
        ):
            break
        if token.word in APPOSITIVES and index < len(page.tokens) and page.tokens[index].has("char", "latin", "firm"):
            break
        at = token.start
        index -= 1
    return at


def _is_name(words: str) -> bool:
    return 2 <= len(words) <= 24 and any(char.isalpha() for char in words) and not _HERE.match(words)


def _inherited(page: Page, named: Named, before: Mention | None, title: Title, orgs: list[Mention], home: str) -> str:
    """The employer of a post that names none: of the person before it in the list, or the body last spoken of."""
    text = page.text
    role = text[title.start : title.end]
    left = _segment_start(page, title)
    link = text[before.end : left] if before is not None else ""
    if _RULING.search(role) and home:
        return home
    if before is not None and before.kind and link in ("、", ",", "和", "与", "及") and role not in SOLITARY:
        return before.kind
    if role in SOLITARY:
        return ""
    start, _ = page.sentence(title.start)
    spoken = [org for org in orgs if org.end <= left and org.type is FactType.ORGANISATION]
    spoken.sort(key=lambda org: org.start)
    lead = text[max(0, left - 1) : left]
    anaphor = text[left : title.start] if _HERE.match(text[left : title.start]) else ""
    others = [org for org in spoken if not is_home(org.name, home)]
    if anaphor or lead == "该":
        rival = before.kind if before is not None and before.end > start else ""
        fitting = [
            org for org in others if org.name != rival and org.start >= start and not anaphor.endswith(("会", "校"))
        ]
        fitting = fitting or [org for org in others if org.name != rival and _fits(anaphor, org)]
        return fitting[-1].name if fitting else others[-1].name if others else ""
    if _RULING.search(role) and home:
        return home
    if home and _MEMBERS.search(text[max(0, left - 24) : left]):
        return home
    near = [org for org in others if org.start >= start]
    if near:
        return near[-1].name
    paragraph = text.rfind("\n", 0, left) + 1
    recent = [org for org in others if org.start >= paragraph and org.kind not in ("publisher", "diplomatic")]
    if _LOCAL.search(role):
        return home
    if recent:
        return recent[-1].name
    return home if _leads(role, home) else ""


def _leads(role: str, home: str) -> bool:
    """Whether a post is one that the sender's kind of body has: 校长 of a university, 会长 of an association."""
    if role.endswith(("校长", "院长", "党委书记")):
        return home.endswith(("大学", "学院", "学校", "大學"))
    return role.endswith(("会长", "理事长", "秘书长", "主席")) and home.endswith(("会", "联盟"))


def _fits(anaphor: str, org: Mention) -> bool:
    """Whether 该协会, 集团 or 校 can speak of a body."""
    word = anaphor.lstrip("该本此这")
    if not word or word in ("公司", "企业", "机构", "方"):
        return True
    if word in ("校", "学校", "大学", "学院", "院"):
        return org.kind in ("university", "school", "institute")
    return word in org.name
