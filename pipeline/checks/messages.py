"""Code and figures of a finding -> its words, in English or Traditional Chinese.

A message is kept as its name and what stands in it, and put into words where it is shown. All
wording is in this module, a template for each language beside the other.

>>> found = compose("target differs", cell="130次以上", told="125次")
>>> print(found)
the target cell says 130次以上, the analysis 125次
>>> print(found.text(Language.CHINESE))
目標值欄為130次以上，分析欄為125次
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple, TypeAlias


class Language(StrEnum):
    """A language that findings and rules are told in, as ``--lang`` takes it."""

    ENGLISH = "en"
    CHINESE = "zh-TW"


TEXTS: Mapping[str, tuple[str, str]] = {
    # what a rule says; {shown} is the arithmetic
    "all met": (
        "all targets are said to be met, but {shown}",
        "稱各項目標均達成，惟其中有未達成者：{shown}",
    ),
    "disagrees": ("{reason}: {shown}", "{reason}：{shown}"),
    "cut off by one": (
        "off by one, while the other rates of this document are rounded: {shown}",
        "末位差一，而本文件其他比率係採四捨五入：{shown}",
    ),
    "cut off": (
        "cut off instead of rounded: {shown}",
        "係無條件捨去，而非四捨五入：{shown}",
    ),
    "more than 100": (
        "stated as 100 where the figures give more: {shown}",
        "依所列數值超過100％，而僅記載100％：{shown}",
    ),
    "more than 100 here": (
        (
            "stated as 100 where the figures give more: {shown}; "
            "{count} other rates of this document are above 100"
        ),
        "依所列數值超過100％，而僅記載100％：{shown}；本文件另有{count}項達成率超過100％",
    ),
    "no rate": ("no rate is stated for this target", "此項目標未載達成率"),
    "no rate but": (
        "no rate is stated for this target: {shown}",
        "此項目標未載達成率，依所列數值為：{shown}",
    ),
    "called": ("a {kind} rate is called 達成率: {shown}", "將{kind}稱為達成率：{shown}"),
    "target differs": (
        "the target cell says {cell}, the analysis {told}",
        "目標值欄為{cell}，分析欄為{told}",
    ),
    "actual differs": (
        "the column says {cell}, the analysis {told}",
        "實際值欄為{cell}，分析欄為{told}",
    ),
    "actual differs again": (
        "the analysis says {cell} beside the rate, {told} elsewhere",
        "分析欄於達成率旁為{cell}，他處為{told}",
    ),
    "formula differs": (
        "the formula uses {used}, the row prints {own}",
        "算式採用{used}，同列所載為{own}",
    ),
    "uncounted": (
        "stated {stated}, but no whole number out of {whole} gives that; the nearest are {nearest}",
        "所載{stated}，惟以{whole}為分母，無任何整數分子可得出；最接近者為{nearest}",
    ),
    # why a stated rate disagrees
    "R101": (
        "the stated rate differs from the recomputed one",
        "所載比率與依所列數值重算之結果不符",
    ),
    "R102 met": (
        "the target is said to be met, but it is not",
        "所載比率顯示已達成目標，惟依所列數值並未達成",
    ),
    "R102 not met": (
        "the target is said to be not met, but it is",
        "所載比率顯示未達成目標，惟依所列數值已達成",
    ),
    "R103": ("the stated rate is off by a power of ten", "所載比率之小數點位置有誤"),
    "R104": ("off by one unit in the last printed place", "所載比率末位差一"),
    "R201": (
        "the printed formula does not give its printed result",
        "所列算式之結果與所載不符",
    ),
    "R310": (
        "only the mean {mean} = {result} gives the stated rate",
        "僅以平均數 {mean} = {result} 始能得出所載比率",
    ),
    "unsure": (
        "{reason}; which figures belong together is not certain",
        "{reason}，惟數值之對應關係無法確定",
    ),
    "growth": ("growth", "成長率"),
    "ratio": ("ratio", "占比"),
    # what is said of a consistent rate
    "unsure but fitting": (
        "which figures belong together is not certain; these give the stated rate",
        "數值之對應關係無法確定，採用之數值可得出所載比率",
    ),
    "consistent by bounds": (
        "consistent because a figure was rounded or is a bound: {bounds}",
        "數值經四捨五入或為上下限，據以判定相符：{bounds}",
    ),
    # parts of the arithmetic
    "stated": ("stated {rate}, ", "所載{rate}，重算 "),
    "bounds": ("{low} to {high}", "{low}至{high}"),
    "boundless": ("{low} to more", "{low}以上"),
    "within": (" [{bounds}]", "［{bounds}］"),
    "for nought": ("{met} ({actual} for 0)", "{met}（目標值0，實際值{actual}）"),
    "tried": ("; {arithmetic}", "；或 {arithmetic}"),
    "figures": (" ({figures})", "（{figures}）"),
    "target": ("target {figure}", "目標值{figure}"),
    "actual": ("actual {figure}", "實際值{figure}"),
    "comma": (", ", "、"),
    "semicolon": ("; ", "；"),
    "so many": ("{count} {reason}", "{reason}（{count}項）"),
    # where it stands, and what is said around it
    "row item": ("row {row} item {item}", "第{row}列第{item}項"),
    "page": ("page {page}", "第{page}頁"),
    "at": ("{page} at ({x}, {y})", "{page} ({x}, {y})"),
    "line": ("line {line}", "第{line}行"),
    "place": ("{place}, {item}", "{place}，{item}"),
    "error": ("error", "錯誤"),
    "warning": ("warning", "警告"),
    "note": ("note", "提示"),
    "none": ("none", "無"),
    "beside": ("{name}: {told}", "{name}：{told}"),
    "in brackets": ("{name} ({told})", "{name}（{told}）"),
    "consistent": ("consistent", "相符"),
    "truncated": ("truncated", "無條件捨去"),
    "capped": ("capped", "以100為限"),
    "inconsistent": ("inconsistent", "不符"),
    "unverifiable": ("unverifiable", "無從驗算"),
    "unstated": ("unstated", "未載"),
    "label": ("item", "項目"),
    "compared": ("figures", "數值"),
    "recomputed": ("recomputed", "重算"),
    "also tried": ("also tried", "另試"),
    "also": ("also {code}", "另有 {code}"),
    "more": ("to learn more", "詳細說明"),
}
"""Every template, first in English, then in Chinese."""
PHRASES: Mapping[str, str] = {
    # why a stated rate cannot be recomputed
    "a figure that it needs is not printed": "所需數值未予記載",
    "last year's figure is not printed": "未載前一年度之數值",
    "the target is not printed as a figure": "目標值並非數值",
    "the target is a range": "目標值為一範圍",
    "the actual figure is not printed": "未載實際值",
    "the figures of both years are not printed beside it": "同句未載兩年度之數值",
    "no target in this row can be told to belong to it": "無法確定其對應同列之何項目標",
    "how the items are weighted is not printed": "未載各項目之權重",
    "it may be the rate of the year named before it": "可能為前文所述年度之比率",
    "the school year named before it may not be the report's": "前文所述學年度未必為報告年度",
    "the actual figure sums up several years": "實際值為數年度之累計",
    "the percentage is not said to be a rate of the target": "未敘明該百分比為目標之達成率",
    "the share may be of fewer than those who came first": "占比之分母可能少於前述總數",
    "which figures it is for cannot be told: those that are printed belong to something else": (
        "無法確定所對應之數值：所列數值係屬他項"
    ),
    # how a consistent rate was recomputed
    "lower is better, target / actual": "愈低愈佳，以目標值／實際值計算",
    "lower is better, 2 - actual / target": "愈低愈佳，以2－實際值／目標值計算",
    "share of the reduction": "以減少目標之達成比例計算",
    "zero target": "目標值為0，實際值為0時為100％",
}
"""The Chinese of what another stage says as it is in English."""
_BRIEF: Mapping[str, tuple[str, str]] = {
    "all met": (
        "all targets are said to be met, but one is not",
        "稱各項目標均達成，惟其中有未達成者",
    ),
}
"""Templates without the arithmetic, where that cannot just be taken away."""
_ARITHMETIC = re.compile(r"(?:: |，依所列數值為：|：)\{shown\}")
_TOLD: Mapping[Language, Mapping[str, str]] = {
    Language.ENGLISH: {name: english for name, (english, _) in TEXTS.items()},
    Language.CHINESE: {**PHRASES, **{name: chinese for name, (_, chinese) in TEXTS.items()}},
}
"""The template of each message in each language; what has none is told as it is."""
_TOLD_BRIEFLY: Mapping[Language, Mapping[str, str]] = {
    language: {
        name: _BRIEF[name][number] if name in _BRIEF else _ARITHMETIC.sub("", told)
        for name, told in templates.items()
    }
    for number, (language, templates) in enumerate(_TOLD.items())
}


class Arithmetic(NamedTuple):
    """How a rate was recomputed: the formula and its result, and what else was tried.

    Numbers are plain decimals with at most six places, figures as printed. ``low`` and ``high`` are
    given where the result is an interval; ``high`` is empty where that has no end.
    """

    stated: str
    formula: str | Message
    result: str
    low: str = ""
    high: str = ""
    tried: tuple[str, ...] = ()
    """Other formulas with their results, none of which gives the stated rate."""
    target: str = ""
    actual: str = ""

    def __str__(self) -> str:
        return self.text()

    def text(self, language: Language = Language.ENGLISH) -> str:
        """Return stated 115%, 500 / 400 * 100 = 125 (target 400件, actual 500件)."""
        figures = self.figures(language)
        parts = [tell("stated", language, rate=self.stated)] if self.stated else []
        parts.append(self.evaluated(language))
        parts += [tell("tried", language, arithmetic=other) for other in self.tried]
        if figures:
            parts.append(tell("figures", language, figures=figures))
        return "".join(parts)

    def figures(self, language: Language = Language.ENGLISH) -> str:
        """Return the figures that were compared, as printed: target 400件, actual 500件."""
        named = (("target", self.target), ("actual", self.actual))
        told = [tell(name, language, figure=figure) for name, figure in named if figure]
        # Between two figures a 、 would look like a list of targets.
        return ("，" if language is Language.CHINESE else ", ").join(told)

    def evaluated(self, language: Language = Language.ENGLISH) -> str:
        """Return the formula with its result, or the ends of that: 99.5 / 99 * 100 = … [… to …]."""
        ends = ""
        if self.low:
            ends = tell(
                "within", language, bounds=bounds_message(self.low, self.high).text(language)
            )
        formula = self.formula
        told = formula if isinstance(formula, str) else formula.text(language)
        return f"{told} = {self.result}{ends}"


Value: TypeAlias = "str | Message | Arithmetic | tuple[str, ...]"


class Message(NamedTuple):
    """A template's name with what stands in it; a phrase of `PHRASES` is its own name."""

    name: str
    fields: tuple[tuple[str, Value], ...] = ()

    def __str__(self) -> str:
        return self.text()

    def text(self, language: Language = Language.ENGLISH) -> str:
        """Return the whole message with its arithmetic."""
        return self._filled(_TOLD[language], language)

    def brief(self, language: Language = Language.ENGLISH) -> str:
        """Return the message without its arithmetic, for where that is shown beside it."""
        return self._filled(_TOLD_BRIEFLY[language], language)

    @property
    def arithmetic(self) -> Arithmetic | None:
        """Return the arithmetic that is told, if any."""
        return next((value for _, value in self.fields if isinstance(value, Arithmetic)), None)

    def _filled(self, templates: Mapping[str, str], language: Language) -> str:
        template = templates.get(self.name, self.name)
        if not self.fields:
            return template
        return template.format_map(
            {n: v if type(v) is str else _worded(v, language) for n, v in self.fields}
        )


def compose(name: str, /, **fields: Value) -> Message:
    """Return the message of a template, with what stands in it."""
    return Message(name, tuple(fields.items()))


def tell(name: str, language: Language, /, **fields: str) -> str:
    """Return what `compose` says, put into words at once."""
    template = _TOLD[language].get(name, name)
    return template.format_map(fields) if fields else template


def bounds_message(low: str, high: str) -> Message:
    """Return a range of results; ``high`` is empty where it has no end."""
    return compose("bounds", low=low, high=high) if high else compose("boundless", low=low)


def join_messages(messages: Iterable[Message], language: Language = Language.ENGLISH) -> str:
    """Return several messages as one text."""
    told = [message.text(language) for message in messages]
    return tell("semicolon", language).join(told) if len(told) > 1 else "".join(told)


def _worded(value: Value, language: Language) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, (Message, Arithmetic)):
        return value.text(language)
    return tell("comma", language).join(value)
