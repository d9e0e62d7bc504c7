"""Work out what the samples must give: hand-typed checks -> tests/truth and the README's tables.

`104.checks.csv`, `105.checks.csv` and `106.checks.csv` are typed by hand from the words of the
reports: a line for each stated rate, with the arithmetic and the verdict that a reader comes to.
This script knows nothing of the pipeline. It evaluates the arithmetic with exact fractions, refuses
a line whose verdict does not follow from it or whose words are not in the report, and writes

    tests/truth/<sample>.checks.csv    the checks with the recomputed rate, six decimals, half up
    tests/truth/<sample>.rows.json     the cells of each row as paragraphs
    samples/README.md                  the table below each heading with a file name

A figure after `~` is measured, so it stands for every value that would be printed the same way.
"""

import ast
import csv
import io
import json
import operator
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from math import floor

from build import HERE, SAMPLES, Report, read

TRUTH = SAMPLES.parent / "tests" / "truth"
README = SAMPLES / "README.md"

COLUMNS = (
    *("row", "item", "label", "kind", "stated", "target", "actual", "unit", "recomputed"),
    *("verdict", "code", "level", "why"),
)
SHOWN = ("row", "item", "printed", *COLUMNS[4:])

OPERATORS: dict[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}

# Codes that say something else than that the stated rate does not follow.
BESIDE_THE_RATE = {"R210", "R401"}

Check = dict[str, str]


def evaluate(formula: str, side: int = 0) -> Fraction:
    """Evaluate a formula; `side` moves measured figures half a place down (-1) or up (+1)."""

    def measured(match: re.Match[str]) -> str:
        figure = Decimal(match[1])
        exponent = figure.as_tuple().exponent
        assert isinstance(exponent, int)
        return str(figure + side * Decimal(5).scaleb(exponent - 1))

    text = re.sub(r"~([\d.]+)", measured, formula)

    def value(node: ast.expr) -> Fraction:
        if isinstance(node, ast.BinOp):
            return OPERATORS[type(node.op)](value(node.left), value(node.right))
        return Fraction(ast.get_source_segment(text, node) or "")

    return value(ast.parse(text, mode="eval").body)


def half_up(value: Fraction, places: int) -> Decimal:
    """Round a positive value, ties upwards."""
    return Decimal(floor(value * 10**places + Fraction(1, 2))).scaleb(-places)


def verdict(formula: str, stated: str) -> str:
    """Judge a stated rate by the arithmetic alone."""
    if not stated:
        return "unstated"
    if not formula:
        return "unverifiable"
    low, high = evaluate(formula, -1), evaluate(formula, +1)
    rate = Fraction(stated)
    unit = Fraction(1, 10 ** len(stated.partition(".")[2]))
    if low <= rate + unit / 2 and high >= rate - unit / 2:
        return "consistent"
    if rate == 100 and low > 100:
        return "capped"
    if low < rate + unit and high >= rate:
        return "truncated"
    return "inconsistent"


def checks(report: Report) -> Iterator[Check]:
    """Read the checks typed for a report, add the recomputed rate, refuse what is not so."""
    path = HERE / f"{report.year}.checks.csv"
    for check in csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))):
        where = f"{path.name} {check['row']},{check['item']} {check['label']}"
        found = verdict(check["formula"], check["stated"])
        if found != check["verdict"]:
            raise ValueError(f"{where}: {check['verdict']} typed, {found} found")
        fault = check["code"] not in ("", *BESIDE_THE_RATE)
        if fault is (found == "consistent"):
            raise ValueError(f"{where}: {found} with code {check['code']!r}")
        row = report.rows[int(check["row"]) - 1]
        if not any(check["printed"] in paragraph for cell in row.cells for paragraph in cell):
            raise ValueError(f"{where}: not printed in the row: {check['printed']}")
        formula = check["formula"]
        check["recomputed"] = str(half_up(evaluate(formula), 6)) if formula else ""
        yield check


def table(rows: list[Check]) -> str:
    """Show the checks of a report as a Markdown table."""
    lines = ["| " + " | ".join(SHOWN) + " |", "|" + "---|" * len(SHOWN)]
    lines += ("| " + " | ".join(row[column] for column in SHOWN) + " |" for row in rows)
    counts = Counter(row["verdict"] for row in rows)
    total = ", ".join(f"{number} {word}" for word, number in counts.most_common())
    return "\n".join([*lines, "", f"{len(rows)} checks: {total}."])


def placed(page: str, mark: str, text: str) -> str:
    """Put text between a mark and the next end mark of a page."""
    before, found, rest = page.partition(mark)
    _, end, after = rest.partition("<!-- end -->")
    if not found or not end:
        raise ValueError(f"README.md has no place for a table: {mark.strip()}")
    return f"{before}{found}\n{text}\n\n{end}{after}"


def main() -> int:
    """Write the truth of every sample; return the exit status."""
    TRUTH.mkdir(parents=True, exist_ok=True)
    readme = README.read_text(encoding="utf-8")
    for year in (104, 105, 106):
        report = read(year)
        rows = list(checks(report))
        path = TRUTH / f"{report.name}.checks.csv"
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS, extrasaction="ignore", lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
        cells = [
            {
                "goal": row.goal,
                "indicator": row.indicator,
                "target": row.target,
                "analysis": row.analysis,
            }
            for row in report.rows
        ]
        text = json.dumps(cells, ensure_ascii=False, indent=1) + "\n"
        (TRUTH / f"{report.name}.rows.json").write_text(text, encoding="utf-8")
        readme = placed(readme, f"<!-- {year} -->\n", table(rows))
        print(report.name, dict(Counter(row["verdict"] for row in rows)))
    README.write_text(readme, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
