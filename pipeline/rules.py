"""The rules: what each code means, why it is there, an example that it flags and one it leaves alone.

An example is the target cell and the analysis of a made-up row; the tests run both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_RESULT = "三、年度目標值及達成率："


@dataclass(frozen=True, slots=True)
class Example:
    """A made-up row: what stands in its target cell, and the paragraphs of its analysis."""

    target: str
    analysis: tuple[str, ...]
    actual: str = ""
    rate: str = ""
    """The cells of a report that has columns for the actual figure and the rate."""

    @property
    def lines(self) -> Iterator[str]:
        """Yield the example as it is shown."""
        yield f"原定目標值：{self.target.replace(chr(10), '／')}"
        if self.rate:
            yield f"實際值：{self.actual}"
            yield f"達成率：{self.rate}"
        yield from self.analysis


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule; ``checked`` is false for one that this version describes but does not check yet."""

    code: str
    level: str
    meaning: str
    chinese: str
    reason: str
    flagged: Example | None = None
    left_alone: Example | None = None
    checked: bool = True


def _row(target: str, *analysis: str) -> Example:
    return Example(target, analysis)


def _one(target: str, sentence: str) -> Example:
    return Example(target, (_RESULT + sentence,))


_ALL = (
    Rule(
        "R101", "error",
        "The stated rate differs from the recomputed one.",
        "所載達成率與依所列數值重算之結果不符。",
        "The printed figures cannot give the printed rate, under any accepted reading of them.",
        _one("400件", "目標值400件，實際完成500件，達成率115％。"),
        _one("400件", "目標值400件，實際完成460件，達成率115％。"),
    ),
    Rule(
        "R102", "error",
        "As R101, and the mistake crosses 100 %: met is said where it is not, or the reverse.",
        "同R101，且影響是否達成目標之判斷。",
        "Whether a target was met is what most readers look for.",
        _one("35場", "目標值35場，實際辦理34場，達成率107％。"),
        _one("35場", "目標值35場，實際辦理36場，達成率103％。"),
    ),
    Rule(
        "R103", "error",
        "As R101, and the stated rate is the right one times a power of ten.",
        "同R101，且小數點位置有誤。",
        "A slipped decimal point is easily mended once it is named.",
        _one("420場", "目標值420場，實際辦理441場，達成率10.5％。"),
        _one("420場", "目標值420場，實際辦理441場，達成率105％。"),
    ),
    Rule(
        "R104", "warning",
        "The stated rate is off by one unit in its last printed place.",
        "所載達成率末位差一。",
        "Neither rounding nor cutting off gives it; a slip of the hand, or other figures, may.",
        _one("300場", "目標值300場，實際辦理332場，達成率112％。"),
        _one("300場", "目標值300場，實際辦理332場，達成率111％。"),
    ),
    Rule(
        "R110", "note",
        "The stated rate is cut off instead of rounded.",
        "所載達成率係無條件捨去，而非四捨五入。",
        "A convention, not a mistake; it matters when rates are compared.",
        _one("280場", "目標值280場，實際辦理251場，達成率89％。"),
        _one("280場", "目標值280場，實際辦理251場，達成率90％。"),
    ),
    Rule(
        "R120", "note, warning where the same document prints other rates above 100 %",
        "The rate is stated as 100 where the figures give more.",
        "依所列數值重算超過100％，而僅記載100％。",
        "Some agencies stop at 100; a document that does so only here and there misleads.",
        _one("98.5％", "系統可用度99.4％，達成率100％。"),
        _one("98.5％", "系統可用度98.5％，達成率100％。"),
    ),
    Rule(
        "R130", "note",
        "A numeric target has no stated rate.",
        "訂有量化目標值而未記載達成率。",
        "A reader cannot see whether it was met.",
        _row("5處", "二、辦理情形：完成修復6處。"),
        _row("5處", "二、辦理情形：完成修復6處。", _RESULT + "達成率120％。"),
    ),
    Rule(
        "R140", "none",
        "The stated rate cannot be recomputed; the message says which figure is missing.",
        "所需數值未予記載或無法判讀，無從重算。",
        "What could not be checked is said, never left out.",
        _one("400人", "達成率99％。"),
        _one("400人", "實際參加396人，達成率99％。"),
    ),
    Rule(
        "R201", "error, note if capped",
        "A printed formula does not give its printed result.",
        "所列算式之結果與所載數值不符。",
        "The arithmetic stands on the page; anybody can redo it.",
        _one("25％", "達成率120％【(17/64)/0.25×100％】。"),
        _one("25％", "達成率106％【(17/64)/0.25×100％】。"),
    ),
    Rule(
        "R202", "warning",
        "A formula uses figures that differ from those printed elsewhere in the row.",
        "算式所用數值與同列他處所載不同。",
        "One of the two is out of date.",
        _one("40件", "實際完成36件，達成率95％【(38件/40件)×100％】。"),
        _one("40件", "實際完成38件，達成率95％【(38件/40件)×100％】。"),
    ),
    Rule(
        "R210", "note",
        "A growth rate or a share is called 達成率.",
        "將成長率或占比稱為達成率。",
        "達成率 is the share of the target that was reached; growth is another thing.",
        _one("較104年提升2％", "105年度達成率【(20,200件-16,000件)/16,000件】×100％=26％。"),
        _one("較104年提升2％", "105年度成長率【(20,200件-16,000件)/16,000件】×100％=26％。"),
    ),
    Rule(
        "R301", "error",
        "All targets are said to be met, but one is not; the message shows which.",
        "稱各項目標均達成，惟其中有未達成者。",
        "The sentence hides the item that failed.",
        _row(
            "1. 30張\n2. 450人",
            "二、辦理情形：", "(一)取得證照33張。", "(二)參加演練419人。",
            "三、年度目標值及達成率：", "(一)年度目標值：如原定目標值。",
            "(二)達成率：各項目標值均達成，達成率100％。",
        ),
        _row(
            "1. 30張\n2. 450人",
            "二、辦理情形：", "(一)取得證照33張。", "(二)參加演練451人。",
            "三、年度目標值及達成率：", "(一)年度目標值：如原定目標值。",
            "(二)達成率：各項目標值均達成，達成率100％。",
        ),
    ),
    Rule(
        "R310", "warning",
        "Only a combination of several items gives the stated rate; the message names it.",
        "僅以數項目之平均始能得出所載達成率。",
        "A mean of unlike items is a choice that the report ought to tell.",
        _row(
            "1. 100次\n2. 40件\n3. 20場",
            "三、年度目標值及達成率：",
            "(一)目標值100次，實際110次，達成率110％。",
            "(二)目標值40件，實際60件，達成率120％。",
            "(三)目標值20場，實際26場，達成率130％。",
        ),
        _row(
            "1. 100次\n2. 40件\n3. 20場",
            "三、年度目標值及達成率：",
            "(一)目標值100次，實際110次，達成率110％。",
            "(二)目標值40件，實際48件，達成率120％。",
            "(三)目標值20場，實際26場，達成率130％。",
        ),
    ),
    Rule(
        "R401", "warning",
        "The target differs between the target cell and the analysis.",
        "原定目標值欄與分析欄所載目標值不同。",
        "A target that changes on the way to the result changes the rate.",
        _one("130次以上", "目標值125次，實際140次，達成率112％。"),
        _one("125次以上", "目標值125次，實際140次，達成率112％。"),
    ),
    Rule(
        "R402", "warning",
        "The actual figure differs between two places.",
        "實際值於不同處所載不同。",
        "One of the two is out of date.",
        Example("200件", ("本年度目標值200件，實際值230件。",), "220件", "110％"),
        Example("200件", ("本年度目標值200件，實際值220件。",), "220件", "110％"),
    ),
    Rule(
        "R410", "warning",
        "No whole-number count gives the percentage for the printed denominator.",
        "依所列分母，無任何整數分子可得出所載百分比。",
        "Such a share cannot have been counted.",
        _row("200人", "二、辦理情形：實地訪查，受訪200人，滿意者占33.3％。"),
        _row("200人", "二、辦理情形：實地訪查，受訪200人，滿意者占33.5％。"),
    ),
    Rule(
        "R501", "warning",
        "The base-year figure differs from what that year's own report states.",
        "基期數值與該年度報告所載不同。",
        "A base that moved makes growth look larger or smaller than it was.",
        checked=False,
    ),
    Rule(
        "R502", "warning",
        "The same indicator's target or actual for a year differs between two reports.",
        "同一指標同一年度之數值於兩份報告中不同。",
        "One of the two reports is wrong, or the definition changed.",
        checked=False,
    ),
)  # fmt: skip

RULES: Mapping[str, Rule] = {rule.code: rule for rule in _ALL}
"""Every rule code of the contract."""


def explain(code: str) -> str:
    """Return what a rule means, why it exists, and its examples.

    >>> explain("R999")
    Traceback (most recent call last):
        ...
    KeyError: 'R999'
    """
    rule = RULES[code]
    lines = [f"{rule.code} ({rule.level})", rule.meaning, rule.chinese, "", f"Why: {rule.reason}"]
    for name, example in (("Flagged:", rule.flagged), ("Left alone:", rule.left_alone)):
        if example is not None:
            lines += ["", name, *(f"    {line}" for line in example.lines)]
    if not rule.checked:
        lines += ["", "This version does not check it yet."]
    return "\n".join(lines)
