"""The lines of printed cards told apart."""

from __future__ import annotations

from qiao.exchange.reading.card_text import read_lines
from qiao.exchange.reading.fields import Field


def said(*lines: str) -> dict[str, list[str]]:
    return {field.value: values for field, values in read_lines(lines).items() if values}


def test_a_german_card() -> None:
    assert said(
        "Sensitec GmbH", "Dr. Anna Meier", "Geschäftsführerin", "Schanzenfeldstraße 2", "35578 Wetzlar",
        "Tel.: +49 6441 97880", "Fax: +49 6441 978817", "anna.meier@sensitec.com", "www.sensitec.com",
    ) == {
        "kind": ["person"], "name": ["Anna Meier"], "employer": ["Sensitec GmbH"], "title": ["Geschäftsführerin"],
        "address": ["Schanzenfeldstraße 2, 35578 Wetzlar"], "phone": ["+49 6441 97880"],
        "note": ["Fax +49 6441 978817"],
        "email": ["anna.meier@sensitec.com"], "website": ["www.sensitec.com"],
    }  # fmt: skip


def test_a_bilingual_card() -> None:
    found = said(
        "无锡微电子科技有限公司", "张三  总经理", "Zhang San", "General Manager", "江苏省无锡市新吴区和风路26号",
        "手机：13912345678", "微信：zhangsan_wx", "E-mail: zhangsan@wxmicro.cn",
    )  # fmt: skip
    assert found["employer"] == ["无锡微电子科技有限公司"]
    assert found["phone"] == ["13912345678"]
    assert found["wechat"] == ["zhangsan_wx"]
    assert found["email"] == ["zhangsan@wxmicro.cn"]
    assert found["address"] == ["江苏省无锡市新吴区和风路26号"]
    assert found["name"] == ["张三", "Zhang San"]
    assert found["title"] == ["总经理", "General Manager"]


def test_a_french_card() -> None:
    found = said(
        "Université de Lyon", "Jean Dupont", "Directeur de la recherche", "92 rue Pasteur", "69007 Lyon",
        "T. +33 4 37 37 26 70", "jean.dupont@universite-lyon.fr",
    )  # fmt: skip
    assert (found["name"], found["employer"], found["title"]) == (
        ["Jean Dupont"], ["Université de Lyon"], ["Directeur de la recherche"],
    )  # fmt: skip
    assert found["address"] == ["92 rue Pasteur, 69007 Lyon"]


def test_a_card_of_a_house_and_lines_that_tell_nothing() -> None:
    found = said("Sensitec GmbH", "we measure", "info@sensitec.com")
    assert (found["kind"], found["name"], found["note"]) == (["organisation"], ["Sensitec GmbH"], ["we measure"])
    assert read_lines([]) == {Field.NOTE: [], Field.NAME: []} or not any(read_lines([]).values())
