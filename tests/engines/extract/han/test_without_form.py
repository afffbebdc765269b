"""A firm is also called by its name without the legal form."""

from __future__ import annotations

from qiao.engines.extract import FactType, Reading, extract


def test_name_without_its_legal_form_joins_the_name_with_it() -> None:
    text = "代表团拜访了奥恩塔尔（Auental Werke GmbH）等公司，并与Auental Werke总经理Ann Keller会谈。"
    norms = {fact.text: fact.norm for fact in extract(Reading(text)) if fact.type == FactType.ORGANISATION}
    assert norms["Auental Werke"] == norms["Auental Werke GmbH"]
