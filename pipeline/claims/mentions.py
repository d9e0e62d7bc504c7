"""Figures in their sentences: what each is, and the words about it.

A mention is a figure of the running text with its role: a target, what was reached, last year's, a
stated rate. A rate gathers the mentions of its own sentence.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

import regex

from pipeline.claims import outlines
from pipeline.claims.outlines import Entry
from pipeline.claims.records import Figure, Reason
from pipeline.patterns import late
from pipeline.quantities import Formula, Quantity, canonical_counter
from pipeline.records import Row

RATE_WORDS = (
    "目標達成率", "目標達成度", "達成率", "達成度", "達標率", "達成比率", "達成比例", "達成百分比", "目標百分比",
)  # fmt: skip
RATIO_WORDS = (
    "比率", "比例", "占比", "佔比", "合格率", "涵蓋率", "覆蓋率", "使用率", "普及率", "參與率", "完成率",
    "執行率", "回收率", "抽查率", "查核率", "就業率", "及格率", "通過率", "改善率", "結案率",
)  # fmt: skip
SOME_RATE = r"(?<![效費稅利匯機頻功倍])[^\W\d_]{1,5}(?<![效費稅利匯機頻倍])(?<!(?<!成)功)率"
"""Any other name of a share (not 功率, but 成功率); that it is one has to follow from its counts."""
GROWTH_WORDS = "成長|提升|提高|增加|增長|增"
DROP_WORDS = "降低|減少|下降|縮短|減"
PASSING_WORDS = ("占", "佔", "女性", "男性", "預算", "經費", "執行率")
REVISED = regex.compile(
    r"(?:修正|修訂|調整|變更|調降|調升|下修|上修)(?:後[^，。；]{0,8}|[^，。；]{0,6}[為至成到])$"
)
_GROUPING = regex.compile(r",[0-9]{3}(?![0-9])")
_SUMS_UP = regex.compile(r"(?:共計|合計|總計|全年|共有|總共|共)[^，。；0-9]{0,8}$|，計$")
_OF_WHICH = late(r"(?:[占佔達為]|達成|相當於)(?:本?年度|全年|預[定計]|原[定訂])*目標(?:值|數|量)?$")
_THAT_OF = late(r"\s*[之的](?:比[率例])?[約僅已達為]*\s*")
_MET_TARGET = late(r"達成?(?:本?年度|預[定計]|原[定訂])*目標(?:值|數)?[為達計]?$")
_RATE_BEHIND = late("|".join(RATE_WORDS))
CLAUSE = regex.compile(r"[，：:]|,(?![0-9]{3}(?![0-9]))")


class Role(StrEnum):
    """What a figure is in its sentence."""

    TARGET = "target"
    ACTUAL = "actual"
    BASELINE = "baseline"
    RATE = "rate"
    RATIO = "ratio"
    GROWTH = "growth"
    OTHER = "other"

    __hash__ = str.__hash__  # that of `Enum` takes a call


class Mention(NamedTuple):
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
    cumulative: bool = False
    """A figure of several years (自101年起累計), where the row's target is that of one."""
    doubt: Reason | None = None
    """Why a rate may be that of other figures than those about it."""

    @property
    def figure(self) -> Figure:
        """Return the quantity with its sentence and place."""
        entry, quantity = self.entry, self.quantity
        sentence = self.sentence
        blank = len(entry.text[self.start : self.end].rstrip()) - len(sentence)
        start = quantity.start - self.start - blank
        return Figure(quantity, sentence, entry.place(quantity.start, quantity.end), start)

    @property
    def sentence(self) -> str:
        """Return the sentence that it stands in."""
        return self.entry.text[self.start : self.end].strip()

    @property
    def unit(self) -> str:
        """Return the counter or percent sign."""
        return self.quantity.unit

    @property
    def in_brackets(self) -> bool:
        """Tell whether it stands in brackets of its sentence."""
        before = self.entry.text[self.start : self.quantity.start]
        return is_open(before)


class Goal(NamedTuple):
    """What a row measures: the figures of its target cell, the words of that and its indicator."""

    values: frozenset[object]
    words: str
    percent: bool
    """Whether a target is a percentage, so that a percentage may be what was reached."""


class Rate(NamedTuple):
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
    words: str = ""
    """The words before it, since the rate before that: 演習2次（達成率 behind 視察13次（達成率108%）."""


class Listed(NamedTuple):
    """A run 1, 2, 3 … of the analysis that lists as many entries as a row has items."""

    heads: Sequence[Entry]
    places: Mapping[int, int]
    """For the ids of its entries and all under them, where in the list they stand."""


@dataclass  # not frozen, as `records.Line` is not
class Statements:
    """All that a row states, in the order of print.

    What is asked again and again, for each item or rate, is sorted out once.
    """

    row: Row
    cells: dict[str, tuple[Entry, ...]]
    mentions: tuple[Mention, ...]
    rates: tuple[Rate, ...]
    roc_year: int | None
    formulas: Mapping[int, Sequence[Formula]]
    """The formulas of those entries of the analysis that hold figures, by the entries' ids."""
    reached: tuple[Mention, ...] = ()
    """The figures of the column of actual figures, read as sentences are."""
    other: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    """The columns whose header has no role, by that."""
    lower_marks: frozenset[str] = frozenset()
    """The marks that the document says to stand for lower is better."""
    group: str = ""
    """What tells the columns of the row from others beside them: 第1季, 公文處理天數."""
    lists: dict[tuple[str | None, int], Listed] = field(default_factory=dict, init=False)
    """The lists of the analysis that were looked for, by part and length."""
    _figures: dict[int, Figure] = field(default_factory=dict, init=False)
    _runs: dict[str, Sequence[list[Entry]]] = field(default_factory=dict, init=False)
    _numbered: dict[str, Sequence[Entry]] = field(default_factory=dict, init=False)
    _with_role: dict[tuple[Role, tuple[str | None, ...]], Sequence[Mention]] = field(
        default_factory=dict, init=False
    )

    @cached_property
    def by_role(self) -> Mapping[Role, Sequence[Mention]]:
        """Return the mentions of each role that there is, in the order of print."""
        sorted_out: dict[Role, list[Mention]] = {}
        for mention in self.mentions:
            sorted_out.setdefault(mention.role, []).append(mention)
        return sorted_out

    @cached_property
    def revised(self) -> Sequence[Mention]:
        """Return the targets that were changed in the course of the year."""
        return [mention for mention in self.mentions if mention.revised]

    @cached_property
    def sentences(self) -> Mapping[tuple[int, int], Sequence[Mention]]:
        """Return the mentions of each sentence: of an entry by its id, from a place in its text."""
        sorted_out: dict[tuple[int, int], list[Mention]] = {}
        for mention in self.mentions:
            sorted_out.setdefault((id(mention.entry), mention.start), []).append(mention)
        return sorted_out

    @cached_property
    def order_of_rates(self) -> Mapping[str | None, Mapping[int, int]]:
        """Return for each part of the analysis the ids of its rates and their order.

        Those that speak for all items are left out.
        """
        order: defaultdict[str | None, dict[int, int]] = defaultdict(dict)
        for rate in self.rates:
            if not rate.all_met:
                of_section = order[rate.mention.entry.section]
                of_section[id(rate)] = len(of_section)
        return order

    @cached_property
    def occurrences(self) -> Mapping[int, int]:
        """Return beside how many rates a figure stands as one that was reached, by its id."""
        return Counter([id(mention) for rate in self.rates for mention in rate.actuals])

    @cached_property
    def counts(self) -> Mapping[str, Mapping[object, Sequence[Mention]]]:
        """Return the figures that are no targets by the one name of their counter, and by value."""
        sorted_out: defaultdict[str, dict[object, list[Mention]]] = defaultdict(dict)
        for mention in self.mentions:
            if mention.role is not Role.TARGET:
                by_value = sorted_out[canonical_counter(mention.unit)]
                by_value.setdefault(mention.quantity.value, []).append(mention)
        return sorted_out

    @cached_property
    def measures(self) -> Sequence[Entry]:
        """Return the entries with figures of the indicator and of what is measured (衡量標準)."""
        named = outlines.walk_entries(self.cells.get("indicator", ()))
        analysis = outlines.walk_entries(self.cells.get("analysis", ()))
        measured = [entry for entry in analysis if entry.section == "standard" and entry.found]
        return [*[entry for entry in named if entry.found], *measured]

    def figure(self, mention: Mention) -> Figure:
        """Return the figure of a mention that is told of for many rates."""
        figure = self._figures.get(id(mention))
        if figure is None:
            figure = self._figures[id(mention)] = mention.figure
        return figure

    def runs(self, role: str) -> Sequence[list[Entry]]:
        """Return the runs 1, 2, 3 … of a cell, as `outlines.find_runs` gives them."""
        runs = self._runs.get(role)
        if runs is None:
            runs = self._runs[role] = list(outlines.find_runs(self.cells.get(role, ())))
        return runs

    def numbered(self, role: str) -> Sequence[Entry]:
        """Return the longest run of a cell, as `outlines.longest_run` does."""
        run = self._numbered.get(role)
        if run is None:
            run = self._numbered[role] = max(self.runs(role), key=len, default=[])
        return run

    def with_role(self, role: Role, *sections: str | None) -> Sequence[Mention]:
        """Return the mentions of a role in these parts of the analysis (all where none is named)."""
        told = self.by_role.get(role, ())
        if not sections:
            return told
        found = self._with_role.get((role, sections))
        if found is None:
            found = self._with_role[role, sections] = [
                m for m in told if m.entry.section in sections
            ]
        return found


def is_open(before: str) -> bool:
    """Tell whether a bracket stays open."""
    return before.count("(") + before.count("（") > before.count(")") + before.count("）")


def last_clause(before: str) -> str:
    """Return the last clause of the words before a figure."""
    mark = before.rfind("，") + 1
    for other in "：:":
        mark = before.rfind(other, mark) + 1 or mark
    comma = before.rfind(",", mark)
    if comma < 0:
        return before[mark:]
    while comma >= 0 and _GROUPING.match(before, comma):
        comma = before.rfind(",", mark, comma)
    return before[max(mark, comma + 1) :]


def is_revised(before: str) -> bool:
    """Tell whether words say that a target was changed to the figure behind them."""
    return bool(REVISED.search(last_clause(before)))


def label_before(before: str) -> str:
    """Return the words of the sentence up to the figure: what is counted."""
    return before.strip("，、。；：:(（ ")


def is_total(mention: Mention) -> bool:
    """Tell whether a figure is said to sum up others: 合計250場."""
    return bool(_SUMS_UP.search(mention.label))


def last_words(mention: Mention) -> str:
    """Return the words of a figure's own clause."""
    label = mention.label
    return label[max(map(label.rfind, "，、；,：")) + 1 :]


def is_of_printed_target(entry: Entry, quantity: Quantity, start: int, goal: Goal) -> bool:
    """Tell whether a percentage is said to be of the row's target, which is printed again: 占目標值40場之95%."""
    earlier = [q for q in entry.found if start <= q.start and q.end <= quantity.start]
    return (
        bool(earlier)
        and earlier[-1].value in goal.values
        and bool(_OF_WHICH.search(entry.text[start : earlier[-1].number_start]))
        and bool(_THAT_OF.fullmatch(entry.text, earlier[-1].end, quantity.start))
    )


def is_target_again(entry: Entry, quantity: Quantity, before: str, goal: Goal) -> bool:
    """Tell whether a percentage is the target that was met, its rate behind it: 達成目標值15%，達成率105%."""
    return (
        quantity.value in goal.values
        and bool(_MET_TARGET.search(before))
        and bool(_RATE_BEHIND.match(entry.text, _clause_behind(entry.text, quantity.end)))
    )


def _clause_behind(text: str, end: int) -> int:
    """Return where the next clause begins."""
    return end + len(text[end:]) - len(text[end:].lstrip("，, 、；"))
