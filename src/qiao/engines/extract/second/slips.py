"""In how many characters two short strings differ, as far as anyone wants to know."""

from __future__ import annotations


def slips_between(left: str, right: str, most: int) -> int:
    """The edit distance of two strings, or most + 1 when it is greater than `most`.

    Source    a band of width 2 * most + 1 around the diagonal: Ukkonen (1985), Information and Control 64, 100-118.
    """
    if abs(len(left) - len(right)) > most:
        return most + 1
    beyond = most + 1
    row = [at if at <= most else beyond for at in range(len(right) + 1)]
    for i, char in enumerate(left, 1):
        above, row = row, [i if i <= most else beyond] + [beyond] * len(right)
        for j in range(max(1, i - most), min(len(right), i + most) + 1):
            row[j] = min(above[j - 1] + (char != right[j - 1]), above[j] + 1, row[j - 1] + 1)
        if min(row) > most:
            return beyond
    return min(row[-1], beyond)
