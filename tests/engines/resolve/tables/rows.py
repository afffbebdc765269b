"""A small table of invented and well-known names, doubled in the ways lists double them."""

from __future__ import annotations

import random

from qiao.engines.resolve.tables.columns import Row

_TOWNS = [("CN", "无锡", "Wuxi"), ("CN", "苏州", "Suzhou"), ("DE", "München", "Munich"), ("FR", "Lyon", "Lyon")]
_TRADES = [("传感器", "Sensors"), ("生物科技", "Biotechnology"), ("软件", "Software"), ("光电", "Optoelectronics")]
_BRANDS = [("华瑞", "Huarui"), ("金达", "Jinda"), ("博康", "Bokang"), ("天恒", "Tianheng"), ("安信", "Anxin")]


def some_rows(count: int, *, seed: int) -> list[Row]:
    """Rows of few brands, trades and towns: many share something, some share everything."""
    rng = random.Random(seed)
    rows = []
    for number in range(count):
        country, han, latin = rng.choice(_TOWNS)
        brand, trade = rng.choice(_BRANDS), rng.choice(_TRADES)
        name = rng.choice((
            f"{han}{brand[0]}{trade[0]}有限公司", f"{latin} {brand[1]} {trade[1]} Co., Ltd.", f"{brand[1]} {trade[1]}",
            f"{brand[1].upper()}", f"University of {latin}", "".join(word[0] for word in (latin, brand[1], trade[1])),
        ))  # fmt: skip
        link = rng.choice(("", "", f"{brand[1].lower()}.com", f"{brand[1].lower()}.com/{trade[1].lower()}"))
        city = rng.choice(("", han, latin))
        rows.append(Row(f"{number:05d}", name, rng.choice((country, country, "")), city, link))
    return rows
