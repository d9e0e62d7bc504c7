"""Row -> the statements in it: which figures are targets, which were reached, which are rates.

The words around a figure tell what it is: 目標值8,050人 is a target, 達成率為108% a stated rate, 較104年
16,851人 last year's figure. A percentage without such a word (a share, a satisfaction score, a growth
told in passing) is not a rate.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise

from pipeline import formulas, outlines, quantities
from pipeline.formulas import Formula
from pipeline.model import Figure, Row
from pipeline.outlines import Entry
from pipeline.quantities import Quantity

RATE_WORDS = ("目標達成率", "目標達成度", "達成率", "達成度", "達標率")
RATIO_WORDS = (
    "比率", "比例", "占比", "佔比", "合格率", "涵蓋率", "覆蓋率", "使用率", "普及率", "參與率", "完成率",
    "執行率", "回收率", "抽查率", "查核率", "就業率", "及格率", "通過率", "改善率", "結案率",
)  # fmt: skip
GROWTH_WORDS = "成長|提升|提高|增加|增長|增"
DROP_WORDS = "降低|減少|下降|縮短|減"
PASSING_WORDS = ("占", "佔", "女性", "男性", "預算", "經費", "執行率")

_RATE = re.compile(
    rf"""(?:{"|".join(RATE_WORDS)}|達成(?:年度|原定|原訂)?目標(?:值)?(?:之|的)?|目標達成
      |(?:為|達|占|佔|係)(?:本?年度|全年|原定|原訂)*目標(?:值|數)?(?:之|的)
      |各(?:項|個)?(?:績效|衡量|工作|考核)?(?:指標|目標值?|項目)(?=[均皆都]))(?P<link>.*)$""",
    re.DOTALL | re.VERBOSE,
)
_GROWTH_RATE = re.compile(
    rf"(?:(?:{GROWTH_WORDS}|{DROP_WORDS})(?:率|比率|幅度)?|增減率)(?P<link>.*)$", re.DOTALL
)
_LINK = re.compile(r"[依序為達到均皆都各約已高僅計有是平分別：:=＝≒≈\s]{0,8}")
_PASSED_OVER = re.compile(
    r"(?:由|從)[^，。；]{0,10}[%％﹪](?:大幅|略|微)?(?:提升|提高|上升|成長|增加|降低|下降|降|升)(?:至|為|到)"
    r"|(?<=[=＝≒≈])\s*[0-9０-９]+(?:[.．][0-9０-９]+)?\s*(?=[=＝≒≈])"
)
"""What may stand between 達成率 and the rate: the rate that it rose from, a quotient before ×100."""
_OTHERS_RATE = re.compile(
    r"(?:全國|各國|國際|中央|各機關|各縣市|他機關|同業|世界|[六五]都)[^，。；]{0,6}$"
)
_MEAN = re.compile(r"(?:平均|整體|總體|綜合|加權|總)(?:目標)?$")
_RESPECTIVELY = re.compile(r"分別|依序|各[為達]")
_SERIES = re.compile(r"\s*[、及與和]\s*")
_SPLIT_SERIES = re.compile(r"\s*(?:[、及與和，,]|以及)\s*")
_DIFFERENCE = re.compile(
    r"(?:較|比(?![率例重])|距|相較)[^，。；]{0,14}?(?:多出?|少|增加?|減少?|成長|提升|提高|降低|下降|尚?差|不足|超出|高出|低)(?:了|約|達|計)?$"
    r"|未(?:能)?(?:達成|達標|完成)[^，。；]{0,4}$"
    r"|(?:尚差|尚缺|尚不足|不足|短少|短缺|相差|落差)(?:了|約|達|計)?$"
)
"""Words before a figure that only tells how far two others are apart."""
_BEYOND_TARGET = re.compile(
    r"(?:超出|超過|超越|超|優於|高於|高出|低於|逾)[^，。；]{0,6}目標(?:值|數|量)?(?:達|計|約)?$"
)
REVISED = re.compile(
    r"(?:修正|修訂|調整|變更|調降|調升|下修|上修)(?:後[^，。；]{0,8}|[^，。；]{0,6}[為至成到])$"
)
_SETS_A_TARGET = re.compile(r"目標|原[定訂]|預[定計]")
_SET = re.compile(r"(?:原[定訂]|預[定計]|原預[定計])[^，。；：0-9]{0,6}$")
_OTHER_RESULT = re.compile(r"\s*(?:實際|達成率|達成度|達成情形|執行情形|辦理情形|完成情形)")
_TARGET = re.compile(
    r"目標(?:值|數|量|人數|件數|場次)?[^，。；：達完]{0,10}$|目標(?:值|數)?[：:][^，。；]{0,6}$"
)
_RATIO = re.compile(
    rf"(?P<word>[^，。；：、（(0-9]{{0,8}}(?:{'|'.join(RATIO_WORDS)}))(?:為|達|達到|約|約為|計|：|:)?$"
)
_GROWTH = re.compile(rf"(?:{GROWTH_WORDS}|{DROP_WORDS})(?:率)?(?:為|達|達到|了|約|計)?$")
_ALL = "均|皆|都|全數|全部|悉數|全面"
_ALL_MET = re.compile(
    rf"(?:各|全部|所有|上述|以上|上開|其餘|[一二三四五六七八九十兩0-9０-９])+[^。；]{{0,8}}?(?:項|指標|目標|工作)"
    rf"[^。；]{{0,10}}?(?:{_ALL})[^。；，]{{0,4}}?達(?:成|標|到)?"
    rf"|各項[^。；，]{{0,8}}(?:達成率|達成度)(?:均|皆)"
)
_ALL_DONE = re.compile(rf"(?:{_ALL})[^，。；]{{0,8}}(?:達成|達標|達到|完成)")
_EACH = re.compile(
    rf"(?:{'|'.join(RATE_WORDS)}|各項[^，。；]{{0,6}}(?:指標|目標值?|項目))[^，。；]{{0,2}}[均皆都]"
)
_BUT = re.compile(r"除[^，。；]{1,14}外|其餘|其他")
_LAST_YEAR = re.compile(r"(?:去年|上年|前年|前一年|上一年|歷年)[^，。；]{0,8}$")
_PART_OF_YEAR = (
    r"[上下]半年|第[一二三四1-4]季|前[一二三1-3]季|截至(?![^，。；]*(?:12月|年底|年終))|(?<![0-9])[1-9]月底"
    r"|1[01]月底|期中"
)
_PARTIAL = re.compile(rf"{_PART_OF_YEAR}|其中")
_PARTIAL_RATE = re.compile(rf"(?:{_PART_OF_YEAR})[^，。；、]*$")
_TARGET_TITLE = re.compile(r"(?:年度|原定|原訂|[0-9]{2,3}年度?)*(?:績效)?目標值?$")
_RATE_TITLE = re.compile(
    r"^(?:年度|[0-9]{2,3}年度?)*(?:目標|各項)?(?:達成率|達成度)(?:為|分別為?|各為|依序為?)?$"
)
_DIVIDING = re.compile(
    r"(?:年度)?(?:目標)?(?:達成率|達成度|達成情形|實際值|實際達成值|辦理情形)|.*衡量標準|效益"
)
_COMPARED = re.compile(r"(?:較|比(?![率例重])|相較於?|與)[^，。；]{0,3}$")
_CLAUSE = re.compile(r"[，,：:]")
_FROM, _TO = re.compile(r"(?:由|從)[^，。；]{0,2}$"), re.compile(r"[至為到，,]")
_SINCE = re.compile(r"度?(?:起|以來|開始)")
_THIS_YEAR = re.compile(r"本年|今年|當年")
_CLOSED = re.compile(r"[)）]")
_BRACKET = re.compile(r"\s*[(（][^()（）]*[)）]")
_SENTENCE = re.compile(r"[。；;！？\n]")


class Role(Enum):
    """What a figure is in its sentence."""

    TARGET = "target"
    ACTUAL = "actual"
    BASELINE = "baseline"
    RATE = "rate"
    RATIO = "ratio"
    GROWTH = "growth"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure in its sentence, with its role and the words that tell what is counted."""

    entry: Entry
    quantity: Quantity
    role: Role
    label: str
    start: int
    """Where the sentence begins in the entry's text."""
    end: int
    """Where it ends."""
    revised: bool = False
    """A target that was changed in the course of the year."""
    passing: bool = False
    """A share told in passing, of women or of the budget, where the row measures no such thing."""

    @property
    def figure(self) -> Figure:
        """Return the quantity with its sentence and place."""
        sentence = self.entry.text[self.start : self.end].strip()
        return Figure(
            self.quantity,
            sentence,
            self.entry.place(self.quantity.start, self.quantity.end),
        )

    @property
    def unit(self) -> str:
        """Return the counter or percent sign."""
        return self.quantity.unit

    @property
    def in_brackets(self) -> bool:
        """Tell whether it stands in brackets of its sentence."""
        before = self.entry.text[self.start : self.quantity.start]
        return _is_open(before)


@dataclass(frozen=True, slots=True)
class _Goal:
    """What a row measures: the figures of its target cell, the words of that and its indicator."""

    values: frozenset[object]
    words: str


@dataclass(frozen=True, slots=True)
class Rate:
    """A stated rate with what its own sentence says of it."""

    mention: Mention
    formula: Formula | None
    targets: tuple[Mention, ...]
    actuals: tuple[Mention, ...]
    baselines: tuple[Mention, ...]
    all_met: bool = False
    growth: bool = False
    """A growth rate that is not called 達成率: 成長率【…】×100％=2.57％."""
    mean: bool = False
    """A mean over several items: 平均達成率."""
    series: tuple[int, int] = (0, 1)
    """Which of how many rates told in one breath it is: 達成率分別為105%、98%."""


@dataclass(frozen=True, slots=True)
class Statements:
    """All that a row states, in the order of print."""

    row: Row
    cells: dict[str, tuple[Entry, ...]]
    mentions: tuple[Mention, ...]
    rates: tuple[Rate, ...]
    roc_year: int | None

    def of(self, role: Role, *sections: str | None) -> list[Mention]:
        """Return the mentions of a role in these parts of the analysis (all where none is named)."""
        return [
            mention
            for mention in self.mentions
            if mention.role is role and (not sections or mention.entry.section in sections)
        ]


def from_row(row: Row, roc_year: int | None) -> Statements:
    """Read the statements of a row; ``roc_year`` is the year that the report is for."""
    cells = {role: outlines.from_paragraphs(row.cell(role)) for role in row.cells}
    for role, unit in row.units.items():
        for entry in _entries(cells.get(role, ())):
            entry.found = tuple(_with_unit(quantity, unit) for quantity in entry.found)
    mentions: list[Mention] = []
    rates: list[Rate] = []
    goal = _Goal(
        frozenset(q.value for entry in _entries(cells.get("target", ())) for q in entry.found),
        row.text("target") + row.text("indicator"),
    )
    for entry in _entries(cells.get("analysis", ())):
        own, spoken = _read_entry(entry, roc_year, goal)
        mentions.extend(own)
        rates.extend(spoken)
    for headed in _headed_rates(cells.get("analysis", ()), mentions):
        mentions[mentions.index(headed)] = spoken_rate = _as_rate(headed)
        rates.append(_rate(spoken_rate, mentions, None))
    order = {id(entry): index for index, entry in enumerate(_entries(cells.get("analysis", ())))}
    rates.sort(key=lambda rate: (order[id(rate.mention.entry)], rate.mention.quantity.start))
    return Statements(row, cells, tuple(mentions), tuple(rates), roc_year)


def _with_unit(quantity: Quantity, unit: str) -> Quantity:
    """Give a bare figure the unit of its column: 7,500 under 金額(千元) is 7,500,000 元."""
    if not quantity.is_quantity or quantity.unit:
        return quantity
    number = quantity.text[
        quantity.number_start - quantity.start : quantity.number_end - quantity.start
    ]
    read = [q for q in quantities.find(f"{number}{unit}") if q.is_quantity]
    if len(read) != 1:
        return replace(quantity, unit=unit)
    told = read[0]
    return replace(
        quantity,
        value=told.value,
        kind=told.kind,
        unit=told.unit or unit,
        decimals=told.decimals,
        low=told.low,
        high=told.high,
    )


def target_mentions(entry: Entry) -> Iterator[Mention]:
    """Yield the figures of a target cell's entry, one in brackets (25％(19個單位)) left out."""
    previous = 0
    for quantity in entry.found:
        if (
            quantity.is_quantity
            and quantity.kind != "ordinal"
            and (not _in_brackets(entry, quantity) or _is_revised(entry.text[: quantity.start]))
        ):
            yield Mention(
                entry,
                quantity,
                Role.TARGET,
                entry.text[previous : quantity.start].strip("，、。；：: "),
                0,
                len(entry.text),
            )
        previous = quantity.end


def is_target_list(entry: Entry) -> bool:
    """Tell whether an entry sums up the targets of its row (年度目標值：…)."""
    return bool(_TARGET_TITLE.fullmatch(entry.title))


def run_of(found: Statements, section: str | None, length: int) -> list[Entry]:
    """Return the entries 1, 2, 3 … of a part of the analysis that lists ``length`` of them.

    Entries whose titles only divide the part (年度目標值, 達成率) are not such a list.
    """
    if length < 2:
        return []
    for run in outlines.runs(found.cells.get("analysis", ())):
        if len(run) == length and all(entry.section == section for entry in run):
            titles = [entry.title for entry in run]
            divide = any(_DIVIDING.fullmatch(t) or _TARGET_TITLE.fullmatch(t) for t in titles)
            if not divide or len(set(titles)) == 1:
                return run
    return []


def _in_brackets(entry: Entry, quantity: Quantity) -> bool:
    return _is_open(entry.text[: quantity.start])


def _is_open(before: str) -> bool:
    """Tell whether a bracket stays open."""
    return before.count("(") + before.count("（") > before.count(")") + before.count("）")


def _entries(entries: Iterable[Entry]) -> Iterator[Entry]:
    for entry in entries:
        yield from entry.walk()


def _read_entry(
    entry: Entry, roc_year: int | None, goal: _Goal
) -> tuple[list[Mention], list[Rate]]:
    """Read the figures of one entry, sentence by sentence."""
    mentions: list[Mention] = []
    spoken: list[tuple[Mention, Formula | None]] = []
    printed = list(formulas.find_all(entry.text)) if entry.found else []
    for start, end in _sentences(entry.text):
        years = _Years(entry.text, roc_year)
        previous = start
        for quantity in entry.found:
            if not start <= quantity.start < end:
                continue
            years.sees(quantity)
            if not quantity.is_quantity or quantity.kind == "ordinal":
                continue
            inside = next((f for f in printed if f.start <= quantity.start < f.end), None)
            if inside is not None:
                previous = max(previous, inside.end)
                continue
            role, formula = _role(entry, quantity, start, previous, printed)
            role = years.judge(_weighed(role, entry, quantity, start, previous, goal), quantity)
            if role is Role.ACTUAL and mentions and _goes_on(mentions[-1], entry, quantity):
                role = Role.RATE
            if role is Role.RATE and mentions and _is_of_part(mentions[-1], entry, start, quantity):
                role = Role.OTHER
            revised = role is Role.TARGET and _is_revised(entry.text[start : quantity.start])
            mention = Mention(
                entry, quantity, role, _label(entry, quantity, start), start, end, revised,
                _is_in_passing(entry.text[start : quantity.start], quantity, goal),
            )  # fmt: skip
            mentions.append(mention)
            previous = quantity.end
            if role is Role.RATE or (formula is not None and role is Role.GROWTH):
                spoken.append((mention, formula))
    return mentions, [_rate(mention, mentions, formula) for mention, formula in spoken]


def _weighed(
    role: Role,
    entry: Entry,
    quantity: Quantity,
    start: int,
    previous: int,
    goal: _Goal,
) -> Role:
    """Look at a target or an actual figure again: it may be a difference, or last year's."""
    before = entry.text[start : quantity.number_start]
    if role is Role.RATE and _PARTIAL_RATE.search(before):
        return Role.OTHER
    if role not in (Role.ACTUAL, Role.TARGET) or entry.section == "standard":
        return role
    close = entry.text[min(previous, quantity.start) : quantity.number_start]
    if _DIFFERENCE.search(_clause(before)):
        return Role.OTHER
    if _BEYOND_TARGET.search(close):
        return Role.TARGET if quantity.value in goal.values else Role.OTHER
    if role is Role.TARGET:
        return role
    if REVISED.search(close) and (
        _SETS_A_TARGET.search(entry.text[: quantity.start])
        or any(q.value in goal.values and start <= q.start < quantity.start for q in entry.found)
    ):
        return Role.TARGET
    if _SET.search(close):
        return Role.TARGET
    return Role.BASELINE if _LAST_YEAR.search(close) else role


def _is_in_passing(before: str, quantity: Quantity, goal: _Goal) -> bool:
    clause = _clause(before)
    return quantity.kind == "percent" and any(
        word in clause and word not in goal.words for word in PASSING_WORDS
    )


def _is_revised(before: str) -> bool:
    return bool(REVISED.search(_clause(before)))


def _is_of_part(last: Mention, entry: Entry, start: int, quantity: Quantity) -> bool:
    """Tell whether a rate goes with the figure of a part of the year: 截至11月底195件，達成率98%."""
    if last.entry is not entry or last.start != start or last.role is not Role.OTHER:
        return False
    told = entry.text[last.quantity.end : quantity.start]
    part = _PARTIAL_RATE.search(entry.text[start : last.quantity.number_start])
    return bool(part) and not re.search("全年|年度|整體|合計|共計", told)


def _goes_on(last: Mention, entry: Entry, quantity: Quantity) -> bool:
    """Tell whether a percentage goes on from a stated rate: 達成率分別為105%、98%及110%."""
    if last.role is not Role.RATE or last.entry is not entry or quantity.kind != "percent":
        return False
    between = entry.text[last.quantity.end : quantity.start]
    apart = _RESPECTIVELY.search(entry.text, last.start, last.quantity.end)
    return bool((_SPLIT_SERIES if apart else _SERIES).fullmatch(between))


class _Years:
    """Which year the figures of a sentence are for, from the years named before them.

    A year that is only compared with (較104年10,000人次) holds to the end of its clause, another to
    the next year that is named.
    """

    def __init__(self, text: str, roc_year: int | None) -> None:
        self._text = text
        self._report = roc_year
        self._year: int | None = None
        self._until: int | None = None
        self._named = 0

    def sees(self, quantity: Quantity) -> None:
        """Take note of a year or date."""
        if quantity.kind not in ("roc_year", "date") or quantity.year is None:
            return
        if _SINCE.match(self._text, quantity.end):
            return
        self._year = quantity.year - 1911
        self._until = None
        self._named = quantity.end
        before = self._text[: quantity.start]
        if _COMPARED.search(before):
            clause = _CLAUSE.search(self._text, quantity.end)
            self._until = clause.start() if clause else len(self._text)
        elif _FROM.search(before):
            to = _TO.search(self._text, quantity.end)
            self._until = to.start() if to else len(self._text)
        elif _is_open(before):
            bracket = _CLOSED.search(self._text, quantity.end)
            self._until = bracket.start() if bracket else len(self._text)

    def judge(self, role: Role, quantity: Quantity) -> Role:
        """Return the role of a figure once its year is known: an earlier year's is none of ours."""
        if role not in (Role.ACTUAL, Role.RATE, Role.RATIO) or self._report is None:
            return role
        if self._year is None or (self._until is not None and quantity.start > self._until):
            return role
        if self._year >= self._report or _THIS_YEAR.search(self._text, self._named, quantity.start):
            return role
        last = self._year == self._report - 1 and role is Role.ACTUAL
        return Role.BASELINE if last else Role.OTHER


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _SENTENCE.finditer(text):
        if match[0] in "；;" and _is_open(text[start : match.start()]):
            continue  # （男性2,310人；女性2,940人）
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _role(
    entry: Entry, quantity: Quantity, start: int, previous: int, printed: Sequence[Formula]
) -> tuple[Role, Formula | None]:
    """Tell what a figure is from the words before it and the parts of the analysis it stands in."""
    if entry.section == "standard":
        return Role.TARGET, None
    if _TARGET_TITLE.fullmatch(entry.title) and not _OTHER_RESULT.match(entry.text, start):
        return Role.TARGET, None
    if quantity.kind == "percent":
        spoken, formula = _is_rate(_RATE, entry, quantity, start, printed)
        if spoken:
            return Role.RATE, formula
        growth = _growth_formula(entry, quantity, start, printed)
        if growth is not None:
            return Role.GROWTH, growth
    return _plain_role(entry, quantity, start, previous), None


def _plain_role(entry: Entry, quantity: Quantity, start: int, previous: int) -> Role:
    """Tell what a figure is that is no stated rate."""
    close = entry.text[previous : quantity.start]
    if _TARGET.search(close):
        return Role.TARGET
    if quantity.kind == "percent_point" or entry.section == "outlook":
        return Role.OTHER
    if quantity.kind == "percent" and _GROWTH.search(close):
        return Role.GROWTH
    if quantity.kind == "percent" and _RATIO.search(close):
        return Role.RATIO
    if _PARTIAL.search(_clause(entry.text[start : quantity.start])):
        return Role.OTHER
    return Role.ACTUAL


def _growth_formula(
    entry: Entry, quantity: Quantity, start: int, printed: Sequence[Formula]
) -> Formula | None:
    """Return the formula beside a percentage that is called growth, or is one's result."""
    spoken, formula = _is_rate(_GROWTH_RATE, entry, quantity, start, printed)
    return formula if spoken and formula else _growth_before(quantity, printed, entry.text)


def _growth_before(quantity: Quantity, printed: Sequence[Formula], text: str) -> Formula | None:
    """Return the growth formula whose result a percentage is: 【(630-600)/600】×100％=5％."""
    for formula in printed:
        between = text[formula.end : quantity.start].strip() if formula.is_growth else ""
        if between and not between.strip("=＝≒≈為約 "):
            return formula
    return None


def _clause(before: str) -> str:
    return _CLAUSE.split(before)[-1]


def _is_rate(
    words: re.Pattern[str], entry: Entry, quantity: Quantity, start: int, printed: Sequence[Formula]
) -> tuple[bool, Formula | None]:
    """Tell whether a percentage is a stated rate, and with which formula beside it."""
    before = entry.text[start : quantity.start]
    match = words.search(before)
    if match is None:
        return False, None
    while later := words.search(before, match.start("link")):
        match = later
    if _OTHERS_RATE.search(before[: match.start()]) or _is_of_a_group(entry, quantity):
        return False, None
    link = match["link"]
    link_start = quantity.start - len(link)
    formula: Formula | None = None
    for candidate in printed:
        if link_start <= candidate.start and candidate.end <= quantity.start:
            formula = candidate
            link = link[: candidate.start - link_start] + link[candidate.end - link_start :]
            break
    if not _LINK.fullmatch(_PASSED_OVER.sub("", link).strip("（(")):
        return False, None
    if formula is None:
        formula = next((f for f in printed if 0 <= f.start - quantity.end <= 1), None)
    return True, formula


def _is_of_a_group(entry: Entry, quantity: Quantity) -> bool:
    """Tell whether a rate only says which cases are meant: 達成率90%以上者, 未滿80%之學校."""
    behind = entry.text[quantity.end : quantity.end + 1]
    return behind == "者" or (quantity.bound != "=" and behind in ("之", "的"))


def _label(entry: Entry, quantity: Quantity, start: int) -> str:
    """Return the words of the sentence up to the figure: what is counted."""
    return entry.text[start : quantity.start].strip("，、。；：:(（ ")


def _speaks_for_all(mention: Mention) -> bool:
    """Tell whether a rate is said of all items: 各項達成率均為…, or 100 where all are met."""
    sentence = mention.entry.text[mention.start : mention.end]
    if _EACH.search(sentence):
        return True
    met = _ALL_MET.search(sentence) or _ALL_DONE.search(sentence)
    return bool(met) and mention.quantity.value == 100


def leaves_out(rate: Rate) -> bool:
    """Tell whether a sentence about all items leaves some out: 除第2項外，其餘均達成."""
    mention = rate.mention
    return bool(_BUT.search(mention.entry.text[mention.start : mention.end]))


def _is_mean(mention: Mention) -> bool:
    """Tell whether a rate is said to be a mean or the whole: 平均達成率, 整體達成率."""
    before = mention.entry.text[mention.start : mention.quantity.start]
    match = _RATE.search(before)
    return bool(match and _MEAN.search(before[: match.start()]))


def _rate(mention: Mention, mentions: Sequence[Mention], formula: Formula | None) -> Rate:
    """Gather what the sentence of a rate says before it, since the rate before that."""
    beside = [m for m in mentions if m.entry is mention.entry and m.start == mention.start]
    series = _series(mention, beside)
    floor = max(
        (_end_of(m) for m in beside if _is_earlier_rate(m, series[0])), default=mention.start
    )
    own = [m for m in beside if floor <= m.quantity.start < mention.quantity.start]
    behind = range(mention.quantity.end, _end_of(mention))
    own = [m for m in beside if m.quantity.start in behind and m.role in _FIGURES] or own
    return Rate(
        mention,
        formula,
        tuple(m for m in own if m.role is Role.TARGET),
        tuple(m for m in own if m.role in (Role.ACTUAL, Role.RATIO, Role.GROWTH)),
        tuple(m for m in own if m.role is Role.BASELINE),
        _speaks_for_all(mention),
        mention.role is Role.GROWTH,
        _is_mean(mention),
        (series.index(mention), len(series)),
    )


_FIGURES = (Role.TARGET, Role.ACTUAL)


def _end_of(rate: Mention) -> int:
    """Return where a rate ends, with a bracket right behind it: 達成率103%（目標300人，實際309人）."""
    bracket = _BRACKET.match(rate.entry.text, rate.quantity.end)
    return bracket.end() if bracket else rate.quantity.end


def _series(mention: Mention, beside: Sequence[Mention]) -> list[Mention]:
    """Return the rates that are told in one breath with this one, itself among them."""
    series = [mention]
    at = beside.index(mention)
    for last, following in pairwise(beside[at:]):
        if not _goes_on(last, following.entry, following.quantity):
            break
        series.append(following)
    for following, earlier in pairwise(reversed(beside[: at + 1])):
        if not _goes_on(earlier, following.entry, following.quantity):
            break
        series.insert(0, earlier)
    return series


def _is_earlier_rate(other: Mention, mention: Mention) -> bool:
    return other.role is Role.RATE and other.quantity.start < mention.quantity.start


def _headed_rates(entries: Sequence[Entry], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the percentages that end the entries under a heading 達成率 or 達成度.

    (二)達成度：
    1.洽談：130％。
    """
    for entry in _entries(entries):
        if not (_RATE_TITLE.match(entry.title) or _RATE_TITLE.match(_last_clause(entry))):
            continue
        for child in entry.children:
            own = [m for m in mentions if m.entry is child]
            if any(m.role is Role.RATE for m in own) or not own:
                continue
            last = own[-1]
            tail = child.text[last.quantity.end :].strip("。；;，,、及 ）)")
            if last.quantity.kind == "percent" and not tail and last.role is not Role.TARGET:
                yield last


def _last_clause(entry: Entry) -> str:
    return re.split("[，,：:。；]", entry.text.rstrip("：: "))[-1]


def _as_rate(headed: Mention) -> Mention:
    return replace(headed, role=Role.RATE)
