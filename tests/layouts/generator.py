"""A seed -> the content of a made-up report, and what a careful reader finds in it.

Knows nothing of the pipeline: figures are drawn, rates are written from them (rounded; by some
agencies cut off, or stopped at 100), a known share of the rates is spoilt, and the verdict on each
follows from the printed figures by exact arithmetic. A draw whose verdict would hang on a convention
that a reader may take either way (a tie, money rounded to thousands, a mean of items) is drawn again.

>>> report = generate(Random(7), Needs(rows=3))
>>> len(report.rows), report == generate(Random(7), Needs(rows=3))
(3, True)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import floor
from random import Random
from typing import Literal

from tests.layouts import words
from tests.layouts.words import Measure, Theme

Units = Literal["cell", "column", "header"]
Weights = Literal["", "column", "brackets", "goal brackets"]

NUMERALS = "一二三四五六七八九十"


# --------------------------------------------------------------------------- records


@dataclass(frozen=True, slots=True)
class Figure:
    """A printed figure: ``bare`` is its text without a unit, ``printed_unit`` the unit beside it.

    ``half`` is half a unit of the last printed place where the figure was measured, 0 where it was
    counted or set; ``loose`` the same for a figure that may be taken either way.
    """

    bare: str
    printed_unit: str
    value: Fraction
    unit: str
    bound: str = "="
    half: Fraction = Fraction(0)
    loose: Fraction = Fraction(0)
    text: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One measured item for one year: what is printed, and what is meant."""

    label: str
    period: int
    target: Figure | None
    actual: Figure | None
    target_text: str
    actual_text: str
    stated: str = ""
    lower: bool = False
    growth: bool = False
    baseline: Figure | None = None
    all_met: bool = False
    noted: str = ""
    """R401 or R402 where a note tells another target or actual figure."""
    na: str = ""
    """The mark in a rate cell without a rate."""

    @property
    def kind(self) -> str:
        return "growth" if self.growth else "achievement"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table, or one indicator of a form."""

    goal_no: int
    goal: str
    indicator: str
    weight: str
    standard: str
    items: tuple[Item, ...]
    before: str = ""
    after: str = ""
    benefit: str = ""
    reviews: tuple[str, ...] = ()
    second_level: str = ""


@dataclass(frozen=True, slots=True)
class Habit:
    """How a document writes its rates."""

    decimals: int
    truncates: bool
    caps: bool
    divides: bool
    """Fewer is better: target / actual, else 2 - actual / target."""
    sign: str


@dataclass(frozen=True, slots=True)
class Report:
    """The content of a report."""

    agency: str
    year: int
    title: str
    rows: tuple[Row, ...]
    habit: Habit
    simplified: bool = False


@dataclass(frozen=True, slots=True)
class Needs:
    """What a shape asks of the content."""

    rows: int = 8
    units: Units = "cell"
    measure_kind: str = ""
    """Only measures of this kind (units in the header)."""
    unit: str = ""
    items: tuple[int, ...] = (1,)
    years: int = 1
    growth: bool = False
    all_met: bool = False
    simplified: bool = False
    no_rates: bool = False
    errors: float = 0.12
    gaps: float = 0.10
    differing_notes: float = 0.0
    weights: Weights = ""
    first_goal: int = 1
    marks: tuple[str, ...] = ("-", "—", "無", "NA", "不適用")
    habit: Habit | None = None
    agency: str = ""
    year: int = 0
    under_a_goal: tuple[int, int] = (1, 4)
    """How many rows a goal has."""


# --------------------------------------------------------------------------- figures in print


def grouped(value: int) -> str:
    return f"{value:,}"


def decimals(value: Fraction, places: int) -> str:
    """Write a value that ends within so many places."""
    scaled = value * 10**places
    assert scaled.denominator == 1
    digits = str(abs(scaled.numerator)).rjust(places + 1, "0")
    return f"{digits[:-places]}.{digits[-places:]}" if places else digits


def in_myriads(value: int, *, tail: bool = True) -> str:
    """Write 1億2,345萬6,789 as reports do: no zero padding.

    >>> in_myriads(111988165), in_myriads(20678)
    ('1億1,198萬8,165', '2萬678')
    """
    hundred_million, rest = divmod(value, 100_000_000)
    myriads, ones = divmod(rest, 10_000)
    text = f"{hundred_million}億" if hundred_million else ""
    text += f"{myriads:,}萬" if myriads else ""
    return text + (f"{ones:,}" if ones and tail else "")


class Printer:
    """Writes the figures of one document, in its own manner."""

    def __init__(self, rng: Random, needs: Needs) -> None:
        self.rng = rng
        self.units = needs.units
        self.percent = rng.choice(("%", "％")) if not needs.simplified else "%"
        self.myriad = "万" if needs.simplified else "萬"
        self.commas = rng.random() < 0.85
        self.signs = needs.units != "cell" or needs.simplified or rng.random() < 0.15

    def count(self, value: int, unit: str) -> Figure:
        bare = grouped(value) if self.commas else str(value)
        if self.units == "cell" and value >= 10_000 and value % 10_000 and self.rng.random() < 0.3:
            bare = in_myriads(value).replace("萬", self.myriad)
        return Figure(bare, unit, Fraction(value), unit)

    def measured(self, value: Fraction, places: int, unit: str, *, target: bool) -> Figure:
        printed = self.percent if unit == "%" else unit
        half = Fraction(0) if target else Fraction(1, 2) / 10**places
        return Figure(decimals(value, places), printed, value, unit, half=half)

    def money(self, thousands: int, *, target: bool) -> Figure:
        """Write money drawn in 千元; all of one document in the same manner where units stand apart."""
        style = "千元" if self.units != "cell" else self.rng.choice(("千元", "萬元", "億", "元"))
        if style == "元":
            value = thousands * 1000 + (0 if target else self.rng.randrange(1, 1000))
            return Figure(grouped(value), "元", Fraction(value), "元")
        step = 1000 if style == "千元" else 10_000
        value = max(thousands * 1000 // step, 1) * step
        if style == "億":
            # 1億2,345萬元: the last 萬 stands before the unit.
            bare, unit = in_myriads(value), "元"
        else:
            bare, unit = grouped(value // step), style
        loose = Fraction(0 if target else step // 2)
        return Figure(
            bare.replace("萬", self.myriad), unit.replace("萬", self.myriad), Fraction(value), "元",
            loose=loose,
        )  # fmt: skip

    def bounded(self, figure: Figure, bound: str) -> Figure:
        """Print the words or the sign of a bound round a target."""
        bare, unit = figure.bare, figure.printed_unit
        if self.units != "cell":
            unit = ""
        if bound == "=":
            text = bare + unit
        elif self.signs:
            sign = {">=": "≥", "<=": "≤"}[bound]
            text = bare = f"{sign}{bare}"
            text += unit
        elif bound == ">=":
            text = self.rng.choice(
                (f"{bare}{unit}以上", f"達{bare}{unit}以上", f"至少{bare}{unit}")
            )
        else:
            text = self.rng.choice(
                (f"{bare}{unit}以內", f"{bare}{unit}以下", f"不超過{bare}{unit}")
            )
        return replace(figure, bound=bound, text=text)


# --------------------------------------------------------------------------- arithmetic


@dataclass(frozen=True, slots=True)
class Reading:
    """One accepted way to recompute a rate, in percent."""

    value: Fraction
    low: Fraction
    high: Fraction


def half_up(value: Fraction, places: int) -> Fraction:
    sign = -1 if value < 0 else 1
    return sign * Fraction(floor(abs(value) * 10**places + Fraction(1, 2)), 10**places)


def six(value: Fraction) -> str:
    rounded = half_up(value, 6)
    return ("-" if rounded < 0 else "") + decimals(abs(rounded), 6)


def readings(item: Item, *, wide: bool) -> tuple[Reading, ...]:
    """Return the readings of an item; ``wide`` takes every printed figure for a rounded one.

    Where fewer is better, actual / target is not among the readings that a reader accepts, but a
    tool may be lenient: ``wide`` has it as well, and what hangs on it is drawn again.
    """
    if item.growth:
        if item.actual is None or item.baseline is None:
            return ()
        old, new = item.baseline.value, item.actual.value
        value = (new - old) / old * 100
        return (Reading(value, value, value),)
    if item.target is None or item.actual is None:
        return ()
    target, actual = item.target.value, item.actual.value
    slack = max(item.actual.half, item.actual.loose if wide else Fraction(0))
    low, high = actual - slack, actual + slack
    if target == 0:
        met = Fraction(100 if actual == 0 else 0)
        return (Reading(met, met, met),)
    direct = Reading(actual / target * 100, low / target * 100, high / target * 100)
    if not item.lower:
        return (direct,)
    found = []
    if low > 0:
        found.append(Reading(target / actual * 100, target / high * 100, target / low * 100))
    found.append(
        Reading((2 - actual / target) * 100, (2 - high / target) * 100, (2 - low / target) * 100)
    )
    return (*found, direct) if wide else tuple(found)


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on a stated rate, without what depends on the rest of the document."""

    verdict: str
    code: str
    level: str
    reading: Reading | None


def judge(item: Item, *, wide: bool = False) -> Judgement:
    """Judge a stated rate as RATE_CHECK says, by the printed figures alone."""
    found = readings(item, wide=wide)
    if not item.stated:
        return Judgement(
            "unstated", "R130", "note", found[0] if found and not item.growth else None
        )
    if not found:
        return Judgement("unverifiable", "R140", "none", None)
    stated = Fraction(item.stated)
    unit = Fraction(1, 10 ** len(item.stated.partition(".")[2]))
    low, high = stated - unit / 2, stated + unit / 2
    for reading in found:
        if reading.low <= high and reading.high >= low:
            return Judgement("consistent", "", "none", reading)
    for reading in found:
        if stated == 100 and reading.low > 100 and not item.growth:
            return Judgement("capped", "R120", "note", reading)
    for reading in found:
        if reading.low < stated + unit and reading.high >= stated:
            return Judgement("truncated", "R110", "note", reading)
    code, level = _mistake(item, found, stated, unit)
    return Judgement("inconsistent", code, level, found[0])


def _mistake(
    item: Item, found: Sequence[Reading], stated: Fraction, unit: Fraction
) -> tuple[str, str]:
    if item.all_met:
        return "R301", "error"
    for power in (-3, -2, -1, 1, 2, 3):
        scale = Fraction(10) ** power
        low, high = (stated - unit / 2) * scale, (stated + unit / 2) * scale
        if stated and any(r.low <= high and r.high >= low for r in found):
            return "R103", "error"
    if not item.growth and (
        (stated >= 100 and all(r.high < 100 for r in found))
        or (stated < 100 and all(r.low >= 100 for r in found))
    ):
        return "R102", "error"
    if any(r.low <= stated + unit * 3 / 2 and r.high >= stated - unit * 3 / 2 for r in found):
        return "R104", "warning"
    return "R101", "error"


# --------------------------------------------------------------------------- the truth

CHECK_COLUMNS = (
    *("row", "item", "period", "kind", "stated", "target", "actual", "unit", "recomputed"),
    *("verdict", "code", "level"),
)
INDICATOR_COLUMNS = (
    *("row", "item", "period", "label", "target", "target_unit", "target_bound", "actual"),
    *("actual_unit", "actual_bound", "baseline", "direction"),
)

Line = dict[str, str]


def plain(value: Fraction | None) -> str:
    """Write an exact decimal."""
    if value is None:
        return ""
    places = 0
    while (value * 10**places).denominator != 1:
        places += 1
    return ("-" if value < 0 else "") + decimals(abs(value), places)


def checks(rows: Sequence[Row]) -> list[Line]:
    """Return what checks.csv must hold for these rows of one document."""
    items = [item for row in rows for item in row.items]
    above = sum(bool(i.stated) and not i.growth and Fraction(i.stated) > 100 for i in items)
    lines = []
    for number, row in enumerate(rows, 1):
        for place, item in enumerate(row.items, 1):
            if item.target is None and not item.stated:
                continue
            judged = judge(item)
            code, level = judged.code, judged.level
            if judged.verdict == "capped" and above and not item.all_met:
                level = "warning"
            if item.growth and code == "R101":
                code = "R101|R201"  # the growth is printed with its formula
            if item.noted and judged.verdict == "consistent":
                code, level = item.noted, "warning"
            lines.append(
                {
                    "row": str(number),
                    "item": str(place),
                    "period": str(roc(item.period)),
                    "kind": item.kind,
                    "stated": item.stated,
                    "target": plain(item.target.value) if item.target else "",
                    "actual": ""
                    if item.growth or item.actual is None
                    else plain(item.actual.value),
                    "unit": "%" if item.growth else item.target.unit if item.target else "",
                    "recomputed": six(judged.reading.value) if judged.reading else "",
                    "verdict": judged.verdict,
                    "code": code,
                    "level": level,
                }
            )
    return lines


def indicator_lines(rows: Sequence[Row]) -> list[Line]:
    """Return what indicators.csv must hold: figures in the plain unit."""
    lines = []
    for number, row in enumerate(rows, 1):
        for place, item in enumerate(row.items, 1):
            target, actual = item.target, item.actual
            lines.append(
                {
                    "row": str(number),
                    "item": str(place),
                    "period": str(roc(item.period)),
                    "label": item.label,
                    "target": plain(target.value) if target else "",
                    "target_unit": target.unit if target else "",
                    "target_bound": target.bound if target else "",
                    "actual": plain(actual.value) if actual else "",
                    "actual_unit": actual.unit if actual else "",
                    "actual_bound": actual.bound if actual else "",
                    "baseline": plain(item.baseline.value) if item.baseline else "",
                    "direction": ("lower" if item.lower else "higher") if target else "",
                }
            )
    return lines


# --------------------------------------------------------------------------- drawing


def roc(year: int) -> int:
    """Return the ROC year of a year that the report may print in the Gregorian calendar."""
    return year - 1911 if year >= 1912 else year


def generate(rng: Random, needs: Needs) -> Report:
    """Draw a report."""
    agencies = words.AGENCIES_CN if needs.simplified else words.AGENCIES
    agency = needs.agency or rng.choice(agencies)
    year = needs.year or (rng.randint(2019, 2024) if needs.simplified else rng.randint(98, 113))
    habit = needs.habit or draw_habit(rng)
    while True:
        rows = tuple(_Draw(rng, needs, year, habit).rows())
        if _settled(rows):
            break
    return Report(agency, year, _title(rng, agency, year, needs), rows, habit, needs.simplified)


def draw_habit(rng: Random) -> Habit:
    return Habit(
        decimals=rng.choice((0, 0, 1, 2, 2)),
        truncates=rng.random() < 0.12,
        caps=rng.random() < 0.2,
        divides=rng.random() < 0.6,
        sign=rng.choice(("%", "％")),
    )


def _title(rng: Random, agency: str, year: int, needs: Needs) -> str:
    if needs.simplified:
        return f"{agency}{year}年度项目支出绩效自评表"
    return rng.choice(
        (
            f"{agency}{year}年度施政績效報告",
            f"{year}年度施政績效及達成情形",
            f"{agency} {year}年度績效報告",
            f"中華民國{year}年度施政績效報告",
        )
    )


def _settled(rows: Sequence[Row]) -> bool:
    """Tell whether no verdict hangs on what the rest of the document or the row is taken for."""
    items = [item for row in rows for item in row.items]
    verdicts = [judge(item).verdict for item in items]
    rounded = sum(
        _tells(item) and v == "consistent" for item, v in zip(items, verdicts, strict=True)
    )
    cut = verdicts.count("truncated")
    if cut and rounded:
        return False
    return not any(_is_a_mean(row) for row in rows)


def _tells(item: Item) -> bool:
    """Tell whether a rate would be printed otherwise if it were cut off."""
    found = readings(item, wide=False)
    if not item.stated or not found:
        return False
    unit = Fraction(1, 10 ** len(item.stated.partition(".")[2]))
    return found[0].value % unit > unit / 2


def _is_a_mean(row: Row) -> bool:
    """Tell whether a spoilt rate could be taken for a mean of the other items' rates."""
    wrong = [i for i in row.items if judge(i).verdict == "inconsistent" and not i.all_met]
    if len(row.items) < 2 or not wrong:
        return False
    found = [judge(i).reading for i in row.items if not i.growth]
    values = [r.value for r in found if r is not None]
    printed = [Fraction(i.stated) for i in row.items if i.stated]
    means = [sum(values, Fraction(0)) / len(values)] if values else []
    for index in range(len(printed)):
        rest = printed[:index] + printed[index + 1 :]
        means += [sum(rest, Fraction(0)) / len(rest)] if rest else []
    return any(abs(Fraction(i.stated) - mean) <= 1 for i in wrong for mean in means)


class _Draw:
    """Draws the rows of one document."""

    def __init__(self, rng: Random, needs: Needs, year: int, habit: Habit) -> None:
        self.rng = rng
        self.needs = needs
        self.year = year
        self.habit = habit
        self.printer = Printer(rng, needs)
        self.mark = rng.choice(needs.marks)

    def rows(self) -> Iterator[Row]:
        needs, rng = self.needs, self.rng
        themes = list(words.THEMES_CN if needs.simplified else words.THEMES)
        if not needs.simplified:
            rng.shuffle(themes)
        left = needs.rows
        goal_no = needs.first_goal
        weights = iter(self._weights())
        for theme in themes:
            measures = self._measures(theme)
            if not measures or left <= 0:
                continue
            goal = rng.choice(theme.goals)
            if needs.weights == "goal brackets":
                goal += f"({rng.choice((10, 15, 20, 25, 30))}%)"
            take = min(left, rng.randint(*needs.under_a_goal))
            while take and measures:
                size = min(rng.choice(needs.items), len(measures))
                drawn, measures = measures[:size], measures[size:]
                yield self._row(goal_no, goal, drawn, next(weights, "5"))
                take -= 1
                left -= 1
            goal_no += 1

    def _measures(self, theme: Theme) -> list[Measure]:
        needs = self.needs
        measures = [
            m
            for m in theme.measures
            if (not needs.measure_kind or m.kind == needs.measure_kind)
            and (not needs.unit or m.unit == needs.unit)
            and not (m.kind == "text" and (needs.years > 1 or needs.items != (1,)))
        ]
        self.rng.shuffle(measures)
        return measures

    def _weights(self) -> list[str]:
        return [str(self.rng.choice((5, 8, 10, 12, 15, 20))) for _ in range(self.needs.rows)]

    def _row(self, goal_no: int, goal: str, measures: Sequence[Measure], weight: str) -> Row:
        rng, needs = self.rng, self.needs
        all_met = needs.all_met and len(measures) > 1 and rng.random() < 0.3
        items: list[Item] = []
        for measure in measures:
            if needs.years > 1:
                items += self._years(measure)
            else:
                items.append(self._item(measure, self.year, all_met=all_met))
        label = measures[0].label
        if needs.weights == "brackets":
            label += rng.choice((f"({weight}%)", f"（{weight}%）", f"(權數:{weight})"))
        if len(measures) > 1:
            label = "\n".join(f"{n}.{m.label}" for n, m in enumerate(measures, 1))
        elif items[0].growth:
            label = items[0].label
        percent = f"{rng.randint(28, 71)}.{rng.randint(1, 9)}"
        return Row(
            goal_no,
            goal,
            label,
            weight if needs.weights == "column" or needs.simplified else "",
            rng.choice(words.STANDARDS),
            tuple(items),
            before=rng.choice(words.BEFORE).format(y=self.year),
            after=rng.choice(words.AFTER).format(p=percent),
            benefit=rng.choice(words.BENEFITS),
            reviews=(rng.choice("★▲●□"), rng.choice("★▲●□")),
            second_level={"%": "质量指标", "天": "时效指标"}.get(measures[0].unit, "数量指标"),
        )

    def _years(self, measure: Measure) -> list[Item]:
        """Draw the same indicator for several years, the last being the report's."""
        needs, rng = self.needs, self.rng
        first = self.year - needs.years + 1
        since = rng.choice((first, first, first, first + 1, first + 2))
        bound = self._bound(measure)
        if measure.high > 0:
            # An agency sets about the same target from year to year.
            base = rng.randint(measure.low, measure.high)
            measure = measure._replace(low=max(base * 93 // 100, 1), high=max(base * 107 // 100, 2))
        return [
            self._item(measure, year, bound=bound, gaps=needs.gaps / 3)
            for year in range(min(since, self.year), self.year + 1)
        ]

    def _bound(self, measure: Measure) -> str:
        if measure.kind == "lower":
            return "<="
        if measure.kind == "percent":
            return self.rng.choice(("=", ">=", ">="))
        if measure.kind in ("count", "decimal"):
            return self.rng.choice(("=", "=", "=", ">="))
        return "="

    def _item(
        self,
        measure: Measure,
        year: int,
        *,
        all_met: bool = False,
        bound: str = "",
        gaps: float | None = None,
    ) -> Item:
        """Draw an item until its verdict is beyond doubt."""
        rng, needs = self.rng, self.needs
        gaps = needs.gaps if gaps is None else gaps
        if measure.kind == "text":
            return self._text_item(measure, year)
        bound = bound or self._bound(measure)
        gap = rng.random() < gaps and not all_met
        spoil = rng.random() < needs.errors and not needs.no_rates
        growth = needs.growth and measure.kind == "count" and not all_met and rng.random() < 0.25
        for _ in range(2000):
            item = (
                self._growth_item(measure, year)
                if growth
                else self._plain_item(measure, year, bound)
            )
            if needs.no_rates:
                return item
            if gap and not growth:
                return self._gap(item)
            item = self._rated(item, spoil=spoil, all_met=all_met)
            if self._beyond_doubt(item, spoil=spoil and not all_met):
                return self._noted(item, measure)
        raise AssertionError(measure)

    def _plain_item(self, measure: Measure, year: int, bound: str) -> Item:
        rng, printer = self.rng, self.printer
        lower = measure.kind in ("lower", "zero")
        if measure.kind == "zero":
            target = printer.count(0, measure.unit)
            actual = printer.count(0, measure.unit)
        elif measure.kind == "percent":
            places = rng.choice((0, 0, 1))
            goal = Fraction(rng.randint(measure.low * 2, measure.high * 2), 2)
            target = printer.measured(
                goal, places if (goal * 10**places).denominator == 1 else 1, "%", target=True
            )
            places = rng.choice((1, 2))
            reached = min(
                goal * Fraction(rng.randint(930, 1180), 1000),
                Fraction(rng.randint(9600, 9989), 100),
            )
            actual = printer.measured(half_up(reached, places), places, "%", target=False)
        elif measure.kind == "decimal":
            goal = Fraction(rng.randint(measure.low * 2, measure.high * 2), 2)
            target = printer.measured(goal, 1, measure.unit, target=True)
            places = rng.choice((1, 2))
            actual = printer.measured(
                half_up(goal * self._share(), places), places, measure.unit, target=False
            )
        elif measure.kind == "money":
            thousands = self._round(rng.randint(measure.low, measure.high))
            target = printer.money(thousands, target=True)
            actual = printer.money(max(int(target.value / 1000 * self._share()), 10), target=False)
        else:
            whole = self._round(rng.randint(measure.low, measure.high))
            if self.needs.units == "column" and whole >= 100_000 and rng.random() < 0.4:
                return self._in_myriads(measure, year, whole, bound)
            share = 1 / self._share() if lower else self._share()
            target = printer.count(whole, measure.unit)
            actual = printer.count(max(round(whole * share), 1), measure.unit)
        target = printer.bounded(target, bound)
        actual = printer.bounded(actual, "=")
        return Item(
            measure.label, year, target, actual, target.text, actual.text, lower=lower, na=self.mark
        )

    def _in_myriads(self, measure: Measure, year: int, goal: int, bound: str) -> Item:
        """Draw an item whose unit column says 萬人次: the actual figure is rounded to a tenth of it."""
        figures: list[Figure] = []
        for value in (goal, round(goal * self._share())):
            tenths = value // 1000
            bare = decimals(Fraction(tenths, 10), 1)
            half = Fraction(500 if figures else 0)
            unit = self.printer.myriad + measure.unit
            figure = Figure(bare, unit, Fraction(tenths * 1000), measure.unit, half=half)
            figures.append(self.printer.bounded(figure, "=" if figures else bound))
        target, actual = figures
        return Item(measure.label, year, target, actual, target.text, actual.text, na=self.mark)

    def _share(self) -> Fraction:
        """Return how much of a target is reached: mostly met, some just missed, some doubled."""
        draw = self.rng.random()
        if draw < 0.25:
            return Fraction(self.rng.randint(7200, 9990), 10_000)
        if draw < 0.92:
            return Fraction(self.rng.randint(10_000, 12_900), 10_000)
        return Fraction(self.rng.randint(13_000, 23_500), 10_000)

    def _round(self, value: int) -> int:
        """Round a target as an agency sets it."""
        step = int(10 ** max(len(str(value)) - self.rng.choice((2, 2, 3)), 0))
        return max(value // step * step, 1)

    def _growth_item(self, measure: Measure, year: int) -> Item:
        rng, printer = self.rng, self.printer
        old = rng.randint(measure.low, measure.high)
        goal = Fraction(rng.choice((2, 3, 4, 5)))
        new = round(old * (1 + goal * rng.randint(105, 260) / 10_000))
        target = printer.measured(goal, 0, "%", target=True)
        baseline = Figure(grouped(old), measure.unit, Fraction(old), measure.unit)
        actual = Figure(grouped(new), measure.unit, Fraction(new), measure.unit)
        target = replace(target, text=target.bare + target.printed_unit)
        return Item(
            f"{measure.label}較{year - 1}年提升", year, target, actual,
            target.text, f"{actual.bare}{actual.printed_unit}",
            growth=True, baseline=baseline, na=self.mark,
        )  # fmt: skip

    def _text_item(self, measure: Measure, year: int) -> Item:
        table = words.QUALITATIVE_CN if self.needs.simplified else words.QUALITATIVE
        target, actual = self.rng.choice(table)
        stated = "100" if self.rng.random() < 0.6 and not self.needs.no_rates else ""
        return Item(
            measure.label, year, None, None, target, actual.format(y=year), stated, na=self.mark
        )

    def _gap(self, item: Item) -> Item:
        """Leave out the rate, the actual figure, or the target."""
        draw = self.rng.random()
        if draw < 0.4:
            return replace(item, stated="")
        if draw < 0.75 or self.needs.units == "column":
            return replace(item, actual=None, actual_text=self.mark, stated="")
        return replace(item, target=None, target_text=self.mark, stated="", lower=False)

    def _rated(self, item: Item, *, spoil: bool, all_met: bool) -> Item:
        """Write the rate as the agency would, then spoil it if it is to be wrong."""
        habit, rng = self.habit, self.rng
        if all_met:
            return replace(item, stated="100", all_met=True)
        found = readings(item, wide=False)
        value = found[0].value if habit.divides or len(found) < 2 else found[1].value
        if item.actual is not None and item.actual.half and rng.random() < 0.3:
            # The office knew more places than it printed.
            low, high = found[0].low, found[0].high
            value = low + (high - low) * Fraction(rng.randint(15, 85), 100)
        places = habit.decimals if not item.growth else max(habit.decimals, 1)
        if habit.caps and not item.growth:
            value = min(value, Fraction(100))
        rounded = (
            Fraction(floor(value * 10**places), 10**places)
            if habit.truncates and not item.growth
            else half_up(value, places)
        )
        stated = decimals(max(rounded, Fraction(0)), places)
        if rounded == 100 and rng.random() < 0.5:
            stated = "100"
        return replace(item, stated=self._spoilt(stated, value) if spoil else stated)

    def _spoilt(self, stated: str, value: Fraction) -> str:
        """Return a wrong rate: a digit, a power of ten, the other side of 100, the last place."""
        rng = self.rng
        places = len(stated.partition(".")[2])
        how = rng.choice(("digit", "power", "cross", "last"))
        if how == "digit":
            digits = [i for i, c in enumerate(stated) if c.isdigit()]
            at = rng.choice(digits[:3])
            new = rng.choice([c for c in "123456789" if c != stated[at]])
            return stated[:at] + new + stated[at + 1 :]
        if how == "power":
            shifted = Fraction(stated) * (10 if rng.random() < 0.5 else Fraction(1, 10))
            return decimals(shifted, max(places + 1, 1) if shifted < Fraction(stated) else places)
        if how == "cross":
            over = value < 100
            wrong = Fraction(
                rng.randint(10_050, 11_500) if over else rng.randint(8_500, 9_950), 100
            )
            return decimals(half_up(wrong, places), places)
        step = Fraction(rng.choice((-1, 1)), 10**places)
        return decimals(abs(Fraction(stated) + step), places)

    def _beyond_doubt(self, item: Item, *, spoil: bool) -> bool:
        """Tell whether every careful reader comes to the same verdict, and the one that is meant."""
        strict, lenient = judge(item), judge(item, wide=True)
        if (strict.verdict, strict.code) != (lenient.verdict, lenient.code):
            return False
        if spoil is not (strict.verdict == "inconsistent") and not item.all_met:
            return False
        if item.growth:
            return (
                strict.verdict in ("consistent", "inconsistent") and 0 < Fraction(item.stated) < 60
            )
        found = readings(item, wide=True)
        unit = Fraction(1, 10 ** len(item.stated.partition(".")[2]))
        stated = Fraction(item.stated)
        if spoil and not 0 < stated < 3000:
            return False
        for reading in found:
            # An end that is just touched, by a tie or by an interval.
            ends = (reading.low, reading.high)
            edges = (stated - unit / 2, stated + unit / 2, stated, stated + unit)
            if any(end == edge for end in ends for edge in edges) and reading.value != stated:
                return False
        return strict.verdict != "truncated" or self.habit.truncates

    def _noted(self, item: Item, measure: Measure) -> Item:
        """Let the note tell another figure than the column."""
        if measure.kind in ("zero", "text") or judge(item).verdict != "consistent":
            return item
        if self.rng.random() < self.needs.differing_notes:
            return replace(item, noted=self.rng.choice(("R401", "R402")))
        return item


def other_figure(rng: Random, figure: Figure) -> str:
    """Print a figure that differs in one digit, as a slip of the pen."""
    digits = [m.start() for m in re.finditer(r"\d", figure.bare)]
    at = rng.choice(digits[1:] or digits)
    new = rng.choice([c for c in "123456789" if c != figure.bare[at]])
    return f"{figure.bare[:at]}{new}{figure.bare[at + 1 :]}"


def numbered(rows: Iterable[Row]) -> list[tuple[int, Row]]:
    return list(enumerate(rows, 1))
