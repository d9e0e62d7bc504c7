"""Content -> a document in one of the shapes that agencies print, and the cells of its rows.

A row of the truth lists the paragraphs of each cell by role; columns that have no role of the
contract stand under ``other`` by their header.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from random import Random
from typing import Any

from tests.layouts import words
from tests.layouts.generator import (
    NUMERALS,
    Figure,
    Item,
    Needs,
    Report,
    Row,
    Weights,
    draw_habit,
    generate,
    grouped,
    other_figure,
)
from tests.layouts.page import (
    Align,
    Beside,
    Block,
    Break,
    Cell,
    Chart,
    Document,
    Rules,
    Table,
    Text,
)

Truth = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Look:
    """How a document is printed; what is empty or None is drawn."""

    font: str = "Noto Sans CJK TC"
    size: float = 0
    rules: Rules | None = None
    repeats: bool | None = None
    landscape: bool | None = None
    furniture: int | None = None
    columns: tuple[str, ...] = ()
    units: str = ""
    two_lines: bool | None = None
    goal: str = ""
    continued: str | None = None
    weights: Weights | None = None
    rows: int = 0
    letter_spaced: bool | None = None
    second: str | None = None
    """The other shape of a mixed document."""
    errors: float = 0.12
    fresh: bool = False
    """Other header words, and perhaps shaded rows or goals on lines of their own."""
    zebra: bool | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """A document with its truth."""

    document: Document
    shape: str
    layout: str
    report: Report
    rows: tuple[Row, ...]
    cells: tuple[Truth, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A run of blocks with the rows that they show."""

    blocks: tuple[Block, ...]
    rows: tuple[Row, ...]
    cells: tuple[Truth, ...]


ROLES = ("goal", "indicator", "weight", "standard", "target", "actual", "rate", "analysis")
HEADERS: dict[str, tuple[str, ...]] = {
    "goal": (
        "年度績效目標",
        "策略績效目標",
        "關鍵策略目標",
        "年度施政目標",
        "施政目標",
        "工作計畫",
        "業務計畫",
    ),
    "indicator": ("衡量指標", "關鍵績效指標", "績效指標", "績效衡量指標", "評估指標", "考成項目"),
    "weight": ("權重", "權重(%)", "權數", "配分"),
    "standard": ("衡量標準", "評估方式", "計算方式", "評分說明"),
    "target": ("原定目標值", "原訂目標值", "年度目標值", "目標值"),
    "actual": ("實際值", "實際達成值", "年度實際值", "達成值", "實績值"),
    "rate": ("達成率", "達成度", "目標達成度", "目標達成率"),
    "analysis": ("績效衡量暨達成情形分析", "達成情形分析", "辦理情形", "執行情形", "說明"),
    "unit": ("單位",),
    "remark": ("備註",),
    "serial": ("項次", "編號"),
    "first": ("初核", "初核結果"),
    "second": ("複核", "複核結果"),
}
FRESH: dict[str, tuple[str, ...]] = {
    "goal": ("施政重點", "重點工作", "單位績效目標", "計畫目標", "機關年度施政目標"),
    "indicator": ("評核指標", "績效衡量項目", "衡量項目", "考核指標", "指標名稱", "各項績效指標"),
    "weight": ("比重", "權分", "配分比重"),
    "standard": ("衡量基準", "評估標準", "評分標準", "衡量方式"),
    "target": ("預期目標", "預定目標值", "原定目標", "目標數", "年度預期目標值"),
    "actual": ("實際數", "執行結果", "實際成果", "實際達成數", "年度實績", "實際執行成果"),
    "rate": ("達標率", "達成比率", "達成百分比", "執行率", "完成率"),
    "analysis": ("執行情形說明", "差異說明", "未達成原因說明", "自我評估報告"),
    "unit": ("計量單位", "衡量單位"),
    "remark": ("附註", "承辦單位"),
    "first": ("初評", "自評"),
    "second": ("複評", "評核結果"),
}
"""Words of other agencies."""
WIDTHS = {
    "goal": 2.7, "indicator": 3.3, "weight": 1.3, "standard": 3.2, "target": 2.3, "actual": 2.3,
    "rate": 1.8, "analysis": 6.0, "unit": 1.4, "remark": 2.4, "serial": 1.1, "first": 1.3,
    "second": 1.3, "second level": 1.8, "score": 1.3,
}  # fmt: skip
ORDERS = (
    ("goal", "indicator", "target", "actual", "rate"),
    ("goal", "indicator", "weight", "target", "actual", "rate", "first", "second"),
    ("goal", "indicator", "standard", "target", "actual", "rate", "analysis"),
    ("goal", "indicator", "actual", "target", "rate", "analysis"),
    ("serial", "goal", "indicator", "rate", "target", "actual"),
    (
        "goal",
        "indicator",
        "weight",
        "standard",
        "target",
        "actual",
        "rate",
        "first",
        "second",
        "remark",
    ),
    ("indicator", "target", "rate", "actual", "remark"),
    ("goal", "indicator", "analysis", "target", "actual", "rate"),
    ("serial", "indicator", "weight", "target", "actual", "rate", "analysis"),
    ("goal", "weight", "indicator", "target", "actual", "rate", "first", "second", "analysis"),
)
BRACKETS: tuple[Weights, ...] = ("", "", "brackets", "goal brackets")
RULES: tuple[Rules, ...] = (
    "grid",
    "grid",
    "grid",
    "thick",
    "horizontal",
    "booktabs",
    "none",
    "dotted",
    "dashed",
    "double",
)
FURNITURE = (
    ("", "第 {n} 頁，共 {of} 頁", 1),
    ("{agency}　{year}年度施政績效報告", "- {n} -", 1),
    ("", "(0801)-{n}", 17),
    ("{title}", "{n}", 1),
    ("", "", 1),
)
SHAPES = ("prose", "columns", "form", "mixed", "beside", "mainland")


def weighed(truth: Truth) -> Truth:
    """Return the cells of a row with a weight in brackets where it belongs, in a column of weights."""
    found = {
        key: re.search(r"[(（](?:權數:)?(\d+%?)[)）]$", truth[key][-1])
        for key in ("indicator", "goal")
        if truth.get(key)
    }
    weights = {key: match for key, match in found.items() if match}
    if not weights or "weight" in truth:
        return truth
    cut = {key: [*truth[key][:-1], truth[key][-1][: m.start()]] for key, m in weights.items()}
    return {**truth, **cut, "weight": [next(iter(weights.values()))[1]]}


# --------------------------------------------------------------------------- prose


def prose(rng: Random, needs: Needs, look: Look, width: float) -> tuple[Report, Part]:
    """The rates are told in an analysis column."""
    needs = replace(
        needs,
        items=(1, 1, 2, 3, 4),
        growth=True,
        all_met=True,
        gaps=0.04,
        units="cell",
        under_a_goal=rng.choice(((1, 1), (1, 1), (1, 2))),
    )
    report = generate(rng, needs)
    cells = []
    for row in report.rows:
        listed = len(row.items) > 1
        dot = rng.choice(("{n}.", "{n}. ")) if listed else ""
        names = [i.label + (i.target_text if i.growth else "") for i in row.items]
        targets = [i.target_text for i in row.items]
        cells.append(
            {
                "goal": [f"{NUMERALS[row.goal_no - 1]}、{row.goal}"],
                "indicator": [dot.format(n=n) + t for n, t in enumerate(names, 1)],
                "target": [dot.format(n=n) + t for n, t in enumerate(targets, 1)],
                "analysis": _analysis(rng, row, report),
            }
        )
    fractions = (0.16, 0.16, 0.13, 0.55)
    heads = ("goal", "indicator", "target", "analysis")
    table = Table(
        tuple(width * f for f in fractions),
        (
            tuple(
                Cell((rng.choice(HEADERS[h][: 1 if h == "analysis" else 4]),), align="center")
                for h in heads
            ),
        ),
        tuple(tuple(Cell(tuple(truth[h]), align="justify") for h in heads) for truth in cells),
        rules=look.rules or "grid",
        repeats=look.repeats is not False,
        size=look.size,
    )
    return report, Part((table,), report.rows, tuple(cells))


def _words(figure: Figure) -> str:
    """Print a figure in a sentence: its unit and bound in words."""
    bare = figure.bare.lstrip("≥≤") + figure.printed_unit
    return bare + {">=": "以上", "<=": "以內"}.get(figure.bound, "")


def _analysis(rng: Random, row: Row, report: Report) -> list[str]:
    """Write the analysis of a prose row: standard, progress, targets and rates, benefit."""
    items, sign, year = row.items, report.habit.sign, report.year
    lines = [f"一、衡量標準：{row.standard}"]
    beside = rng.random() < 0.6
    all_met = items[0].all_met
    done = rng.choice(("實際完成", "實際達", "實際辦理"))
    if beside and not all_met:
        lines.append(f"二、辦理情形：{row.before}{row.after}")
    elif len(items) == 1:
        lines.append(f"二、辦理情形：{row.before}{_progress(items[0], year)}{row.after}")
    else:
        lines.append(f"二、辦理情形：{row.before}")
        lines += [f"({NUMERALS[n]}){_progress(item, year)}" for n, item in enumerate(items)]
    results = []
    for item in items:
        if all_met:
            break
        told = _result(item, sign, year, f"，{done}" if beside else "")
        results.append(told)
    if all_met:
        lines.append(f"三、年度目標值及達成率：各項目標值均達成，達成率100{sign}。")
    elif len(results) == 1:
        lines.append(f"三、年度目標值及達成率：{results[0]}")
    else:
        lines.append("三、年度目標值及達成率：")
        lines += [f"({NUMERALS[n]}){text}" for n, text in enumerate(results)]
    lines.append(f"四、效益：{row.benefit}")
    return lines


def _progress(item: Item, year: int) -> str:
    if item.actual is None:
        return f"{item.label}本年度未辦理統計。"
    if item.growth:
        assert item.baseline is not None
        name = item.label.split("較")[0]
        return f"{name}{year}年為{_words(item.actual)}，{year - 1}年為{_words(item.baseline)}。"
    return f"{item.label}{year}年度計{_words(item.actual)}。"


def _result(item: Item, sign: str, year: int, done: str) -> str:
    if item.target is None:
        return f"{item.label}本年度未訂目標值，{_progress(item, year)}"
    if item.growth:
        assert item.actual is not None
        assert item.baseline is not None
        name = item.label.split("較")[0]
        new, old = _words(item.actual), _words(item.baseline)
        met = "已達" if Fraction(item.stated) >= item.target.value else "未達"
        return (
            f"{name}成長率【({new}-{old})/{old}】×100％={item.stated}{sign}，"
            f"{met}較{year - 1}年提升{item.target_text}之目標。"
        )
    text = f"{item.label}目標值{_words(item.target)}"
    if done and item.actual is not None:
        text += done + _words(item.actual)
    return text + (f"，達成率{item.stated}{sign}。" if item.stated else "。")


# --------------------------------------------------------------------------- columns


def columns(rng: Random, needs: Needs, look: Look, width: float) -> tuple[Report, Part]:
    """One indicator to a line; target, actual figure and rate in columns of their own."""
    order = list(look.columns or rng.choice(ORDERS))
    units = look.units or rng.choice(("cell", "cell", "cell", "cell", "column", "column", "header"))
    if units == "header":
        kind, unit = rng.choice((("money", "元"), ("count", "人次"), ("percent", "%")))
        needs = replace(
            needs, units="header", measure_kind=kind, unit=unit, rows=min(needs.rows, 6)
        )
    elif units == "column":
        needs = replace(needs, units="column")
        if "unit" not in order:
            order.insert(
                rng.choice((order.index("target"), len(order) - 1, order.index("indicator") + 1)),
                "unit",
            )
    weights = rng.choice(BRACKETS) if look.weights is None else look.weights
    needs = replace(
        needs,
        weights="column" if "weight" in order else weights,
        items=(1, 1, 1, 1, 2) if units == "cell" and rng.random() < 0.25 else (1,),
        differing_notes=0.12 if "analysis" in order else 0.0,
    )  # fmt: skip
    report = generate(rng, needs)
    style = _ColumnStyle(rng, report, order, units, look)
    if look.fresh:
        style.freshen(needs)
    cells = tuple(style.truth(number, row) for number, row in enumerate(report.rows, 1))
    table = style.table(report.rows, cells, width)
    return report, Part((table,), report.rows, cells)


class _ColumnStyle:
    """The header and the cells of a table with a column for each figure."""

    def __init__(
        self, rng: Random, report: Report, order: Sequence[str], units: str, look: Look
    ) -> None:
        self.rng, self.report, self.look = rng, report, look
        self.order = tuple(order)
        self.units = units
        self.signed = rng.random() < 0.45
        self.headers = {key: rng.choice(HEADERS[key]) for key in order}
        if rng.random() < 0.3 and self.headers["target"].startswith(("原", "目")):
            self.headers["target"] = (
                f"{report.year}年度{self.headers['target'].removeprefix('原定').removeprefix('原訂')}"
            )
        if self.headers["target"].startswith(str(report.year)):
            self.headers["actual"] = f"{report.year}年度實際值"
        if not self.signed and rng.random() < 0.85:
            self.headers["rate"] += rng.choice(("(%)", "（%）", "（％）"))
        self.unit_word = ""
        if units == "header":
            unit = next(i.target.printed_unit for r in report.rows for i in r.items if i.target)
            self.unit_word = unit
            opened, closed = rng.choice((("(", ")"), ("（", "）"), ("(單位：", ")")))
            for key in ("target", "actual"):
                self.headers[key] += f"{opened}{unit}{closed}"
        spaced = rng.random() < 0.2 if look.letter_spaced is None else look.letter_spaced
        if spaced:
            for key in ("goal", "indicator", "rate", "unit", "remark", "weight"):
                word = self.headers.get(key, "")
                if 0 < len(word) <= 4 and word.isalpha():
                    self.headers[key] = ("　" if len(word) < 4 else " ").join(word)
        self.merged = (look.goal or rng.choice(("merged", "merged", "repeated"))) == "merged"
        two = rng.random() < 0.3 if look.two_lines is None else look.two_lines
        self.two = self._groups() if two else ()
        self.told_rate = rng.random() < 0.5
        self.numerals = rng.random() < 0.75
        self.zebra = self.lines = False

    def freshen(self, needs: Needs) -> None:
        """Take other words for the headers; shade every other row, or give goals lines of their own."""
        rng = self.rng
        for key in self.order:
            if key in FRESH and not (key in ("target", "actual") and self.unit_word):
                mark = re.search(r"[(（].*$", self.headers[key])
                self.headers[key] = rng.choice(FRESH[key]) + (mark[0] if mark else "")
        style = (
            rng.choice(("zebra", "lines", "lines", "")) if not self.look.goal else self.look.goal
        )
        if self.look.zebra is not None:
            style = "zebra" if self.look.zebra else style
        self.zebra = style == "zebra"
        self.merged = self.merged and not self.zebra
        if style == "lines" and self.order[0] == "goal":
            self.lines, self.numerals, self.merged = True, True, False
            self.two = ()

    def _groups(self) -> tuple[tuple[str, int, tuple[str, ...]], ...]:
        """Return header cells that stand over several: the word, its first column, the words below."""
        order, year = self.order, self.report.year
        found: list[tuple[str, int, tuple[str, ...]]] = []
        target = order.index("target")
        if self.units == "column" and order[target : target + 2] == ("target", "unit"):
            return (("年度目標值", target, ("數值", "單位")),)
        if self.unit_word == "千元":
            money = ("金額（千元）",)
            found = [
                (f"年度{w}", order.index(k), money)
                for k, w in (("target", "目標值"), ("actual", "實際值"))
            ]
        if self.units == "cell":
            for run in (("target", "actual", "rate"), ("actual", "target", "rate")):
                if order[target if run[0] == "target" else target - 1 :][:3] == run:
                    at = order.index(run[0])
                    word = self.rng.choice((f"{year}年度", "年度績效", "執行績效"))
                    names = {"target": "目標值", "actual": "實際值", "rate": self.headers["rate"]}
                    found.append((word, at, tuple(names[k] for k in run)))
        if order[-2:] == ("first", "second") or ("first" in order and "second" in order):
            at = order.index("first")
            if order[at + 1 : at + 2] == ("second",):
                found.append(("評估結果", at, ("初核", "複核")))
        return tuple(sorted(found, key=lambda group: group[1]))

    def header_of(self, key: str) -> str:
        at = self.order.index(key)
        for _, first, below in self.two:
            if first <= at < first + len(below):
                return below[at - first]
        return self.headers[key]

    def truth(self, number: int, row: Row) -> Truth:
        """Return the cells of a row; the header names those without a role."""
        listed = len(row.items) > 1
        marks = [f"{n}." if listed else "" for n in range(1, len(row.items) + 1)]
        items = list(zip(marks, row.items, strict=True))
        sign = self.report.habit.sign if self.signed or listed else ""
        goal = f"{NUMERALS[row.goal_no - 1]}、{row.goal}" if self.numerals else row.goal
        bare = "%" in self.headers.get("weight", "") or self.headers.get("weight") in (
            "權數",
            "配分",
        )
        written = {
            "goal": [goal],
            "indicator": row.indicator.split("\n"),
            "weight": [row.weight + ("" if bare else "%")],
            "standard": [row.standard],
            "target": [mark + item.target_text for mark, item in items],
            "actual": [mark + item.actual_text for mark, item in items],
            "rate": [m + (i.stated + sign if i.stated else i.na) for m, i in items],
            "analysis": self._note(row) if "analysis" in self.order else [],
            "unit": [self._unit(row)],
            "remark": [row.after if number % 3 == 1 else ""],
            "serial": [str(number)],
            "first": [row.reviews[0]],
            "second": [row.reviews[1]],
        }
        cells: Truth = {key: written[key] for key in self.order if key in ROLES}
        other = {self.header_of(key): written[key] for key in self.order if key not in ROLES}
        return {**cells, **({"other": other} if other else {})}

    def _unit(self, row: Row) -> str:
        item = row.items[0]
        figure = item.target or item.actual
        return figure.printed_unit if figure else "-"

    def _note(self, row: Row) -> list[str]:
        told = []
        for item in row.items:
            if item.target is None or item.actual is None or not item.stated:
                continue
            target, actual = item.target, item.actual
            first, second = _words(target), _words(actual)
            if item.noted == "R401":
                first = _words(replace(target, bare=other_figure(self.rng, target)))
            if item.noted == "R402":
                second = _words(replace(actual, bare=other_figure(self.rng, actual)))
            # A rate beside a figure that differs would be a claim of its own.
            told_rate = self.told_rate and not item.noted
            rate = f"，達成率{item.stated}{self.report.habit.sign}" if told_rate else ""
            name = item.label if len(row.items) > 1 else "本年度"
            told.append(f"{name}目標值為{first}，實際值為{second}{rate}。")
        if len(told) > 1:
            return [
                row.before,
                *(f"({NUMERALS[n]}){text}" for n, text in enumerate(told)),
                row.after,
            ]
        return [row.before + "".join(told) + row.after]

    def table(self, rows: Sequence[Row], cells: Sequence[Truth], width: float) -> Table:
        look = self.look
        rules = look.rules if look.rules is not None else self.rng.choice(RULES)
        shown = tuple(key for key in self.order if not (key == "goal" and self.lines))
        total = sum(WIDTHS[key] for key in shown)
        widths = tuple(WIDTHS[key] * width / total for key in shown)
        aligns: dict[str, Align] = {
            key: self.rng.choice(("center", "right", "left"))
            for key in ("target", "actual", "rate")
        }
        body = []
        for number, (row, truth) in enumerate(zip(rows, cells, strict=True)):
            line = []
            if self.lines and not (number and rows[number - 1].goal_no == row.goal_no):
                body.append((Cell(tuple(truth["goal"]), columns=len(shown)),))
            for key in shown:
                if key == "goal" and self.merged:
                    if number and rows[number - 1].goal_no == row.goal_no:
                        continue
                    run = sum(r.goal_no == row.goal_no for r in rows[number:])
                    # Without a rule below it, only the first line tells where a goal begins.
                    middle = run > 1 and rules not in ("none", "booktabs")
                    line.append(Cell(tuple(truth["goal"]), rows=run, middle=middle))
                    continue
                text = truth[key] if key in truth else truth["other"][self.header_of(key)]
                align = aligns.get(key, "justify" if key in ("analysis", "indicator") else "left")
                if key in ("first", "second", "serial", "unit", "weight"):
                    align = "center"
                line.append(Cell(tuple(text), align=align))
            body.append(tuple(line))
        return Table(
            widths,
            self._head(),
            tuple(body),
            rules=rules,
            repeats=self.rng.random() < 0.75 if look.repeats is None else look.repeats,
            shaded=self.rng.random() < 0.3,
            keep=self.rng.random() < 0.4,
            size=look.size,
            zebra=self.zebra,
        )

    def _head(self) -> tuple[tuple[Cell, ...], ...]:
        if not self.two:
            shown = [key for key in self.order if not (key == "goal" and self.lines)]
            return (tuple(Cell((self.headers[key],), align="center") for key in shown),)
        above, below, at = [], [], 0
        while at < len(self.order):
            group = next((g for g in self.two if g[1] == at), None)
            if group is None:
                above.append(Cell((self.headers[self.order[at]],), rows=2, align="center"))
                at += 1
                continue
            word, _, names = group
            above.append(Cell((word,), columns=len(names), align="center"))
            below += [Cell((name,), align="center") for name in names]
            at += len(names)
        return (tuple(above), tuple(below))


def parted(rng: Random, part: Part, how: str, *, chart: bool) -> Part:
    """Cut a table between two pages by hand: a mark, a page break, perhaps a picture between."""
    table = next(block for block in part.blocks if isinstance(block, Table))
    count = len(table.body)
    at = count // 2
    # Only where no merged cell is cut.
    whole = [n for n in range(1, count) if len(table.body[n]) == len(table.widths)]
    if not whole:
        return part
    at = min(whole, key=lambda n: abs(n - at))
    first = replace(table, body=table.body[:at])
    second = replace(table, body=table.body[at:])
    blocks: list[Block] = [first]
    if how == "header":
        blocks.append(Text("（接次頁）", "right"))
    if chart:
        bars = tuple((f"{n}月", rng.randint(15, 55)) for n in (3, 6, 9, 12))
        blocks += [Text("圖1　各季辦理件數變化", "center"), Chart(bars), Break()]
    else:
        blocks.append(Break())
    if how == "續":
        blocks.append(Text("表1　年度績效目標達成情形（續）", "center"))
    elif how == "承上頁":
        blocks.append(Text("（承上頁）", "right"))
    if how == "no header":
        second = replace(second, head=())
    blocks.append(second)
    return replace(part, blocks=tuple(blocks))


# --------------------------------------------------------------------------- form


def form(rng: Random, needs: Needs, look: Look, width: float) -> tuple[Report, Part]:
    """Headings, a small table of years for each indicator, and running text."""
    needs = replace(
        needs,
        years=rng.choice((3, 4, 4)),
        units="cell",
        items=(1,),
        weights=rng.choice(BRACKETS) if look.weights is None else look.weights,
    )
    report = generate(rng, needs)
    first = report.year - needs.years + 1
    years = list(range(first, report.year + 1))
    heading = rng.choice(("{n}、關鍵策略目標：{goal}", "（{n}）關鍵策略目標：{goal}"))
    under = rng.choice(
        ("{k}.關鍵績效指標：{name}", "({k})關鍵績效指標：{name}", "{k}、關鍵績效指標：{name}")
    )
    names = (
        rng.choice(("原訂目標值", "原定目標值", "年度目標值")),
        "實際值",
        rng.choice(("達成度(%)", "達成度", "達成率(%)", "達成度（％）")),
    )
    in_label = rng.random() < 0.4
    signed = "(" not in names[2] and "（" not in names[2]
    reviews = rng.random() < 0.7
    empty = rng.choice(("", "-", "—"))
    rules = look.rules if look.rules is not None else rng.choice(RULES)
    blocks: list[Block] = []
    cells = []
    for number, row in enumerate(report.rows):
        before = report.rows[number - 1] if number else None
        if before is None or before.goal_no != row.goal_no:
            blocks.append(
                Text(heading.format(n=NUMERALS[row.goal_no - 1], goal=row.goal), "heading")
            )
            place = 0
        place += 1
        blocks.append(Text(under.format(k=place, name=row.indicator), "heading2"))
        units = {f.printed_unit for i in row.items for f in (i.target, i.actual) if f}
        bare = in_label and len(units) == 1
        truth = form_cells(rng, row, report, signed=signed, in_label=bare, reviews=reviews)
        by_year = {item.period: n for n, item in enumerate(row.items)}
        label = names[0]
        if bare:
            label += f"(單位：{units.pop()})"
        body = []
        for role, name in (("target", label), ("actual", names[1]), ("rate", names[2])):
            shown = [truth[role][by_year[y]] if y in by_year else empty for y in years]
            body.append((Cell((name,)), *(Cell((text,), align="center") for text in shown)))
        if reviews:
            for name in ("初核結果", "複核結果"):
                shown = [truth["other"][name][by_year[y]] if y in by_year else empty for y in years]
                body.append((Cell((name,)), *(Cell((text,), align="center") for text in shown)))
        side = 3.6
        blocks.append(
            Table(
                (side, *((width - side) / len(years) for _ in years)),
                (
                    (
                        Cell(("項目",), align="center"),
                        *(Cell((f"{y}年度",), align="center") for y in years),
                    ),
                ),
                tuple(body),
                rules=rules,
                keep=True,
                repeats=False,
                size=look.size,
            )
        )
        blocks.append(Text("衡量標準："))
        blocks += [Text(text) for text in truth["standard"]]
        blocks.append(Text("績效衡量暨達成情形分析："))
        blocks += [Text(text) for text in truth["analysis"]]
        cells.append(truth)
    return report, Part(tuple(blocks), report.rows, tuple(cells))


def form_cells(
    rng: Random, row: Row, report: Report, *, signed: bool, in_label: bool, reviews: bool
) -> Truth:
    def bare(figure: Figure | None, text: str) -> str:
        if figure is None or not in_label:
            return text
        sign = {">=": "≥", "<=": "≤"}.get(figure.bound, "")
        return sign + figure.bare.lstrip("≥≤")

    sign = report.habit.sign if signed else ""
    last = row.items[-1]
    analysis = [f"1.{row.before}"]
    if last.period == report.year and last.target and last.actual and last.stated:
        analysis.append(
            f"2.本年度目標值{_words(last.target)}，實際值{_words(last.actual)}，"
            f"達成度{last.stated}{report.habit.sign}。{row.after}"
        )
    else:
        analysis.append(f"2.{row.after}")
    analysis.append(f"3.{row.benefit}")
    if rng.random() < 0.5:
        analysis.append(f"4.{rng.choice(words.OUTLOOK)}")
    truth: Truth = {
        "goal_no": row.goal_no,
        "goal": [row.goal],
        "indicator": [row.indicator],
        "target": [bare(i.target, i.target_text) for i in row.items],
        "actual": [bare(i.actual, i.actual_text) for i in row.items],
        "rate": [i.stated + sign if i.stated else i.na for i in row.items],
        "standard": [row.standard],
        "analysis": analysis,
    }
    if reviews:
        truth["other"] = {
            name: [rng.choice("★▲●□") for _ in row.items] for name in ("初核結果", "複核結果")
        }
    return truth


# --------------------------------------------------------------------------- mainland


def mainland(rng: Random, needs: Needs, look: Look, width: float) -> tuple[Report, Part]:
    """The form 绩效自评表, with or without a column for the rate."""
    with_rate = rng.random() < 0.75 if not look.columns else "rate" in look.columns
    needs = replace(
        needs,
        simplified=True,
        under_a_goal=(3, 7),
        no_rates=not with_rate,
        marks=("/", "—", "无", "不适用"),
    )
    report = generate(rng, needs)
    order = ["goal", "second level", "indicator", "target", "actual"]
    if with_rate:
        order.append("rate")
    order += ["weight", "score"]
    reason = rng.random() < 0.5
    headers = {
        "goal": "一级指标", "second level": "二级指标", "indicator": "三级指标", "target": "年度指标值",
        "actual": "实际完成值", "rate": rng.choice(("执行率", "执行率(%)", "完成率(%)")), "weight": "分值",
        "score": "得分", "analysis": "偏差原因分析及改进措施",
    }  # fmt: skip
    signed = "(" not in headers["rate"]
    if reason:
        order.append("analysis")
    cells = []
    for row in report.rows:
        item = row.items[0]
        truth: Truth = {
            "goal": [row.goal],
            "indicator": [row.indicator],
            "target": [item.target_text],
            "actual": [item.actual_text],
        }
        if with_rate:
            truth["rate"] = [item.stated + ("%" if signed else "") if item.stated else item.na]
        truth["weight"] = [row.weight]
        truth["other"] = {"二级指标": [row.second_level], "得分": [row.weight]}
        if reason:
            truth["analysis"] = ["受季节因素影响，计划有所调整。"] if rng.random() < 0.3 else [""]
        cells.append(truth)
    wide = {**WIDTHS, "analysis": WIDTHS["remark"]}
    total = sum(wide[key] for key in order)
    rules = look.rules if look.rules is not None else rng.choice(RULES)
    ruled = rules not in ("none", "booktabs")
    body = []
    for number, (row, truth) in enumerate(zip(report.rows, cells, strict=True)):
        line = []
        for key in order:
            if key == "goal":
                if number and report.rows[number - 1].goal_no == row.goal_no:
                    continue
                run = sum(r.goal_no == row.goal_no for r in report.rows)
                line.append(Cell(tuple(truth["goal"]), rows=run, middle=ruled, align="center"))
                continue
            text = truth[key] if key in truth else truth["other"][headers[key]]
            line.append(
                Cell(tuple(text), align="left" if key in ("indicator", "analysis") else "center")
            )
        body.append(tuple(line))
    table = Table(
        tuple(wide[key] * width / total for key in order),
        (tuple(Cell((headers[key],), align="center") for key in order),),
        tuple(body),
        rules=rules,
        repeats=look.repeats is not False,
        size=look.size,
    )
    budget = _budget_block(rng, width, look)
    return report, Part((budget, table), report.rows, tuple(cells))


def _budget_block(rng: Random, width: float, look: Look) -> Table:
    """The block above the indicators: what the project may spend and has spent; no rate."""
    plan = rng.randint(120_000, 9_000_000)
    rows = (
        ("项目名称", rng.choice(("设施维护项目", "公共服务提升项目"))),
        ("主管部门", "市财政局"),
        ("年度资金总额（万元）", f"{plan / 10000:.2f}"),
    )
    return Table(
        (width * 0.4, width * 0.6), (),
        tuple(tuple(Cell((text,)) for text in row) for row in rows),
        rules="grid", size=look.size,
    )  # fmt: skip


# --------------------------------------------------------------------------- what is in between


def budget_table(rng: Random, width: float, look: Look) -> list[Block]:
    """A table that tells no performance, as most of a budget book is."""
    body = []
    for name in rng.sample(words.ACCOUNTS, 6):
        plan = rng.randint(1_000, 90_000)
        spent = plan - rng.randint(0, plan // 9)
        body.append(
            (
                Cell((name,)),
                Cell((grouped(plan),), align="right"),
                Cell((grouped(spent),), align="right"),
                Cell((grouped(plan - spent),), align="right"),
            )
        )
    heads = ("科目名稱", "預算數", "決算數", "比較增減")
    table = Table(
        (width * 0.4, width * 0.2, width * 0.2, width * 0.2),
        (tuple(Cell((h,), align="center") for h in heads),),
        tuple(body),
        rules=rng.choice(("grid", "horizontal", "grid")),
        size=look.size,
    )
    return [Text("歲出決算簡表", "center"), Text("單位：新臺幣千元", "right"), table]


def staff_table(rng: Random, width: float, look: Look) -> list[Block]:
    heads = ("區分", "預算員額", "現有員額", "備註")
    body = [
        (Cell((name,)), Cell((str(n + rng.randint(0, 6)),), align="center"), Cell((str(n),), align="center"), Cell(("",)))
        for name, n in (("職員", rng.randint(40, 200)), ("技工工友", rng.randint(3, 20)), ("約聘僱", rng.randint(5, 40)))
    ]  # fmt: skip
    table = Table(
        (width * 0.25,) * 4,
        (tuple(Cell((h,), align="center") for h in heads),),
        tuple(body),
        size=look.size,
    )
    return [Text("員額配置表", "center"), table]


def front(rng: Random) -> list[Block]:
    return [
        Text("壹、前言", "heading"),
        *(Text("　　" + text) for text in words.INTRODUCTION[: rng.randint(2, 4)]),
    ]


# --------------------------------------------------------------------------- whole documents

Builder = Callable[[Random, Needs, Look, float], tuple[Report, Part]]
BUILDERS: dict[str, Builder] = {
    "prose": prose, "columns": columns, "form": form, "mainland": mainland,
}  # fmt: skip


def _settled(rng: Random, shape: str, look: Look) -> tuple[Look, bool]:
    """Draw what a look leaves open, and whether the pages are landscape."""
    if not look.size:
        look = replace(look, size=rng.choice((10, 10.5, 11, 12)) if shape != "beside" else 9.5)
    tabular = shape in ("columns", "mixed")
    landscape = look.landscape
    if landscape is None:
        landscape = tabular and (len(look.columns) > 7 or rng.random() < 0.45)
    landscape = landscape or shape == "beside"
    if not look.columns and tabular:
        look = replace(look, columns=rng.choice([o for o in ORDERS if landscape or len(o) <= 7]))
    return look, landscape


def _parted(rng: Random, part: Part, look: Look) -> Part:
    ways = ("", "", "", "續", "承上頁", "no header", "header")
    how = rng.choice(ways) if look.continued is None else look.continued
    return parted(rng, part, how, chart=rng.random() < 0.35) if how else part


def make(rng: Random, shape: str, look: Look | None = None) -> Made:
    """Draw a document of a shape."""
    look, landscape = _settled(rng, shape, look or Look())
    width = 25.4 if landscape else 17.2
    counts = {"prose": 6, "columns": 12, "form": 6, "mainland": 11, "mixed": 7, "beside": 14}
    needs = Needs(
        rows=look.rows or max(counts[shape] + rng.randint(-2, 3), 3),
        habit=draw_habit(rng),
        errors=look.errors,
        under_a_goal=(2, 5) if look.rows > 14 else (1, 4),
    )
    if shape == "mixed":
        report, part, layout = _mixed(rng, needs, look, width)
    elif shape == "beside":
        report, part, layout = _beside(rng, needs, look, width)
    else:
        report, part = BUILDERS[shape](rng, needs, look, width)
        layout = "columns" if shape == "mainland" else shape
        if shape == "columns":
            part = _parted(rng, part, look)
    return printed(rng, shape, layout, look, landscape, report, part)


def printed(
    rng: Random, shape: str, layout: str, look: Look, landscape: bool, report: Report, part: Part
) -> Made:
    """Put a title and page furniture about what a report shows."""
    blocks: list[Block] = [Text(report.title, "title")]
    if report.agency not in report.title:
        blocks.append(Text(f"機關名稱：{report.agency}", "agency"))
    blocks += part.blocks
    running, footer, first = FURNITURE[
        rng.randrange(len(FURNITURE)) if look.furniture is None else look.furniture
    ]
    if report.simplified:
        running, footer, first = "", "第 {n} 页", 1
    document = Document(
        tuple(blocks),
        look.font,
        look.size,
        landscape,
        running.format(agency=report.agency, year=report.year, title=report.title),
        footer,
        first,
        "zh-CN" if report.simplified else "zh-TW",
    )
    return Made(document, shape, layout, report, part.rows, part.cells)


def _mixed(rng: Random, needs: Needs, look: Look, width: float) -> tuple[Report, Part, str]:
    """Front pages, tables that tell no performance, and tables of two shapes."""
    report, first = columns(rng, needs, look, width)
    more = replace(
        needs, rows=2, agency=report.agency, year=report.year, habit=report.habit,
        first_goal=report.rows[-1].goal_no + 1,
    )  # fmt: skip
    second = rng.choice(("form", "prose", "")) if look.second is None else look.second
    blocks = [*front(rng), *staff_table(rng, width, look), Text("貳、績效目標達成情形", "heading")]
    blocks += first.blocks
    blocks += [Break(), Text("參、預算執行", "heading"), *budget_table(rng, width, look)]
    rows, cells = first.rows, first.cells
    if second:
        _, part = BUILDERS[second](rng, more, look, width)
        blocks += [Text("肆、關鍵策略目標辦理成果", "heading"), *part.blocks]
        rows, cells = rows + part.rows, cells + part.cells
    blocks += [Text("伍、未來展望", "heading"), *(Text("　　" + text) for text in words.OUTLOOK)]
    return report, Part(tuple(blocks), rows, cells), "" if second else "columns"


def _beside(rng: Random, needs: Needs, look: Look, width: float) -> tuple[Report, Part, str]:
    """Two tables of one document side by side, each with its header."""
    order = ("goal", "indicator", "target", "actual", "rate")
    half = width / 2 - 0.8
    look = replace(look, columns=order, units="cell", weights="")
    report, part = columns(rng, needs, look, half)
    table = next(block for block in part.blocks if isinstance(block, Table))
    room = 6 if look.size > 11 else 9
    chunks: list[list[tuple[Cell, ...]]] = [[]]
    for row in table.body:
        # A merged goal is not cut; with its goal repeated, a table may end anywhere.
        if chunks[-1] and len(row) == len(order) and len(chunks[-1]) >= room - 2:
            chunks.append([])
        chunks[-1].append(row)
    tables = [replace(table, body=tuple(chunk)) for chunk in chunks]
    blocks: list[Block] = []
    for at in range(0, len(tables), 2):
        blocks += [Break()] if blocks else []
        blocks.append(Beside(tuple(tables[at : at + 2])))
    return report, replace(part, blocks=tuple(blocks)), "columns"
