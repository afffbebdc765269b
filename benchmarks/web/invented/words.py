"""Word parts from which firms and people are invented; any likeness is chance. Towns are real, for their places."""

from __future__ import annotations

# Syllables of invented brands: Latin, and how a Chinese business card would write the sound.
SYLLABLES = {
    "fal": "法尔", "ken": "肯", "hel": "赫尔", "mar": "马尔", "ost": "奥斯特", "vin": "温", "tel": "特尔",
    "bro": "布罗",
    "dan": "丹", "gre": "格雷", "lum": "卢姆", "nor": "诺", "pel": "佩尔", "quan": "匡", "ros": "罗斯", "sil": "西尔",
    "tor": "托尔", "ul": "乌尔", "ver": "维尔", "wes": "韦斯", "zan": "赞", "cor": "科尔", "del": "德尔",
    "el": "埃尔",
    "gal": "加尔", "har": "哈尔", "iso": "艾索", "jun": "容", "kal": "卡尔", "lor": "洛尔", "mel": "梅尔",
    "nau": "瑙",
    "pol": "波尔", "ria": "里亚", "san": "桑", "tra": "特拉", "vol": "沃尔", "xen": "森", "bel": "贝尔", "cam": "坎",
}  # fmt: skip
ENDINGS = {
    "au": "奥", "berg": "贝格", "dis": "迪斯", "eon": "伊恩", "field": "菲尔德", "ix": "伊克斯", "lis": "利斯",
    "mont": "蒙",
    "nova": "诺瓦", "ora": "奥拉", "stein": "施泰因", "tis": "蒂斯", "via": "维亚", "wald": "瓦尔德", "er": "尔",
    "and": "安德",
}  # fmt: skip

# First and second characters of invented Chinese brands, with their reading.
HAN_FIRST = {
    "恒": "heng", "澈": "che", "瀚": "han", "睿": "rui", "骐": "qi", "芯": "xin", "昱": "yu", "蔚": "wei",
    "岚": "lan",
    "弘": "hong", "曜": "yao", "锦": "jin", "朗": "lang", "凌": "ling", "茂": "mao", "宁": "ning", "派": "pai",
    "启": "qi",
    "润": "run", "硕": "shuo", "天": "tian", "万": "wan", "兴": "xing", "优": "you", "中": "zhong", "卓": "zhuo",
    "博": "bo",
    "晨": "chen", "鼎": "ding", "方": "fang", "冠": "guan", "华": "hua", "嘉": "jia", "科": "ke", "力": "li",
    "明": "ming",
    "诺": "nuo", "普": "pu", "青": "qing", "融": "rong", "盛": "sheng", "泰": "tai", "威": "wei", "祥": "xiang",
    "远": "yuan",
    "正": "zheng", "安": "an", "宝": "bao", "创": "chuang", "东": "dong",
}  # fmt: skip
HAN_SECOND = {
    "星": "xing", "源": "yuan", "川": "chuan", "维": "wei", "达": "da", "能": "neng", "驰": "chi", "图": "tu",
    "联": "lian",
    "光": "guang", "芒": "mang", "石": "shi", "林": "lin", "海": "hai", "峰": "feng", "桥": "qiao", "舟": "zhou",
    "云": "yun",
    "波": "bo", "微": "wei", "元": "yuan", "航": "hang", "信": "xin", "特": "te", "格": "ge", "瑞": "rui", "思": "si",
    "禾": "he", "和": "he", "通": "tong", "新": "xin", "业": "ye", "亚": "ya", "迅": "xun", "康": "kang", "迈": "mai",
    "域": "yu", "辰": "chen", "拓": "tuo", "创": "chuang",
}  # fmt: skip

# Trades: simplified Chinese, English, French, German, and the segment they belong to.
TRADES = (
    ("传感科技", "Sensing Technology", "Capteurs", "Sensorik", "S1"),
    ("半导体", "Semiconductor", "Semi-conducteurs", "Halbleiter", "S1"),
    ("光电", "Photonics", "Photonique", "Photonik", "S1"),
    ("机器人", "Robotics", "Robotique", "Robotik", "S2"),
    ("自动化设备", "Automation", "Automatismes", "Automation", "S2"),
    ("精密机械", "Precision Machinery", "Mécanique de précision", "Präzisionstechnik", "S2"),
    ("生物医药", "Biopharma", "Biopharmacie", "Biopharma", "S3"),
    ("医疗器械", "Medical Devices", "Dispositifs médicaux", "Medizintechnik", "S3"),
    ("新能源", "New Energy", "Énergies nouvelles", "Neue Energie", "S4"),
    ("储能", "Energy Storage", "Stockage d’énergie", "Energiespeicher", "S4"),
    ("新材料", "Advanced Materials", "Matériaux avancés", "Neue Werkstoffe", "S5"),
    ("复合材料", "Composites", "Composites", "Verbundwerkstoffe", "S5"),
    ("软件", "Software", "Logiciels", "Software", "S6"),
    ("数据", "Data", "Données", "Daten", "S6"),
    ("智能网联汽车", "Connected Vehicles", "Véhicules connectés", "Vernetzte Fahrzeuge", "S7"),
    ("汽车零部件", "Auto Parts", "Pièces automobiles", "Fahrzeugteile", "S7"),
    ("环保", "Environmental Technology", "Technologies environnementales", "Umwelttechnik", "S8"),
    ("航空", "Aviation", "Aéronautique", "Luftfahrt", "S8"),
)
SEGMENTS = ("S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8")

# Towns: the name in its own language, simplified Chinese, English, country, latitude, longitude.
CHINESE_TOWNS = (
    ("无锡", "无锡", "Wuxi", "CN", 31.57, 120.30), ("苏州", "苏州", "Suzhou", "CN", 31.30, 120.62),
    ("深圳", "深圳", "Shenzhen", "CN", 22.55, 114.06), ("上海", "上海", "Shanghai", "CN", 31.23, 121.47),
    ("杭州", "杭州", "Hangzhou", "CN", 30.27, 120.16), ("南京", "南京", "Nanjing", "CN", 32.06, 118.78),
    ("成都", "成都", "Chengdu", "CN", 30.66, 104.07), ("武汉", "武汉", "Wuhan", "CN", 30.58, 114.27),
    ("合肥", "合肥", "Hefei", "CN", 31.86, 117.28), ("常州", "常州", "Changzhou", "CN", 31.77, 119.95),
    ("宁波", "宁波", "Ningbo", "CN", 29.87, 121.55), ("西安", "西安", "Xi’an", "CN", 34.26, 108.94),
)  # fmt: skip
GERMAN_TOWNS = (
    ("München", "慕尼黑", "Munich", "DE", 48.14, 11.58), ("Dresden", "德累斯顿", "Dresden", "DE", 51.05, 13.74),
    ("Köln", "科隆", "Cologne", "DE", 50.94, 6.96), ("Aachen", "亚琛", "Aachen", "DE", 50.78, 6.08),
    ("Wien", "维也纳", "Vienna", "AT", 48.21, 16.37), ("Graz", "格拉茨", "Graz", "AT", 47.07, 15.44),
    ("Zürich", "苏黎世", "Zurich", "CH", 47.38, 8.54), ("Stuttgart", "斯图加特", "Stuttgart", "DE", 48.78, 9.18),
)  # fmt: skip
FRENCH_TOWNS = (
    ("Lyon", "里昂", "Lyon", "FR", 45.76, 4.84), ("Grenoble", "格勒诺布尔", "Grenoble", "FR", 45.19, 5.72),
    ("Toulouse", "图卢兹", "Toulouse", "FR", 43.60, 1.44), ("Nantes", "南特", "Nantes", "FR", 47.22, -1.55),
    ("Liège", "列日", "Liège", "BE", 50.63, 5.57), ("Paris", "巴黎", "Paris", "FR", 48.86, 2.35),
)  # fmt: skip
ENGLISH_TOWNS = (
    ("Cambridge", "剑桥", "Cambridge", "GB", 52.21, 0.12), ("Manchester", "曼彻斯特", "Manchester",
    "GB", 53.48, -2.24),
    ("Dublin", "都柏林", "Dublin", "IE", 53.35, -6.26), ("Boston", "波士顿", "Boston", "US", 42.36, -71.06),
    ("Austin", "奥斯汀", "Austin", "US", 30.27, -97.74), ("Toronto", "多伦多", "Toronto", "CA", 43.65, -79.38),
)  # fmt: skip

SURNAMES = {
    "王": "Wang", "李": "Li", "张": "Zhang", "刘": "Liu", "陈": "Chen", "杨": "Yang", "赵": "Zhao", "黄": "Huang",
    "周": "Zhou", "吴": "Wu", "徐": "Xu", "孙": "Sun", "胡": "Hu", "朱": "Zhu", "高": "Gao", "林": "Lin", "何": "He",
    "郭": "Guo", "马": "Ma", "罗": "Luo", "梁": "Liang", "宋": "Song", "郑": "Zheng", "谢": "Xie", "韩": "Han",
    "唐": "Tang", "冯": "Feng", "于": "Yu", "董": "Dong", "萧": "Xiao", "程": "Cheng", "曹": "Cao", "袁": "Yuan",
    "邓": "Deng", "许": "Xu", "傅": "Fu", "沈": "Shen", "曾": "Zeng", "彭": "Peng", "吕": "Lü", "单": "Shan",
    "欧阳": "Ouyang", "司马": "Sima", "诸葛": "Zhuge",
}  # fmt: skip
GIVEN = {
    "建": "jian", "国": "guo", "伟": "wei", "芳": "fang", "娜": "na", "敏": "min", "静": "jing", "丽": "li",
    "强": "qiang",
    "磊": "lei", "军": "jun", "洋": "yang", "勇": "yong", "艳": "yan", "杰": "jie", "娟": "juan", "涛": "tao",
    "明": "ming",
    "超": "chao", "秀": "xiu", "霞": "xia", "平": "ping", "刚": "gang", "桂": "gui", "文": "wen", "辉": "hui",
    "雪": "xue",
    "晓": "xiao", "宇": "yu", "晨": "chen", "佳": "jia", "思": "si", "远": "yuan", "欣": "xin", "怡": "yi",
    "博": "bo",
    "浩": "hao", "然": "ran", "子": "zi", "涵": "han",
}  # fmt: skip
WESTERN_GIVEN = (
    "Anna", "Bernd", "Céline", "Daniel", "Élodie", "Frank", "Greta", "Hugo", "Inès", "Jürgen", "Katrin", "Louis",
    "Margaux",
    "Niels", "Olivia", "Philipp", "Quentin", "Rebecca", "Sören", "Thérèse", "Ulrich", "Victoria", "William",
    "Yves", "Zoë",
    "Emma", "Jonas", "Clara", "Paul", "Marie", "Lukas", "Sophie", "Thomas", "Julia", "Martin", "Laura",
)  # fmt: skip
WESTERN_FAMILY = (
    ("Acker", "Bram", "Clé", "Dür", "Eber", "Fau", "Grün", "Hag", "Im", "Jol", "Kess", "Lam", "Mor", "Nor",
    "Ott", "Pel",
     "Quint", "Reu", "Schrö", "Thal", "Ul", "Van", "Wern", "Zell", "Bau", "Delo", "Fon", "Gar", "Lef", "Mül"),
    ("mann", "der", "bach", "ler", "rier", "ton", "ley", "ner", "berg", "feld", "quet", "vaux", "lin", "hart", "sen",
     "court", "wick", "stein", "gard", "more", "lot", "rand", "hoff", "ström", "well"),
)  # fmt: skip
POSTS = (
    ("总经理", "General Manager"), ("董事长", "Chairman"), ("技术总监", "Chief Technology Officer"),
    ("国际合作部主任", "Head of International Relations"), ("销售总监", "Sales Director"), ("教授", "Professor"),
    ("研发经理", "R&D Manager"), ("投资总监", "Investment Director"),
)  # fmt: skip
