from __future__ import annotations

import pytest

from qiao.register.models import Location
from qiao.register.queries.passages import REACH, passages
from tests import factories
from tests.register.cast import told

CASES = [
    ("Erster Satz. Das Haus in Ulm wächst. Letzter.", "Ulm", "Das Haus in ", " wächst."),
    ("代表团抵达。随后走访了乌尔姆工厂，收获颇丰。次日返回。", "乌尔姆", "随后走访了", "工厂，收获颇丰。"),
    ("他说：“去乌尔姆。”众人同意。", "乌尔姆", "他说：“去", "。”"),
    ("Dr. med. Vogt in Ulm\nnext line", "Ulm", "Vogt in ", ""),
    ("Ulm", "Ulm", "", ""),
    ("x" * 900 + "Ulm" + "y" * 900, "Ulm", "…" + "x" * REACH, "y" * REACH + "…"),
    ("𠮷野家在Ulm。", "Ulm", "𠮷野家在", "。"),
]


@pytest.mark.parametrize(("text", "words", "before", "after"), CASES)
def test_a_sentence_around_the_words(lin, text, words, before, after):
    house = factories.make_organisation(lin, "Ostwind")
    source = factories.make_source(lin.zone, text)
    claim = told(lin, source, Location, house, words=words, place="Ulm", country="DE")
    passage = passages(lin, [claim.evidence_id])[claim.evidence_id]
    assert (passage.before, passage.words, passage.after) == (before, words, after)


def test_a_place_of_another_zone_is_not_read(lin, otto):
    house = factories.make_organisation(otto, "Westwind")
    claim = told(otto, factories.make_source(otto.zone, "Ulm"), Location, house, place="Ulm", country="DE")
    assert passages(lin, [claim.evidence_id]) == {}
