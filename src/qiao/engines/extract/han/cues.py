"""Persons whom no post introduces: labels of minutes and letters, speakers, founders, signatures, colleagues."""

from __future__ import annotations

import re
from functools import cache

from qiao.engines.extract.han.lexicon import lexicon, read, surnames
from qiao.engines.extract.han.page import Page
from qiao.engines.extract.han.persons import chinese_end, closes, is_latin_name, is_unknown, name_at
from qiao.engines.extract.han.tokens import Token

_SPEAKING = re.compile(
    r"(?:^|(?<=[。,;\n”“]))(?P<name>[\u3400-\u9fff]{2,3})(?=表示|指出|介绍|强调|认为|坦言|透露|提出|建议|感谢|回忆|直言|补充|告诉|希望|说|称(?!为|作)|致辞|致词|回应|解释|总结|期许|坦承|主持|率队|率团|带队|陪同|会见|拜会|出席|感慨|谈到|提到)"
)


_COMMON_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚"
    "邱夏谭韦贾邹熊孟秦阎薛侯雷段郝邵史毛万顾赖武康贺严尹钱施牛洪龚"
)


_LABEL = re.compile(
    r"(?<![\u3400-\u9fff])(?:记录人?|主持人?|发件人|收件人|抄送|记者|摄影|编辑|责编|审核|作者|联系人|撰稿|供稿|通讯员|出席者?|出席人员|参加人员"
    r"|与会者|撰文|整理|校对|签发|审批|报告人|列席|参加|参会|参会人员|与会|与会人员|陪同|陪同人员|出席|领队|带队|团员|成员|翻译|联络人|签发人|起草|拟稿|经办|经办人|承办人|汇报人|整理人|记录员|主讲|主讲人|嘉宾|对接人|撰文/摄影)\s?[:/]\s?|(?:记者|撰文|摄影|通讯员)\s"
)


_CUE = re.compile(
    r"由(?=[\u3400-\u9fff]{2,3}(?:于|在|创|联合|共同|等|与|回国|发起|带队|率|陪同|主持|牵头|接待|担任|任|代表|作))|(?:名叫|名为|叫做|叫|创始人是|负责人是)"
)


_FOUNDS = re.compile(r"带队|率|陪同|主持|牵头|接待|担任|任|代表|介绍|创立|创办|创建|创设|成立|设立|发起|打造")


_LATIN_TITLE = re.compile(r"(?:Dr|Prof|Mr|Mrs|Ms|Sir|Dame|Mme|Herr|Frau|Datuk|Dato|Tan Sri)\.?\s(?:Dr\.?\s)?")


_FIRM_WORDS = re.compile(
    r"(?:GmbH|AG|SA|SAS|SE|Ltd|Limited|Inc|LLC|Group|Systems?|Technolog\w+|Bio\w*|Labs?|Robotics?|Partners?|Capital|Holdings?|University|Institute|Park|Center|Centre|Energy|Solutions?|Motors|Industries|Foods?|Materials|Optics|Photonics|Medical|Pharma\w*|Tech|Hub|Campus|School|Bank|Sdn|Bhd|Pte|Corp|Co)\b"
)


def introduced(page: Page) -> list[tuple[int, int]]:
    """Persons whom no post introduces: 由许承恩于2012年创立, 名叫郑以恒, Tom Hardcastle表示, and who signs."""
    found = _speakers(page) + _signers(page) + _nicknamed(page)
    for match in _CUE.finditer(page.text):
        end = name_at(page.text, match.end(), foreign=False)
        if end > match.end() and (
            match.group() != "由" or _FOUNDS.search(page.text, end, min(len(page.text), end + 24))
        ):
            found.append((match.end(), end))
    for index, token in enumerate(page.tokens):
        following = page.token(index + 1)
        if not token.has("latin") or not is_person_latin(token) or page.text[token.start - 1 : token.start] == "(":
            continue
        title = _LATIN_TITLE.match(token.word)
        spoken = (
            following is not None
            and following.start == token.end
            and (following.has("verb:say", "honorific") or following.word in ("担任", "出任"))
        )
        called = re.search(
            r"(?:会见|会晤|见到|约见|见了|面见|拜见|看望)(?:了)?$", page.text[max(0, token.start - 3) : token.start]
        )
        if title or spoken or (called and not _FIRM_WORDS.search(token.word)) or _is_given(token.word):
            found.append((token.start + (title.end() if title else 0), token.end))
    return found


def _nicknamed(page: Page) -> list[tuple[int, int]]:
    """小彭, 老李: a surname among colleagues."""
    single, _ = surnames()
    found = []
    for match in re.finditer(
        r"(?<=[和与科部处室、,。\n由请跟同])[小老](?P<name>[\u3400-\u9fff])(?=[\d,。、和与在去来已将负会说也正又])",
        page.text,
    ):
        if match["name"] in single and not lexicon().classes(match.group()):
            found.append(match.span())
    return found


def _speakers(page: Page) -> list[tuple[int, int]]:
    """A name that opens a clause and says something: 陈可欣表示."""
    found = []
    for match in _SPEAKING.finditer(page.text):
        start, end = match.span("name")
        common = end - start == 3 or page.text[start] in _COMMON_SURNAMES
        if common and chinese_end(page.text, start) == end and is_unknown(page.text, start, end):
            found.append((start, end))
    return found


def _signers(page: Page) -> list[tuple[int, int]]:
    """A line near the end that holds a name alone."""
    found = []
    lines = list(re.finditer(r"[^\n]+", page.text))[-4:]
    for line in lines:
        match = re.fullmatch(r"\s*(?P<name>[\u3400-\u9fff]{2,4})\s*", line.group())
        if match is None or len(lines) < 3:
            continue
        start = line.start() + match.start("name")
        if chinese_end(page.text, start) == line.start() + match.end("name"):
            found.append((start, line.start() + match.end("name")))
    return found


def labelled(page: Page) -> list[tuple[int, int]]:
    """Names after the labels of a letter or of minutes: 记录:, 收件人:, 摄影/."""
    found = []
    for match in _LABEL.finditer(page.text):
        at = match.end()
        while True:
            end = name_at(page.text, at)
            if (
                end <= at
                or not closes(page.text, end)
                or page.text[end : end + 1] in ("的", ":")
                or _holds_post(page, end)
            ):
                break
            found.append((at, end))
            if page.text[end : end + 1] not in ("、", ","):
                break
            at = end + 1
    return found


@cache
def _given_names() -> frozenset[str]:
    return frozenset(read("latin_given_names.txt").casefold().split())


def _is_given(words: str) -> bool:
    """Whether a run of letters opens with a given name and ends in no word for a firm."""
    first = words.split()[0].rstrip(".")
    return first.casefold() in _given_names() and not _FIRM_WORDS.search(words) and len(words.split()) <= 3


def _holds_post(page: Page, end: int) -> bool:
    """Whether the word behind is a post: then what stands before it is no name but an employer."""
    word = lexicon().longest_at(page.text, end)
    return lexicon().has(word, "role") or lexicon().has(word, "modifier")


def is_person_latin(token: Token) -> bool:
    """Whether a run of letters is shaped like a personal name: two to four capitalised words."""
    return is_latin_name(token.word) and " " in token.word
