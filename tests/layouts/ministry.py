"""Content -> a report after the template that the ministries filled in for 102 to 106, and its kin.

Chapters with a table of contents, budgets and staff by year, which tell no performance; then for each
goal and indicator a heading, a table of years and running text; then costs and lamps, which tell none
either. How headings are numbered, how years are written, which way the table lies and what else
stands in it is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from tests.layouts import words
from tests.layouts.generator import NUMERALS, Needs, Report, Row, draw_habit, generate, grouped
from tests.layouts.page import Block, Break, Cell, Chart, Rules, Style, Table, Text
from tests.layouts.shapes import (
    BRACKETS,
    RULES,
    Look,
    Made,
    Part,
    Truth,
    form_cells,
    printed,
)

GOALS = (
    "{c}、關鍵策略目標：{goal}",
    "（{c}）關鍵策略目標：{goal}",
    "({c})關鍵策略目標：{goal}",
    "({c}) 年度績效目標：{goal}",
    "{n}.關鍵策略目標：{goal}",
    "{n}、策略績效目標：{goal}",
    "關鍵策略目標{c}：{goal}",
    "關鍵策略目標 {c}、{goal}",
    "關鍵策略目標：{goal}",
)
INDICATORS = (
    "{k}.關鍵績效指標：{name}",
    "{k}. 關鍵績效指標：{name}",
    "({k})關鍵績效指標：{name}",
    "{k}、衡量指標：{name}",
    "（{k}）績效衡量指標：{name}",
    "關鍵績效指標{k}：{name}",
    "關鍵績效指標{n}-{k}：{name}",
    "{n}.{k} 關鍵績效指標：{name}",
    "關鍵績效指標：{name}",
)
FIRST_CELLS = (
    "項目",
    "項目",
    "項　目",
    "年度",
    "",
    "項目／年度",
    "項目\\年度",
    "年度別",
    "項目/年度",
)
YEARS = ("{y}年度", "{y}年度", "{y}", "{y}年", "民國{y}年", "{y} 年度")
TARGETS = ("原訂目標值", "原定目標值", "年度目標值", "目標值")
ACTUALS = ("實際值", "實際值", "實際達成值", "達成值")
RATES = ("達成度(%)", "達成度（%）", "達成度", "達成率(%)", "達成率", "目標達成度(%)")
REVIEWS = (("初核結果", "複核結果"), ("初核", "複核"), ("自評", "初核", "複核"), ())
EMPTY = ("", "-", "--", "—", "－－", "(略)", "…")
STANDARDS = (
    "衡量標準：",
    "衡量標準：",
    "【衡量標準】",
    "衡量標準",
    "(一)衡量標準：",
    "◎衡量標準：",
)
ANALYSES = (
    "績效衡量暨達成情形分析：",
    "績效衡量暨達成情形分析",
    "績效衡量及達成情形分析：",
    "達成情形分析：",
)
KINDS = (
    "across", "across", "across", "across", "two lines", "unit column", "down", "joint", "boxed",
    "several",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Manner:
    """How one report is set."""

    kind: str
    goal: str
    indicator: str
    first_cell: str
    year: str
    newest_first: bool
    names: tuple[str, str, str]
    reviews: tuple[str, ...]
    empty: str
    standard: str
    analysis: str
    same_line: bool
    """The measure begins on the line of its heading."""
    body: Style
    rules: Rules
    keep: bool
    size: float
    pictures: bool

    @property
    def signed(self) -> bool:
        return "%" not in self.names[2]


def _manner(rng: Random, look: Look) -> Manner:
    standard = rng.randrange(len(STANDARDS))
    marked = {2: "【{}】", 4: "(二){}", 5: "◎{}"}.get(standard, "{}")
    analysis = rng.choice(ANALYSES)
    if standard == 2:
        analysis = analysis.rstrip("：")
    kind = rng.choice(KINDS)
    rules = look.rules if look.rules is not None else rng.choice(RULES)
    standing = rules not in ("none", "booktabs", "horizontal")
    if kind not in ("across", "two lines", "unit column") and not standing:
        rules = "grid"  # running text in a table without rules cannot be told from that around it
        standing = True
    return Manner(
        kind=kind,
        goal=rng.choice(GOALS),
        indicator=rng.choice(INDICATORS),
        first_cell=rng.choice(FIRST_CELLS if standing else FIRST_CELLS[:4]),
        year=rng.choice(YEARS),
        newest_first=rng.random() < 0.15,
        names=(rng.choice(TARGETS), rng.choice(ACTUALS), rng.choice(RATES)),
        reviews=rng.choice(REVIEWS),
        empty=rng.choice(EMPTY),
        standard=STANDARDS[standard],
        analysis=marked.format(analysis),
        same_line=STANDARDS[standard].endswith("：") and rng.random() < 0.3,
        body=rng.choice(("body", "body", "hanging", "indented")),
        rules=rules,
        keep=rng.random() < 0.4,
        size=look.size,
        pictures=rng.random() < 0.3,
    )


def make(rng: Random, look: Look) -> Made:
    """Draw a document."""
    if not look.size:
        look = replace(look, size=rng.choice((9, 10, 11, 12, 14)))
    landscape = rng.random() < 0.1 if look.landscape is None else look.landscape
    needs = Needs(
        rows=look.rows or rng.randint(4, 8),
        habit=draw_habit(rng),
        errors=look.errors,
        under_a_goal=(1, 4),
        marks=("-", "—", "無", "NA", "不適用", "--", "(略)"),
    )
    report, part = _ministry(rng, needs, look, 25.4 if landscape else 17.2)
    return printed(rng, "ministry", "form", look, landscape, report, part)


def _ministry(rng: Random, needs: Needs, look: Look, width: float) -> tuple[Report, Part]:
    """A whole report: what stands before, the indicators, what stands behind."""
    needs = replace(
        needs,
        years=rng.choice((2, 3, 4, 4)),
        items=(1,),
        weights=rng.choice(BRACKETS) if look.weights is None else look.weights,
    )
    report = generate(rng, needs)
    manner = _manner(rng, look)
    setting = _Setting(rng, report, manner, width)
    blocks = [*setting.front(), *setting.body(), *setting.back()]
    rows = report.rows
    if manner.newest_first:
        rows = tuple(replace(row, items=row.items[::-1]) for row in rows)
    return report, Part(tuple(blocks), rows, tuple(setting.cells))


class _Setting:
    """Sets one report in its manner."""

    def __init__(self, rng: Random, report: Report, manner: Manner, width: float) -> None:
        self.rng, self.report, self.manner, self.width = rng, report, manner, width
        periods = sorted({item.period for row in report.rows for item in row.items})
        self.years = periods[::-1] if manner.newest_first else periods
        self.cells = [self._truth(row) for row in report.rows]

    def _truth(self, row: Row) -> Truth:
        manner = self.manner
        items = row.items[::-1] if manner.newest_first else row.items
        units = {f.printed_unit for i in items for f in (i.target, i.actual) if f}
        bare = len(units) == 1 and (manner.kind == "unit column" or self.rng.random() < 0.3)
        truth = form_cells(
            self.rng, replace(row, items=items), self.report,
            signed=manner.signed, in_label=bare, reviews=False,
        )  # fmt: skip
        if manner.newest_first:  # the analysis speaks of the report's own year
            truth["analysis"] = form_cells(
                self.rng, row, self.report, signed=manner.signed, in_label=bare, reviews=False
            )["analysis"]
        truth["unit"] = units.pop() if bare else ""
        if manner.reviews and self.manner.kind != "several":
            truth["other"] = {
                name: [self.rng.choice("★▲●□") for _ in items] for name in manner.reviews
            }
        return truth

    # ---------------------------------------------------------------- what stands around

    def front(self) -> Iterator[Block]:
        rng, year = self.rng, self.report.year
        if rng.random() < 0.3:
            yield from self._contents()
        if rng.random() < 0.6:
            yield Text("壹、前言", "heading")
            for text in words.INTRODUCTION[: rng.randint(2, 3)]:
                yield Text("　　" + text)
        if rng.random() < 0.7:
            first = year - 3
            yield Text(f"貳、機關{first}至{year}年度預算及人力", "heading")
            yield Text("一、近4年預、決算趨勢（單位：百萬元）", "heading2")
            yield self._money(list(range(first, year + 1)))
            yield Text("二、機關實際員額", "heading2")
            yield self._staff(list(range(first, year + 1)))
        yield Text(
            "參、目標達成情形（「★」表示綠燈；「▲」表示黃燈；「●」表示紅燈；「□」表示白燈）",
            "heading",
        )

    def _contents(self) -> Iterator[Block]:
        yield Text("目　錄", "center")
        page = 1
        seen = 0
        for row in self.report.rows:
            if row.goal_no != seen:
                seen = row.goal_no
                yield Text(self._goal(row) + "…" * 10 + str(page))
            page += self.rng.randint(0, 1)
        yield Break()

    def _year(self, year: int) -> str:
        return self.manner.year.format(y=year)

    def _money(self, years: Sequence[int]) -> Table:
        rng = self.rng
        rows = []
        for account in ("普通基金(總預算)", "特種基金"):
            plans = [rng.randint(300, 9000) for _ in years]
            spent = [p - rng.randint(0, p // 9) for p in plans]
            told = (
                ("預算", [grouped(p) for p in plans]),
                ("決算", [grouped(s) for s in spent]),
                ("執行率(%)", [f"{100 * s / p:.2f}" for s, p in zip(spent, plans, strict=True)]),
            )
            for n, (name, values) in enumerate(told):
                lead = (Cell((account,), rows=3, middle=True),) if n == 0 else ()
                rows.append((*lead, Cell((name,)), *(Cell((v,), align="right") for v in values)))
        head = ("預決算單位", "項目", *map(self._year, years))
        return self._plain(head, rows, (3.4, 2.4))

    def _staff(self, years: Sequence[int]) -> Table:
        rng = self.rng
        rows = []
        for name, low, high in (("人事費占決算比例(%)", 0, 0), ("職員", 80, 300), ("約聘僱人員", 9, 60), ("合計", 90, 400)):  # fmt: skip
            values = [
                str(rng.randint(low, high)) if high else f"{rng.uniform(4, 40):.2f}" for _ in years
            ]
            rows.append((Cell((name,)), *(Cell((v,), align="right") for v in values)))
        return self._plain((rng.choice(("年度", "項目")), *map(self._year, years)), rows, (4.4,))

    def _plain(
        self, head: Sequence[str], body: Sequence[tuple[Cell, ...]], lead: tuple[float, ...]
    ) -> Table:
        rest = len(head) - len(lead)
        widths = (*lead, *((self.width - sum(lead)) / rest for _ in range(rest)))
        heads = tuple(Cell((word,), align="center") for word in head)
        return Table(widths, (heads,), tuple(body), rules="grid", size=self.manner.size, keep=True)

    def back(self) -> Iterator[Block]:
        rng = self.rng
        if rng.random() < 0.5:
            yield Text("肆、關鍵績效指標相關計畫活動之成本", "heading")
            yield self._costs()
        if rng.random() < 0.5:
            yield Text("陸、績效總評", "heading")
            yield Text("一、各關鍵績效指標燈號", "heading2")
            yield self._lamps()
        yield Text("柒、未來展望", "heading")
        for text in words.OUTLOOK:
            yield Text("　　" + text)

    def _costs(self) -> Table:
        rng, year = self.rng, self.report.year
        rows = []
        for row in self.report.rows:
            plan, done = rng.randint(900, 90_000), rng.randint(700, 999) / 10
            rows.append(
                tuple(
                    Cell((text,))
                    for text in (row.goal, row.indicator, f"{row.items[0].label}計畫", grouped(plan), f"{done:.1f}")
                )
            )  # fmt: skip
        head = ("關鍵策略目標", "關鍵績效指標", "相關計畫活動", f"{year}年度預算數", "執行率(%)")
        return self._plain(head, rows, (3.6, 3.8, 4.2))

    def _lamps(self) -> Table:
        rows = [
            (Cell((row.goal,)), Cell((str(n),)), Cell((row.indicator,)), *(Cell((self.rng.choice("★▲●□"),)) for _ in range(2)))
            for n, row in enumerate(self.report.rows, 1)
        ]  # fmt: skip
        return self._plain(
            ("關鍵策略目標", "項次", "關鍵績效指標", "初核", "複核"), rows, (5, 1.4, 6)
        )

    # ---------------------------------------------------------------- the indicators

    def body(self) -> Iterator[Block]:
        rows = list(zip(self.report.rows, self.cells, strict=True))
        for goal_no in dict.fromkeys(row.goal_no for row in self.report.rows):
            under = [pair for pair in rows if pair[0].goal_no == goal_no]
            if self.manner.kind == "boxed":
                yield from (self._boxed(*pair) for pair in under)
                continue
            yield Text(self._goal(under[0][0]), "heading")
            if self.manner.kind == "several":
                yield self._several(under)
                continue
            for place, (row, truth) in enumerate(under, 1):
                yield from self._indicator(row, truth, place)
        if self.manner.kind == "several":
            for truth in self.cells:
                truth["standard"], truth["analysis"] = [], []

    def _indicator(self, row: Row, truth: Truth, place: int) -> Iterator[Block]:
        heading = self.manner.indicator.format(k=place, n=row.goal_no, name=row.indicator)
        yield Text(heading, "heading2")
        yield self._table(truth, row)
        if self.manner.kind != "joint":
            yield from self._running(truth)
        if self.manner.pictures and place == 2:
            yield Text(f"圖{row.goal_no}　{row.items[0].label}變化情形", "center")
            yield Chart(tuple((f"{n}月", self.rng.randint(15, 55)) for n in (3, 6, 9, 12)))

    def _goal(self, row: Row) -> str:
        return self.manner.goal.format(c=NUMERALS[row.goal_no - 1], n=row.goal_no, goal=row.goal)

    def _running(self, truth: Truth) -> Iterator[Block]:
        manner = self.manner
        standard = "".join(truth["standard"])
        if manner.same_line:
            yield Text(manner.standard + standard)
        else:
            yield Text(manner.standard)
            yield Text(standard, manner.body)
        yield Text(manner.analysis)
        yield from (Text(text, manner.body) for text in truth["analysis"])

    def _lines(self, truth: Truth, row: Row) -> Iterator[tuple[str, list[str]]]:
        """Yield the name of each line of figures with its figure for each year shown."""
        items = row.items[::-1] if self.manner.newest_first else row.items
        place = {item.period: n for n, item in enumerate(items)}
        unit = truth["unit"]
        in_label = unit and self.manner.kind != "unit column"
        for role, name in zip(("target", "actual", "rate"), self.manner.names, strict=True):
            shown = [truth[role][place[y]] if y in place else self.manner.empty for y in self.years]
            yield name + (f"(單位：{unit})" if in_label and role == "target" else ""), shown
        for name in truth.get("other", {}):
            shown = [
                truth["other"][name][place[y]] if y in place else self.manner.empty
                for y in self.years
            ]
            yield name, shown

    def _table(self, truth: Truth, row: Row) -> Table:
        kind = self.manner.kind
        if kind == "down":
            return self._down(truth, row)
        lines = list(self._lines(truth, row))
        years = [Cell((self._year(y),), align="center") for y in self.years]
        lead = [Cell((self.manner.first_cell,), align="center")]
        widths = [3.6]
        body: list[tuple[Cell, ...]] = []
        for name, shown in lines:
            first = [Cell((name,))]
            if kind == "unit column":
                figure = name in self.manner.names[:2]
                first.append(Cell((truth["unit"] if figure else "",), align="center"))
            body.append((*first, *(Cell((text,), align="center") for text in shown)))
        head: tuple[tuple[Cell, ...], ...]
        if kind == "unit column":
            lead.append(Cell(("單位",), align="center"))
            widths.append(1.6)
        if kind == "two lines":
            lead[0] = Cell(("項目",), rows=2, align="center")
            head = ((lead[0], Cell(("年度",), columns=len(years), align="center")), tuple(years))
        else:
            head = ((*lead, *years),)
        if kind == "joint":
            for name, role in (("衡量標準", "standard"), ("績效衡量暨達成情形分析", "analysis")):
                body.append(
                    (Cell((name,)), Cell(tuple(truth[role]), columns=len(years), align="justify"))
                )
        return self._form(widths, head, body, len(years))

    def _form(
        self,
        lead: Sequence[float],
        head: tuple[tuple[Cell, ...], ...],
        body: Sequence[tuple[Cell, ...]],
        count: int,
    ) -> Table:
        manner = self.manner
        rest = self.width - sum(lead)
        return Table(
            (*lead, *(rest / count for _ in range(count))), head, tuple(body),
            rules=manner.rules, keep=manner.keep, repeats=False, size=manner.size,
        )  # fmt: skip

    def _down(self, truth: Truth, row: Row) -> Table:
        """The years are lines, the figures columns."""
        lines = list(self._lines(truth, row))
        head = (
            Cell((self.manner.first_cell or "年度",), align="center"),
            *(Cell((name,), align="center") for name, _ in lines),
        )
        body = [
            (
                Cell((self._year(year),), align="center"),
                *(Cell((shown[n],), align="center") for _, shown in lines),
            )
            for n, year in enumerate(self.years)
        ]
        return self._form([2.8], (head,), body, len(lines))

    def _boxed(self, row: Row, truth: Truth) -> Table:
        """Goal, indicator, measure and analysis stand in the table as well."""
        count = len(self.years)
        body: list[tuple[Cell, ...]] = [
            (Cell(("關鍵策略目標",)), Cell((row.goal,), columns=count)),
            (Cell(("關鍵績效指標",)), Cell((row.indicator,), columns=count)),
            (
                Cell((self.manner.first_cell,)),
                *(Cell((self._year(y),), align="center") for y in self.years),
            ),
        ]
        for name, shown in self._lines(truth, row):
            body.append((Cell((name,)), *(Cell((text,), align="center") for text in shown)))
        for name, role in (("衡量標準", "standard"), ("績效衡量暨達成情形分析", "analysis")):
            body.append((Cell((name,)), Cell(tuple(truth[role]), columns=count, align="justify")))
        return self._form([3.6], (), body, count)

    def _several(self, rows: Sequence[tuple[Row, Truth]]) -> Table:
        """All indicators of a goal in one table, three lines each."""
        head = (
            Cell(("關鍵績效指標",), align="center"),
            Cell(("項目",), align="center"),
            *(Cell((self._year(y),), align="center") for y in self.years),
        )
        body: list[tuple[Cell, ...]] = []
        for row, truth in rows:
            lines = list(self._lines(truth, row))
            for n, (name, shown) in enumerate(lines):
                lead = (Cell((row.indicator,), rows=len(lines), middle=True),) if n == 0 else ()
                body.append(
                    (*lead, Cell((name,)), *(Cell((text,), align="center") for text in shown))
                )
        return self._form([3.8, 3.2], (head,), body, len(self.years))
