"""Cut the fonts of the press out of Noto Sans CJK and write down what they can show.

    python cut.py FOLDER    where FOLDER holds NotoSansCJK-Regular.ttc and NotoSansCJK-Bold.ttc

Needs fontTools, which Qiao itself never does. Run again only when the set of characters changes.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from fontTools import subset  # type: ignore[import-not-found, import-untyped, unused-ignore]
from fontTools.ttLib import TTCollection  # type: ignore[import-not-found, import-untyped, unused-ignore]

HERE = Path(__file__).parent
HAN, LATIN = "Noto Sans CJK SC", "Noto Sans CJK KR"  # the Korean face sets ’ and “ as Latin does, the Chinese ones wide
# Latin with Vietnamese, Greek, Cyrillic, punctuation, signs of money and arrows that itineraries use.
WESTERN = [
    *(range(0x20, 0x7F), range(0xA0, 0x250), range(0x370, 0x460), range(0x1E00, 0x1F00), range(0x2010, 0x2028)),
    *(
        range(0x2030, 0x203D),
        range(0x2070, 0x2090),
        range(0x20A0, 0x20C0),
        range(0x2190, 0x2194),
        range(0x2460, 0x2474),
    ),
    *([0x2116, 0x2122, 0x2212, 0x2248, 0x2264, 0x2265, 0x25A0, 0x25A1, 0x25CB, 0x25CF, 0x2713],),
]
EASTERN = [range(0x3000, 0x3100), range(0x4E00, 0x9FA6), range(0xFF00, 0xFF60), range(0xFFE0, 0xFFE7)]


def main(folder: Path) -> None:
    western = {point for points in WESTERN for point in points}
    eastern = {point for points in EASTERN for point in points}
    regular, bold = folder / "NotoSansCJK-Regular.ttc", folder / "NotoSansCJK-Bold.ttc"
    shown = _cut(regular, HAN, western | eastern, HERE / "NotoSansCJKsc-Regular-cut.otf")
    _cut(regular, LATIN, western, HERE / "NotoSansCJKkr-Regular-latin.otf")
    _cut(bold, LATIN, western, HERE / "NotoSansCJKkr-Bold-latin.otf")
    (HERE / "shown.txt").write_text("".join(f"{a:X} {b:X}\n" for a, b in _runs(sorted(shown))))


def _cut(collection: Path, face: str, points: set[int], to: Path) -> list[int]:
    font = next(one for one in TTCollection(collection, lazy=True).fonts if _family(one).startswith(face))
    _keep_forms(font, ["ZHT "] if face == HAN else [])
    options = subset.Options()
    options.layout_features, options.layout_scripts = ["locl", "kern"], ["*"]
    options.hinting, options.notdef_outline = False, True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=points)
    cutter.subset(font)
    font.recalcTimestamp = False  # same fonts, same bytes
    font.save(to)
    return list(font.getBestCmap())


def _family(font: Any) -> str:
    return str(font["name"].getDebugName(1))


def _keep_forms(font: Any, languages: list[str]) -> None:
    """Of the forms by language keep Taiwan's, and none of Latin: all of them would double the file."""
    for record in font["GSUB"].table.ScriptList.ScriptRecord:
        kept = [system for system in record.Script.LangSysRecord if system.LangSysTag in languages]
        record.Script.LangSysRecord, record.Script.LangSysCount = kept, len(kept)


def _runs(points: list[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for point in points:
        if runs and point == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], point)
        else:
            runs.append((point, point))
    return runs


if __name__ == "__main__":
    main(Path(sys.argv[1]))
