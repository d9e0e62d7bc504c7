"""Typeset the sample reports: TOML content -> flat ODF or HTML source -> PDF.

The words and figures of each report stand once, in `104.toml`, `105.toml` and `106.toml`. This
script writes the source that a word processor or a browser reads (`104.fodt`, `105.html`,
`106.fodt`) beside them, has it printed, and puts the PDFs into the folder above.

    python samples/source/build.py             sources and PDFs
    python samples/source/build.py --sources   sources only, nothing is printed

A rebuild with the same programs gives the same pages; only dates and identifiers in the PDF change.
LibreOffice Writer prints 104 and 106, Chromium prints 105. The fonts are Noto Serif CJK TC,
AR PL UKai TW and Noto Sans CJK TC, all under free licences.
"""

import argparse
import html
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
SAMPLES = HERE.parent

HEADER = ("年度績效目標", "衡量指標", "原定目標值", "績效衡量暨達成情形分析")

# How deep a paragraph of the analysis is indented follows from its list number.
LEVELS = (
    re.compile(r"[一二三四五六七八九十]+、"),
    re.compile(r"[(（][一二三四五六七八九十]+[)）]"),
    re.compile(r"\d+\."),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table; a cell is a tuple of paragraphs."""

    goal: tuple[str, ...]
    indicator: tuple[str, ...]
    target: tuple[str, ...]
    analysis: tuple[str, ...]

    @property
    def cells(self) -> tuple[tuple[str, ...], ...]:
        """Return the cells from left to right."""
        return (self.goal, self.indicator, self.target, self.analysis)


@dataclass(frozen=True, slots=True)
class Report:
    """The content of one year's report."""

    year: int
    agency: str
    title: str
    rows: tuple[Row, ...]

    @property
    def name(self) -> str:
        """The file name of the PDF, without its suffix."""
        return f"{self.year}年度施政績效及達成情形-{self.agency}"


@dataclass(frozen=True, slots=True)
class Style:
    """What makes the two word-processor reports look different."""

    font: str
    size: float
    line_height: int
    columns: tuple[float, float, float, float]
    hanging: bool
    running: bool


STYLES = {
    104: Style("Noto Serif CJK TC", 12, 115, (2.7, 2.6, 1.9, 9.8), hanging=True, running=False),
    106: Style("Noto Sans CJK TC", 12, 112, (2.8, 2.8, 2.1, 9.3), hanging=False, running=True),
}


def read(year: int) -> Report:
    """Read the content of the report for a ROC year."""
    data = tomllib.loads((HERE / f"{year}.toml").read_text(encoding="utf-8"))
    rows = tuple(
        Row(*(_paragraphs(row[key]) for key in ("goal", "indicator", "target", "analysis")))
        for row in data["rows"]
    )
    return Report(data["year"], data["agency"], data["title"], rows)


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(line for line in text.splitlines() if line.strip())


def _level(paragraph: str) -> int:
    return next((i for i, number in enumerate(LEVELS) if number.match(paragraph)), 0)


# --- the word processor ---------------------------------------------------------------------------

NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    )
)


def fodt(report: Report, style: Style) -> str:
    """Write a report as a flat OpenDocument text."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f"<office:document {NAMESPACES}",
        ' office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">',
        *_fodt_styles(style),
        *_fodt_master(report, style),
        "<office:body><office:text>",
        f'<text:p text:style-name="Title">{html.escape(report.title)}</text:p>',
    ]
    if report.agency not in report.title:
        lines.append(f'<text:p text:style-name="Agency">機關名稱：{report.agency}</text:p>')
    lines += _fodt_table(report, style)
    lines += [
        '<text:p text:style-name="Cell"/>',
        "</office:text></office:body>",
        "</office:document>",
    ]
    return "\n".join(lines) + "\n"


def _fodt_styles(style: Style) -> Iterator[str]:
    font = style.font
    yield (
        f'<office:font-face-decls><style:font-face style:name="{font}"'
        f" svg:font-family=\"'{font}'\"/></office:font-face-decls>"
    )
    yield "<office:styles>"
    yield '<style:default-style style:family="paragraph">'
    yield '<style:paragraph-properties style:text-autospace="ideograph-alpha"'
    yield ' style:punctuation-wrap="hanging" style:line-break="strict"/>'
    yield f'<style:text-properties style:font-name="{font}" style:font-name-asian="{font}"'
    yield f' fo:font-size="{style.size:g}pt" style:font-size-asian="{style.size:g}pt"'
    yield ' fo:language="en" fo:country="US"'
    yield ' style:language-asian="zh" style:country-asian="TW"/>'
    yield "</style:default-style>"
    yield _fodt_paragraph("Title", 'fo:text-align="center" fo:margin-bottom="0.3cm"', 18)
    yield _fodt_paragraph("Agency", 'fo:text-align="end" fo:margin-bottom="0.2cm"', style.size)
    yield _fodt_paragraph("Running", 'fo:text-align="center"', 10)
    yield _fodt_paragraph("Head", 'fo:text-align="center"', style.size)
    spread = f'fo:text-align="justify" fo:line-height="{style.line_height}%"'
    yield _fodt_paragraph("Cell", spread, style.size)
    for level in range(3):
        hang = (2, 2, 1)[level] * style.size if style.hanging else 0
        left = hang + (0, 0, 2)[level] * style.size if style.hanging else 0
        indent = f'fo:margin-left="{left:g}pt" fo:text-indent="{-hang:g}pt"'
        yield _fodt_paragraph(f"Analysis{level}", f"{spread} {indent}", style.size)
    yield "</office:styles>"


def _fodt_paragraph(name: str, properties: str, size: float) -> str:
    return (
        f'<style:style style:name="{name}" style:family="paragraph">'
        f"<style:paragraph-properties {properties}/>"
        f'<style:text-properties fo:font-size="{size:g}pt" style:font-size-asian="{size:g}pt"/>'
        "</style:style>"
    )


def _fodt_master(report: Report, style: Style) -> Iterator[str]:
    yield "<office:automatic-styles>"
    yield '<style:page-layout style:name="A4"><style:page-layout-properties'
    yield ' fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2cm"'
    yield ' fo:margin-bottom="2cm" fo:margin-left="2cm" fo:margin-right="2cm"/>'
    if style.running:
        yield '<style:header-style><style:header-footer-properties fo:margin-bottom="0.4cm"'
        yield ' fo:min-height="0.8cm"/></style:header-style>'
        yield '<style:footer-style><style:header-footer-properties fo:margin-top="0.4cm"'
        yield ' fo:min-height="0.8cm"/></style:footer-style>'
    yield "</style:page-layout>"
    yield '<style:style style:name="Table" style:family="table"><style:table-properties'
    yield f' style:width="{sum(style.columns):g}cm" table:align="center"'
    yield ' style:may-break-between-rows="true" table:border-model="collapsing"/></style:style>'
    for number, width in enumerate(style.columns):
        yield f'<style:style style:name="Column{number}" style:family="table-column">'
        yield f'<style:table-column-properties style:column-width="{width:g}cm"/></style:style>'
    yield '<style:style style:name="Row" style:family="table-row">'
    yield '<style:table-row-properties fo:keep-together="auto"/></style:style>'
    yield '<style:style style:name="Ruled" style:family="table-cell">'
    yield '<style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="0.12cm"'
    yield ' style:vertical-align="top"/></style:style>'
    yield "</office:automatic-styles>"
    yield '<office:master-styles><style:master-page style:name="Standard"'
    yield ' style:page-layout-name="A4">'
    if style.running:
        yield '<style:header><text:p text:style-name="Running">'
        yield f"{report.agency}　{report.year}年度施政績效報告</text:p></style:header>"
        yield '<style:footer><text:p text:style-name="Running">第 '
        yield '<text:page-number text:select-page="current">1</text:page-number> 頁，共 '
        yield "<text:page-count>1</text:page-count> 頁</text:p></style:footer>"
    yield "</style:master-page></office:master-styles>"


def _fodt_table(report: Report, style: Style) -> Iterator[str]:
    yield '<table:table table:name="績效" table:style-name="Table">'
    for number in range(len(style.columns)):
        yield f'<table:table-column table:style-name="Column{number}"/>'
    yield '<table:table-header-rows><table:table-row table:style-name="Row">'
    for word in HEADER:
        yield _fodt_cell((word,), "Head")
    yield "</table:table-row></table:table-header-rows>"
    for row in report.rows:
        yield '<table:table-row table:style-name="Row">'
        for column, cell in enumerate(row.cells):
            yield _fodt_cell(cell, "Analysis" if column == len(HEADER) - 1 else "Cell")
        yield "</table:table-row>"
    yield "</table:table>"


def _fodt_cell(paragraphs: tuple[str, ...], style: str) -> str:
    body = "\n".join(
        f'<text:p text:style-name="{style}{_level(p) if style == "Analysis" else ""}">'
        f"{html.escape(p, quote=False)}</text:p>"
        for p in paragraphs
    )
    return (
        '<table:table-cell table:style-name="Ruled" office:value-type="string">\n'
        f"{body}\n</table:table-cell>"
    )


# --- the browser ----------------------------------------------------------------------------------

CSS = """\
@page { size: A4; margin: 18mm 17mm 20mm 17mm; }
body { margin: 0; font: 13pt/1.42 "AR PL UKai TW", serif; }
h1 { margin: 0 0 2mm; font-size: 17pt; font-weight: normal; text-align: center; }
h2 { margin: 0 0 3mm; font-size: 12pt; font-weight: normal; text-align: right; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
col.goal { width: 27mm; } col.indicator { width: 27mm; } col.target { width: 19mm; }
th, td { border: 0.5pt solid black; padding: 1mm 1.4mm; font-weight: normal; }
td { vertical-align: top; text-align: justify; overflow-wrap: anywhere; }
p { margin: 0; orphans: 1; widows: 1; }
td.analysis p.level0 { padding-left: 2em; text-indent: -2em; }
td.analysis p.level1 { padding-left: 2em; text-indent: -2em; }
td.analysis p.level2 { padding-left: 3em; text-indent: -1em; }
"""


def page(report: Report) -> str:
    """Write a report as an HTML page for printing."""
    roles = ("goal", "indicator", "target", "analysis")
    lines = [
        "<!DOCTYPE html>",
        '<html lang="zh-Hant-TW">',
        '<head><meta charset="utf-8">',
        f"<title>{report.title}</title>",
        f"<style>\n{CSS}</style></head>",
        "<body>",
        f"<h1>{report.title}</h1>",
        f"<h2>機關名稱：{report.agency}</h2>",
        "<table>",
        "<colgroup>" + "".join(f'<col class="{role}">' for role in roles) + "</colgroup>",
        "<thead><tr>" + "".join(f"<th>{word}</th>" for word in HEADER) + "</tr></thead>",
        "<tbody>",
    ]
    for row in report.rows:
        lines.append("<tr>")
        for role, cell in zip(roles, row.cells, strict=True):
            lines.append(f'<td class="{role}">')
            lines += (
                f'<p class="level{_level(p)}">{html.escape(p, quote=False)}</p>' for p in cell
            )
            lines.append("</td>")
        lines.append("</tr>")
    lines += ["</tbody>", "</table>", "</body>", "</html>"]
    return "\n".join(lines) + "\n"


# --- printing -------------------------------------------------------------------------------------


def print_fodt(source: Path, pdf: Path) -> None:
    """Have LibreOffice print a flat OpenDocument text."""
    with tempfile.TemporaryDirectory() as scratch:
        _run(
            "soffice",
            f"-env:UserInstallation={Path(scratch, 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf:writer_pdf_Export",
            "--outdir",
            scratch,
            str(source),
        )
        shutil.copyfile(Path(scratch, source.with_suffix(".pdf").name), pdf)


def print_html(source: Path, pdf: Path) -> None:
    """Have Chromium print a page."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        printed = Path(scratch, "printed.pdf")
        _run(
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            f"--user-data-dir={Path(scratch, 'profile')}",
            "--no-pdf-header-footer",
            f"--print-to-pdf={printed}",
            source.as_uri(),
        )
        shutil.copyfile(printed, pdf)


def _run(*command: str) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def main(argv: list[str] | None = None) -> int:
    """Build every report; return the exit status."""
    parser = argparse.ArgumentParser(description="Typeset the sample reports.")
    parser.add_argument("--sources", action="store_true", help="write the sources, print nothing")
    only_sources = parser.parse_args(argv).sources
    for year in (104, 105, 106):
        report = read(year)
        pdf = SAMPLES / f"{report.name}.pdf"
        if year in STYLES:
            source = HERE / f"{year}.fodt"
            source.write_text(fodt(report, STYLES[year]), encoding="utf-8")
        else:
            source = HERE / f"{year}.html"
            source.write_text(page(report), encoding="utf-8")
        if not only_sources:
            (print_fodt if year in STYLES else print_html)(source, pdf)
            print(pdf.name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
