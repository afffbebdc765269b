"""Kept drawings: drawn once for each key, filled anew each time."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qiao.kit.kept_drawing import KeptDrawings


def test_a_drawing_is_made_once_for_each_key():
    drawn = []

    def draw(marks):
        drawn.append(1)
        return f"<p>{marks['a']} and {marks['b']} and {marks['a']}</p>"

    kept = KeptDrawings("a", "b")
    assert kept.filled("x", draw, {"a": "1", "b": "2"}) == "<p>1 and 2 and 1</p>"
    assert kept.filled("x", draw, {"a": "3", "b": "4"}) == "<p>3 and 4 and 3</p>"
    assert len(drawn) == 1
    assert kept.filled("y", lambda _marks: "<b>", {"a": "", "b": ""}) == "<b>"


def test_no_more_are_kept_than_allowed():
    kept = KeptDrawings("a", most=2)
    for at in range(5):
        assert kept.filled(at, lambda marks, at=at: f"{at}{marks['a']}", {"a": "!"}) == f"{at}!"
    assert len(kept._kept) <= 2


@given(st.text(), st.text(), st.text())
def test_whatever_stands_around_and_inside_stays(before, inside, after):
    kept = KeptDrawings("a")
    for value in (inside, before, after):
        drawn = kept.filled("x", lambda marks: before + marks["a"] + after, {"a": value})
        assert drawn == before + value + after
