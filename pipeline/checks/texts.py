"""What is said of a claim -> its templates, in English and in Traditional Chinese.

The keys are enums: an English sentence can be rewritten without losing its Chinese.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, StrEnum, auto
from typing import TypeAlias

from pipeline.checks.verdicts import Level, Verdict
from pipeline.claims import RateKind, ReadingKind, Reason


class Language(StrEnum):
    """A language that findings and rules are told in, as ``--lang`` takes it."""

    ENGLISH = "en"
    CHINESE = "zh-TW"


class Text(Enum):
    """A template of a message."""

    # what a rule says; {shown} is the arithmetic
    ALL_MET = auto()
    DISAGREES = auto()
    CUT_OFF_BY_ONE = auto()
    CUT_OFF = auto()
    MORE_THAN_100 = auto()
    MORE_THAN_100_HERE = auto()
    NO_RATE = auto()
    NO_RATE_BUT = auto()
    CALLED = auto()
    TARGET_DIFFERS = auto()
    ACTUAL_DIFFERS = auto()
    ACTUAL_DIFFERS_AGAIN = auto()
    FORMULA_DIFFERS = auto()
    UNCOUNTED = auto()
    # why a stated rate disagrees
    R101 = auto()
    R102_MET = auto()
    R102_NOT_MET = auto()
    R103 = auto()
    R104 = auto()
    R105 = auto()
    R105_MIRRORED = auto()
    R105_UPWARDS = auto()
    R201 = auto()
    R310 = auto()
    UNSURE = auto()
    # what a second reading says
    READ_DIFFERENTLY = auto()
    # what is said of a consistent rate
    UNSURE_BUT_FITTING = auto()
    CONSISTENT_BY_BOUNDS = auto()
    # parts of the arithmetic
    STATED = auto()
    BOUNDS = auto()
    BOUNDLESS = auto()
    WITHIN = auto()
    FOR_NOUGHT = auto()
    TRIED = auto()
    FIGURES = auto()
    TARGET = auto()
    ACTUAL = auto()
    COMMA = auto()
    SEMICOLON = auto()
    SO_MANY = auto()
    # where it stands, and what is said around it
    ROW_ITEM = auto()
    PAGE = auto()
    AT = auto()
    LINE = auto()
    PLACE = auto()
    BESIDE = auto()
    IN_BRACKETS = auto()
    LABEL = auto()
    COMPARED = auto()
    RECOMPUTED = auto()
    ALSO_TRIED = auto()
    SECOND_READING = auto()
    ALSO = auto()
    MORE = auto()


TextKey: TypeAlias = Text | Reason | ReadingKind | RateKind | Verdict | Level
"""What has words of its own."""

TEXTS: Mapping[TextKey, tuple[str, str]] = {
    # what a rule says; {shown} is the arithmetic
    Text.ALL_MET: (
        "all targets are said to be met, but {shown}",
        "稱各項目標均達成，惟其中有未達成者：{shown}",
    ),
    Text.DISAGREES: ("{reason}: {shown}", "{reason}：{shown}"),
    Text.CUT_OFF_BY_ONE: (
        "off by one, while the other rates of this document are rounded: {shown}",
        "末位差一，而本文件其他比率係採四捨五入：{shown}",
    ),
    Text.CUT_OFF: (
        "cut off instead of rounded: {shown}",
        "係無條件捨去，而非四捨五入：{shown}",
    ),
    Text.MORE_THAN_100: (
        "stated as 100 where the figures give more: {shown}",
        "依所列數值超過100％，而僅記載100％：{shown}",
    ),
    Text.MORE_THAN_100_HERE: (
        (
            "stated as 100 where the figures give more: {shown}; "
            "{count} other rates of this document are above 100"
        ),
        "依所列數值超過100％，而僅記載100％：{shown}；本文件另有{count}項達成率超過100％",
    ),
    Text.NO_RATE: ("no rate is stated for this target", "此項目標未載達成率"),
    Text.NO_RATE_BUT: (
        "no rate is stated for this target: {shown}",
        "此項目標未載達成率，依所列數值為：{shown}",
    ),
    Text.CALLED: ("a {kind} rate is called 達成率: {shown}", "將{kind}稱為達成率：{shown}"),
    Text.TARGET_DIFFERS: (
        "the target cell says {cell}, the analysis {told}",
        "目標值欄為{cell}，分析欄為{told}",
    ),
    Text.ACTUAL_DIFFERS: (
        "the column says {cell}, the analysis {told}",
        "實際值欄為{cell}，分析欄為{told}",
    ),
    Text.ACTUAL_DIFFERS_AGAIN: (
        "the analysis says {cell} beside the rate, {told} elsewhere",
        "分析欄於達成率旁為{cell}，他處為{told}",
    ),
    Text.FORMULA_DIFFERS: (
        "the formula uses {used}, the row prints {own}",
        "算式採用{used}，同列所載為{own}",
    ),
    Text.UNCOUNTED: (
        "stated {stated}, but no whole number out of {whole} gives that; the nearest are {nearest}",
        "所載{stated}，惟以{whole}為分母，無任何整數分子可得出；最接近者為{nearest}",
    ),
    # why a stated rate disagrees
    Text.R101: (
        "the stated rate differs from the recomputed one",
        "所載比率與依所列數值重算之結果不符",
    ),
    Text.R102_MET: (
        "the target is said to be met, but it is not",
        "所載比率顯示已達成目標，惟依所列數值並未達成",
    ),
    Text.R102_NOT_MET: (
        "the target is said to be not met, but it is",
        "所載比率顯示未達成目標，惟依所列數值已達成",
    ),
    Text.R103: ("the stated rate is off by a power of ten", "所載比率之小數點位置有誤"),
    Text.R104: ("off by one unit in the last printed place", "所載比率末位差一"),
    Text.R105: (
        "only target / actual gives the stated rate, which is right only if lower is better",
        "僅以目標值除以實際值始能得出所載比率，須屬愈低愈佳者方為正確",
    ),
    Text.R105_MIRRORED: (
        "only 2 - actual / target gives the stated rate, which is right only if lower is better",
        "僅以2減實際值除以目標值始能得出所載比率，須屬愈低愈佳者方為正確",
    ),
    Text.R105_UPWARDS: (
        "only actual / target gives the stated rate, which is right only if higher is better, and here lower is",
        "僅以實際值除以目標值始能得出所載比率，惟此項目愈低愈佳，已達目標而比率未達100％",
    ),
    Text.R201: (
        "the printed formula does not give its printed result",
        "所列算式之結果與所載不符",
    ),
    Text.R310: (
        "only the mean {mean} = {result} gives the stated rate",
        "僅以平均數 {mean} = {result} 始能得出所載比率",
    ),
    Text.UNSURE: (
        "{reason}; which figures belong together is not certain",
        "{reason}，惟數值之對應關係無法確定",
    ),
    # what a second reading says
    Text.READ_DIFFERENTLY: (
        "a second reading of the page does not find the same digits, so look at the page itself",
        "以另一程式重新讀取該頁，數字並不相同，請逕行檢視該頁",
    ),
    RateKind.GROWTH: ("growth", "成長率"),
    RateKind.RATIO: ("ratio", "占比"),
    # what is said of a consistent rate
    Text.UNSURE_BUT_FITTING: (
        "which figures belong together is not certain; these give the stated rate",
        "數值之對應關係無法確定，採用之數值可得出所載比率",
    ),
    Text.CONSISTENT_BY_BOUNDS: (
        "consistent because a figure was rounded or is a bound: {bounds}",
        "數值經四捨五入或為上下限，據以判定相符：{bounds}",
    ),
    # parts of the arithmetic
    Text.STATED: ("stated {rate}, ", "所載{rate}，重算 "),
    Text.BOUNDS: ("{low} to {high}", "{low}至{high}"),
    Text.BOUNDLESS: ("{low} to more", "{low}以上"),
    Text.WITHIN: (" [{bounds}]", "［{bounds}］"),
    Text.FOR_NOUGHT: ("{met} ({actual} for 0)", "{met}（目標值0，實際值{actual}）"),
    Text.TRIED: ("; {arithmetic}", "；或 {arithmetic}"),
    Text.FIGURES: (" ({figures})", "（{figures}）"),
    Text.TARGET: ("target {figure}", "目標值{figure}"),
    Text.ACTUAL: ("actual {figure}", "實際值{figure}"),
    Text.COMMA: (", ", "、"),
    Text.SEMICOLON: ("; ", "；"),
    Text.SO_MANY: ("{count} {reason}", "{reason}（{count}項）"),
    # where it stands, and what is said around it
    Text.ROW_ITEM: ("row {row} item {item}", "第{row}列第{item}項"),
    Text.PAGE: ("page {page}", "第{page}頁"),
    Text.AT: ("{page} at ({x}, {y})", "{page} ({x}, {y})"),
    Text.LINE: ("line {line}", "第{line}行"),
    Text.PLACE: ("{place}, {item}", "{place}，{item}"),
    Level.ERROR: ("error", "錯誤"),
    Level.WARNING: ("warning", "警告"),
    Level.NOTE: ("note", "提示"),
    Level.NONE: ("none", "無"),
    Text.BESIDE: ("{name}: {told}", "{name}：{told}"),
    Text.IN_BRACKETS: ("{name} ({told})", "{name}（{told}）"),
    Verdict.CONSISTENT: ("consistent", "相符"),
    Verdict.TRUNCATED: ("truncated", "無條件捨去"),
    Verdict.CAPPED: ("capped", "以100為限"),
    Verdict.INCONSISTENT: ("inconsistent", "不符"),
    Verdict.UNVERIFIABLE: ("unverifiable", "無從驗算"),
    Verdict.UNSTATED: ("unstated", "未載"),
    Text.LABEL: ("item", "項目"),
    Text.COMPARED: ("figures", "數值"),
    Text.RECOMPUTED: ("recomputed", "重算"),
    Text.ALSO_TRIED: ("also tried", "另試"),
    Text.SECOND_READING: ("second reading", "二次讀取"),
    Text.ALSO: ("also {code}", "另有 {code}"),
    Text.MORE: ("to learn more", "詳細說明"),
    # why a stated rate cannot be recomputed
    Reason.NO_FIGURE: ("a figure that it needs is not printed", "所需數值未予記載"),
    Reason.NO_WEIGHTS: ("how the items are weighted is not printed", "未載各項目之權重"),
    Reason.OTHER_YEAR: (
        "it may be the rate of the year named before it",
        "可能為前文所述年度之比率",
    ),
    Reason.NO_BASELINE: ("last year's figure is not printed", "未載前一年度之數值"),
    Reason.NO_ITEM: (
        "no target in this row can be told to belong to it",
        "無法確定其對應同列之何項目標",
    ),
    Reason.NO_ACTUAL: ("the actual figure is not printed", "未載實際值"),
    Reason.SEVERAL_FIGURES: (
        "several figures may be meant, and none of the likely ones gives it",
        "可能之數值不止一組，較可能者均無法得出",
    ),
    Reason.UNSURE_FIGURES: (
        "which figures belong together is not certain",
        "數值之對應關係無法確定",
    ),
    Reason.CUMULATIVE: ("the actual figure sums up several years", "實際值為數年度之累計"),
    Reason.NOT_BOTH_YEARS: (
        "the figures of both years are not printed beside it",
        "同句未載兩年度之數值",
    ),
    Reason.NOT_CALLED_A_RATE: (
        "the percentage is not said to be a rate of the target",
        "未敘明該百分比為目標之達成率",
    ),
    Reason.SCHOOL_YEAR: (
        "the school year named before it may not be the report's",
        "前文所述學年度未必為報告年度",
    ),
    Reason.FEWER_THAN_FIRST: (
        "the share may be of fewer than those who came first",
        "占比之分母可能少於前述總數",
    ),
    Reason.TARGET_IS_A_RANGE: ("the target is a range", "目標值為一範圍"),
    Reason.TARGET_IS_NO_FIGURE: ("the target is not printed as a figure", "目標值並非數值"),
    Reason.OF_SOMETHING_ELSE: (
        "which figures it is for cannot be told: those that are printed belong to something else",
        "無法確定所對應之數值：所列數值係屬他項",
    ),
    Reason.NOT_ITS_OWN_COLUMN: (
        "no target or actual figure stands in columns of its own, and those of the table do not give it",
        "未單獨列有目標值或實際值欄，以表內其他欄位亦無法得出",
    ),
    Reason.NOTHING_PLANNED: (
        "nothing was planned: there is nothing to divide by",
        "原列數為0，無從據以計算比率",
    ),
    # how a rate was recomputed
    ReadingKind.PRINTED_FORMULA: ("printed formula", "依所列算式計算"),
    ReadingKind.QUOTIENT: ("actual / target", "以實際值／目標值計算"),
    ReadingKind.LOWER_QUOTIENT: (
        "lower is better, target / actual",
        "愈低愈佳，以目標值／實際值計算",
    ),
    ReadingKind.LOWER_DIFFERENCE: (
        "lower is better, 2 - actual / target",
        "愈低愈佳，以2－實際值／目標值計算",
    ),
    ReadingKind.SHARE_OF_REDUCTION: ("share of the reduction", "以減少目標之達成比例計算"),
    ReadingKind.NEGATIVE_CHANGE: ("reduction / target", "以減少幅度／目標值計算"),
    ReadingKind.GROWTH_ATTAINED: ("change / target", "以變動幅度／目標值計算"),
    ReadingKind.ZERO_TARGET: ("zero target", "目標值為0，實際值為0時為100％"),
    ReadingKind.GROWTH: ("growth", "以成長率計算"),
    ReadingKind.REDUCTION: ("reduction", "以減少率計算"),
    ReadingKind.WHOLE_COUNT: ("whole number out of the count", "以整數分子計算"),
}
"""Every template, first in English, then in Chinese."""
BRIEF_TEXTS: Mapping[TextKey, tuple[str, str]] = {
    Text.ALL_MET: (
        "all targets are said to be met, but one is not",
        "稱各項目標均達成，惟其中有未達成者",
    ),
}
"""Templates without the arithmetic, where that cannot just be taken away."""
