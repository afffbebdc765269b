"""The words of invented names: whoever should bear one of these names is meant by none of it."""

SURNAMES = {
    "张": "Zhang", "章": "Zhang", "王": "Wang", "汪": "Wang",
    "李": "Li", "黎": "Li", "刘": "Liu", "柳": "Liu", "陈": "Chen",
    "谌": "Chen", "杨": "Yang", "阳": "Yang", "吴": "Wu",
    "武": "Wu", "徐": "Xu", "许": "Xu", "余": "Yu", "于": "Yu",
    "何": "He", "贺": "He", "曾": "Zeng", "单": "Shan",
    "解": "Xie", "谢": "Xie", "仇": "Qiu", "邱": "Qiu", "查": "Zha",
    "区": "Ou", "欧阳": "Ouyang", "司马": "Sima", "上官": "Shangguan",
    "诸葛": "Zhuge", "吕": "Lyu", "沈": "Shen", "申": "Shen",
}  # fmt: skip
GIVEN = {
    "伟": "wei", "玮": "wei", "威": "wei", "静": "jing",
    "敬": "jing", "敏": "min", "民": "min", "明": "ming", "鸣": "ming",
    "洋": "yang", "阳": "yang", "华": "hua", "骅": "hua",
    "丽": "li", "莉": "li", "强": "qiang", "涛": "tao", "韬": "tao",
    "杰": "jie", "洁": "jie", "平": "ping", "萍": "ping",
    "建": "jian", "健": "jian", "国": "guo", "文": "wen", "雯": "wen",
    "晓": "xiao", "小": "xiao", "志": "zhi", "智": "zhi",
    "海": "hai", "雪": "xue", "松": "song", "宇": "yu", "雨": "yu",
    "嘉": "jia", "佳": "jia", "欣": "xin", "新": "xin",
    "月": "yue", "悦": "yue", "云": "yun", "芸": "yun", "春": "chun",
}  # fmt: skip
TRADITIONAL = str.maketrans(
    "张阳吴许贺单谢邱区欧诸吕玮静鸣华骅丽强涛韬杰洁萍国雯晓宇云",
    "張陽吳許賀單謝邱區歐諸呂瑋靜鳴華驊麗強濤韜傑潔萍國雯曉宇雲",
)
WADE_GILES = {
    "Zhang": "Chang",
    "Xu": "Hsu",
    "Xie": "Hsieh",
    "Qiu": "Chiu",
    "Zeng": "Tseng",
    "Lyu": "Lu",
    "Wang": "Wong",
}

WESTERN_SURNAMES = (
    "Müller Schmidt Weber Brandl Kessler Vogt Lindner Größer Jäger Hübner Keßler Sommerfeld Auerbach Dupuis Lefort "
    "Marchand Girardot Perrin Beaulieu Chevallet Roussel Carver Whitlock Ashdown Pemberton Hollis Marlowe Thorne"
).split()
PARTICLED = ("von der Heyde", "de la Tour", "van den Broek", "du Plessis", "Le Goff", "zu Stolp")
WESTERN_GIVEN = (
    "Johann Jakob Julian Jonas Karl Klaus Katharina Klara Peter Paul Petra Paula Anna Andreas Agnes Albert Jean "
    "Jacques Jeanne Julie Marc Michel Marie Martine Pierre Philippe Claire Camille Thomas Theodore Edward "
    "Emily Henry Helen"
).split()

HOUSES = (
    (("清华大学", "清華大學"), ("Tsinghua University",)),
    (
        ("上海光机仪器有限公司", "上海光机仪器"),
        ("Shanghai Guangji Instruments Co., Ltd.", "Shanghai Guangji Instruments"),
    ),
    (("无锡高新区",), ("Wuxi New District",)),
    (("苏州北辰芯片股份有限公司", "苏州北辰芯片"), ("Suzhou Beichen Chips Corp.",)),
    ((), ("Kessler Antriebstechnik GmbH", "Kessler Antriebstechnik", "KESSLER ANTRIEBSTECHNIK GMBH")),
    ((), ("Brandl & Söhne KG", "Brandl & Soehne KG")),
    ((), ("Marchand Optique SAS", "Marchand Optique")),
    ((), ("Laboratoires Perrin SA", "Laboratoires Perrin")),
    ((), ("Whitlock Sensors Ltd", "Whitlock Sensors Limited")),
    ((), ("Technische Hochschule Nordhafen", "TH Nordhafen")),
)
EASTERN_HOUSES, WESTERN_HOUSES = range(4), range(4, len(HOUSES))
