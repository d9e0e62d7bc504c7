"""Names that end in digits, told by what stands in front: H5, PM2.5, No. 7, 台9線, 附表3, 電話1234.

>>> found = match_name("PM2.5濃度", 2, 0, "M")
>>> found.start, found.end
(0, 5)
>>> match_name("NT500", 2, 0, "T"), match_name("USB 30支", 4, 0, " ")
(None, None)
"""

# ruff: noqa: SIM905 - a list of words reads best as running text

from __future__ import annotations

import re
from string import ascii_letters

from pipeline.patterns import late
from pipeline.quantities import units
from pipeline.quantities.kinds import QuantityKind
from pipeline.quantities.lookalikes.identifiers import NAMED_WITH_VERSION
from pipeline.quantities.lookalikes.lookalike import Lookalike

# Web 2.0: patterns of names in front of a version, in the ways that they are written.
NAMED_BY_VERSION = [
    "[Ww]eb", "Wi-?[Ff]i", "iPhone", "iPad", "iOS", "Android", "Windows", "Office", "USB", "HTML",
    "Bluetooth", "Industry", "PHP", "Java", "Python", "Level", "Phase", "Type", "Table", "Fig",
    "T[Oo][Pp]",
]  # fmt: skip
_VERSIONS = "|".join(NAMED_BY_VERSION)
# 計畫編號:105-B-12; digits alone stay a figure
LABELS = "編號 統編 代碼 代號 帳號 案號 字號 序號 文號 條碼 郵遞區號".split()
# Digits behind these count nothing, with nothing else among them: 電話325-1234.
REGISTERED = """
    統一編號 統編 電話 電話號碼 傳真 專線 分機 案號 文號 字號 證號 證書號碼 帳號 學號 郵遞區號
    """.split()
ROADS = "台 臺 縣 縣道 省道 市道 鄉道 區道".split()  # 台9線
ATTACHED, REFERRED_TO = "表圖件錄", "表圖註頁"  # 附表3, 如表3
_LETTERS_BEFORE = re.compile(
    r"""
      [A-Za-z]+ (?: -[A-Za-z]+ )* (?: - | [Nn]o\. | [Pp]\. )? [ ]? $   # COVID-, PM
    | (?: [Nn]o | [Pp]{1,2} | Fig | Vol | [Vv]er | [Vv] ) \. [ ]? $     # No. 7, pp. 3
    """,
    re.VERBOSE,
)
_STANDARD_BEFORE = late(rf"(?:CNS|ISO|IEC|IEEE|ASTM|RFC|{_VERSIONS})[ /-]{{1,2}}$")
_VERSION_BEFORE = late(rf"(?:{_VERSIONS}) $")
_CURRENCY_BEFORE = re.compile(r"(?:NTD?|USD?|TWD|RMB|EUR|JPY|CNY|HKD)[ ]?$")
_TIMES_BEFORE = re.compile(r"(?:^|[^A-Za-z])[xX][ ]?$")
_IDENTIFIER_REST = re.compile(r"[A-Za-z0-9]*(?:[-.][A-Za-z0-9]+)*")
_ROAD_BEFORE = re.compile(f"(?:{'|'.join(ROADS)})[ ]?$")
_ROAD = late(r"[0-9]{1,3}[甲乙丙丁]?[ ]?線")
_LABEL_BEFORE = re.compile(
    rf"""
    (?: 附 [{ATTACHED}]                          # 附表3
      | (?: ^ | [如見詳(、,。:;\s] ) [{REFERRED_TO}]   # 如表3; not 代表3人
    ) [ ]? \Z
    """,
    re.VERBOSE,
)
_NUMBER_LABEL = re.compile(rf"(?:{'|'.join(LABELS)})[:為]?[ ]?\Z")
_LABELLED = late(r"[0-9]+(?:[-/]?[A-Za-z0-9]+)+")
_REGISTERED = re.compile(f"(?:{'|'.join(REGISTERED)})[:為]?[ ]?$")
_DIGITS = late(r"[0-9]+(?:-[0-9]+)*(?![0-9]*[,.][0-9])")
# What stands in front of the digits of any name, so that most figures need none of the patterns; one
# that ends in $ passes over a line end.
BEFORE_NAMES = frozenset(
    (*(word[-1] for word in (*ROADS, *LABELS, *REGISTERED)), *ATTACHED, *REFERRED_TO)
) | frozenset(ascii_letters + ":為-. \n")


def match_name(text: str, start: int, floor: int, before: str) -> Lookalike | None:
    """Read names that end in digits: H5, PM2.5, COVID-19, No. 7, 台9線, 附表3."""
    window = text[max(floor, start - 20) : start]
    if (on_road := _ROAD_BEFORE.search(window)) and (road := _ROAD.match(text, start)):
        return Lookalike(QuantityKind.IDENTIFIER, start - len(on_road[0]), road.end())
    if labelled := _labelled(text, start, before, window):
        return labelled
    if text[start] == "." and before not in "Pp":  # a.3場
        return None
    if not before.isascii() or not (before.isalpha() or before in "-. "):
        return None
    letters = _LETTERS_BEFORE.search(window)
    if letters is None or _CURRENCY_BEFORE.search(window) or _TIMES_BEFORE.search(window):
        return None
    if (
        before == " "
        and not letters[0].rstrip().endswith(".")
        and not _STANDARD_BEFORE.search(window)
    ):
        return None  # a word and a figure: MOU 130
    rest = _IDENTIFIER_REST.match(text, start)
    end = rest.end() if rest else start
    if before == " " and _VERSION_BEFORE.search(window):
        unit = text[end : units.listed_end(text, end) or end]
        if unit and unit not in NAMED_WITH_VERSION:  # USB 30支
            return None
    return Lookalike(QuantityKind.IDENTIFIER, start - len(letters[0]), end)


def _labelled(text: str, start: int, before: str, window: str) -> Lookalike | None:
    """Read what a word in front says to be a number of something: 附表3, 計畫編號:105-B-12."""
    if label := _LABEL_BEFORE.search(window):
        rest = _IDENTIFIER_REST.match(text, start)
        if rest and units.unit_end(text, rest.end()) == rest.end():
            begin = start - len(label[0].lstrip("如見詳(、,。:; \n"))
            return Lookalike(QuantityKind.IDENTIFIER, begin, rest.end())
    if _NUMBER_LABEL.search(window):
        labelled = _LABELLED.match(text, start)
        if labelled and not labelled[0].isdigit():
            return Lookalike(QuantityKind.IDENTIFIER, start, labelled.end())
    # Looked for in the whole text: the 一 of 統一編號 was passed over as a word.
    if (
        before
        and _REGISTERED.search(text, max(start - 8, 0), start)
        and (digits := _DIGITS.match(text, start))
    ):
        counted = units.unit_end(text, digits.end()) > digits.end()  # 電話325通 are calls
        return None if counted else Lookalike(QuantityKind.IDENTIFIER, start, digits.end())
    return None
