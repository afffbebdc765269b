"""Words of invented organisations: trades and bodies (zh, en, fr, de), legal forms by country."""

from __future__ import annotations

TRADES = [
    tuple(line.split("|"))
    for line in """
生物科技|Biotechnology|Biotechnologie|Biotechnologie
电子|Electronics|Électronique|Elektronik
半导体|Semiconductor|Semi-conducteurs|Halbleiter
医药|Pharmaceutical|Pharmaceutique|Pharma
医疗器械|Medical Devices|Dispositifs médicaux|Medizintechnik
机械|Machinery|Machines|Maschinenbau
汽车零部件|Automotive Parts|Équipements automobiles|Fahrzeugteile
新能源|New Energy|Énergies nouvelles|Neue Energien
光电|Optoelectronics|Optoélectronique|Optoelektronik
软件|Software|Logiciels|Software
信息技术|Information Technology|Technologies de l'information|Informationstechnik
环保|Environmental Protection|Environnement|Umwelttechnik
化工|Chemicals|Chimie|Chemie
纺织|Textiles|Textiles|Textil
食品|Foods|Alimentaire|Lebensmittel
物流|Logistics|Logistique|Logistik
投资|Investment|Investissement|Beteiligungen
置业|Real Estate|Immobilier|Immobilien
建筑工程|Construction|Construction|Bau
传感器|Sensors|Capteurs|Sensorik
机器人|Robotics|Robotique|Robotik
航空|Aviation|Aviation|Luftfahrt
新材料|Advanced Materials|Matériaux|Werkstoffe
电力|Electric Power|Énergie électrique|Energie
贸易|Trading|Négoce|Handel
咨询|Consulting|Conseil|Beratung
检测|Testing|Essais|Prüftechnik
印刷|Printing|Imprimerie|Druck
""".strip().splitlines()
]

BODIES = [
    tuple(line.split("|"))
    for line in """
{}大学|University of {}|Université de {}|Universität {}
{}理工大学|{} University of Technology|Université technologique de {}|Technische Universität {}
{}医科大学|{} Medical University|Université de médecine de {}|Medizinische Universität {}
{}师范大学|{} Normal University|École normale de {}|Pädagogische Hochschule {}
{}市第一医院|{} First Hospital|Premier hôpital de {}|Erstes Krankenhaus {}
{}市第二医院|{} Second Hospital|Deuxième hôpital de {}|Zweites Krankenhaus {}
{}市人民医院|{} People's Hospital|Hôpital populaire de {}|Volkskrankenhaus {}
{}博物馆|Museum of {}|Musée de {}|Museum {}
{}市科学技术局|{} Science and Technology Bureau|Bureau des sciences de {}|Amt für Wissenschaft {}
{}商会|{} Chamber of Commerce|Chambre de commerce de {}|Handelskammer {}
{}高新区管理委员会|{} High-Tech Zone Administration|Administration de la zone de {}|Verwaltung der Hightech-Zone {}
{}中心医院|{} Central Hospital|Hôpital central de {}|Zentralkrankenhaus {}
""".strip().splitlines()
]

INSTITUTES = [
    tuple(line.split("|"))
    for line in """
{town}{trade}研究院|{town} Institute of {trade}|Institut {trade} de {town}|Institut für {trade} {town}
{town}{trade}研究所|{trade} Research Institute {town}|Centre {trade} de {town}|Forschungszentrum {trade} {town}
{town}{trade}行业协会|{town} {trade} Association|Association {trade} de {town}|Verband {trade} {town}
{brand}{trade}实验室|{brand} Laboratory of {trade}|Laboratoire {brand} de {trade}|{brand}-Labor für {trade}
{brand}基金会|{brand} Foundation|Fondation {brand}|{brand}-Stiftung
""".strip().splitlines()
]

LEGAL = {
    "CN": ["Co., Ltd.", "Co., Ltd", "Group Co., Ltd.", "Inc."],
    "DE": ["GmbH", "AG", "GmbH & Co. KG", "e.V.", "SE"],
    "FR": ["SAS", "SA", "SARL"],
    "GB": ["Ltd", "Limited", "PLC"],
    "US": ["Inc.", "LLC", "Corp.", "Corporation"],
    "IT": ["S.p.A.", "S.r.l."],
    "ES": ["S.A.", "S.L."],
    "CH": ["AG", "SA", "GmbH"],
    "NL": ["B.V.", "N.V."],
    "AT": ["GmbH", "AG"],
    "SE": ["AB"],
    "PL": ["Sp. z o.o."],
}
LEGAL_ZH = ["有限公司", "股份有限公司", "集团有限公司", "有限责任公司"]
LEGAL_SAME = [
    ("Co., Ltd.", "Company Limited", "Co. Ltd", "CO.,LTD"),
    ("GmbH", "G.m.b.H.", "Gesellschaft mit beschränkter Haftung", "gmbh"),
    ("AG", "Aktiengesellschaft"),
    ("Inc.", "Incorporated", "Inc"),
    ("Corp.", "Corporation"),
    ("Ltd", "Limited", "Ltd."),
    ("SAS", "S.A.S."),
    ("SA", "S.A."),
    ("S.p.A.", "SpA"),
    ("B.V.", "BV"),
]
SHORTENED = {
    "University": "Univ.",
    "Institute": "Inst.",
    "Technology": "Tech",
    "International": "Intl",
    "Hospital": "Hosp.",
    "Universität": "Univ.",
    "Université": "Univ.",
    "Association": "Assoc.",
    "Laboratory": "Lab",
    "Department": "Dept.",
    "and": "&",
    "Research": "Res.",
    "Electronics": "Elec.",
    "Pharmaceutical": "Pharma",
}
SYLLABLES_ZH = (
    "华 中 天 海 东 南 西 北 金 银 瑞 德 康 健 宏 鸿 恒 泰 盛 兴 隆 科 创 智 慧 联 合 信 诚 达 "
    "通 远 新 明 光 辉 星 月 龙 凤 江 河 山 川 云 锦 绿 蓝 安 宁 和 平 嘉 佳 美 丽 源 润 博 雅 "
    "卓 越 精 锐 凯 迪 思 维 优 普 利 丰 禾 "
).split()
SYLLABLES = (
    "al ar ba be bo ca ce co da de di do el en fa fi fo ga ge go ha he ho in ka ki ko la le li "
    "lo ma me mi mo na ne ni no or pa pe po ra re ri ro sa se si so ta te ti to tra tri ul va "
    "ve vi vo xa xi ya zu "
).split()
ENDINGS = "tec tech sens med dyn con sys lab net bio chem pharm form star mat ix ex on is ia a o er en".split()
