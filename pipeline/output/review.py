"""Reports -> review/index.html and a page for each document, for a person who checks the findings.

A page begins with its findings, the gravest first: the sentence with the rate underlined, the figures
and the arithmetic. All checks, the rules that spoke, and the rows as they were read come after.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from pipeline.checks import (
    RULES,
    Check,
    Coverage,
    Language,
    Level,
    Report,
    Text,
    Verdict,
    compose,
    measure_coverage,
)
from pipeline.output.entries import Entry
from pipeline.output.file_summary import FileSummary
from pipeline.output.findings import finding_item, finding_notes, finding_place
from pipeline.output.html import (
    Languages,
    escape,
    in_languages,
    message_html,
    page_languages,
    pairs_html,
    table_html,
    table_lines,
    whole_page,
)
from pipeline.output.text_file import open_synced
from pipeline.quantities import short_decimal
from pipeline.records import Row

_LINES = "\0"
_LEVELS = (Level.ERROR, Level.WARNING, Level.NOTE)
_TITLE = ("Achievement rates checked", "年度施政績效報告查核")
_ROLES = {
    "goal": ("goal", "績效目標"),
    "indicator": ("indicator", "衡量指標"),
    "weight": ("weight", "權重"),
    "standard": ("standard", "衡量標準"),
    "target": ("target", "原定目標值"),
    "actual": ("actual figure", "實際值"),
    "rate": ("stated rate", "達成率"),
    "analysis": ("analysis", "達成情形分析"),
}


def write_review(
    entries: Iterable[Entry], folder: Path, language: Language | None = None
) -> Iterator[Entry]:
    """Write the page of each entry as it comes, hand it on, and write the index along."""
    folder.mkdir(parents=True, exist_ok=True)
    languages = page_languages(language)
    # The frame of the index stands around its lines, which are not kept.
    frame = whole_page(in_languages(_TITLE, languages[:1]), _index([_LINES], languages), languages)
    above, _, below = frame.partition(_LINES)
    with open_synced(folder / "index.html") as index:
        index.write(above)
        for number, entry in enumerate(entries, start=1):
            name = f"{number:04d}.html"
            with (folder / name).open("w", encoding="utf-8", newline="") as file:
                file.writelines(entry.page())
            index.write(("\n" if number > 1 else "") + _index_line(entry.summary, name))
            yield entry
        index.write(below)


def review_page(report: Report) -> Iterator[str]:
    """Yield the page of a report, in pieces."""
    languages = page_languages(report.language)
    frame = whole_page(report.document, _LINES, languages)
    above, _, below = frame.partition(f"{_LINES}\n")
    yield above
    for line in _document(report, languages):
        yield f"{line}\n"
    yield below


# --------------------------------------------------------------------------- the index


def _index(lines: Sequence[str], languages: Languages) -> str:
    heads = (
        ("document", "文件"), ("agency", "機關"), ("year", "年度"), ("status", "狀態"), ("rows", "列數"),
        ("checks", "查核數"), ("errors", "錯誤"), ("warnings", "警告"), ("notes", "提示"),
    )  # fmt: skip
    shown = table_html((in_languages(head, languages) for head in heads), lines, _TITLE[1])
    return f"<main>\n<h1>{in_languages(_TITLE, languages)}</h1>\n{shown}\n</main>"


def _index_line(summary: FileSummary, name: str) -> str:
    counts = Counter(summary.levels)
    reason = summary.error.removeprefix(f"{summary.document}: ")
    cells = (
        escape(summary.agency),
        str(summary.roc_year or ""),
        escape(summary.status) + (f": {escape(reason)}" if reason else ""),
    )
    numbers = (summary.rows, summary.checks, *(counts[level] for level in _LEVELS))
    gravest = next((level for level in _LEVELS if counts[level]), Level.NONE)
    return (
        f'<tr class="{gravest}"><th scope="row"><a href="{name}">{escape(summary.document)}</a></th>'
        + "".join(f"<td>{cell}</td>" for cell in cells)
        + "".join(f'<td class="n">{number}</td>' for number in numbers)
        + "</tr>"
    )


# --------------------------------------------------------------------------- a document


class _CheckTexts:
    """The checks of a document in words: they are gone over once."""

    def __init__(self, checks: Iterable[Check], languages: Languages) -> None:
        self.findings: dict[Level, list[str]] = {level: [] for level in _LEVELS}
        self.lines: list[str] = []
        self.codes: set[str] = set()  # of the rules that spoke
        self.covered = measure_coverage(self._collecting(checks, languages))

    def _collecting(self, checks: Iterable[Check], languages: Languages) -> Iterator[Check]:
        verdicts = {verdict: message_html(compose(verdict), languages) for verdict in Verdict}
        for check in checks:
            self.lines.append(_check_line(check, languages, verdicts[check.verdict]))
            if check.level.rank:
                self.findings[check.level].append(_finding(check, languages))
                self.codes.update([finding.code for finding in check.findings])
            yield check


def _document(report: Report, languages: Languages) -> Iterator[str]:
    """Yield the lines of the body of a document's page."""
    texts = _CheckTexts(report.checks, languages)
    findings = chain.from_iterable(texts.findings.values())
    parts: dict[str, tuple[Sequence[str], bool, Iterable[str]]] = {
        "findings": (("Findings", "發現"), bool(texts.codes), findings),
        "checks": (("All checks", "全部查核"), bool(texts.lines), _checks(texts.lines, languages)),
        "rules": (("Rules", "規則說明"), bool(texts.codes), _rules(texts.codes, languages)),
        "rows": (
            ("Rows as they were read", "各列內容"),
            bool(report.rows),
            _rows(report, languages),
        ),
    }
    links = "".join(
        f'<li><a href="#{name}">{in_languages(title, languages)}</a></li>'
        for name, (title, filled, _) in parts.items()
        if filled
    )
    back = in_languages(("All documents", "全部文件"), languages)
    yield f'<nav><ul><li><a href="index.html">{back}</a></li>{links}</ul></nav>'
    yield f"<main>\n<h1>{escape(report.document)}</h1>"
    yield from _facts(report, texts.covered, languages)
    for name, (title, filled, lines) in parts.items():
        if filled or name == "findings":
            yield f'<section aria-labelledby="{name}"><h2 id="{name}">{in_languages(title, languages)}</h2>'
            yield from lines if filled else [_nothing(languages)]
            yield "</section>"
    yield "</main>"


def _nothing(languages: Languages) -> str:
    return f"<p>{in_languages(('No findings.', '無。'), languages)}</p>"


def _facts(report: Report, covered: Coverage, languages: Languages) -> Iterator[str]:
    """Yield what is known of the document as a whole."""
    if report.error:
        reason = report.error.removeprefix(f"{report.document}: ")
        yield f'<p class="error"><span class="level">{escape(report.status)}</span> {escape(reason)}</p>'
    for warning in report.warnings:
        yield f'<p class="warning"><span class="level">!</span> {escape(warning)}</p>'
    facts = [
        (in_languages(("title", "標題"), languages), escape(report.title)),
        (in_languages(("agency", "機關"), languages), escape(report.agency)),
        (in_languages(("pages", "頁數"), languages), str(report.pages or "")),
        ("SHA-256", f'<span class="hash">{report.sha256}</span>' if report.sha256 else ""),
    ]
    if report.checks:
        numbers = (covered.rates, covered.paired, covered.recomputed, covered.unverifiable)
        counts = (
            "{}: {} paired, {} recomputed, {} not verifiable".format(*numbers),
            "{}項：已配對{}項，已重算{}項，無從驗算{}項".format(*numbers),
        )
        facts.append(
            (in_languages(("stated rates", "所載比率"), languages), in_languages(counts, languages))
        )
    if covered.reasons:
        why = in_languages(("why not", "無從驗算之原因"), languages)
        facts.append((why, in_languages(covered.reasons_in, languages[:1])))
    yield pairs_html((name, text) for name, text in facts if text)


def _finding(check: Check, languages: Languages) -> str:
    """Return a finding: what is wrong, the sentence, the figures, the arithmetic, the place."""
    assert check.finding is not None
    level, code = check.level, check.finding.code
    notes = [
        (message_html(name, languages), escape(text))
        for name, text in finding_notes(check, languages[0])
    ]
    notes += [
        (
            message_html(compose(Text.ALSO, code=other.code), languages),
            in_languages(other.message.brief, languages),
        )
        for other in check.findings[1:]
    ]
    where = escape(finding_place(check).text(languages[0]))
    notes.append(
        (
            in_languages(("place", "位置"), languages),
            f'<a href="#row-{check.claim.row}">{where}</a>',
        )
    )
    return (
        f'<article class="{level}"><h3><span class="level">{message_html(compose(level), languages)}</span> '
        f'<a href="#{code}">{code}</a> {in_languages(check.finding.message.brief, languages)}</h3>\n'
        f"{_quoted(check)}{pairs_html(notes)}</article>"
    )


def _quoted(check: Check) -> str:
    """Return the sentence that states the rate, with the rate underlined."""
    if check.claim.stated is None:
        return ""
    before, rate, after = map(escape, check.claim.stated.parted)
    marked = f"<mark>{rate}</mark>" if rate else ""
    return f'<blockquote lang="zh-Hant-TW">{before}{marked}{after}</blockquote>\n'


def _checks(lines: Iterable[str], languages: Languages) -> Iterator[str]:
    heads = (
        ("row, item", "列、項"), ("item", "項目"), ("stated", "所載"), ("arithmetic", "算式"),
        ("recomputed", "重算"), ("verdict", "判定"), ("rule", "規則"), ("message", "說明"),
    )  # fmt: skip
    shown = (in_languages(head, languages) for head in heads)
    return table_lines(shown, lines, "全部查核 All checks")


def _check_line(check: Check, languages: Languages, verdict: str) -> str:
    claim = check.claim
    codes = " ".join(f'<a href="#{f.code}">{f.code}</a>' for f in check.findings if f.level.rank)
    messages = [] if codes else [message_html(message, languages) for message in check.messages]
    cells = (
        ("text", escape(claim.label)),
        ("n", escape(claim.stated.quantity.text) if claim.stated else ""),
        ("text", f"<code>{escape(check.formula)}</code>" if check.formula else ""),
        ("n", _percent(check)),
        ("", verdict),
        ("", codes),
        ("text", "<br>".join(messages)),
    )
    return (
        f'<tr class="{check.level}"><th scope="row" class="n">'
        f'<a href="#row-{claim.row}" title="{escape(finding_item(check).text(languages[0]))}">'
        f"{claim.row}-{claim.item}</a></th>"
        + "".join([f'<td class="{kind}">{cell}</td>' for kind, cell in cells])
        + "</tr>"
    )


def _percent(check: Check) -> str:
    """Show all six decimals but closing zeros: 99.996 must not look like 100."""
    return "" if check.recomputed is None else f"{short_decimal(check.recomputed, 6)}%"


def _rules(codes: Iterable[str], languages: Languages) -> Iterator[str]:
    """Yield what the rules that spoke mean, and what to do then."""
    for code in sorted(codes):
        english, chinese = RULES[code].english, RULES[code].chinese
        yield (
            f'<p id="{code}"><b>{code}</b> {in_languages((english.meaning, chinese.meaning), languages)}<br>'
            f"{in_languages((english.advice, chinese.advice), languages)}</p>"
        )


def _rows(report: Report, languages: Languages) -> Iterator[str]:
    titles = {role: in_languages(title, languages) for role, title in _ROLES.items()}
    for row in report.rows:
        yield _row(row, titles, languages)


def _row(row: Row, titles: Mapping[str, str], languages: Languages) -> str:
    """Show the cells of a row, as they were read."""
    pages = ", ".join(map(str, sorted({place.page for place in row.fragments})))
    name = row.text("indicator") or row.text("goal")
    where = in_languages(
        (f"row {row.number}, page {pages}", f"第{row.number}列，第{pages.replace(', ', '、')}頁"),
        languages[:1],
    )
    cells = [(title, escape(row.text(role))) for role, title in titles.items() if row.cell(role)]
    others = [
        (escape(head), escape("\n".join([paragraph.text for paragraph in cell])))
        for head, cell in row.other.items()
    ]
    first = escape(name.partition("\n")[0])
    return (
        f'<details id="row-{row.number}"><summary>{where} <span class="quiet">{first}</span>'
        f"</summary>{pairs_html([*cells, *others])}</details>"
    )
