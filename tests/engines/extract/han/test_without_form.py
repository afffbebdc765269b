"""A firm is also called by its name without the legal form."""

from __future__ import annotations

from qiao.engines.extract import FactType, Reading, extract


def test_name_without_its_legal_form_joins_the_name_with_it() -> None:
    text = "代表团拜访了德国奥恩（Auental GmbH）等公司。代表团与Auental总经理Ann Keller会谈。"
    norms = {fact.text: fact.norm for fact in extract(Reading(text)) if fact.type == FactType.ORGANISATION}
    assert norms["Auental"] == norms["Auental GmbH"]
