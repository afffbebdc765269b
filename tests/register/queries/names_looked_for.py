"""A register of confusable names, invented, and what is typed to find some of them: the same for both databases."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import product

from qiao.register.enums import EntityKind, NameKind


@dataclass(frozen=True)
class Party:
    """One party: its names as (text, language, kind)."""

    key: str
    kind: EntityKind
    names: tuple[tuple[str, str, NameKind], ...] = field(default=())


def _house(key: str, *names: str, former: str = "", alias: str = "") -> Party:
    told = [(name, "", NameKind.OFFICIAL if at == 0 else NameKind.PRINTED) for at, name in enumerate(names)]
    told += [(former, "", NameKind.FORMER)] if former else []
    told += [(alias, "", NameKind.ALIAS)] if alias else []
    return Party(key, EntityKind.ORGANISATION, tuple(told))


def _human(key: str, *names: str) -> Party:
    return Party(key, EntityKind.PERSON, tuple((name, "", NameKind.PRINTED) for name in names))


SOUGHT = (
    _human("han yang", "韩杨"),
    _human("xie jianying", "谢建英"),
    _human("wang jianguo", "王建国"),
    _human("shan tianfang", "单天芳"),
    _human("lü fang", "吕方"),
    _human("ouyang nana", "欧阳兰兰"),
    _human("radde", "Dr. Petra Raddenberg"),
    _human("gauthier", "Éloïse Gauthier-Lenoir"),
    _house("huaxing", "深圳华星光电测量有限公司", "Huaxing Optical Metrology", former="深圳远望电子有限公司"),
    _house("helix", "Helix Cobalt Ltd"),
    _house("schroeder", "Schröder Präzision GmbH"),
    _house("sante", "Société Générale de Santé du Rhône", alias="SGSR"),
    _house("mueller", "Müller Feinwerk AG"),
    _house("sensitec", "Ostwind Sensitherm GmbH", "奥斯特温德传感"),
    _house("tum", "Technische Universität Marktheim", "马克海姆工业大学"),
    _house("oreal", "L'Oréane Cosmétique"),
    _house("uni", "UnternehmerRaum Auental"),
    _house("ulm", "Wasserstoff-Zentrum Ulmen e. V."),
    _house("short", "华为灯"),
    _house("moscow", "Технопарк Сосново"),
    _house("three", "3D Mikrofertigung Söllner"),
    _house("lianhe", "長江聯合光學股份有限公司"),
)

LOOKED_FOR: tuple[tuple[str, str], ...] = (
    # scripts and readings of a person's name
    ("韓楊", "han yang"),
    ("韩杨", "han yang"),
    ("Han Yang", "han yang"),
    ("han yang", "han yang"),
    ("Hán Yáng", "han yang"),
    ("Yang Han", "han yang"),
    ("hanyang", "han yang"),
    ("yanghan", "han yang"),
    ("韩 杨", "han yang"),
    ("谢建英", "xie jianying"),
    ("謝建英", "xie jianying"),
    ("xjy", "xie jianying"),
    ("XJY", "xie jianying"),
    ("xie jianying", "xie jianying"),
    ("Jianying Xie", "xie jianying"),
    ("jianying", "xie jianying"),
    ("建英", "xie jianying"),
    ("王建国", "wang jianguo"),
    ("王建國", "wang jianguo"),
    ("Wang Jianguo", "wang jianguo"),
    ("shan tianfang", "shan tianfang"),
    ("lü fang", "lü fang"),
    ("lv fang", "lü fang"),
    ("lyufang", "lü fang"),
    ("歐陽蘭蘭", "ouyang nana"),
    ("ouyang lanlan", "ouyang nana"),
    ("lanlan ouyang", "ouyang nana"),
    # Latin persons
    ("raddenberg", "radde"),
    ("Raddenberg Petra", "radde"),
    ("radd", "radde"),
    ("denberg", "radde"),
    ("radenberg", "radde"),
    ("eloise gauthier", "gauthier"),
    ("lenoir", "gauthier"),
    ("gautier lenoir", "gauthier"),
    # Han names of houses
    ("华星光电", "huaxing"),
    ("華星光電", "huaxing"),
    ("华 星 光", "huaxing"),
    ("深圳华星", "huaxing"),
    ("深圳市华星光电", "huaxing"),
    ("光电测量", "huaxing"),
    ("huaxing guangdian", "huaxing"),
    ("huaxingguangdian", "huaxing"),
    ("shenzhen huaxing", "huaxing"),
    ("深圳远望", "huaxing"),
    ("yuanwang dianzi", "huaxing"),
    ("optical metrology", "huaxing"),
    ("hxgdcl", "huaxing"),
    ("长江联合", "lianhe"),
    ("長江聯合", "lianhe"),
    ("changjiang lianhe", "lianhe"),
    ("华为灯", "short"),
    ("灯", "short"),
    ("为灯", "short"),
    # prefix, middle, accents, slips
    ("helix cob", "helix"),
    ("helx cobalt", "helix"),
    ("helix cobolt", "helix"),
    ("heilx cobalt", "helix"),
    ("schroder", "schroeder"),
    ("schroeder", "schroeder"),
    ("Schröder", "schroeder"),
    ("schröder prazision", "schroeder"),
    ("schrder", "schroeder"),
    ("societe generale de sante", "sante"),
    ("sante du rhone", "sante"),
    ("sgsr", "sante"),
    ("SGS", "sante"),
    ("Mueller Feinwerk", "mueller"),
    ("Muller feinwerk", "mueller"),
    ("müller fein", "mueller"),
    ("feinwrk", "mueller"),
    ("sensitherm", "sensitec"),
    ("ensithe", "sensitec"),
    ("ostwind sens", "sensitec"),
    ("sensiterm", "sensitec"),
    ("奥斯特温德", "sensitec"),
    ("tum", "tum"),
    ("马克海姆", "tum"),
    ("makehaimu", "tum"),
    ("technische universitat marktheim", "tum"),
    ("universitaet marktheim", "tum"),
    ("loreane", "oreal"),
    ("l'oreane", "oreal"),
    ("oréane", "oreal"),
    ("unternehmerraum", "uni"),
    ("nehmerraum", "uni"),
    ("UnternemerRaum", "uni"),
    ("wasserstoff ulmen", "ulm"),
    ("wasserstoffzentrum ulmen", "ulm"),
    ("технопарк", "moscow"),
    ("Сосново", "moscow"),
    ("3d mikro", "three"),
    ("soellner", "three"),
)

_TOWNS = ("深圳", "苏州", "无锡", "宁波", "青岛", "杭州")
_HEADS = ("华新", "华鑫", "中星", "新华", "星光", "光华", "远大", "望京", "长电", "江联")
_TRADES = ("光电", "电子", "传感", "光学", "测量", "材料", "生物", "软件")
_SURNAMES = "王李张刘陈杨黄赵周吴谢韩单曾"
_GIVEN = ("建国", "建军", "建华", "洋", "阳", "英", "建", "伟", "静", "天", "芳", "敏")
_FIRST = ("Petra", "Peter", "Elise", "Louis", "Jan", "Marlene", "Otto", "Claire", "Yang", "Han")
_LAST = ("Radbruch", "Schröter", "Möller", "Miller", "Gautier-Blanc", "Lenormand", "Söllmann", "Cobert", "Hanke")
_WORDS = ("Helios", "Felix", "Cobra", "Kobold", "Sensor", "Senso", "Optik", "Santé", "Unterland", "Technik", "Wasser")
_TAILS = ("GmbH", "Ltd", "SAS", "AG", "Institut", "Werke", "Systems", "Group")


def neighbours() -> list[Party]:
    """Some two thousand parties whose names are near to those that are sought."""
    houses = ["".join((*three, "有限公司")) for three in product(_TOWNS, _HEADS, _TRADES)]
    humans = [surname + given for surname, given in product(_SURNAMES, _GIVEN)]
    latin = [f"{first} {last}" for first, last in product(_FIRST, _LAST)]
    firms = [" ".join(three) for three in product(_WORDS, _WORDS, _TAILS) if three[0] != three[1]]
    return [
        *(_house(f"h{at}", name) for at, name in enumerate(houses)),
        *(_human(f"p{at}", name) for at, name in enumerate([*humans, *latin])),
        *(_house(f"f{at}", name) for at, name in enumerate(firms)),
    ]
