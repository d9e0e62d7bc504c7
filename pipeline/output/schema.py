"""The columns of the four tables: name, type, Chinese title, and the cell that a record gives.

The one place that knows the columns; the CSV writer, the data package and the DataFrames take them
from here.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from pipeline.checks import Check, Language, Level, Report, Verdict, measure_coverage
from pipeline.claims import Certainty, Figure, Indicator
from pipeline.errors import Status
from pipeline.quantities import fixed_decimal, plain_decimal, to_gregorian
from pipeline.records import COLUMN_ROLES, Row, SecondReading

Value = str | int | None


class Column(NamedTuple):
    """A column: its name, its Frictionless type, its Chinese title, and what it holds."""

    name: str
    type: str
    title: str
    description: str
    values: tuple[str, ...] = ()


class Schema(NamedTuple):
    """A table: its name, title and columns, its key, and the records that a report gives."""

    name: str
    title: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    records: Callable[[Report], Iterator[tuple[Value, ...]]]


def _documents(report: Report) -> Iterator[tuple[Value, ...]]:
    year = report.roc_year
    levels: Counter[Level] = Counter()
    coverage = measure_coverage(_counting_levels(report.checks, levels))
    yield (
        report.document,
        report.sha256,
        report.status,
        report.error,
        "; ".join(report.warnings),
        report.pages,
        year,
        to_gregorian(year) if year is not None else None,
        report.agency,
        report.title,
        report.layout,
        len(report.rows),
        len(report.indicators),
        len(report.checks),
        levels[Level.WARNING] + levels[Level.ERROR],
        coverage.rates,
        coverage.paired,
        coverage.recomputed,
        coverage.unverifiable,
        coverage.reasons_in(Language.ENGLISH),
    )


def _counting_levels(checks: Iterable[Check], levels: Counter[Level]) -> Iterator[Check]:
    """Yield checks and count their levels: those of a long report are made anew for each look."""
    for check in checks:
        levels[check.level] += 1
        yield check


def _rows(report: Report) -> Iterator[tuple[Value, ...]]:
    for row in report.rows:
        yield (
            report.document,
            report.roc_year,
            row.number,
            row.fragments[0].page,
            row.fragments[-1].page,
            row.goal_no,
            *map(row.text, COLUMN_ROLES),
            _other(row),
        )


def _other(row: Row) -> str:
    if not row.other:
        return ""
    texts = {word: "\n".join(p.text for p in cell) for word, cell in row.other.items()}
    return json.dumps(texts, ensure_ascii=False)


def _indicators(report: Report) -> Iterator[tuple[Value, ...]]:
    for item in report.indicators:
        yield (
            report.document,
            report.roc_year,
            item.row,
            item.item,
            item.period or report.roc_year,
            item.label,
            item.target_text,
            *_figure(item.target),
            item.actual_text,
            *_figure(item.actual),
            _number(item.baseline),
            _direction(item),
        )


def _figure(figure: Figure | None) -> tuple[Value, Value, Value]:
    if figure is None:
        return None, None, None
    return _number(figure), figure.quantity.unit, str(figure.quantity.bound)


def _direction(item: Indicator) -> str | None:
    if item.target is None:
        return None
    return "lower" if item.lower else "higher"


def _checks(report: Report) -> Iterator[tuple[Value, ...]]:
    for check in report.checks:
        claim = check.claim
        yield (
            report.document,
            report.roc_year,
            claim.row,
            claim.item,
            claim.period or report.roc_year,
            claim.label,
            str(claim.kind),
            claim.stated.quantity.text if claim.stated else None,
            _stated(claim.stated),
            _number(check.target),
            _number(check.actual),
            check.unit,
            check.formula,
            fixed_decimal(check.recomputed, 6),
            fixed_decimal(check.difference, 6),
            str(check.verdict),
            check.finding.code if check.finding else None,
            str(check.level),
            check.told(Language.ENGLISH),
            *_place(check),
            _thousandths(check.power),
            check.told(Language.CHINESE),
            claim.stated.sentence if claim.stated else None,
            check.certainty,
            check.second_reading,
            check.id,
        )


def _place(check: Check) -> tuple[Value, ...]:
    """Return page and box of the stated rate, in points with two decimals."""
    if check.claim.stated is None:
        return (None,) * 5
    page, x0, top, x1, bottom = check.claim.stated.place
    if x0 is None:  # plain text
        return page, None, str(int(top)), None, str(int(bottom))
    return page, f"{x0:.2f}", f"{top:.2f}", f"{x1:.2f}", f"{bottom:.2f}"


def _thousandths(share: Fraction | None) -> str:
    """Return a share with three decimals, cut off: 1.000 is all of them."""
    if share is None:
        return ""
    whole, rest = divmod(share.numerator * 1000 // share.denominator, 1000)
    return f"{whole}.{rest:03d}"


def _stated(figure: Figure | None) -> str | None:
    """Return a stated rate with the decimals that are printed: 25.50 stays 25.50."""
    if figure is None:
        return None
    return fixed_decimal(figure.quantity.value, max(figure.quantity.decimals, 0))


def _number(figure: Figure | None) -> str | None:
    """Return the value of a figure in plain decimals; a fraction with twelve."""
    if figure is None:
        return None
    text = plain_decimal(figure.quantity.value)
    return fixed_decimal(figure.quantity.value, 12) if "/" in text else text


_DOCUMENT = Column("document", "string", "文件", "path relative to the given folder")
_YEAR = Column("roc_year", "integer", "民國年度", "ROC year that the report is for")
_ROW = Column("row", "integer", "列號", "row in the document, from 1")
_ITEM = Column("item", "integer", "項次", "measured item in the row, from 1")
_PERIOD = Column("period", "integer", "期間", "ROC year that the figures are for")
_LABEL = Column("label", "string", "項目", "what is measured")
_BOUNDS = ("=", ">=", "<=", "~")

SCHEMAS = (
    Schema(
        "documents",
        "文件",
        (
            _DOCUMENT,
            Column("sha256", "string", "檔案雜湊", "SHA-256 of the file's bytes"),
            Column("status", "string", "狀態", "how reading went", tuple(map(str, Status))),
            Column("error", "string", "錯誤", "the reason, where the status is not ok"),
            Column("warnings", "string", "注意", "what a reader of the figures should know"),
            Column("pages", "integer", "頁數", "pages in the file"),
            _YEAR,
            Column("year", "integer", "西元年度", "Gregorian year"),
            Column("agency", "string", "機關", "whose report it is"),
            Column("title", "string", "標題", "title line as printed"),
            Column(
                "layout",
                "string",
                "版面",
                "shape of the table",
                ("prose", "columns", "form", "text"),
            ),
            Column("rows", "integer", "列數", "logical rows read"),
            Column("indicators", "integer", "項目數", "measured items read"),
            Column("checks", "integer", "查核數", "lines in checks.csv"),
            Column("flagged", "integer", "標記數", "checks of level error or warning"),
            Column("rates", "integer", "所載比率數", "checks with a stated rate"),
            Column("paired", "integer", "已配對數", "of these, those whose figures were found"),
            Column("recomputed", "integer", "已重算數", "stated rates that were recomputed"),
            Column("unverifiable", "integer", "無從驗算數", "stated rates that were not"),
            Column(
                "unverifiable_reasons",
                "string",
                "無從驗算原因",
                "why not, with how many for each reason",
            ),
        ),
        ("document",),
        _documents,
    ),
    Schema(
        "rows",
        "表格列",
        (
            _DOCUMENT,
            _YEAR,
            _ROW,
            Column("page_first", "integer", "起始頁", "page on which the row begins"),
            Column("page_last", "integer", "結束頁", "page on which the row ends"),
            Column("goal_no", "integer", "目標編號", "printed number of the goal"),
            Column("goal", "string", "績效目標", "goal without its number"),
            Column("indicator", "string", "衡量指標", "indicator cell"),
            Column("weight", "string", "權重", "weight cell"),
            Column("standard", "string", "衡量標準", "cell that says how it is measured"),
            Column("target", "string", "原定目標值", "target cell"),
            Column("actual", "string", "實際值", "cell of the actual figure"),
            Column("rate", "string", "達成率", "cell of the stated rate"),
            Column("analysis", "string", "達成情形分析", "analysis cell"),
            Column("other", "string", "其他欄位", "JSON object: header to text, for other columns"),
        ),
        ("document", "row"),
        _rows,
    ),
    Schema(
        "indicators",
        "衡量項目",
        (
            _DOCUMENT,
            _YEAR,
            _ROW,
            _ITEM,
            _PERIOD,
            _LABEL,
            Column("target_text", "string", "目標值原文", "target as printed"),
            Column("target", "number", "目標值", "target in the plain unit"),
            Column("target_unit", "string", "目標值單位", "unit of the target"),
            Column("target_bound", "string", "目標值界限", "bound of the target", _BOUNDS),
            Column("actual_text", "string", "實際值原文", "sentence with the actual figure"),
            Column("actual", "number", "實際值", "actual figure in the plain unit"),
            Column("actual_unit", "string", "實際值單位", "unit of the actual figure"),
            Column("actual_bound", "string", "實際值界限", "bound of the actual figure", _BOUNDS),
            Column("baseline", "number", "基期值", "last year's figure, for a growth target"),
            Column("direction", "string", "方向", "which way is better", ("higher", "lower")),
        ),
        ("document", "row", "item", "period"),
        _indicators,
    ),
    Schema(
        "checks",
        "查核結果",
        (
            _DOCUMENT,
            _YEAR,
            _ROW,
            _ITEM,
            _PERIOD,
            _LABEL,
            Column(
                "kind", "string", "種類", "what the rate claims", ("achievement", "growth", "ratio")
            ),
            Column("stated_text", "string", "所載比率原文", "stated rate as printed"),
            Column("stated", "number", "所載比率", "stated rate in percent, its decimals kept"),
            Column("target", "number", "目標值", "target used"),
            Column("actual", "number", "實際值", "actual figure used"),
            Column("unit", "string", "單位", "unit of both"),
            Column("formula", "string", "算式", "the arithmetic as evaluated"),
            Column("recomputed", "number", "重算比率", "recomputed rate in percent, six decimals"),
            Column("difference", "number", "差異", "stated minus recomputed"),
            Column("verdict", "string", "判定", "how both compare", tuple(map(str, Verdict))),
            Column("code", "string", "規則代碼", "rule that speaks"),
            Column(
                "level",
                "string",
                "層級",
                "how much it matters",
                ("error", "warning", "note", "none"),
            ),
            Column("message", "string", "說明", "the finding with its arithmetic"),
            Column("page", "integer", "頁", "page of the stated rate"),
            Column("x0", "number", "左", "left end in points"),
            Column("top", "number", "上", "top in points; the line number for plain text"),
            Column("x1", "number", "右", "right end in points"),
            Column("bottom", "number", "下", "bottom in points; the line number for plain text"),
            Column(
                "power",
                "number",
                "鑑別力",
                "how many of the other rates within 20 points the check would have refused, 0 to 1",
            ),
            Column("message_zh", "string", "中文說明", "the same message in Chinese"),
            Column("sentence", "string", "原句", "sentence or cell that states the rate"),
            Column(
                "certainty",
                "string",
                "確信程度",
                "how sure it is that these figures belong to the rate",
                tuple(map(str, Certainty)),
            ),
            Column(
                "second_reading",
                "string",
                "二次讀取",
                "whether another reader finds the same digits in the same places",
                tuple(map(str, SecondReading)),
            ),
            Column("id", "string", "識別碼", "stable name of the check"),
        ),
        (),
        _checks,
    ),
)
"""The tables of the contract, in its order of columns."""
