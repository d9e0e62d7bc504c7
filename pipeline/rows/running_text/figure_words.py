"""The words about a figure of running text -> what it is: planned, reached, a rate, a difference.

Each role has its words, and those that bind them to the figure behind. Words that name a figure outright
(預算數, 實際辦理) are told from words that only lead to one (預計訓練, 已完成): of these there is no error.

>>> read_role("截至6月底實收數", "number")
Words(role=<FigureRole.REACHED: 'reached'>, name='實收數', start=5, named=True, measure='')
>>> read_role("，占分配數", "percent").role, read_role("貸款利率", "percent").role
(<FigureRole.RATE: 'rate'>, <FigureRole.OTHER: 'other'>)
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from pipeline.patterns import late

LINK = (
    r"(?:[(（][^()（）%％0-9]{0,16}[)）])?"
    r"(?:設定|編列|核列|計列|列|[訂定設]為|分別|依序|各|均|皆|為|係|是|共|計|合計|總計|約|僅|已|達|到|高|有|新[臺台]幣|[:：\s])*$"
)
"""What may stand between the word and its figure."""
MEASURES = {
    "allotted": "分配",
    "planned": "預算|全年|可支用|編列|核定",
    "target": "目標",
}
"""Kinds of a plan that one text may tell side by side, by their words."""

_SHARE_LINK = r"(?:之|的|比率|比例|百分比|比重|約|為|僅|已|達|到|高|計|[:：\s])*$"
_PLANNED = (
    r"(?:累計|預算|已|全年度?)*分配(?:預算)?(?:數額|數|額|金額)?"
    r"|(?:法定|可支用|可用|全年度?|年度|編列|修正|總)*預算(?:編列|核定|總|案)?(?:數額|數|額|金額|總額|總數)?"
    r"|可支用數|編列數|核定數|目標(?:值|數|量)|(?:計畫|預定)(?:數|值)"
)
_PLANNED_SO = (
    r"(?:原[定訂列編]|原?規劃|預[定計估期]|計畫|(?<![反因供適效對響感])應\p{Han}{1,4}?|核定|契約|經費|編列|目標)"
    r"[^，。；：、0-9%％]{0,8}?"
    r"|(?:原[定訂]|原?規劃|預[定計])[^，。；：、0-9%％]{9,16}?"  # 預計查核非營業特種基金24單位
)
_SET = late("原[定訂]|原?規劃|預[定計期]|應")
_REACHED = (
    r"決算(?:審定)?(?:數額|數|額|金額)?"
    r"|實(?:際)?(?:支付|支用|收入|支出|執行|繳庫|撥付|付|支|收|現|撥)(?:數額|數|額|金額)"
    r"|(?:累計)?(?:執行|支用|支付|動支|徵起|核銷|繳庫)(?:數額|數|額|金額)"
    r"|實際(?:達成|完成|執行)?(?:值|數)|實績(?:值|數)?|達成值|(?:執行|達成)結果"
    r"|(?:累計|實際|已)*(?:執行|支用|實支|實收|實付|實現|決算)"
)
_REACHED_IN_FACT = r"實際[^，。；：、率0-9%％]{0,10}?"
TERM = "某"
"""What stands for each character of a term in the words before a figure: 某某某回復率 for 3日內回復率."""
_SHARE_IN_FACT = rf"實際{TERM}*[^，。；：、執達0-9%％]{{1,8}}率"
_SHARE_PLANNED = (
    rf"目標(?!達成|執行|完成|實現)(?:值?[為係是]?{TERM}+)?[^，。；：、達執0-9%％]{{1,8}}率"
    r"|(?:原[定訂]|預[定計期])(?:目標|進度|辦理|完成)?(?:可?達成?)?"
)
"""A share that was planned: 目標成立率80％, 預計達成67％."""
_REACHED_SO = (
    r"(?:業已|已|累計|完成|達成|辦理|執行|支出|收入|支用|投入)[^，。；：、率0-9%％]{0,10}?"
)
_HELD = r"(?:應付|權責)?(?:保留|發生)(?:數額|數|款|金額)|應付(?:未付)?(?:款|數)|[暫預]付(?:款|數)"
_DIFFERENCE = (
    r"(?:(?<!新)增加?|增長|減少?|增減|相差|差異|超前|落後|超出|多出|短[收絀少支]|超[收支出]|[賸剩]餘|(?:其|尚|(?<=[，,；;（(]))餘|節[省餘約]|結餘|追[加減]|[提調][高升降]|[下調]降|降低"
    r"|上升|成長|衰退)(?:了|數|額|數額|金額)?"
)
RATE_NAME = r"(?:執行|達成|完成|實現|支用|動支|收繳|徵起|徵收|達標)(?:率|比率|比例|百分比)|達成度"
"""What the rate of a plan is called."""
_CHANGE = (
    r"(?:增[加長]?|減少?|增減|成長|衰退|[提調][高升降]|[下調]降|降低|上升|短[收絀少]|超收|[漲跌升降增減]幅|節[省約])"
    r"(?:率|比率|比例|幅度|百分比|幅|了)?"
)
_SHARE = r"[占佔](?P<of>[^，。；：、0-9%％占佔]{0,16}?)"
_PLAN_REACHED = (
    r"(?P<of>[^，。；：、0-9%％達成]{0,6}?"
    r"(?:分配|預算|目標|計畫|預定|原[定訂])(?:目標)?(?:數額|數|額|值|量|金額)?)"
)
_REACHES = rf"(?:達成?|[為至]|相當於?){_PLAN_REACHED}[之的]"
_REACHES_BARELY = "達成?" + _PLAN_REACHED
"""Without 之 the percentage may be the plan itself (達目標值95％), so `is_said_barely` asks for its figures."""
_OF_A_PLAN = late("計畫|預定|原[定訂]")
"""Words that speak of a plan and are no `MEASURES`: 為計畫數之103％."""

_BARELY = late(
    rf"^[，,、\s]*(?:已|約|僅)?(?:{_REACHES_BARELY}|達成?|年?度?目標達成情形[為達：:])[約僅]?$"
)


class FigureRole(StrEnum):
    """What a figure of running text is."""

    PLANNED = "planned"
    REACHED = "reached"
    HELD = "held"
    """Kept for the next year, or due: reached as well, where both are added up."""
    DIFFERENCE = "difference"
    RATE = "rate"
    SHARE = "share"
    """A share of something that is no plan: 占歲出總額."""
    CHANGE = "change"
    OTHER = "other"


class Words(NamedTuple):
    """What the words before a figure say of it."""

    role: FigureRole
    name: str = ""
    start: int = 0
    """Where the name begins in the words."""
    named: bool = False
    """Whether it is named outright."""
    measure: str = ""
    """The plan that a rate is said to be of: one of `MEASURES`."""


class _Rule(NamedTuple):
    """Words that give a figure its role."""

    role: FigureRole
    words: str
    named: bool = True


_OF_COUNTS = (
    _Rule(FigureRole.HELD, rf"(?P<name>{_HELD}){LINK}"),
    _Rule(FigureRole.REACHED, rf"(?P<name>{_REACHED}){LINK}"),
    _Rule(FigureRole.PLANNED, rf"(?P<name>{_PLANNED}){LINK}"),
    _Rule(FigureRole.DIFFERENCE, rf"(?P<name>{_DIFFERENCE}){LINK}"),
    _Rule(FigureRole.REACHED, rf"(?P<name>{_REACHED_IN_FACT}){LINK}"),
    _Rule(FigureRole.PLANNED, rf"(?P<name>{_PLANNED_SO}){LINK}", named=False),
    _Rule(FigureRole.REACHED, rf"(?P<name>{_REACHED_SO}){LINK}", named=False),
)
"""In this order: 實際執行數較預算數增加5千元 is a difference, 已增加 is none that was reached."""
_OF_PERCENT = (
    _Rule(
        FigureRole.REACHED,
        rf"(?P<name>{_REACHED_IN_FACT}|{_SHARE_IN_FACT}|達成值|實績值?|(?:執行|達成)結果){LINK}",
    ),
    _Rule(FigureRole.PLANNED, rf"(?<!達成率)(?<!執行率)(?<!完成率)(?P<name>目標值?){LINK}"),
    _Rule(FigureRole.PLANNED, rf"(?P<name>{_SHARE_PLANNED}){LINK}", named=False),
    _Rule(FigureRole.RATE, rf"(?P<name>{RATE_NAME}){LINK}"),
    _Rule(FigureRole.SHARE, rf"(?P<name>{_SHARE}){_SHARE_LINK}"),
    _Rule(FigureRole.SHARE, rf"(?P<name>{_REACHES}){_SHARE_LINK}"),
    _Rule(FigureRole.SHARE, rf"(?P<name>{_REACHES_BARELY})[約僅]?$"),
    _Rule(FigureRole.CHANGE, rf"(?P<name>{_CHANGE}){LINK}"),
)
_PATTERNS = {
    rules: [(rule, late(rule.words)) for rule in rules] for rules in (_OF_COUNTS, _OF_PERCENT)
}


def read_role(before: str, kind: str) -> Words:
    """Return what the words before a figure, since the figure before that, say of it."""
    for rule, pattern in _PATTERNS[_OF_PERCENT if kind == "percent" else _OF_COUNTS]:
        match = pattern.search(before)
        if match is None:
            continue
        of = match["of"] if rule.role is FigureRole.SHARE else match["name"]
        measure = measure_of(of)
        if not measure and rule.role is FigureRole.SHARE and _OF_A_PLAN.search(of):
            measure = "target"
        role = FigureRole.RATE if rule.role is FigureRole.SHARE and measure else rule.role
        name = match["name"]
        return Words(role, name, match.start("name"), rule.named, measure)
    return Words(FigureRole.OTHER, start=len(before))


def is_said_barely(before: str) -> bool:
    """Tell whether words before a percentage leave open that it is a plan or result itself: 達目標值95％, 達95％."""
    return bool(_BARELY.search(before))


def is_set(words: Words) -> bool:
    """Tell whether a figure was set as a goal, so that it is exact: 目標值, 預計; no budget is."""
    set_so = words.role is FigureRole.PLANNED and not words.named and _SET.match(words.name)
    return measure_of(words.name) == "target" or bool(set_so)


def measure_of(words: str) -> str:
    """Return which plan words speak of, the last one that they name; nothing for none."""
    found = [
        (words.rfind(word), measure)
        for measure, names in MEASURES.items()
        for word in names.split("|")
        if word in words
    ]
    if any(measure == "allotted" for _, measure in found):
        return "allotted"
    return max(found)[1] if found else ""
