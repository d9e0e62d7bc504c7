"""Reports -> review/index.html and a page for each document, for a person who checks the findings.

Made in two steps: records of what will be shown (`_Line`), then the pages. Text from a document is
escaped wherever it goes; the pages load nothing and run no script.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from pipeline.model import Check, Level, Report, Row
from pipeline.rounding import fixed
from pipeline.rules import RULES
from pipeline.write.tables import whole

_STYLE = """
body { font: 16px/1.6 "Noto Sans TC", "Microsoft JhengHei", "PingFang TC", sans-serif;
       margin: 2em auto; max-width: 72em; padding: 0 1em; color: #222; }
table { border-collapse: collapse; width: 100%; margin: 1em 0; }
th, td { border: 1px solid #ccc; padding: .3em .6em; text-align: left; vertical-align: top; }
th { background: #f3f3f3; } td.n { text-align: right; white-space: nowrap; }
tr.error td { background: #fdeaea; } tr.warning td { background: #fff6dd; }
.level { font-weight: bold; } .error .level { color: #b00020; } .warning .level { color: #8a5a00; }
mark { background: #ffd54d; } code { background: #f3f3f3; padding: 0 .2em; }
.quiet { color: #666; } pre { white-space: pre-wrap; font: inherit; margin: 0; }
"""
_ROLE_TITLES = {
    "goal": "績效目標",
    "indicator": "衡量指標",
    "weight": "權重",
    "standard": "衡量標準",
    "target": "原定目標值",
    "actual": "實際值",
    "rate": "達成率",
    "analysis": "達成情形分析",
}


@dataclass(frozen=True, slots=True)
class _Line:
    """A check as the page shows it; ``sentence`` is in three parts, the rate in the middle."""

    item: str
    label: str
    stated: str
    formula: str
    recomputed: str
    verdict: str
    level: str
    code: str
    meaning: str
    message: str
    place: str
    sentence: tuple[str, str, str]


def write(reports: Iterable[Report], folder: Path) -> Iterator[Report]:
    """Write a page for each report as it comes, hand it on, and the index last."""
    folder.mkdir(parents=True, exist_ok=True)
    index: list[str] = []
    for number, report in enumerate(reports, start=1):
        name = f"{number:04d}.html"
        with whole(folder / name) as file:
            file.write(_page(report.document, _document(report)))
        index.append(_index_line(report, name))
        yield report
    with whole(folder / "index.html") as file:
        file.write(_page("年度施政績效報告查核", _index(index)))


# --------------------------------------------------------------------------- records


def _line(check: Check) -> _Line:
    claim, finding = check.claim, check.finding
    return _Line(
        item=f"{claim.row}-{claim.item}",
        label=claim.label,
        stated=claim.stated.quantity.text if claim.stated else "",
        formula=check.formula,
        recomputed=_percent(check),
        verdict=str(check.verdict),
        level=str(check.level),
        code=finding.code if finding else "",
        meaning=RULES[finding.code].chinese.meaning if finding else "",
        message=check.message,
        place=_place(check),
        sentence=_sentence(check),
    )


def _percent(check: Check) -> str:
    """Show all six decimals but closing zeros: 99.996 must not look like 100."""
    if check.recomputed is None:
        return ""
    return fixed(check.recomputed, 6).rstrip("0").rstrip(".") + "%"


def _place(check: Check) -> str:
    stated = check.claim.stated
    if stated is None:
        return ""
    place = stated.place
    if place.x0 is None:
        return f"第{int(place.top)}行"
    return f"第{place.page}頁 ({place.x0:.0f}, {place.top:.0f})"


def _sentence(check: Check) -> tuple[str, str, str]:
    stated = check.claim.stated
    if stated is None:
        return "", "", ""
    rate = stated.quantity.text
    before, found, after = stated.sentence.rpartition(rate)
    return (before, found, after) if found else (stated.sentence, "", "")


# --------------------------------------------------------------------------- pages


def _page(title: str, body: str) -> str:
    return (
        '<!doctype html>\n<html lang="zh-Hant">\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n"
        f"<h1>{escape(title)}</h1>\n{body}\n</html>\n"
    )


def _index(lines: Iterable[str]) -> str:
    heads = ("文件", "機關", "年度", "狀態", "列", "項目", "查核", "標記")
    return _table(heads, lines)


def _index_line(report: Report, name: str) -> str:
    cells = (
        f'<a href="{name}">{escape(report.document)}</a>',
        escape(report.agency),
        str(report.roc_year or ""),
        escape(report.status) + (f": {escape(report.error)}" if report.error else ""),
    )
    numbers = (len(report.rows), len(report.indicators), len(report.checks), report.flagged)
    level = max((check.level for check in report.checks), key=_rank, default=Level.NONE)
    return (
        f'<tr class="{level}">'
        + "".join(f"<td>{cell}</td>" for cell in cells)
        + "".join(f'<td class="n">{number}</td>' for number in numbers)
        + "</tr>"
    )


def _rank(level: Level) -> int:
    return level.rank


def _document(report: Report) -> str:
    parts = [
        '<p><a href="index.html">全部文件</a></p>',
        (
            f"<p>{escape(report.title)} {escape(report.agency)} "
            f'<span class="quiet">sha256 {report.sha256}</span></p>'
        ),
    ]
    if report.error:
        parts.append(f"<p class='error'><b>{escape(report.status)}</b>: {escape(report.error)}</p>")
    parts += [f"<p class='warning'>{escape(warning)}</p>" for warning in report.warnings]
    if report.checks:
        heads = ("列-項", "項目", "所載", "算式", "重算", "判定", "說明", "位置")
        parts += [
            "<h2>查核結果</h2>",
            _table(heads, (_check_line(_line(check)) for check in report.checks)),
        ]
    parts += [_row(row) for row in report.rows]
    return "\n".join(parts)


def _check_line(line: _Line) -> str:
    before, rate, after = map(escape, line.sentence)
    why = f'<span class="level">{line.level} {line.code}</span> {escape(line.meaning)}'
    told = f"<br>{escape(line.message)}" if line.message else ""
    quoted = f'<br><span class="quiet">{before}<mark>{rate}</mark>{after}</span>' if rate else ""
    return (
        f'<tr class="{line.level}"><td class="n">{line.item}</td><td>{escape(line.label)}</td>'
        f'<td class="n">{escape(line.stated)}</td><td><code>{escape(line.formula)}</code></td>'
        f'<td class="n">{line.recomputed}</td><td>{line.verdict}</td>'
        f"<td>{why if line.code else ''}{told}{quoted}</td><td>{line.place}</td></tr>"
    )


def _row(row: Row) -> str:
    """Show the cells of a row, as they were read."""
    pages = sorted({place.page for place in row.fragments})
    lines = [
        f"<tr><th>{_ROLE_TITLES[role]}</th><td><pre>{escape(row.text(role))}</pre></td></tr>"
        for role in _ROLE_TITLES
        if row.cell(role)
    ]
    told = "、".join(map(str, pages))
    return f'<h2>第{row.number}列 <span class="quiet">第{told}頁</span></h2>' + _table((), lines)


def _table(heads: Iterable[str], lines: Iterable[str]) -> str:
    head = "".join(f"<th>{escape(name)}</th>" for name in heads)
    return f"<table>{f'<tr>{head}</tr>' if head else ''}\n" + "\n".join(lines) + "\n</table>"
